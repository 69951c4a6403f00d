import type { Question } from '../../../../shared/contract/questions.ts'
import type { DrawPart } from '../random.ts'
import type { Extent } from './read-step.ts'
import type { Outcome, Reading } from './reading.ts'
import type { SurveyAsk } from './survey-ask.ts'

/** Draws that belong to one question of one task: the same parts give the same draw again. */
export type Draw = {
  shuffle<T>(items: readonly T[], ...parts: DrawPart[]): T[]
  uniform(...parts: DrawPart[]): number
}

/** One exchange of a question: most have one, a price ladder or a choice experiment has several. */
export type Step = {
  readonly prompt: string
  /** What the built-in model is to answer. */
  readonly ask: SurveyAsk
  /** What to repeat after an answer that could not be read. */
  readonly again: string
  read(text: string): Reading
}

/** Asks step by step; what a step's answer was read as comes back from `yield`. */
export type Steps = Generator<Step, Outcome, Reading>

/**
 * All that is particular to one type of question between the skill and the answer. `question` is
 * always as shown: variables filled, options in the task's order.
 */
export type QuestionKind<Q extends Question = Question> = {
  /** The question with every text in it replaced, its own text left out. */
  mapTexts(question: Q, map: (text: string) => string): Q
  /** What answers name: options or rows, as shown; empty where they name nothing. */
  names(question: Q): readonly string[]
  /** With options or rows in a drawn order, where the question asks for that. */
  ordered(question: Q, draw: Draw): Q
  /** Lines between what is asked and how to answer. */
  choices(question: Q): string[]
  /** "Answer on the first line with …". */
  form(question: Q): string
  /** Reads what stands after "Answer:"; refusals and don't-knows have been seen to. */
  read(question: Q, said: string): Reading
  /** How much of a text an answer takes; absent: a line. */
  readonly extent?: Extent
  /** For types that are asked in several steps; absent: one. */
  steps?(question: Q, draw: Draw): Steps
  /** A valid answer in words, for `{{answers.id}}` and screens. */
  inWords(question: Q, value: NonNullable<Outcome['value']>): string
  /** Output tokens a typical answer takes, for the estimate before a first run. */
  readonly typicalTokens: number
  /** Steps at most. */
  mostSteps?(question: Q): number
}
