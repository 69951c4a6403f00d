import type { RateLimit } from './http/rate-limit.ts'
import type { ModelRegistry } from './models/model-registry.ts'
import type { SecretStore } from './models/secret-store.ts'

export type EngineConfig = {
  /** Folder of the workspace, made when missing; `:memory:` keeps nothing. */
  readonly workspaceDir: string
  /** Files read at run time: documentation page, samples. */
  readonly resourcesDir: string
  /** The built interface; absent: no page is served. */
  readonly rendererDir?: string
  /** Fills an empty workspace with the sample study and runs it. */
  readonly sample?: boolean
  /** Milliseconds since the Unix epoch; default: the machine's clock. */
  readonly now?: () => number
  /** `exact` searches the vectors in SQLite alone. */
  readonly vectorIndex?: 'lancedb' | 'exact'
  /** Default: the built-in ones, those of the workspace's setting and that of the environment. */
  readonly models?: ModelRegistry
  /** Where keys of model endpoints are kept; default: the environment, then a 0600 file. */
  readonly secrets?: SecretStore
  readonly rateLimit?: RateLimit
  readonly log?: EngineLog
}

/** What the engine has to say; pino's logger fits. */
export type EngineLog = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
