import { expect, it } from 'vitest'
import { z } from 'zod'
import { AppendTimelineRequest } from '../../../shared/contract/timeline.ts'
import { withoutUnions, type Issue } from './issues.ts'

function find(schema: z.ZodType, value: unknown) {
  const issues = schema.safeParse(value).error?.issues as readonly Issue[]
  return withoutUnions(issues).map(({ path, message }) => [path.join('.'), message])
}

it('names the fields of the alternative that was meant', () => {
  expect(find(AppendTimelineRequest, { eventAt: '2015-06-01', facts: 'x' })).toEqual([
    ['eventLabel', expect.stringContaining('expected string')],
    ['feelings', expect.stringContaining('expected string')],
    ['interpretation', expect.stringContaining('expected string')],
  ])
  expect(find(AppendTimelineRequest, { entries: 'x' })).toEqual([
    ['entries', expect.stringContaining('expected array')],
  ])
})

it('says what each alternative wants where a plain value fits none', () => {
  const schema = z.object({ when: z.union([z.iso.datetime(), z.iso.date()]) })
  expect(find(schema, { when: 'soon' })).toEqual([
    ['when', 'Invalid ISO datetime or Invalid ISO date'],
  ])
})
