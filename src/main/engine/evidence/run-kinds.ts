import { regressionOf } from '../regression/regression-of.ts'
import { scaleOf } from '../scales/scale-of.ts'
import { crosstabOf } from './crosstab/crosstab-of.ts'

/** By name what is asked of whole runs, besides their evidence; each is computed in its own room. */
export const runKinds = {
  crosstab: crosstabOf,
  regression: regressionOf,
  scale: scaleOf,
}
