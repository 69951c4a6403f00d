import type { ChatRequest } from '../../src/main/engine/models/chat-model.ts'
import { aPersona } from './persona.ts'

/** A request about nothing in particular. */
export function aChatRequest(overrides: Partial<ChatRequest> = {}): ChatRequest {
  const persona = aPersona(0)
  return {
    messages: [
      { role: 'system', content: 'You are Freya.' },
      { role: 'user', content: 'How are you?' },
    ],
    seed: 42,
    temperature: 0.3,
    maxTokens: 77,
    context: {
      persona,
      mood: persona.moodBaseline,
      recalled: [],
      history: [],
      userPrompt: 'How are you?',
    },
    ...overrides,
  }
}
