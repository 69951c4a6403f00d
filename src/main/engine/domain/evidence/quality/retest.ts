import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import type { Question } from '../../../../../shared/contract/questions.ts'
import type { Retest } from '../../../../../shared/contract/evidence-quality.ts'
import { iccInterval } from '../../statistics/icc-interval.ts'
import { krippendorffAlpha } from '../../statistics/krippendorff.ts'
import { toRepeated } from '../../statistics/repeated.ts'
import type { EvidenceInput } from '../evidence-input.ts'
import { comparableOf, repeatedRows } from './repeats.ts'

const LEAST_UNITS = 10

/**
 * Test–retest over replicates that were generated independently: ICC(1,1) of numbers, Krippendorff's
 * α by the question's level. Every replicate has a seed of its own, so none is answered from the
 * cache of another; where a model repeats itself for want of temperature, nothing is measured.
 */
export function retestOf(input: EvidenceInput, question: Question): Retest {
  const { process } = input
  const comparable = comparableOf(question)
  const level = comparable?.level ?? null
  if (!process) return notMeasured('It is not known how the answers came about.', level)
  if (!process.replicates.some((replicate) => replicate > 1))
    return notMeasured(
      'Every persona was asked once: a run with two replicates measures it.',
      level,
    )
  if (process.temperature === 0)
    return notMeasured(
      'At temperature 0 a model repeats itself: agreement would say nothing.',
      level,
    )
  if (!comparable)
    return notMeasured('Answers to this type of question cannot be compared point by point.', level)
  const units = repeatedRows(input, question.id).filter(({ length }) => length >= 2)
  if (units.length < LEAST_UNITS)
    return notMeasured(`Fewer than ${LEAST_UNITS} personas answered twice.`, level, units.length)
  const answers = input.answers[question.id]!
  const parts = comparable.parts.map((part) =>
    toRepeated(units.map((rows) => rows.map((row) => part(answers[row]!.value!)))),
  )
  const agreements = parts.map((part) => krippendorffAlpha(part, comparable.level))
  const alpha = meanOf(agreements.map((one) => one.alpha))
  // Parts of one answer go together: as if their errors did so fully.
  const error = meanOf(agreements.map(({ standardError }) => standardError))
  const half = error === null ? null : normalQuantile(0.975, 0, 1) * error
  const icc = comparable.isNumber ? parts.map((part) => iccInterval(part)) : []
  return {
    notMeasured: null,
    units: units.length,
    icc: meanOf(icc.map(({ estimate }) => estimate)),
    // As above: the mean of intervals is the widest that the interval of a mean can be.
    iccLower: meanOf(icc.map(({ lower }) => lower)),
    iccUpper: meanOf(icc.map(({ upper }) => upper)),
    alpha,
    alphaLower: half === null || alpha === null ? null : alpha - half,
    alphaUpper: half === null || alpha === null ? null : alpha + half,
    level,
  }
}

function notMeasured(reason: string, level: Retest['level'], units = 0): Retest {
  return {
    notMeasured: reason,
    units,
    icc: null,
    iccLower: null,
    iccUpper: null,
    alpha: null,
    alphaLower: null,
    alphaUpper: null,
    level,
  }
}

function meanOf(values: readonly number[]): number | null {
  const known = values.filter(Number.isFinite)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
