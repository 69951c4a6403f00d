import { APIError } from 'openai/error'
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions'
import { estimateTokens } from '../domain/memory/token-estimate.ts'
import { EngineError } from '../errors.ts'
import { parseBaseUrl } from './base-url.ts'
import type { ChatChunk, ChatModel, ChatRequest } from './chat-model.ts'
import { toModelError } from './model-errors.ts'
import {
  connect,
  DEFAULT_STALL_SECONDS,
  endpointOptions,
  type Endpoint,
  type OpenAiDeps,
} from './openai-endpoint.ts'
import { createWatchdog, type Watchdog } from './watchdog.ts'

/** A model behind an OpenAI-compatible endpoint: OpenAI, Ollama, LM Studio, llama.cpp, vLLM… */
export function createOpenAiChat(endpoint: Endpoint, deps: OpenAiDeps): ChatModel {
  const { origin } = parseBaseUrl(endpoint.baseUrl, endpointOptions(endpoint))
  const silentMs = (endpoint.stallSeconds ?? DEFAULT_STALL_SECONDS) * 1000
  const withheld = new Set<Optional>()

  async function* stream(request: ChatRequest, signal?: AbortSignal): AsyncIterable<ChatChunk> {
    signal?.throwIfAborted()
    const watchdog = createWatchdog(silentMs, signal)
    let apiKey: string | undefined
    try {
      const connection = await connect(endpoint, deps)
      apiKey = connection.apiKey
      const open = async (body: ChatCompletionCreateParamsStreaming) =>
        connection.client.chat.completions.create(body, { signal: watchdog.signal })
      const chunks = await openStream(open, endpoint.model, request, withheld)
      yield* readStream(chunks, { request, watchdog, model: endpoint.model })
    } catch (error) {
      throw toModelError(error, {
        origin,
        model: endpoint.model,
        apiKey,
        silentMs: watchdog.barked() ? silentMs : undefined,
        signal,
        now: deps.now,
      })
    } finally {
      // A listener that leaves early ends the generation too.
      watchdog.stop()
    }
  }
  return { name: endpoint.model, rehearsal: false, endpoint: origin, stream }
}

/** Fields that some endpoints refuse; what was refused once is not sent again. */
type Optional = 'stream_options' | 'max_tokens' | 'temperature' | 'seed' | 'response_format'
const optionals: readonly Optional[] = [
  'stream_options',
  'max_tokens',
  'temperature',
  'seed',
  'response_format',
]

type OpenStream = (body: ChatCompletionCreateParamsStreaming) => Promise<Chunks>
type Chunks = AsyncIterable<{
  model?: string
  choices?: { delta?: { content?: string | null }; finish_reason?: string | null }[]
  usage?: { prompt_tokens: number; completion_tokens: number } | null
}>

async function openStream(
  open: OpenStream,
  model: string,
  request: ChatRequest,
  withheld: Set<Optional>,
): Promise<Chunks> {
  for (;;) {
    try {
      return await open(bodyOf(model, request, withheld))
    } catch (error) {
      const refused = refusedField(error, withheld)
      if (!refused) throw error
      withheld.add(refused)
    }
  }
}

function bodyOf(
  model: string,
  { messages, seed, temperature, maxTokens, answerSchema }: ChatRequest,
  withheld: ReadonlySet<Optional>,
): ChatCompletionCreateParamsStreaming {
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    stream: true,
    ...(!withheld.has('stream_options') && { stream_options: { include_usage: true } }),
    ...(withheld.has('max_tokens')
      ? { max_completion_tokens: maxTokens }
      : { max_tokens: maxTokens }),
    ...(!withheld.has('temperature') && { temperature }),
    ...(!withheld.has('seed') && { seed }),
    ...(answerSchema &&
      !withheld.has('response_format') && {
        response_format: { type: 'json_schema', json_schema: { ...answerSchema, strict: true } },
      }),
  }
}

/** The optional field that a 400 or 422 complains about and that was sent. */
function refusedField(error: unknown, withheld: ReadonlySet<Optional>): Optional | undefined {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422))
    return undefined
  const complaint = `${error.param ?? ''} ${error.message} ${JSON.stringify(error.error ?? '')}`
  return optionals.find((field) => !withheld.has(field) && complaint.includes(field))
}

type Reading = {
  readonly request: ChatRequest
  readonly watchdog: Watchdog
  readonly model: string
}

async function* readStream(
  chunks: Chunks,
  { request, watchdog, model }: Reading,
): AsyncIterable<ChatChunk> {
  let characters = 0
  let modelName = model
  let isFinished = false
  let usage: { prompt_tokens: number; completion_tokens: number } | undefined
  for await (const chunk of chunks) {
    watchdog.feed()
    const choice = chunk.choices?.[0]
    modelName = chunk.model || modelName
    usage = chunk.usage ?? usage
    isFinished ||= Boolean(choice?.finish_reason)
    const text = choice?.delta?.content
    if (!text) continue
    characters += text.length
    // The time the listener takes is not the endpoint's silence.
    watchdog.rest()
    yield { type: 'delta', text }
    watchdog.feed()
  }
  // The package ends a stream quietly when its signal aborts, and when the connection closes early.
  watchdog.signal.throwIfAborted()
  if (!isFinished) throw new EngineError('model_failed', `The model ${model} broke off its answer`)
  if (characters === 0) throw new EngineError('model_failed', `The model ${model} answered nothing`)
  yield {
    type: 'done',
    modelName,
    tokensIn: usage?.prompt_tokens ?? estimateIn(request),
    tokensOut: usage?.completion_tokens ?? Math.ceil(characters / 4),
  }
}

function estimateIn({ messages }: ChatRequest): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0)
}
