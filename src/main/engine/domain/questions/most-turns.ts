import type { Question } from '../../../../shared/contract/questions.ts'
import { kindOf } from './kinds/index.ts'

/** Turns that a question takes at most: every step of it, each asked for once more. */
export function mostTurns(question: Question): number {
  const mode = 'mode' in question ? (question.mode ?? 'pick') : 'pick'
  const steps =
    mode === 'two-pass' ? 2 : mode === 'pick' ? (kindOf(question).mostSteps?.(question) ?? 1) : 1
  return steps * 2
}
