import { expect, it } from 'vitest'
import { Question } from '../../../../../shared/contract/questions.ts'
import { followChange } from './follow-change.ts'

const question = (more: object) => Question.parse({ text: 'Well?', type: 'open', ...more })
const how = Question.parse({ id: 'how', type: 'single', text: 'How?', options: ['Car', 'Bus'] })
const is = (value: string | string[]) => ({ questionId: 'how', op: 'eq', value })

it('follows an id into conditions, jumps and wording', () => {
  const other = question({
    id: 'why',
    text: 'Why {{answers.how}}, not {{ answers.howmuch }}?',
    showIf: { any: [is('Car'), { not: is('Bus') }] },
    skipTo: [{ when: is('Car'), to: 'how' }],
  })
  const [followed] = followChange([other], how, { ...how, id: 'mode' })
  expect(JSON.stringify(followed)).toBe(
    JSON.stringify(other)
      .replaceAll('"how"', '"mode"')
      .replace('{{answers.how}}', '{{answers.mode}}'),
  )
})

it('follows the wording of one option, and nothing when options are exchanged', () => {
  const other = question({ id: 'why', showIf: is('Car') })
  const renamed = { ...how, options: ['By car', 'Bus'] } as Question
  expect(followChange([other], how, renamed)[0]).toMatchObject({ showIf: is('By car') })
  const exchanged = { ...how, options: ['Bus', 'Car'] } as Question
  expect(followChange([other], how, exchanged)[0]).toMatchObject({ showIf: is('Car') })
})
