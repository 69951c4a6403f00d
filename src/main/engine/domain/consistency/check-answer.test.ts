import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { aPersona } from '../../../../../test/helpers/a-persona.ts'
import { aTimeline } from '../../../../../test/helpers/timeline-entry.ts'
import type { TurnId } from '../../../../shared/contract/ids.ts'
import { checkAnswer } from './check-answer.ts'
import { createClaimIndex } from './claim-index.ts'

const nowMs = Date.UTC(2026, 10, 20)
const persona = aPersona({ location: 'Leeds, UK', createdAt: '2026-01-01T00:00:00.000Z' })
const turn = (text: string) => ({ turnId: randomUUID() as TurnId, text })
const entries = aTimeline([
  { eventAt: '2014-06-01', facts: 'My older brother Tom taught me to swim.' },
  { eventAt: '2016-06-01', facts: 'I was born in Cork.' },
])

function check(text: string, question = 'Tell me about yourself.', earlier: string[] = []) {
  const earlierAnswers = earlier.map(turn)
  return checkAnswer({ persona, entries, earlierAnswers, answer: turn(text), question, nowMs })
}

it.each([
  ["I'm an only child.", 'Do you have siblings?'],
  ['I was born in Rome, in a taxi.', 'Where were you born?'],
  ['No.', 'Do you have any brothers or sisters?'],
  ["I can't swim, I never learned.", 'Do you swim?'],
])('finds "%s" at odds with the timeline', (answer, question) => {
  const found = check(answer, question)
  if (answer.includes('swim')) return expect(found).toEqual([])
  expect(found).toMatchObject([
    {
      type: 'response_contradiction',
      spans: [{ field: 'facts' }, { field: 'response', start: 0 }],
    },
  ])
})

it('finds an answer at odds with an earlier one', () => {
  expect(check('I live in Leeds and I have no children.', '', ['My son is six.'])).toMatchObject([
    { type: 'response_contradiction', entryIds: [] },
  ])
})

it('finds an answer at odds with the profile', () => {
  expect(check('I live in Madrid.')).toMatchObject([{ type: 'response_contradiction' }])
})

it.each([
  'My sister was born in Rome.',
  'I have a brother and I miss him.',
  'If I were an only child!',
])('has nothing to say about "%s"', (answer) => {
  expect(check(answer)).toEqual([])
})

it('reads a kept index instead of the entries, and adds nothing to it', () => {
  const index = createClaimIndex(persona, entries)
  const sizes = () => [...index.byKey].map(([key, claims]) => [key, claims.length])
  const before = sizes()
  const check = () =>
    checkAnswer({
      persona,
      entries: [],
      earlierAnswers: [],
      answer: turn('I was born in Rome.'),
      question: '',
      nowMs,
      index,
    })
  expect(check()).toHaveLength(1)
  expect(check()).toHaveLength(1)
  expect(sizes()).toEqual(before)
})
