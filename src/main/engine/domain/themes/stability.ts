import { shuffle } from '../random.ts'
import { clusterAnswers } from './find-themes.ts'
import { adjustedRand } from './partition-agreement.ts'
import { pickPoints, type Points } from './points.ts'

const RESAMPLES = 20
/** Answers looked at: what is stable among so many is so among all. */
const MOST = 600
/** Of the answers, in each resample. */
const PART = 0.8
/** Cut-offs of Steinley (2004): from .90 excellent, .80 good, .65 moderate, below poor. */
const GOOD = 0.8
const MODERATE = 0.65

export type Stability = {
  /** Mean adjusted Rand index between the coding and those found again on parts of the answers. */
  readonly adjustedRand: number
  /** The worst of them. */
  readonly lowest: number
  readonly resamples: number
  readonly level: 'good' | 'moderate' | 'low'
}

/**
 * Whether the same themes come out again: each time on other four fifths of the answers and from
 * another seed, compared on the answers both have (Hubert & Arabie 1985). As many themes are looked
 * for each time as were found. Undefined where nothing can be found again.
 *
 * @param themeOf  per point, −1 for none
 */
export function stabilityOf(
  points: Points,
  themeOf: ArrayLike<number>,
  { themes, seed }: { themes: number; seed: string },
): Stability | undefined {
  const rows = shuffle(
    Array.from({ length: points.count }, (_, row) => row),
    seed,
    'stability',
  ).slice(0, MOST)
  if (themes < 2) return undefined
  const found: number[] = []
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const part = shuffle(rows, seed, 'part', resample).slice(0, Math.ceil(rows.length * PART))
    const again = clusterAnswers(pickPoints(points, part), `${seed}:${resample}`, { themes })
    if (!again) continue
    const both = part.flatMap((row, i) =>
      themeOf[row]! >= 0 && again.clusterOf[i]! >= 0
        ? [[themeOf[row]!, again.clusterOf[i]!] as const]
        : [],
    )
    found.push(
      adjustedRand(
        both.map(([before]) => before),
        both.map(([, after]) => after),
      ),
    )
  }
  if (found.length === 0) return undefined
  const mean = found.reduce((sum, one) => sum + one, 0) / found.length
  return {
    adjustedRand: mean,
    lowest: Math.min(...found),
    resamples: found.length,
    level: mean >= GOOD ? 'good' : mean >= MODERATE ? 'moderate' : 'low',
  }
}
