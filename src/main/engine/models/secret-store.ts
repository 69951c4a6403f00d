/**
 * Keys of model endpoints. A key belongs to one origin: a workspace from somewhere else cannot have
 * it sent to an address of its own.
 */
export interface SecretStore {
  /** Undefined where there is no such key, or it belongs to another origin. */
  get(ref: string, origin: string): Promise<string | undefined>
  /** Replaces the key of that name. */
  set(ref: string, origin: string, value: string): Promise<void>
  /** Nothing happens where there is no such key. */
  remove(ref: string): Promise<void>
}

/** Asks each store in turn; writes go to the last. */
export function combineSecrets(...stores: readonly [SecretStore, ...SecretStore[]]): SecretStore {
  const last = stores.at(-1)!
  return {
    async get(ref, origin) {
      for (const store of stores) {
        const value = await store.get(ref, origin)
        if (value !== undefined) return value
      }
      return undefined
    },
    set: (ref, origin, value) => last.set(ref, origin, value),
    remove: (ref) => last.remove(ref),
  }
}
