import type { Turn } from '../../../../shared/contract/prompts.ts'
import { EngineError } from '../../errors.ts'
import type { ChatModel } from '../../models/chat-model.ts'

export type RecordedModel = ChatModel & {
  /** Prompts that differ from those that were sent. */
  changed(): number
  /** Answers that nobody asked for. */
  left(): number
}

/** Gives the answers of a session again, in their order; reaches nothing else. */
export function createRecordedModel(
  { modelName, rehearsal }: { modelName: string; rehearsal: boolean },
  turns: readonly Turn[],
): RecordedModel {
  let next = 0
  let changed = 0
  return {
    name: modelName,
    rehearsal,
    changed: () => changed,
    left: () => turns.length - next,
    async *stream({ messages }) {
      const turn = turns[next++]
      if (!turn) throw new EngineError('conflict', 'one more answer was asked for than was given')
      if (JSON.stringify(messages) !== JSON.stringify(turn.messages)) changed += 1
      yield { type: 'delta', text: turn.response }
      const { modelName, tokensIn, tokensOut } = turn
      yield { type: 'done', modelName, tokensIn, tokensOut }
    },
  }
}
