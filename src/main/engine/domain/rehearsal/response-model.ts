import type { Question } from '../../../../shared/contract/skills.ts'
import type { RehearsalEffect } from '../../../../shared/contract/studies.ts'
import { uniform } from '../random.ts'
import { defaultShares, rescale, scalePoint } from './cut-points.ts'
import { latentParts, totalOf, type LatentParts, type Occasion } from './latent.ts'
import { optionIntercepts } from './option-intercepts.ts'
import { predictorsOf, type Respondent } from './predictors.ts'
import { alignOptions, templateKey } from './template.ts'

/** One question as put to one persona. */
export type SurveyItem = {
  readonly randomSeed: number
  /** As written in the skill: what loadings, cut-points and draws derive from. */
  readonly template: Question
  /** Filled, options in the order shown: what the answer's words come from. */
  readonly question: Question
  readonly condition: string | null
  readonly replicate: number
  readonly effects: readonly RehearsalEffect[]
}

export type SurveyResponse = {
  readonly status: 'valid' | 'dont_know' | 'refused'
  /** Option as shown, scale point 1…k, or number; null unless valid, and for open questions. */
  readonly value: string | number | null
  /** The value in words: option, label, or number with its decimals; '' unless valid. */
  readonly text: string
  /** The latent answer; of a single choice, the utility that won, its intercept left out. */
  readonly eta: number
  readonly parts: LatentParts
}

const DONT_KNOW_RATE = 0.03
const REFUSAL_RATE = 0.01

/**
 * The answer of the offline response model: η = β·x + u + δ + e, total variance 1 without δ.
 *
 * @param appliesTo  whether an effect's `where` holds for the persona; question and condition are
 *                   checked here
 */
export function respond(
  persona: Respondent,
  item: SurveyItem,
  appliesTo: (effect: RehearsalEffect) => boolean,
): SurveyResponse {
  const asked = { ...item, key: templateKey(item.template) }
  const status = statusOf(persona, asked)
  const latent = item.template.type === 'single' ? choose : scale
  const response = latent(persona, asked, effectsOn(item).filter(appliesTo))
  return status === 'valid' ? response : { ...response, status, value: null, text: '' }
}

/** With the template's key, which is costly to come by. */
type KeyedItem = SurveyItem & { readonly key: string }

function effectsOn({ effects, template, condition }: SurveyItem): RehearsalEffect[] {
  return effects.filter(
    (effect) =>
      effect.questionId === template.id &&
      (effect.condition === undefined || effect.condition === condition),
  )
}

/** Refusals and don't-knows come from streams of their own, at random. */
function statusOf({ personaKey }: Respondent, item: KeyedItem): SurveyResponse['status'] {
  const { randomSeed, template, key, condition, replicate } = item
  const parts = [randomSeed, personaKey, template.id, key, condition, replicate]
  if (uniform(...parts, 'refusal') < REFUSAL_RATE) return 'refused'
  if (template.allowDontKnow && uniform(...parts, 'dont-know') < DONT_KNOW_RATE) return 'dont_know'
  return 'valid'
}

/** Open, likert and numeric questions: one latent answer. */
function scale(
  persona: Respondent,
  item: KeyedItem,
  effects: readonly RehearsalEffect[],
): SurveyResponse {
  const x = predictorsOf(persona)
  const parts = latentParts(persona, x, item.key, occasionOf(item), sumOf(effects))
  const eta = totalOf(parts)
  return { status: 'valid', ...answerAt(eta, item), eta, parts }
}

function answerAt(eta: number, { template, question }: SurveyItem) {
  if (template.type === 'likert') {
    const shares = template.referenceShares ?? defaultShares[template.labels.length === 7 ? 7 : 5]
    const value = scalePoint(eta, shares)
    const labels = question.type === 'likert' ? question.labels : template.labels
    return { value, text: labels[value - 1]! }
  }
  if (template.type === 'numeric') {
    const { min, max, decimals } = template
    const { mean, sd } = template.reference ?? { mean: (min + max) / 2, sd: (max - min) / 6 }
    // `+ 0` turns −0, which nobody answers, into 0.
    const rounded = Number((mean + sd * eta).toFixed(decimals)) + 0
    const value = Math.min(max, Math.max(min, rounded))
    const text = value.toFixed(decimals)
    // An end of the range may have more decimals than an answer keeps.
    return { value, text: Number(text) === value ? text : String(value) }
  }
  return { value: null, text: '' }
}

/** A single choice: one utility per option, the highest wins. */
function choose(
  persona: Respondent,
  item: KeyedItem,
  effects: readonly RehearsalEffect[],
): SurveyResponse {
  const { template, question, key } = item
  if (template.type !== 'single' || question.type !== 'single') {
    throw new TypeError('A single choice needs a single-choice template and question')
  }
  const facets = template.options.map((option) => `${key}:${option}`)
  const shares = template.referenceShares ?? template.options.map(() => 1)
  const intercepts = optionIntercepts(facets, rescale(shares))
  const shown = alignOptions(template.options, question.options)
  const x = predictorsOf(persona)
  const candidates = facets.map((facet, i) => {
    const text = question.options[shown[i]!]!
    // An effect may name the option as written or as filled.
    const own = effects.filter(({ option }) => option === template.options[i] || option === text)
    const parts = latentParts(persona, x, facet, occasionOf(item), sumOf(own))
    const eta = totalOf(parts)
    return { text, parts, eta, utility: eta + intercepts[i]! }
  })
  const { text, eta, parts } = candidates.reduce((best, candidate) =>
    candidate.utility > best.utility ? candidate : best,
  )
  return { status: 'valid', value: text, text, eta, parts }
}

function occasionOf({ randomSeed, template, condition, replicate }: SurveyItem): Occasion {
  return { randomSeed, questionId: template.id, condition, replicate }
}

function sumOf(effects: readonly RehearsalEffect[]): number {
  return effects.reduce((sum, { delta }) => sum + delta, 0)
}
