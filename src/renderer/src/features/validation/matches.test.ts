import { expect, it } from 'vitest'
import type { MatchProposals } from '../../../../shared/contract/validation-matches.ts'
import { proposedMatches, toRequest } from './matches.ts'

const candidate = {
  itemId: 'trust',
  text: 'trust',
  score: 0.9,
  by: 'id' as const,
  reason: '',
  recodes: [{ from: 'CAREFUL', to: 'Careful' }],
  unmatched: ['CAN TRUST'],
  usedFor: [],
}
const found: MatchProposals = {
  questions: [{ questionId: 'trust', text: 'Trust?', values: [], candidates: [candidate] }],
  unfit: [],
  segments: [],
  twinFields: [],
  namesPeople: false,
  conditions: [],
  model: { name: 'm', rehearsal: true },
  items: [],
  leftOver: [],
}

it('says of every answer of people what becomes of it, those that fit nothing first', () => {
  const matches = proposedMatches(found)
  expect(toRequest(found, matches).matches).toEqual([
    {
      questionId: 'trust',
      itemId: 'trust',
      recodes: [
        { from: 'CAN TRUST', to: null },
        { from: 'CAREFUL', to: 'Careful' },
      ],
      usedFor: [],
    },
  ])
})

it('leaves out a question that has no answer in common with its item', () => {
  const strange = { ...candidate, recodes: [], unmatched: ['FAVOR', 'OPPOSE'] }
  const other = {
    ...found,
    questions: [{ ...found.questions[0]!, candidates: [strange] }],
  }
  expect(toRequest(other, proposedMatches(other)).matches).toEqual([])
})
