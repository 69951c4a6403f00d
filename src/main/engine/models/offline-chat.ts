import { setTimeout as sleep } from 'node:timers/promises'
import type { CriteriaTree } from '../../../shared/contract/cohorts.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { estimateTokens } from '../domain/memory/token-estimate.ts'
import { composeAnswer } from '../domain/rehearsal/compose-answer.ts'
import { respond } from '../domain/rehearsal/response-model.ts'
import { writeSurveyAnswer } from '../domain/rehearsal/survey-text.ts'
import type { ChatChunk, ChatModel, ChatRequest } from './chat-model.ts'

export type OfflineChatDeps = {
  /** Whether a persona meets the criteria of a planted effect. */
  matches: (criteria: CriteriaTree, persona: Persona) => boolean
  /** Pause after each word, to show what streaming looks like. Default 0. */
  delayMs?: number
}

const OFFLINE_CHAT_NAME = 'offline-rehearsal-1'

/**
 * The built-in model: answers in character from the structure the prompt was written from, without
 * a network. What it says is a rehearsal, never evidence about people.
 */
export function createOfflineChat({ matches, delayMs = 0 }: OfflineChatDeps): ChatModel {
  async function* stream(request: ChatRequest, signal?: AbortSignal): AsyncIterable<ChatChunk> {
    signal?.throwIfAborted()
    const answer = answerTo(request, matches)
    for (const text of inWords(answer)) {
      signal?.throwIfAborted()
      yield { type: 'delta', text }
      if (delayMs > 0) await sleep(delayMs, undefined, signal ? { signal } : {})
    }
    yield {
      type: 'done',
      modelName: OFFLINE_CHAT_NAME,
      tokensIn: request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0),
      tokensOut: estimateTokens(answer),
    }
  }
  return { name: OFFLINE_CHAT_NAME, rehearsal: true, stream }
}

function answerTo({ context, seed }: ChatRequest, matches: OfflineChatDeps['matches']): string {
  const { survey, persona } = context
  if (!survey) return composeAnswer(context, seed)
  const isSomebody = survey.told !== 'nothing'
  const response = respond(
    persona,
    survey,
    ({ where }) => !where || (isSomebody && matches(where, persona)),
  )
  return writeSurveyAnswer(context, survey, response, seed)
}

/** Words with the space that follows them: joined, they are the text again. */
function inWords(text: string): string[] {
  return text.match(/\S+\s*/g) ?? []
}
