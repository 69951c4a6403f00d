import {
  kishEffectiveN,
  personaEffectiveN,
  type Domain,
  type SurveyDesign,
} from '../statistics/design.ts'
import { shareEstimate } from '../statistics/share.ts'
import type { CategorySample } from './category-sample.ts'

/** In `codes`: no answer that counts. */
export const NO_CODE = -1

/**
 * Answers of personas as shares with the independent answers they are worth: Σp(1 − p) over the sum of
 * the linearised variances (the mean design effect of Rao & Scott 1981), so that answers of one
 * persona do not count as those of several; never more than Kish's n.
 *
 * @param codes  category or `NO_CODE`: shape [rows]
 */
export function personaSample(
  design: SurveyDesign,
  codes: Int16Array,
  { categories, within }: { categories: number; within: Domain },
): CategorySample {
  const domain = answered(codes, within)
  const estimates = Array.from({ length: categories }, (_, category) =>
    shareEstimate(
      design,
      Uint8Array.from(codes, (code) => (code === category ? 1 : 0)),
      domain,
    ),
  )
  const spread = estimates.reduce((sum, { estimate: p }) => sum + p * (1 - p), 0)
  const variance = estimates.reduce((sum, { standardError }) => sum + standardError ** 2, 0)
  const most = kishEffectiveN(design, domain)
  // Where all answer alike, nothing else tells how many they are.
  const worth = spread > 0 && variance > 0 ? spread / variance : personaEffectiveN(design, domain)
  return {
    shares: estimates.map(({ estimate }) => estimate),
    n: Math.min(most, Number.isFinite(worth) ? worth : most),
  }
}

/** Rows of `within` with an answer: shape [rows]. */
export function answered(codes: Int16Array, within: Domain): Domain {
  return within.map((inside, row) => (inside === 1 && codes[row] !== NO_CODE ? 1 : 0))
}
