import type { Pricing } from '../../../shared/contract/models.ts'
import { EngineError } from '../errors.ts'
import type { ChatModel } from './chat-model.ts'
import type { EmbeddingModel } from './embedding-model.ts'
import { parseModelsConfig, type ModelsConfig } from './models-config.ts'
import { createOfflineChat, type OfflineChatDeps } from './offline-chat.ts'
import { createOfflineEmbedding } from './offline-embedding.ts'
import { createOpenAiChat } from './openai-chat.ts'
import { createOpenAiEmbedding } from './openai-embedding.ts'
import type { OpenAiDeps } from './openai-endpoint.ts'

type ListedModel = {
  readonly name: string
  /** True for the built-in model: its output is a rehearsal, not evidence about people. */
  readonly rehearsal: boolean
  /** From the configuration of its endpoint. */
  readonly pricing?: Pricing | undefined
}

export type ModelRegistry = {
  /** @throws EngineError `invalid_input` for a name that is not configured */
  get(name?: string): ChatModel
  list(): ListedModel[]
  /** The model whose vectors the workspace is indexed by. */
  readonly embedding: EmbeddingModel
}

export type ModelRegistryDeps = OpenAiDeps & OfflineChatDeps

export const OFFLINE = 'offline'

/** All models of the workspace by name. Nothing falls back to another model by itself. */
export function createModelRegistry(config: ModelsConfig, deps: ModelRegistryDeps): ModelRegistry {
  const { chat, embedding, defaultChat = OFFLINE } = parseModelsConfig(config)
  const models = new Map([[OFFLINE, createOfflineChat(deps)]])
  const prices = new Map(chat.map(({ name, pricing }) => [name, pricing]))
  for (const { name, pricing: _pricing, ...endpoint } of chat) {
    if (models.has(name)) throw new EngineError('invalid_input', `Two models are named ${name}`)
    models.set(name, createOpenAiChat(endpoint, deps))
  }
  const get = (name = defaultChat) => {
    const model = models.get(name)
    if (model) return model
    const known = [...models.keys()].join(', ')
    throw new EngineError('invalid_input', `There is no model ${name}; there is ${known}`)
  }
  // A default that does not exist is found at the start, not at the first prompt.
  get()
  return {
    get,
    list: () =>
      [...models].map(([name, { rehearsal }]) => {
        const pricing = prices.get(name)
        return { name, rehearsal, ...(pricing ? { pricing } : {}) }
      }),
    embedding: embedding ? createOpenAiEmbedding(embedding, deps) : createOfflineEmbedding(),
  }
}
