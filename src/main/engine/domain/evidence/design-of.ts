import type { SurveyDesign } from '../statistics/design.ts'
import type { EvidenceInput } from './evidence-input.ts'

/** svydesign(ids = ~persona, strata = ~cohort, weights = ~w, nest = TRUE): a row per task. */
export function designOf({ rows }: Pick<EvidenceInput, 'rows'>): SurveyDesign {
  return {
    unit: Int32Array.from(rows, ({ unit }) => unit),
    stratum: Int32Array.from(rows, ({ cohort }) => cohort),
    weight: Float64Array.from(rows, ({ weight }) => weight),
  }
}
