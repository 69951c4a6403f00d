import { expect, it } from 'vitest'
import { describeMood, describeShift } from './mood.ts'
import { describeStyle } from './style-sentence.ts'

it('says what stands out, strongest first, then the habits', () => {
  const style = { formality: 35, verbosity: 28, directness: 82, warmth: 55, humor: 45 }
  expect(describeStyle({ ...style, habits: ['says "to be fair" a lot'] })).toBe(
    'Speaks directly, briefly and casually; says "to be fair" a lot.',
  )
})

it('calls a style without edges middling', () => {
  const style = { formality: 50, verbosity: 50, directness: 50, warmth: 50, humor: 50 }
  expect(describeStyle({ ...style, habits: [] })).toBe('Speaks in a middling manner.')
})

it.each([
  { mood: { valence: 0.1, arousal: 0, dominance: 0 }, words: 'even' },
  { mood: { valence: 0.5, arousal: -0.2, dominance: 0 }, words: 'cheerful, slightly calm' },
])('describes a mood as $words', ({ mood, words }) => {
  expect(describeMood(mood)).toBe(words)
})

it('measures a mood against its baseline', () => {
  const baseline = { valence: 0.2, arousal: 0, dominance: 0 }
  expect(describeShift({ ...baseline, valence: -0.1 }, baseline)).toBe('heavier than usual')
  expect(describeShift(baseline, baseline)).toBe('near baseline')
})
