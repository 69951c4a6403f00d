import type { SkillBody } from '../../../../shared/contract/skills.ts'
import { mostTurns } from '../questions/most-turns.ts'
import { RUBRIC_TOKENS, rubricCalls } from '../skills/evaluation/rubric.ts'

/** What a chat template puts around a message, and before the first one. Generous. */
const AROUND_MESSAGE = 16
const BEFORE_FIRST = 256

/**
 * The most input tokens these messages can be: byte-level tokenizers, and those that fall back to
 * bytes, never make more than one token of a byte (Radford et al. 2019; Kudo & Richardson 2018).
 */
export function mostTokensIn(messages: readonly { readonly content: string }[]): number {
  return messages.reduce(
    (sum, { content }) => sum + Buffer.byteLength(content) + AROUND_MESSAGE,
    BEFORE_FIRST,
  )
}

/**
 * The most output tokens that one task can take, judgements of its answers included.
 *
 * @param perCall  the most one call may take
 */
export function mostTaskTokens(
  { questions, evaluation }: Pick<SkillBody, 'questions' | 'evaluation'>,
  perCall: number,
): number {
  const turns = questions.reduce((sum, question) => sum + mostTurns(question), 0)
  return turns * perCall + rubricCalls(evaluation, questions) * RUBRIC_TOKENS
}
