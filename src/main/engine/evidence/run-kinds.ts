import { regressionOf } from '../regression/regression-of.ts'
import { scaleOf } from '../scales/scale-of.ts'
import { agreementOfRuns, differenceOf } from '../studies/comparison/compare-runs.ts'
import { orderEffectsOf } from '../studies/comparison/order-effects.ts'
import { robustnessOf } from '../studies/robustness/robustness-of.ts'
import { carriedCodebookOf, codebookEditOf, codingOfQuestion } from '../themes/codings.ts'
import { openQuestionsOf, questionThemesOf } from '../themes/question-themes.ts'
import { mixedEstimatesOf } from '../validation/mixed-estimates.ts'
import { matchesOf } from '../validation/propose-matches.ts'
import { validationOf } from '../validation/validate.ts'
import { crosstabOf } from './crosstab/crosstab-of.ts'

/** By name what is asked of whole runs, besides their evidence; each is computed in its own room. */
export const runKinds = {
  agreement: agreementOfRuns,
  carriedCodebook: carriedCodebookOf,
  codebookEdit: codebookEditOf,
  coding: codingOfQuestion,
  crosstab: crosstabOf,
  difference: differenceOf,
  matches: matchesOf,
  mixedEstimates: mixedEstimatesOf,
  openQuestions: openQuestionsOf,
  orderEffects: orderEffectsOf,
  questionThemes: questionThemesOf,
  regression: regressionOf,
  robustness: robustnessOf,
  scale: scaleOf,
  validation: validationOf,
}
