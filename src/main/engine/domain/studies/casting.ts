import type { Question } from '../../../../shared/contract/questions.ts'
import type { RobustnessPlan } from '../../../../shared/contract/robustness.ts'
import { wholePortrait, type Portrait } from '../prompting/portrait.ts'

/** How the questions of a study are put in a task: as designed, or otherwise beside the study. */
export type Casting = {
  readonly portrait: Portrait
  /** Other words for some questions, by id. */
  readonly wording: Readonly<Record<string, string>>
  readonly reversesOptions: boolean
  /** Names the way of asking where it is another than the study's. */
  readonly variant?: string
  /** Name of the model that answers; null: the run's. */
  readonly model: string | null
}

const asDesigned: Casting = {
  portrait: wholePortrait,
  wording: {},
  reversesOptions: false,
  model: null,
}

/**
 * What a task's arm means.
 *
 * @throws Error for an arm that the manifest does not know
 */
export function castingOf(plan: RobustnessPlan | undefined, arm: string | null): Casting {
  if (arm === null) return asDesigned
  const told = { 'no-persona': 'nothing', 'demographics-only': 'demographics' }[arm]
  if (told) return { ...asDesigned, portrait: { ...wholePortrait, told: told as Portrait['told'] } }
  const variant = plan?.variants.find(({ id }) => id === arm)
  if (!variant) throw new Error(`The manifest has no variant ${arm}`)
  return {
    portrait: { told: 'whole', format: variant.format },
    wording: plan!.wordings[variant.wording - 1] ?? {},
    reversesOptions: variant.optionOrder === 'reversed',
    variant: variant.id,
    model: variant.model,
  }
}

/** The question in the words of the casting. */
export function inWording<Q extends Question>(question: Q, { wording }: Casting): Q {
  const text = wording[question.id]
  return text === undefined ? question : { ...question, text }
}

/** Options or rows from last to first, but for those anchored at the end. */
export function inCastOrder<Q extends Question>(question: Q, { reversesOptions }: Casting): Q {
  if (!reversesOptions) return question
  if ('rows' in question) return { ...question, rows: question.rows.toReversed() }
  if (!('options' in question)) return question
  const anchored = 'anchorLast' in question ? (question.anchorLast ?? 0) : 0
  const free = question.options.length - anchored
  const { options } = question
  return { ...question, options: [...options.slice(0, free).toReversed(), ...options.slice(free)] }
}
