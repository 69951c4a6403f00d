import { describe, expect, it } from 'vitest'
import type { EntryId } from '../../../../shared/contract/ids.ts'
import { probedBy } from './probe.ts'

type Found = Parameters<typeof probedBy>[1][number]

function aFound(entryId: string, overrides: Partial<Found> & { cosine?: number } = {}): Found {
  const { cosine = 0.3, ...rest } = overrides
  return {
    entryId: entryId as EntryId,
    sequence: 1,
    eventAt: '2015-06-01T00:00:00.000Z',
    eventAtMs: 0,
    eventLabel: 'A day',
    facts: 'We went out.',
    feelings: 'Fine.',
    interpretation: 'So it goes.',
    memoryType: 'normal',
    memoryStrength: 50,
    triggers: [],
    triggered: false,
    match: {
      vectorRank: 1,
      textRank: 1,
      cosine,
      matchedTerms: [],
      coverage: 0.5,
      context: 0,
      likeness: 0.5,
      time: null,
    },
    ...rest,
  }
}

const fire = aFound('fire', {
  memoryType: 'repressed',
  eventLabel: 'The fire at the cabin',
  facts: 'I left a candle burning. My brother Nicolas ran for help.',
  interpretation: 'I tell my friends nothing of it.',
})
const trip = aFound('trip', {
  memoryType: 'shame',
  eventLabel: 'What happened on the school trip',
  facts: 'I wet the bed.',
})
const school = aFound('school', { eventLabel: 'First day of school' })
const defence = aFound('defence', { eventLabel: 'Stood up for Nicolas' })

describe('a question goes straight to a sore memory', () => {
  it.each([
    ['What about the fire?', ['fire']],
    ['Please tell me what happened that night at the cabin, with the fire', ['fire']],
    ['Who left the candle burning?', ['fire']],
    ['And the school trip?', ['trip']],
    ['Is there anything you are ashamed of?', ['trip']],
    ['What do you regret?', ['trip']],
  ])('when it names what happened, or its kind: %s', (question, probed) => {
    expect(probedBy(question, [fire, trip, school, defence])).toEqual(probed)
  })

  it.each([
    'What was school like for you?',
    'How did you stand up for Nicolas?',
    'Do you have many friends?',
    'Do you like candles on a cake?',
    'How do you feel about electric cars?',
    'Why?',
  ])('and not when it shares a word, or others answer it as well: %s', (question) => {
    expect(probedBy(question, [fire, trip, school, defence])).toEqual([])
  })

  it('when one of its triggers occurs', () => {
    expect(probedBy('Do you smoke?', [{ ...fire, triggered: true }])).toEqual(['fire'])
  })

  it('when nothing else is as near to it in meaning', () => {
    const near = aFound('near', { memoryType: 'shame', cosine: 0.7 })
    const question = 'Did you ever hurt somebody?'
    expect(probedBy(question, [near, school])).toEqual(['near'])
    expect(probedBy(question, [near, aFound('nearer', { cosine: 0.8 })])).toEqual([])
  })

  it('never of a memory that nobody minds telling', () => {
    expect(probedBy('And the first day of school?', [school])).toEqual([])
  })
})
