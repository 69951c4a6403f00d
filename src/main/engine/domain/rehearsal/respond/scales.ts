import type { Question, QuestionOf } from '../../../../../shared/contract/questions.ts'
import { sharesOfScale, scalePoint } from '../cut-points.ts'
import { latentParts, totalOf, type LatentParts } from '../latent.ts'
import { predictorsOf, type Respondent } from '../predictors.ts'
import { answerTexts, valueAt } from '../../questions/ask-question.ts'
import { listText, occasionOf, shiftOf, type KeyedItem, type Responder } from './survey-item.ts'

/** Questions with one latent answer: what is spoken freely has nothing but that. */
export const latentOnly: Responder = (persona, item) => {
  const parts = latentOf(persona, item)
  return { value: null, text: '', eta: totalOf(parts), parts }
}

/** likert, yesno, nps: cut at the reference shares. */
export const onScale: Responder = (persona, item) => {
  const parts = latentOf(persona, item)
  const eta = totalOf(parts)
  const point = pointOf(eta, scaleShares(item.template))
  const text = answerTexts(item.question)[point]!
  return { value: valueAt(item.question, point), text, eta, parts }
}

/** Shares of the points of a scale, in the order of its answers. */
export function scaleShares(template: Question): readonly number[] {
  const given = 'referenceShares' in template ? template.referenceShares : undefined
  if (given) return given
  return sharesOfScale(
    template.type === 'matrix' ? template.labels.length : answerTexts(template).length,
  )
}

/** Index of the answer; "Yes" comes first and is the higher end. */
function pointOf(eta: number, shares: readonly number[]): number {
  return shares.length === 2
    ? 2 - scalePoint(eta, shares.toReversed())
    : scalePoint(eta, shares) - 1
}

export const onNumbers: Responder = (persona, item) => {
  const template = item.template as QuestionOf<'numeric'>
  const parts = latentOf(persona, item)
  const eta = totalOf(parts)
  const { min, max, decimals } = template
  const { mean, sd } = template.reference ?? { mean: (min + max) / 2, sd: (max - min) / 6 }
  // `+ 0` turns −0, which nobody answers, into 0.
  const rounded = Number((mean + sd * eta).toFixed(decimals)) + 0
  const value = Math.min(max, Math.max(min, rounded))
  const text = value.toFixed(decimals)
  // An end of the range may have more decimals than an answer keeps.
  return { value, text: Number(text) === value ? text : String(value), eta, parts }
}

/** Each row a latent answer of its own. */
export const onRows: Responder = (persona, item) => {
  const template = item.template as QuestionOf<'matrix'>
  const question = item.question as QuestionOf<'matrix'>
  const x = predictorsOf(persona)
  const shares = scaleShares(template)
  const rows = question.rows.map((row, i) => {
    const written = template.rows.includes(row) ? row : template.rows[i]!
    const shift = shiftOf(item, written, row)
    const parts = latentParts(persona, x, `${item.key}:${written}`, occasionOf(item), shift)
    return { row, parts, point: scalePoint(totalOf(parts), shares) }
  })
  const { parts } = rows[0]!
  return {
    value: Object.fromEntries(rows.map(({ row, point }) => [row, point])),
    text: listText(rows.map(({ row, point }) => `${row}: ${question.labels[point - 1]}`)),
    eta: totalOf(parts),
    parts,
  }
}

export function latentOf(persona: Respondent, item: KeyedItem): LatentParts {
  return latentParts(persona, predictorsOf(persona), item.key, occasionOf(item), shiftOf(item))
}
