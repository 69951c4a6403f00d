import type { SecretStore } from '../../src/main/engine/models/secret-store.ts'

/** Keys that last as long as the test. */
export function memorySecrets(): SecretStore {
  const secrets = new Map<string, { origin: string; value: string }>()
  return {
    async get(ref, origin) {
      const secret = secrets.get(ref)
      return secret?.origin === origin ? secret.value : undefined
    },
    async set(ref, origin, value) {
      secrets.set(ref, { origin, value })
    },
    async remove(ref) {
      secrets.delete(ref)
    },
  }
}
