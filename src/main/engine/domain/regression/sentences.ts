import type { Coefficient } from '../../../../shared/contract/regression.ts'
import { decimal, signedPoints } from '../evidence/words.ts'
import type { ModelColumn } from './model-columns.ts'
import type { OutcomeVariable } from './outcome.ts'

/** What a coefficient says: "Each 10 years more of age: 0.3 less (95 % interval −0.5 to −0.1)." */
export function coefficientSentence(
  outcome: OutcomeVariable,
  column: ModelColumn,
  { estimate, oddsRatio }: Coefficient,
): string | null {
  const { estimate: found, lower, upper, level } = estimate
  if (found === null) return null
  const who = subjectOf(column)
  const interval = `${Math.round(level * 1000) / 10} % interval`
  const said =
    outcome.model === 'linear'
      ? { amount: amountOf(outcome, found), range: rangeOf(outcome, lower, upper) }
      : { amount: oddsOf(outcome, oddsRatio!.estimate), range: ratiosOf(oddsRatio) }
  if (said.range === null) return `${who}: ${said.amount}; no interval can be given.`
  const isClear = lower! * upper! > 0
  return isClear
    ? `${who}: ${said.amount} (${interval} ${said.range}).`
    : `${who}: no clear difference (${said.amount}; ${interval} ${said.range}).`
}

function subjectOf({ term, category, per, unit }: ModelColumn): string {
  if (category) return `${category.label} rather than ${category.reference}`
  if (per === 1 && unit === 'points') return `Each point more on ${term!.label}`
  return `Each ${per}${unit === null ? '' : ` ${unit}`} more of ${term!.label}`
}

function amountOf({ isShare, unit }: OutcomeVariable, value: number): string {
  const size = isShare ? `${signedPoints(Math.abs(value))} points` : decimal(Math.abs(value))
  const of = unit === null || isShare ? '' : ` ${unit}`
  return `${size}${of} ${value < 0 ? 'less' : 'more'}`
}

function rangeOf(
  { isShare }: OutcomeVariable,
  lower: number | null,
  upper: number | null,
): string | null {
  if (lower === null || upper === null) return null
  const write = isShare ? signedPoints : decimal
  return `${write(lower)} to ${write(upper)}`
}

function oddsOf({ model }: OutcomeVariable, ratio: number): string {
  const what = model === 'ordinal' ? 'a higher answer' : 'this answer'
  return `odds of ${what} ${decimal(ratio)} times as high`
}

function ratiosOf(ratio: Coefficient['oddsRatio']): string | null {
  if (!ratio || ratio.lower === null || ratio.upper === null) return null
  return `${decimal(ratio.lower)} to ${decimal(ratio.upper)}`
}
