import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import { alignOptions } from '../../questions/align-options.ts'
import { largestRemainder } from '../../statistics/largest-remainder.ts'
import { rescale } from '../cut-points.ts'
import { latentParts, totalOf, type LatentParts } from '../latent.ts'
import { optionIntercepts } from '../option-intercepts.ts'
import { predictorsOf, type Respondent } from '../predictors.ts'
import { listText, occasionOf, shiftOf, type KeyedItem, type Responder } from './survey-item.ts'

export type Candidate = {
  readonly written: string
  /** As shown. */
  readonly text: string
  readonly parts: LatentParts
  readonly eta: number
}

/** One utility per option, in the order of the template. */
export function candidatesOf(persona: Respondent, item: KeyedItem): Candidate[] {
  const template = item.template as QuestionOf<'single'>
  const question = item.question as QuestionOf<'single'>
  const shown = alignOptions(template.options, question.options)
  const x = predictorsOf(persona)
  return template.options.map((written, i) => {
    const text = question.options[shown[i]!]!
    const shift = shiftOf(item, written, text)
    const parts = latentParts(persona, x, `${item.key}:${written}`, occasionOf(item), shift)
    return { written, text, parts, eta: totalOf(parts) }
  })
}

/** What to add to each option's utility for the reference shares. */
export function interceptsOf(item: KeyedItem): readonly number[] {
  const { options, referenceShares } = item.template as QuestionOf<'single'>
  const shares = referenceShares ?? options.map(() => 1)
  return optionIntercepts(
    options.map((option) => `${item.key}:${option}`),
    rescale(shares),
  )
}

/** A single choice: the highest utility wins. */
export const chooseOne: Responder = (persona, item) => {
  const intercepts = interceptsOf(item)
  const best = highest(candidatesOf(persona, item), ({ eta }, i) => eta + intercepts[i]!)
  return { value: best.text, text: best.text, eta: best.eta, parts: best.parts }
}

/** Several choices: whatever is above 0, the reference share as intercept; at least the best. */
export const chooseSeveral: Responder = (persona, item) => {
  const template = item.template as QuestionOf<'multi'>
  const question = item.question as QuestionOf<'multi'>
  const { options, referenceShares, minChoices = 1, maxChoices = options.length } = template
  const ranked = candidatesOf(persona, item)
    .map((candidate, i) => ({
      ...candidate,
      utility: candidate.eta + interceptOf(referenceShares?.[i]),
    }))
    .toSorted((a, b) => b.utility - a.utility)
  const wanted = ranked.filter(({ utility }) => utility > 0).length
  const chosen = ranked.slice(0, Math.min(maxChoices, Math.max(minChoices, wanted)))
  const alone = chosen.find(({ text }) => question.exclusive?.includes(text))
  const texts = new Set(
    resolveExclusive(
      chosen.map(({ text }) => text),
      alone?.text,
      minChoices,
    ),
  )
  const inOrder = question.options.filter((option) => texts.has(option))
  const { eta, parts } = ranked[0]!
  return { value: inOrder, text: inOrder.length === 0 ? 'None' : listText(inOrder), eta, parts }
}

/** Who likes something else better than "none of these" does not choose it as well. */
function resolveExclusive(chosen: string[], alone: string | undefined, least: number): string[] {
  if (alone === undefined || chosen.length === 1) return chosen
  if (chosen[0] === alone && least <= 1) return [alone]
  return chosen.filter((text) => text !== alone)
}

function interceptOf(share = 0.5): number {
  return normalQuantile(Math.min(0.999, Math.max(0.001, share)), 0, 1)
}

export const rankOptions: Responder = (persona, item) => {
  const { options, top = options.length } = item.question as QuestionOf<'rank'>
  const ranked = candidatesOf(persona, item).toSorted((a, b) => b.eta - a.eta)
  const texts = ranked.slice(0, top).map(({ text }) => text)
  const { eta, parts } = ranked[0]!
  return { value: texts, text: listText(texts), eta, parts }
}

/** Parts by a softmax of the utilities, in whole numbers. */
export const allocate: Responder = (persona, item) => {
  const { options, total } = item.question as QuestionOf<'allocation'>
  const candidates = candidatesOf(persona, item)
  const amounts = largestRemainder(
    candidates.map(({ eta }) => Math.exp(eta)),
    total,
  )
  const amountOf = new Map(candidates.map(({ text }, i) => [text, amounts[i]!]))
  const best = highest(candidates, ({ eta }) => eta)
  return {
    value: Object.fromEntries(options.map((option) => [option, amountOf.get(option)!])),
    text: listText(options.map((option) => `${option}: ${amountOf.get(option)}`)),
    eta: best.eta,
    parts: best.parts,
  }
}

/** The best and the worst of the options of one set. */
export const bestAndWorst: Responder = (persona, item) => {
  const shown = item.ask?.kind === 'best-worst' ? item.ask.options : []
  const candidates = candidatesOf(persona, item).filter(({ text }) => shown.includes(text))
  const best = highest(candidates, ({ eta }) => eta)
  const worst = highest(candidates, ({ eta }) => -eta)
  const text = listText([`best: ${best.text}`, `worst: ${worst.text}`])
  return { value: [best.text, worst.text], text, eta: best.eta, parts: best.parts }
}

function highest<T>(items: readonly T[], scoreOf: (item: T, i: number) => number): T {
  const scores = items.map(scoreOf)
  return items[scores.indexOf(Math.max(...scores))]!
}
