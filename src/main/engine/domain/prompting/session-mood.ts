import type { Mood } from '../../../../shared/contract/personas.ts'
import { words } from '../text/tokenize.ts'

export type MoodRange = { readonly moodBaseline: Mood; readonly moodArousability: number }

/** Share of the distance to the baseline that is left after each exchange. */
const KEPT = 0.7
/** Ours: most everyday feelings last for minutes to hours (Verduyn et al. 2009). */
const HALF_LIFE_MINUTES = 60
const MINUTE_MS = 60_000

const pleasant = new Set(
  `beautiful best brilliant calm celebrate cheerful comfort delighted enjoy enjoyed excellent fun
  glad good grateful great happy helpful hope hug joy kind laugh laughed like love loved lovely
  lucky nice peaceful perfect pleased proud relaxed safe success sweet thank thanks warm welcome
  wonderful`.split(/\s+/),
)
const unpleasant = new Set(
  `abuse afraid alone angry anxious ashamed awful bad blame broken cancer cruel cry dead death
  died disgusting divorce evil fail failed failure fear fight fired grief guilty hate hated hurt
  ill kill liar lie lied lonely loss lost pain poor sad scared shame sick stupid terrible ugly
  unfair violent war worried worse worst wrong`.split(/\s+/),
)

/**
 * Mood after an exchange: what was said moves it as far as the persona lets itself be moved, and it
 * drifts back to its baseline.
 */
export function moveMood(mood: Mood, range: MoodRange, said: string): Mood {
  const { tone, intensity } = toneOf(said)
  const { moodBaseline: base, moodArousability: reach } = range
  return {
    valence: settle(mood.valence, base.valence, tone * reach),
    arousal: settle(mood.arousal, base.arousal, intensity * reach),
    dominance: settle(mood.dominance, base.dominance, 0),
  }
}

/**
 * Mood after time in which nothing was said: half of what is left of a feeling goes within the
 * half-life. Whole minutes count, so that turns in one breath do not depend on their milliseconds.
 */
export function settleMood(mood: Mood, baseline: Mood, elapsedMs: number): Mood {
  const minutes = Math.max(0, Math.floor(elapsedMs / MINUTE_MS))
  if (minutes === 0) return mood
  const left = 0.5 ** (minutes / HALF_LIFE_MINUTES)
  const toBaseline = (value: number, base: number) => base + left * (value - base)
  return {
    valence: toBaseline(mood.valence, baseline.valence),
    arousal: toBaseline(mood.arousal, baseline.arousal),
    dominance: toBaseline(mood.dominance, baseline.dominance),
  }
}

/** Tone −1…1 and intensity 0…1 of a text, by counting words that carry feeling. */
function toneOf(text: string): { tone: number; intensity: number } {
  let good = 0
  let bad = 0
  for (const word of words(text)) {
    if (pleasant.has(word)) good += 1
    else if (unpleasant.has(word)) bad += 1
  }
  const felt = good + bad
  // Two words' worth of doubt: one loaded word in a sentence is not the whole of its tone.
  return { tone: (good - bad) / (felt + 2), intensity: felt / (felt + 2) }
}

function settle(value: number, baseline: number, push: number): number {
  return Math.min(1, Math.max(-1, baseline + KEPT * (value - baseline) + push))
}
