import { expect, it } from 'vitest'
import { Question, type QuestionOf } from '../../../../../../shared/contract/questions.ts'
import { withList } from './with-list.ts'

const parse = <T extends Question['type']>(more: object) =>
  Question.parse({ id: 'q', text: 'Which?', ...more }) as QuestionOf<T>

it('drops what belonged to the options before', () => {
  const single = parse<'single'>({
    type: 'single',
    options: ['A', 'B'],
    referenceShares: [1, 3],
    mode: 'similarity',
    references: [['I like A', 'I like B']],
  })
  const renamed = withList(single, ['A', 'C'])
  expect(renamed).toMatchObject({ options: ['A', 'C'], references: [['I like A', 'I like B']] })
  expect(renamed.referenceShares).toBeUndefined()
  expect(withList(single, ['A', 'B', 'C']).references).toBeUndefined()
})

it('follows an option that goes with no other', () => {
  const multi = parse<'multi'>({ type: 'multi', options: ['A', 'None'], exclusive: ['None'] })
  expect(withList(multi, ['A', 'None of these']).exclusive).toEqual(['None of these'])
  expect(withList(multi, ['A', 'B', 'None']).exclusive).toEqual(['None'])
  expect(withList(multi, ['A', 'B', 'C']).exclusive).toBeUndefined()
})
