import type { RunOfTenant } from './contradictions.ts'
import type { RunKind } from './run-kind.ts'

/** By name what is asked of whole runs, besides their evidence; each is computed in its own room. */
export const runKinds = {
  agreement: late(
    async () => (await import('../studies/comparison/compare-runs.ts')).agreementOfRuns,
  ),
  carriedCodebook: late(async () => (await import('../themes/codings.ts')).carriedCodebookOf),
  codebookEdit: late(async () => (await import('../themes/codings.ts')).codebookEditOf),
  coding: late(async () => (await import('../themes/codings.ts')).codingOfQuestion),
  crosstab: late(async () => (await import('./crosstab/crosstab-of.ts')).crosstabOf),
  difference: late(
    async () => (await import('../studies/comparison/compare-runs.ts')).differenceOf,
  ),
  matches: late(async () => (await import('../validation/propose-matches.ts')).matchesOf),
  measuredTasks: late(async () => (await import('../studies/measured-tasks.ts')).measuredTasksOf),
  mixedEstimates: late(
    async () => (await import('../validation/mixed-estimates.ts')).mixedEstimatesOf,
  ),
  openQuestions: late(async () => (await import('../themes/question-themes.ts')).openQuestionsOf),
  orderEffects: late(
    async () => (await import('../studies/comparison/order-effects.ts')).orderEffectsOf,
  ),
  questionThemes: late(async () => (await import('../themes/question-themes.ts')).questionThemesOf),
  regression: late(async () => (await import('../regression/regression-of.ts')).regressionOf),
  robustness: late(
    async () => (await import('../studies/robustness/robustness-of.ts')).robustnessOf,
  ),
  scale: late(async () => (await import('../scales/scale-of.ts')).scaleOf),
  validation: late(async () => (await import('../validation/validate.ts')).validationOf),
}

/** Its code is read when it is first asked for: evidence does not wait for that of the others. */
function late<Request extends RunOfTenant, Result>(
  load: () => Promise<RunKind<Request, Result>>,
): RunKind<Request, Result> {
  return async (request, reader) => (await load())(request, reader)
}
