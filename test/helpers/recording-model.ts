import { createOfflineChat } from '../../src/main/engine/models/offline-chat.ts'
import type { ChatModel, ChatRequest } from '../../src/main/engine/models/chat-model.ts'

export type RecordingModel = ChatModel & { readonly requests: ChatRequest[] }

/** The built-in model, keeping what it was asked. */
export function createRecordingModel(): RecordingModel {
  const model = createOfflineChat({ matches: () => false })
  const requests: ChatRequest[] = []
  return {
    ...model,
    requests,
    stream(request, signal) {
      requests.push(request)
      return model.stream(request, signal)
    },
  }
}
