import { EngineError } from '../errors.ts'
import { parseBaseUrl } from './base-url.ts'
import type { EmbeddingModel } from './embedding-model.ts'
import { toModelError } from './model-errors.ts'
import {
  connect,
  DEFAULT_STALL_SECONDS,
  endpointOptions,
  type Endpoint,
  type OpenAiDeps,
} from './openai-endpoint.ts'
import { createWatchdog } from './watchdog.ts'

export type EmbeddingEndpoint = Endpoint & {
  /** Length of the vectors the model gives: `discoverDimensions` asks it. */
  readonly dimensions: number
}

/** Texts per request: below the limits of all endpoints we know. */
const BATCH = 128

export function createOpenAiEmbedding(
  { dimensions, ...endpoint }: EmbeddingEndpoint,
  deps: OpenAiDeps,
): EmbeddingModel {
  const { host } = parseBaseUrl(endpoint.baseUrl, endpointOptions(endpoint))
  async function embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const vectors: Float32Array[] = []
    for (let start = 0; start < texts.length; start += BATCH) {
      const batch = await requestVectors(endpoint, texts.slice(start, start + BATCH), deps, signal)
      vectors.push(...batch.map((vector) => toUnit(vector, dimensions, endpoint.model)))
    }
    return vectors
  }
  // The same model served elsewhere may be quantised differently: its vectors are not comparable.
  return { id: `${endpoint.model}@${host}:${dimensions}`, dimensions, embed }
}

/** Length of the vectors of a model, by embedding one word. */
export async function discoverDimensions(
  endpoint: Endpoint,
  deps: OpenAiDeps,
  signal?: AbortSignal,
): Promise<number> {
  const [vector] = await requestVectors(endpoint, ['word'], deps, signal)
  return vector!.length
}

async function requestVectors(
  endpoint: Endpoint,
  texts: readonly string[],
  deps: OpenAiDeps,
  signal?: AbortSignal,
): Promise<number[][]> {
  signal?.throwIfAborted()
  const silentMs = (endpoint.stallSeconds ?? DEFAULT_STALL_SECONDS) * 1000
  const watchdog = createWatchdog(silentMs, signal)
  let apiKey: string | undefined
  try {
    const connection = await connect(endpoint, deps)
    apiKey = connection.apiKey
    const answer = await connection.client.embeddings.create(
      { model: endpoint.model, input: [...texts], encoding_format: 'float' },
      { signal: watchdog.signal },
    )
    return inOrder(answer, texts.length, endpoint.model)
  } catch (error) {
    throw toModelError(error, {
      origin: parseBaseUrl(endpoint.baseUrl, endpointOptions(endpoint)).origin,
      model: endpoint.model,
      apiKey,
      silentMs: watchdog.barked() ? silentMs : undefined,
      signal,
      now: deps.now,
    })
  } finally {
    watchdog.stop()
  }
}

function inOrder(answer: unknown, expected: number, model: string): number[][] {
  const data = (answer as { data?: { index: number; embedding: number[] }[] } | undefined)?.data
  const vectors = Array.isArray(data)
    ? data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding)
    : []
  if (vectors.length !== expected || !vectors.every(Array.isArray)) {
    throw new EngineError(
      'model_failed',
      `The model ${model} gave ${vectors.length} vectors for ${expected} texts`,
    )
  }
  return vectors
}

function toUnit(vector: readonly number[], dimensions: number, model: string): Float32Array {
  const length = Math.hypot(...vector)
  if (vector.length !== dimensions || !Number.isFinite(length) || length === 0) {
    throw new EngineError(
      'model_failed',
      `The model ${model} gave a vector of ${vector.length} numbers and length ${length}, not one of ${dimensions} numbers`,
    )
  }
  return Float32Array.from(vector, (value) => value / length)
}
