import { regressionOf } from '../regression/regression-of.ts'
import { scaleOf } from '../scales/scale-of.ts'
import { mixedEstimatesOf } from '../validation/mixed-estimates.ts'
import { matchesOf } from '../validation/propose-matches.ts'
import { validationOf } from '../validation/validate.ts'
import { crosstabOf } from './crosstab/crosstab-of.ts'

/** By name what is asked of whole runs, besides their evidence; each is computed in its own room. */
export const runKinds = {
  crosstab: crosstabOf,
  matches: matchesOf,
  mixedEstimates: mixedEstimatesOf,
  regression: regressionOf,
  scale: scaleOf,
  validation: validationOf,
}
