import type { DomainEstimates, Estimate, Evidence } from '../../../../shared/contract/evidence.ts'
import { modelEstimates } from '../../../../shared/model-estimates.ts'

/** One estimate of one question in one group, as a row of a table. */
export type ResultRow = {
  readonly questionId: string
  readonly question: string
  readonly questionType: string
  /** `everyone`, `cohort`, `condition`, or a field of the persona. */
  readonly by: string
  readonly group: string
  /** Id of the cohort or condition, or the category; empty for everyone. */
  readonly groupValue: string
  readonly statistic: 'share' | 'mean' | 'median' | 'lower quartile' | 'upper quartile' | 'model'
  /** Stable: the option, point, row or level; `mean` and the like where there is only one. */
  readonly name: string
  readonly measure: string
  readonly estimate: number | null
  readonly standardError: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly level: number
  readonly n: number
  readonly effectiveN: number
  readonly size: Estimate['size']
  /** Worst case, had those who refused or were not understood answered at one end, or the other. */
  readonly worstLower: number | null
  readonly worstUpper: number | null
}

/** Every estimate of a run: question by question, everyone first, then each group. */
export function* resultRows({ questions }: Evidence): Generator<ResultRow> {
  for (const question of questions) {
    const { questionId, text, type, overall, segments } = question
    const about = { questionId, question: text, questionType: type }
    const conditions = question.conditions.map((one) => ({ ...one, by: 'condition' }))
    yield* domainRows(
      { ...about, by: 'everyone', group: 'Everyone', groupValue: '' },
      overall,
      question.unit,
    )
    for (const { id, label, share } of question.themes)
      yield {
        ...about,
        by: 'everyone',
        group: 'Everyone',
        groupValue: '',
        statistic: 'share',
        name: id,
        measure: label,
        ...numbersOf(share),
      }
    for (const part of [...segments, ...conditions])
      yield* domainRows(
        { ...about, by: part.by, group: part.label, groupValue: part.value },
        part,
        question.unit,
      )
  }
}

type Where = Pick<
  ResultRow,
  'questionId' | 'question' | 'questionType' | 'by' | 'group' | 'groupValue'
>

function* domainRows(
  where: Where,
  estimates: DomainEstimates,
  unit: string | null,
): Generator<ResultRow> {
  const { shares, mean, median, quartiles, measures } = estimates
  const row = (
    statistic: ResultRow['statistic'],
    { name, measure = unit === null ? name : `${name} (${unit})` }: NamedMeasure,
    of: Estimate,
  ): ResultRow => ({ ...where, statistic, name, measure, ...numbersOf(of) })
  for (const { value, label, share } of shares ?? [])
    yield row('share', { name: value, measure: label }, share)
  if (mean) yield row('mean', { name: 'mean' }, mean)
  if (median) yield row('median', { name: 'median' }, median)
  for (const end of ['lower', 'upper'] as const)
    if (quartiles) yield row(`${end} quartile`, { name: `${end} quartile` }, quartiles[end])
  for (const { name, label, group, isShare, estimate } of measures ?? []) {
    const measure = group === null ? label : `${group}: ${label}`
    yield row(isShare ? 'share' : 'mean', { name, measure }, estimate)
  }
  for (const { what, value } of modelEstimates(estimates))
    yield row('model', { name: what, measure: what }, value)
}

type NamedMeasure = { name: string; measure?: string }

// Not more than these: what an estimate has besides is not a column.
function numbersOf({
  estimate,
  standardError,
  lower,
  upper,
  level,
  n,
  effectiveN,
  size,
  bounds,
}: Estimate) {
  const [worstLower, worstUpper] = [bounds?.lower ?? null, bounds?.upper ?? null]
  return {
    estimate,
    standardError,
    lower,
    upper,
    level,
    n,
    effectiveN,
    size,
    worstLower,
    worstUpper,
  }
}
