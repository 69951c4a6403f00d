import { expect, it } from 'vitest'
import { z } from 'zod'
import { toPlainMessage } from './plain-message.ts'

const Person = z.strictObject({ name: z.string().min(1), age: z.number().int().max(120) })

it.each([
  { value: { name: 'A', age: 'forty' }, plain: 'must be a number' },
  { value: { name: 'A', age: 130 }, plain: 'must be at most 120' },
  { value: { name: 'A', age: 1.5 }, plain: 'must be a whole number' },
  { value: { age: 4 }, plain: 'is missing' },
  { value: { name: '', age: 4 }, plain: 'is empty' },
  { value: { name: 'A', age: 4, size: 1 }, plain: 'has an unknown field: "size"' },
])('says “$plain” for what the schema says in its own words', ({ value, plain }) => {
  const issue = Person.safeParse(value).error?.issues[0]
  expect(toPlainMessage(issue?.message ?? '')).toBe(plain)
})

it('leaves words that are plain already', () => {
  expect(toPlainMessage('must be different')).toBe('must be different')
})
