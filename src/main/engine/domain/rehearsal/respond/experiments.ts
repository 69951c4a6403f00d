import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import { normal } from '../../random.ts'
import { latentParts, totalOf } from '../latent.ts'
import { predictorsOf, type Respondent } from '../predictors.ts'
import { latentOf } from './scales.ts'
import { occasionOf, shiftOf, type KeyedItem, type Responder } from './survey-item.ts'

/** SD of what a choice between profiles hangs on besides their levels, in SD of one level. Ours. */
const CHOICE_NOISE = 0.5

/** The profile whose levels are worth most together, or none of them. */
export const chooseProfile: Responder = (persona, item) => {
  const question = item.question as QuestionOf<'conjoint'>
  const template = item.template as QuestionOf<'conjoint'>
  const { profiles, place } = item.ask?.kind === 'profiles' ? item.ask : { profiles: [], place: 0 }
  const worths = template.attributes.map(({ name, levels }) =>
    levels.map((level) => worthOf(persona, item, `${name}=${level}`)),
  )
  const scale = 1 / Math.sqrt(template.attributes.length)
  const utilities = profiles.map((profile, i) => {
    const sum = profile.reduce((total, level, attribute) => total + worths[attribute]![level]!, 0)
    return sum * scale + noiseOf(persona, item, `${place} ${i}`)
  })
  const best = Math.max(...utilities)
  const none = worthOf(persona, item, 'none of these') + noiseOf(persona, item, `${place} none`)
  const isNone = question.allowNone && none > best
  const chosen = utilities.indexOf(best)
  const text = isNone ? 'None of these' : String(chosen + 1)
  return { value: isNone ? -1 : chosen, text, eta: best, parts: latentOf(persona, item) }
}

/** @param facet  "attribute=level", which a planted effect may name as its option */
function worthOf(persona: Respondent, item: KeyedItem, facet: string): number {
  const shift = shiftOf(item, facet)
  const x = predictorsOf(persona)
  return totalOf(latentParts(persona, x, `${item.key}:${facet}`, occasionOf(item), shift))
}

function noiseOf({ personaKey }: Respondent, item: KeyedItem, choice: string): number {
  const { randomSeed, template, condition, replicate } = item
  const key = [randomSeed, personaKey, template.id, condition, replicate] as const
  return CHOICE_NOISE * normal(...key, 'choice', choice)
}

/** A price is accepted iff its logarithm is at most μ + σ·η. */
export const acceptPrice: Responder = (persona, item) => {
  const { prices, reference } = item.template as QuestionOf<'price'>
  const price = item.ask?.kind === 'price' ? item.ask.price : prices[0]!
  const parts = latentOf(persona, item)
  const eta = totalOf(parts)
  const [low, high] = [Math.log(prices[0]!), Math.log(prices.at(-1)!)]
  const mean = reference ? Math.log(reference.median) : (low + high) / 2
  const deviation = reference?.sdLog ?? (high - low) / 4
  const accepted = Math.log(price) <= mean + deviation * eta
  return { value: accepted ? 'yes' : 'no', text: accepted ? 'Yes' : 'No', eta, parts }
}
