import type OpenAI from 'openai'
import { EngineError } from '../errors.ts'
import { parseBaseUrl } from './base-url.ts'
import type { SecretStore } from './secret-store.ts'

/** An OpenAI-compatible endpoint and the model to ask there. */
export type Endpoint = {
  readonly baseUrl: string
  readonly model: string
  /** Name of the key in the secret store; absent where the endpoint wants none. */
  readonly apiKeyRef?: string | undefined
  /** The user has confirmed http to a machine of the private network. */
  readonly allowPrivateNetwork?: boolean | undefined
  /** Seconds without a sign of life after which a call is given up. Default 60. */
  readonly stallSeconds?: number | undefined
}

export const DEFAULT_STALL_SECONDS = 60

export type OpenAiDeps = {
  readonly secrets: SecretStore
  readonly now: () => number
}

type Connection = { readonly client: OpenAI; readonly apiKey: string | undefined }
/** The client an endpoint was last called with: making one takes as long as a call's own work. */
const connections = new WeakMap<Endpoint, Connection>()

/** What one call needs; the key is read anew each time, so that a changed one counts at once. */
export async function connect(endpoint: Endpoint, { secrets }: OpenAiDeps): Promise<Connection> {
  const { origin } = parseBaseUrl(endpoint.baseUrl, endpointOptions(endpoint))
  const apiKey = endpoint.apiKeyRef ? await secrets.get(endpoint.apiKeyRef, origin) : undefined
  if (endpoint.apiKeyRef && apiKey === undefined) {
    throw new EngineError(
      'model_failed',
      `No key is stored under "${endpoint.apiKeyRef}" for ${origin}: enter it in the settings`,
    )
  }
  const known = connections.get(endpoint)
  if (known && known.apiKey === apiKey) return known
  // Loaded when first needed: it takes longer to load than the rest of the engine.
  const { OpenAI } = await import('openai')
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: endpoint.baseUrl,
    // Retrying belongs to the queue, which knows the budget and other tasks.
    maxRetries: 0,
    // What the package would otherwise read from the environment.
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    fetchOptions: { redirect: 'manual' },
    ...(apiKey === undefined && { defaultHeaders: { authorization: null } }),
  })
  const connection = { client, apiKey }
  connections.set(endpoint, connection)
  return connection
}

export function endpointOptions({ allowPrivateNetwork = false }: Endpoint) {
  return { allowPrivateNetwork }
}
