import { safeStorage } from 'electron'
import { createFileSecrets, type FileSecretsOptions } from './engine/models/file-secrets.ts'
import type { SecretStore } from './engine/models/secret-store.ts'

/**
 * Keys of model endpoints, encrypted with the system's keychain before they are written to the
 * user's config folder. Where the system has none, the file alone protects them; the settings say so.
 */
export function createKeychainSecrets(options: FileSecretsOptions): SecretStore {
  const file = createFileSecrets(options)
  return {
    async get(ref, origin) {
      const stored = await file.get(ref, origin)
      return stored === undefined ? undefined : decrypt(stored)
    },
    set: async (ref, origin, value) => file.set(ref, origin, await encrypt(value)),
    remove: (ref) => file.remove(ref),
  }
}

const ENCRYPTED = 'keychain:'

async function encrypt(value: string): Promise<string> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return value
  return ENCRYPTED + (await safeStorage.encryptStringAsync(value)).toString('base64')
}

async function decrypt(stored: string): Promise<string> {
  if (!stored.startsWith(ENCRYPTED)) return stored
  const encrypted = Buffer.from(stored.slice(ENCRYPTED.length), 'base64')
  return (await safeStorage.decryptStringAsync(encrypted)).result
}
