import type { RegressionRequest } from '../../../../shared/contract/regression.ts'
import { hasTooFew, SUPPRESSED_BELOW_N } from '../evidence/estimates.ts'
import { designOf } from '../evidence/design-of.ts'
import { restatesFields } from '../evidence/restates.ts'
import { plural } from '../evidence/words.ts'
import { personasIn } from '../statistics/design.ts'
import { modelColumns } from './model-columns.ts'
import { outcomeFault, readOutcome, type OutcomeVariable } from './outcome.ts'
import { readPredictor, type RunVariables } from './read-predictor.ts'
import type { RegressionInput } from './regression.ts'
import { hasValue, isFault, type Fault, type Variable } from './variables.ts'

/** What a regression is computed from, or what is wrong with what was asked for. */
export function prepareRegression(
  run: RunVariables,
  { outcome: wanted, model, predictors, level }: Omit<RegressionRequest, 'tenantId'>,
): RegressionInput | Fault[] {
  const outcome = readOutcome(run.input, wanted, model)
  const variables = predictors.map((predictor) => readPredictor(run, predictor))
  const faults = [
    ...(isFault(outcome) ? [outcome] : []),
    ...variables.flatMap((found, i) =>
      isFault(found) ? [{ ...found, path: ['predictors', i, ...found.path] }] : [],
    ),
  ]
  if (faults.length > 0) return faults
  const known = variables as Variable[]
  const repeated = repeatedFault(run.input, outcome as OutcomeVariable, known)
  if (repeated) return [repeated]
  return withDomain(run, { outcome: outcome as OutcomeVariable, variables: known, level })
}

function withDomain(
  { input }: RunVariables,
  {
    outcome,
    variables,
    level,
  }: { outcome: OutcomeVariable; variables: readonly Variable[]; level: number },
): RegressionInput | Fault[] {
  const answered = Uint8Array.from(outcome.values, (value) => (Number.isNaN(value) ? 0 : 1))
  const present = variables.map(hasValue)
  const domain = answered.map((inside, row) =>
    inside === 1 && present.every((has) => has[row] === 1) ? 1 : 0,
  )
  const [asked, n] = [answered, domain].map((rows) => rows.reduce((sum, one) => sum + one, 0)) as [
    number,
    number,
  ]
  const design = designOf(input)
  if (hasTooFew(design, domain))
    return [
      {
        path: ['predictors'],
        message: `leave ${plural(n, 'interview')} of ${plural(personasIn(design, domain), 'persona')} with an answer and every predictor; at least ${SUPPRESSED_BELOW_N} personas are needed`,
      },
    ]
  const fault = outcomeFault(outcome, domain)
  if (fault) return [fault]
  const columns = modelColumns(variables, domain)
  if (!Array.isArray(columns)) return [columns]
  const { status, id, rehearsal } = input.run
  return {
    run: { id, rehearsal },
    provisional: status !== 'succeeded',
    design,
    outcome,
    columns,
    domain,
    leftOut: { noAnswer: domain.length - asked, noPredictor: asked - n },
    level,
    restated: restatedTerms(input, outcome, variables),
  }
}

/** Predictors that the question asks for in other words. */
function restatedTerms(
  { questions, cohorts }: RunVariables['input'],
  { questionId }: OutcomeVariable,
  variables: readonly Variable[],
): string[] {
  const question = questions.find(({ id }) => id === questionId)!
  const ofCohorts = cohorts.flatMap(({ fields }) => fields)
  return variables
    .map(({ name }) => name)
    .filter((name) => {
      if (questions.some(({ id }) => name === id || name.startsWith(`${id}/`))) return false
      if (name === 'condition') return false
      return restatesFields(question, name === 'cohort' ? ofCohorts : [name])
    })
}

function repeatedFault(
  { questions }: RunVariables['input'],
  { questionId, measure }: OutcomeVariable,
  variables: readonly Variable[],
): Fault | undefined {
  const names = variables.map(({ name }) => name)
  const { type } = questions.find(({ id }) => id === questionId)!
  // Another row is another answer; of one choice, every option is told by the others.
  const hasParts = type === 'matrix' || type === 'json'
  const itself = names.findIndex((name) =>
    hasParts
      ? name === `${questionId}/${measure}`
      : name === questionId || name.startsWith(`${questionId}/`),
  )
  if (itself !== -1) return { path: ['predictors', itself], message: 'is the outcome itself' }
  const again = names.findIndex((name, i) => names.indexOf(name) !== i)
  if (again !== -1) return { path: ['predictors', again], message: 'is there already' }
  return undefined
}
