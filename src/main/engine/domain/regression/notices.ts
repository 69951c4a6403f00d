import type { ModelNotice } from '../../../../shared/contract/regression.ts'
import { hasTooFew, SUPPRESSED_BELOW_N } from '../evidence/estimates.ts'
import { list, plural } from '../evidence/words.ts'
import {
  isUnfitted,
  type FittedModel,
  type UnfittedModel,
} from '../statistics/regression/fitted-model.ts'
import type { Corrections } from './corrections.ts'
import { hasHiddenReference } from './hidden.ts'
import type { ModelColumn } from './model-columns.ts'
import type { RegressionInput } from './regression.ts'

/** What a reader must know before the numbers, most important first. */
export function modelNotices(
  input: RegressionInput,
  model: FittedModel | UnfittedModel,
  corrections: Corrections | undefined,
): ModelNotice[] {
  return [
    ...(isUnfitted(model) ? [unfitted(input, model)] : tooFewPeople(input, model, corrections)),
    ...collinear(input, model),
    ...smallCategories(input),
    ...restated(input),
    ...leftOut(input),
  ]
}

function unfitted({ columns }: RegressionInput, { separatedBy }: UnfittedModel): ModelNotice {
  const found = separatedBy.map((at) => columns[at]!).filter(({ term }) => term !== null)
  if (found.length === 0)
    return {
      code: 'not_fitted',
      message:
        'The search for the best fit found no end, so no coefficients are given. Use fewer predictors, or merge categories with few answers.',
      terms: [],
    }
  const what = list(found.map(({ label }) => quoted(label)))
  return {
    code: 'separated',
    message: `${what} ${found.length === 1 ? 'tells' : 'together tell'} some answers apart without a single exception. The best coefficient would be endless, so none is given. Leave it out, merge its categories, or ask more personas.`,
    terms: termsOf(found),
  }
}

function tooFewPeople(
  input: RegressionInput,
  model: FittedModel,
  corrections: Corrections | undefined,
): ModelNotice[] {
  if (model.degreesOfFreedom > 0) return fewPerCoefficient(input, corrections)
  return [
    {
      code: 'too_few_people',
      message:
        'There are too few personas for so many predictors: no intervals can be given. Use fewer predictors, or ask more personas.',
      terms: [],
    },
  ]
}

function fewPerCoefficient(
  { columns }: RegressionInput,
  corrections: Corrections | undefined,
): ModelNotice[] {
  if (!corrections?.weakest) return []
  const { column, degreesOfFreedom } = corrections.weakest
  const { label } = columns[column]!
  return [
    {
      code: 'few_per_coefficient',
      message: `Few personas stand behind some coefficients: the error of ${quoted(label)} is known only as well as from ${plural(Math.max(1, Math.round(degreesOfFreedom)), 'persona')} of equal weight. Intervals and p are corrected for that; those of R’s survey, which are too narrow here, stand beside them in the table.`,
      terms: termsOf([columns[column]!]),
    },
  ]
}

function collinear(
  { columns }: RegressionInput,
  { kept }: FittedModel | UnfittedModel,
): ModelNotice[] {
  const isOut = (at: number) => at > 0 && !kept.includes(at)
  const out = columns.filter((_, at) => isOut(at))
  if (out.length === 0) return []
  const what = list(out.map(({ label }) => quoted(label)))
  return [
    {
      code: 'collinear',
      message: `${what} ${out.length === 1 ? 'says' : 'say'} nothing that the predictors before do not say already, or ${out.length === 1 ? 'does' : 'do'} not vary. ${out.length === 1 ? 'It is' : 'They are'} left out.`,
      terms: termsOf(out),
    },
  ]
}

function smallCategories({ columns, design }: RegressionInput): ModelNotice[] {
  const small = columns.filter(({ category, rows }) => category !== null && hasTooFew(design, rows))
  const against = columns.filter((column) => hasHiddenReference(design, column))
  if (small.length + against.length === 0) return []
  const references = against.map(({ term, category }) => `${term!.label}: ${category!.reference}`)
  const named = [...new Set([...small.map(({ label }) => label), ...references])]
  const more =
    against.length === 0
      ? ''
      : ' Nor is anything set against them: choose a reference that more personas are in.'
  return [
    {
      code: 'small_category',
      message: `Fewer than ${SUPPRESSED_BELOW_N} personas: ${list(named.map(quoted))}. Not shown, as single people could be read off.${more}`,
      terms: termsOf([...small, ...against]),
    },
  ]
}

function restated({ restated: terms, columns, outcome }: RegressionInput): ModelNotice[] {
  if (terms.length === 0) return []
  const labels = [
    ...new Set(
      columns.flatMap(({ term }) => (term && terms.includes(term.name) ? [term.label] : [])),
    ),
  ]
  return [
    {
      code: 'true_by_construction',
      message: `“${outcome.text}” asks for what ${list(labels.map(quoted))} already says of a persona: a relation between them is true by construction and says nothing.`,
      terms: [...terms],
    },
  ]
}

function leftOut({ leftOut: { noAnswer, noPredictor } }: RegressionInput): ModelNotice[] {
  if (noAnswer + noPredictor === 0) return []
  const parts = [
    ...(noAnswer > 0 ? [`${noAnswer} without a valid answer`] : []),
    ...(noPredictor > 0 ? [`${noPredictor} without one of the predictors`] : []),
  ]
  return [
    {
      code: 'left_out',
      message: `${plural(noAnswer + noPredictor, 'interview')} left out: ${list(parts)}.`,
      terms: [],
    },
  ]
}

function termsOf(columns: readonly ModelColumn[]): string[] {
  return [...new Set(columns.flatMap(({ term }) => (term ? [term.name] : [])))]
}

/** Questions are quoted already. */
function quoted(label: string): string {
  return label.includes('“') ? label : `“${label}”`
}
