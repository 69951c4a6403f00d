import type { EntryId } from '../../../shared/contract/ids.ts'
import type { Mood, Persona } from '../../../shared/contract/personas.ts'
import type { RecalledMemory } from '../../../shared/contract/recall.ts'
import type { Question } from '../../../shared/contract/questions.ts'
import type { RehearsalEffect } from '../../../shared/contract/studies.ts'
import type { Portrait } from '../domain/prompting/portrait.ts'
import type { SurveyAsk } from '../domain/questions/survey-ask.ts'

export type ChatMessage = {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/** One survey question as the built-in model needs it: its answer comes from a response model. */
export type SurveyContext = {
  /** Seed of the study. */
  readonly randomSeed: number
  /** As written in the skill, variables unfilled: what cut-points and loadings derive from. */
  readonly template: Question
  /** Filled, options in the order this task shows them. */
  readonly question: Question
  /** What of the question this turn asks; absent: the question itself. */
  readonly ask?: SurveyAsk
  /** Condition id, or null where the study has none. */
  readonly condition: string | null
  readonly replicate: number
  /** What the prompt tells of the persona; absent: everything. */
  readonly told?: Portrait['told']
  /** Names another way of asking the same, which draws anew; absent: as the study asks. */
  readonly variant?: string
  readonly effects: readonly RehearsalEffect[]
}

/**
 * What the messages were written from. The built-in model reads this structure; a model reached
 * over the network reads only the messages.
 */
export type ChatContext = {
  readonly persona: Persona
  readonly mood: Mood
  readonly recalled: readonly RecalledMemory[]
  /** Sensitive memories that the prompt goes straight to; absent: all of them. */
  readonly probed?: readonly EntryId[]
  /** Earlier turns of the session, oldest first. */
  readonly history: readonly { readonly prompt: string; readonly response: string }[]
  readonly userPrompt: string
  readonly survey?: SurveyContext
}

export type ChatRequest = {
  readonly messages: readonly ChatMessage[]
  /** 0 … 2³¹−1. Equal requests with equal seeds get equal answers where the model can do that. */
  readonly seed: number
  readonly temperature: number
  readonly maxTokens: number
  /** Asks for an answer in this shape, where the endpoint knows how; the reader checks it anyway. */
  readonly answerSchema?: AnswerSchema
  readonly context: ChatContext
}

/** A JSON schema whose objects name all their properties as required. */
export type AnswerSchema = {
  /** Letters, digits, dashes and underscores. */
  readonly name: string
  readonly schema: Readonly<Record<string, unknown>>
}

export type ChatChunk =
  | { readonly type: 'delta'; readonly text: string }
  /** Comes once, last. Token counts are the endpoint's, or estimates where it gives none. */
  | {
      readonly type: 'done'
      readonly modelName: string
      readonly tokensIn: number
      readonly tokensOut: number
      /** What equal requests have in common, where a cache was asked; and whether it answered. */
      readonly cacheKey?: string
      readonly fromCache?: boolean
    }

export interface ChatModel {
  /** What answers report as `modelName`, e.g. `offline-rehearsal-1`. */
  readonly name: string
  /** True for the built-in model: its output is a rehearsal, not evidence about people. */
  readonly rehearsal: boolean
  /** What calls to it share: its address. Absent: nothing is shared with another model. */
  readonly endpoint?: string
  /**
   * Streams one answer. Throws EngineError `model_failed`, `model_timeout` or `rate_limited` (with
   * `retryAfterSeconds` where the endpoint named one); an aborted signal throws an AbortError.
   */
  stream(request: ChatRequest, signal?: AbortSignal): AsyncIterable<ChatChunk>
}
