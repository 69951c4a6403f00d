import { EngineError } from '../errors.ts'
import { parseBaseUrl } from './base-url.ts'
import type { NamedEndpoint } from './models-config.ts'
import type { SecretStore } from './secret-store.ts'

export type Environment = Readonly<Record<string, string | undefined>>

const KEY_REF = 'env:WORKBENCH_MODEL_API_KEY'

/**
 * The chat model that `WORKBENCH_MODEL_BASE_URL` and `WORKBENCH_MODEL_NAME` name, if they do. Who
 * sets the environment of the process has confirmed the address.
 */
export function environmentModel(environment: Environment): NamedEndpoint | undefined {
  const {
    WORKBENCH_MODEL_BASE_URL: baseUrl,
    WORKBENCH_MODEL_NAME: model,
    WORKBENCH_MODEL_API_KEY: key,
  } = environment
  if (!baseUrl && !model) return undefined
  if (!baseUrl || !model) {
    throw new EngineError(
      'invalid_input',
      `${baseUrl ? 'WORKBENCH_MODEL_NAME' : 'WORKBENCH_MODEL_BASE_URL'} is missing: a model needs both`,
    )
  }
  return {
    name: model,
    baseUrl,
    model,
    allowPrivateNetwork: true,
    ...(key && { apiKeyRef: KEY_REF }),
  }
}

/** The key of the environment, for the address of the environment alone. */
export function environmentSecrets(environment: Environment): SecretStore {
  const readOnly = async () => {
    throw new EngineError(
      'invalid_input',
      'A key of the environment is set where the process starts',
    )
  }
  return {
    async get(ref, origin) {
      const { WORKBENCH_MODEL_BASE_URL: baseUrl, WORKBENCH_MODEL_API_KEY: key } = environment
      if (ref !== KEY_REF || !baseUrl || !key) return undefined
      return parseBaseUrl(baseUrl, { allowPrivateNetwork: true }).origin === origin
        ? key
        : undefined
    },
    set: readOnly,
    remove: readOnly,
  }
}
