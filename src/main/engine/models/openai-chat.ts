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
      const open = async (body: ChatCompletionCreateParamsStreaming) => {
        const call = connection.client.chat.completions.create(body, { signal: watchdog.signal })
        const { data, response } = await call.withResponse()
        requireStream(response, endpoint.model, origin)
        return data
      }
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

/** A proxy or a wrong path answers with a page for people, as a success. */
function requireStream({ headers }: Response, model: string, origin: string): void {
  if (!headers.get('content-type')?.includes('text/html')) return
  const message = `The model ${model} at ${origin} answered with a web page: check the address`
  throw new EngineError('model_failed', message)
}

type OpenStream = (body: ChatCompletionCreateParamsStreaming) => Promise<Chunks>
type Chunk = {
  model?: unknown
  choices?: unknown
  usage?: { prompt_tokens?: unknown; completion_tokens?: unknown } | null
}
type Choice = { delta?: { content?: unknown }; finish_reason?: unknown }
type Chunks = AsyncIterable<Chunk>

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

/** Such a complaint often names `max_tokens`, which is not what was wrong. */
const TOO_LONG = /context.?(length|window)|too (large|long)|reduce the length/i

/** The optional field that a 400 or 422 complains about and that was sent. */
function refusedField(error: unknown, withheld: ReadonlySet<Optional>): Optional | undefined {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422))
    return undefined
  if (TOO_LONG.test(`${error.code ?? ''} ${error.message}`)) return undefined
  const complaint = `${error.param ?? ''} ${error.message} ${JSON.stringify(error.error ?? '')}`
  return optionals.find((field) => !withheld.has(field) && complaint.includes(field))
}

type Reading = {
  readonly request: ChatRequest
  readonly watchdog: Watchdog
  readonly model: string
}

// More than any tokens are long, and than any model thinks in silence: whoever sends it does not stop.
const mostCharacters = ({ maxTokens }: ChatRequest) => 10_000 + 50 * maxTokens
const mostChunks = ({ maxTokens }: ChatRequest) => 10_000 + 20 * maxTokens

async function* readStream(
  chunks: Chunks,
  { request, watchdog, model }: Reading,
): AsyncIterable<ChatChunk> {
  let [characters, seen] = [0, 0]
  let modelName = model
  let finish: unknown
  let usage: Chunk['usage']
  for await (const chunk of chunks) {
    watchdog.feed()
    const choice = firstChoice(chunk)
    if (typeof chunk.model === 'string' && chunk.model !== '') modelName = chunk.model
    usage = chunk.usage ?? usage
    finish = choice?.finish_reason || finish
    const text = choice?.delta?.content
    const length = typeof text === 'string' ? text.length : 0
    characters += length
    if (characters > mostCharacters(request) || ++seen > mostChunks(request))
      throw new EngineError('model_failed', `The model ${model} did not stop where it was told to`)
    if (typeof text !== 'string' || length === 0) continue
    // The time the listener takes is not the endpoint's silence.
    watchdog.rest()
    yield { type: 'delta', text }
    watchdog.feed()
  }
  // The package ends a stream quietly when its signal aborts, and when the connection closes early.
  // An answer that has ended is whole, even if the endpoint forgets to hang up.
  if (!finish || !watchdog.barked()) watchdog.signal.throwIfAborted()
  if (!finish) throw new EngineError('model_failed', `The model ${model} broke off its answer`)
  if (finish === 'content_filter')
    throw new EngineError('blocked_by_policy', `The content filter of ${model} withheld the answer`)
  if (characters === 0) throw new EngineError('model_failed', `The model ${model} answered nothing`)
  yield {
    type: 'done',
    modelName,
    tokensIn: plausible(usage?.prompt_tokens) ?? estimateIn(request),
    tokensOut: plausible(usage?.completion_tokens) ?? Math.ceil(characters / 4),
  }
}

/** Of several choices, which nobody asked for, the first; others come in between. */
function firstChoice({ choices }: Chunk): Choice | undefined {
  if (!Array.isArray(choices)) return undefined
  return (choices as (Choice & { index?: unknown })[]).find(
    (choice) => typeof choice === 'object' && choice !== null && !choice.index,
  )
}

/** More tokens than any model reads or writes at once. */
const MOST_TOKENS = 10_000_000

/** A count of tokens that can be one; money is computed with it. */
function plausible(count: unknown): number | undefined {
  const isCount = Number.isSafeInteger(count) && Number(count) > 0 && Number(count) <= MOST_TOKENS
  return isCount ? (count as number) : undefined
}

function estimateIn({ messages }: ChatRequest): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0)
}
