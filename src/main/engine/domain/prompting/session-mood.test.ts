import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moveMood, settleMood } from './session-mood.ts'

const baseline = { valence: 0.2, arousal: 0.1, dominance: -0.1 }
const range = (moodArousability: number) => ({ moodBaseline: baseline, moodArousability })

it('rises with kind words, falls with hard ones, and moves an excitable person further', () => {
  const kind = moveMood(baseline, range(0.4), 'What a lovely, wonderful day').valence
  const hard = moveMood(baseline, range(0.4), 'I hate this terrible war').valence
  const excited = moveMood(baseline, range(0.8), 'What a lovely, wonderful day').valence
  expect([kind > 0.2, hard < 0.2, excited > kind]).toEqual([true, true, true])
})

it('returns to its baseline when nothing is said that carries feeling', () => {
  let mood = { valence: -1, arousal: 1, dominance: 0.9 }
  for (let i = 0; i < 30; i++) mood = moveMood(mood, range(0.4), 'The bus leaves at ten')
  expect(mood.valence).toBeCloseTo(baseline.valence, 3)
  expect(mood.arousal).toBeCloseTo(baseline.arousal, 3)
})

it('settles with time too: by half within the hour, and not within a breath', () => {
  const mood = { valence: 1, arousal: -0.9, dominance: 0.5 }
  const hour = 3_600_000
  expect(settleMood(mood, baseline, 59_000)).toBe(mood)
  expect(settleMood(mood, baseline, -hour)).toBe(mood)
  expect(settleMood(mood, baseline, hour).valence).toBeCloseTo(0.6, 9)
  expect(settleMood(mood, baseline, 24 * hour).arousal).toBeCloseTo(baseline.arousal, 6)
})

it('stays within −1 and 1', () => {
  const unit = fc.double({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(unit, unit, fc.constantFrom('love love love', 'hate war death'), (a, b, text) => {
      const mood = { valence: a, arousal: b, dominance: a }
      const moved = moveMood(mood, { moodBaseline: mood, moodArousability: 1 }, text)
      for (const value of Object.values(moved)) expect(Math.abs(value)).toBeLessThanOrEqual(1)
    }),
  )
})
