import type { Mood, Persona } from '../../../shared/contract/personas.ts'
import type { Finding } from '../domain/consistency/finding.ts'
import {
  pairFindings,
  PairJudgements,
  pairMessages,
  type PassagePair,
} from '../domain/consistency/judge-pairs.ts'
import { seed31 } from '../domain/random.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { askForShape } from '../models/structured-answer.ts'

/** Longest one question may take, ms. */
const PATIENCE_MS = 60_000
const MAX_TOKENS = 1200

/**
 * Has a language model judge pairs of passages.
 *
 * @throws EngineError when it fails or answers in another shape
 */
export async function judgePairs(
  model: ChatModel,
  persona: Persona,
  pairs: readonly PassagePair[],
  signal?: AbortSignal,
): Promise<Finding[]> {
  if (pairs.length === 0) return []
  const messages = pairMessages(pairs)
  const mood: Mood = persona.moodBaseline
  const answer = await askForShape(
    model,
    {
      name: 'contradictions',
      answer: PairJudgements,
      messages,
      seed: seed31('consistency', persona.personaKey, messages[1]!.content),
      temperature: 0,
      maxTokens: MAX_TOKENS,
      context: { persona, mood, recalled: [], history: [], userPrompt: '' },
    },
    AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(signal ? [signal] : [])]),
  )
  return pairFindings(answer, pairs)
}
