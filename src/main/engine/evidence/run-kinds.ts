import { crosstabOf } from './crosstab/crosstab-of.ts'

/** By name what is asked of whole runs, besides their evidence; each is computed in its own room. */
export const runKinds = { crosstab: crosstabOf }
