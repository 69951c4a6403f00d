import type { Mood, Persona } from '../../../../shared/contract/personas.ts'
import type { RecalledMemory } from '../../../../shared/contract/recall.ts'

/** What an answer in character is written from. */
export type Conversation = {
  readonly persona: Persona
  readonly mood: Mood
  /** Best first. */
  readonly recalled: readonly RecalledMemory[]
  /** Sensitive memories that the prompt goes straight to; absent: all of them. */
  readonly probed?: readonly string[]
  /** Earlier turns, oldest first. */
  readonly history: readonly { readonly prompt: string; readonly response: string }[]
  readonly userPrompt: string
}
