import type { Question } from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import type { RehearsalEffect } from '../../../../../shared/contract/studies.ts'
import type { Portrait } from '../../prompting/portrait.ts'
import type { SurveyAsk } from '../../questions/survey-ask.ts'
import type { LatentParts, Occasion } from '../latent.ts'
import type { Respondent } from '../predictors.ts'

/** One question, or one step of it, as put to one persona. */
export type SurveyItem = {
  readonly randomSeed: number
  /** As written in the skill: what loadings, cut-points and draws derive from. */
  readonly template: Question
  /** Filled, options in the order shown: what the answer's words come from. */
  readonly question: Question
  /** What of the question is asked; absent: the question itself. */
  readonly ask?: SurveyAsk
  readonly condition: string | null
  readonly replicate: number
  /** What the prompt tells of the persona; absent: everything. */
  readonly told?: Portrait['told']
  /** Names another way of asking the same. */
  readonly variant?: string
  readonly effects: readonly RehearsalEffect[]
}

export type SurveyResponse = {
  readonly status: 'valid' | 'dont_know' | 'refused'
  /** Options as shown; null unless valid, and where there is nothing but words. */
  readonly value: AnswerValue | null
  /** The value in words, as it is to stand after "Answer:"; '' unless valid. */
  readonly text: string
  /** The latent answer; of a choice, the utility that won, its intercept left out. */
  readonly eta: number
  readonly parts: LatentParts
}

/** A response that is neither refused nor unknown. */
export type Answered = Omit<SurveyResponse, 'status'>

/** An item with its template's key, which is costly to come by, and the effects that apply. */
export type KeyedItem = SurveyItem & {
  readonly key: string
  readonly applying: readonly RehearsalEffect[]
}

/** Answers one type of question, or one kind of step, for a persona. */
export type Responder = (persona: Respondent, item: KeyedItem) => Answered

export function occasionOf(item: SurveyItem): Occasion {
  const { randomSeed, template, condition, replicate, told, variant } = item
  return { randomSeed, questionId: template.id, condition, replicate, told, variant }
}

/** Effects that name an option act on that option alone, whether written or filled. */
export function shiftOf({ applying }: KeyedItem, ...names: readonly string[]): number {
  return applying
    .filter(({ option }) => option === undefined || names.includes(option))
    .reduce((sum, { delta }) => sum + delta, 0)
}

/** Several things in one answer: semicolons between them, lines where those are used up. */
export function listText(parts: readonly string[]): string {
  return parts.some((part) => part.includes(';'))
    ? parts.map((part) => `\n- ${part}`).join('')
    : parts.join('; ')
}
