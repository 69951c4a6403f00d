import type { Mood } from '../../../../shared/contract/personas.ts'
import type { TraitScores } from './traits.ts'

export type Temperament = { moodBaseline: Mood; moodArousability: number }

/**
 * Temperament from standardised traits: Mehrabian (1996), "Analysis of the Big-five personality
 * factors in terms of the PAD temperament model", Australian J. of Psychology 48, 86–92. His S is
 * emotional stability, −N here. Results are halved so that two standard deviations fill −1…1.
 */
export function temperamentOf(traits: TraitScores): Temperament {
  const { openness, conscientiousness, extraversion, agreeableness, neuroticism } = traits
  const stability = -neuroticism
  const pleasure = 0.21 * extraversion + 0.59 * agreeableness + 0.19 * stability
  const arousability = 0.15 * openness + 0.3 * agreeableness - 0.57 * stability
  const dominance =
    0.25 * openness + 0.17 * conscientiousness + 0.6 * extraversion - 0.32 * agreeableness
  return {
    moodBaseline: {
      valence: halved(pleasure),
      arousal: round(halved(arousability) / 2),
      dominance: halved(dominance),
    },
    moodArousability: round((halved(arousability) + 1) / 2),
  }
}

function halved(score: number): number {
  return round(Math.min(1, Math.max(-1, score / 2)))
}

function round(value: number): number {
  // `+ 0` turns −0, which JSON cannot keep, into 0.
  return Math.round(value * 1000) / 1000 + 0
}
