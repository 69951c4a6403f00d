import type { Crosstab, CrosstabQuery } from '../../../../shared/contract/crosstab.ts'
import { computeCrosstab } from '../../domain/evidence/crosstab/crosstab.ts'
import { planCrosstab, type CrosstabProblem } from '../../domain/evidence/crosstab/plan-crosstab.ts'
import type { EvidenceInput } from '../../domain/evidence/evidence-input.ts'
import { answerOnce } from '../../workers/answer-once.ts'

export type CrosstabWork = {
  readonly input: Omit<EvidenceInput, 'themes'>
  readonly query: CrosstabQuery
}
export type CrosstabOutcome =
  { readonly crosstab: Crosstab } | { readonly problem: CrosstabProblem }

answerOnce<CrosstabWork, CrosstabOutcome>(({ input, query }) => {
  const whole = { ...input, themes: {} }
  const plan = planCrosstab(whole, query)
  if ('message' in plan) return { problem: plan }
  return { crosstab: computeCrosstab(whole, plan) }
})
