import type { Question } from '../../../../shared/contract/questions.ts'
import { kindOf } from '../questions/kinds/index.ts'

/** A free answer of a short paragraph. */
const FREE_TOKENS = 120
const SHARE_TOKENS = 60

/** Output tokens one task is expected to take if everything is asked. */
export function estimateTaskTokens(questions: readonly Question[]): number {
  return questions.reduce((sum, question) => sum + typicalTokens(question), 0)
}

function typicalTokens(question: Question): number {
  const kind = kindOf(question)
  const mode = 'mode' in question ? (question.mode ?? 'pick') : 'pick'
  if (mode === 'probability') return SHARE_TOKENS
  if (mode === 'similarity') return FREE_TOKENS
  if (mode === 'two-pass') return FREE_TOKENS + kind.typicalTokens
  return question.type === 'open'
    ? kind.typicalTokens * (1 + (question.probes?.length ?? 0))
    : kind.typicalTokens
}
