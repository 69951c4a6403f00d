import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { EngineError } from '../errors.ts'
import type { SecretStore } from './secret-store.ts'

const SecretsFile = z.record(z.string(), z.object({ origin: z.string(), value: z.string() }))
type Secrets = z.infer<typeof SecretsFile>

export type FileSecretsOptions = {
  /** The user's config folder. */
  readonly configDir: string
  /** Where keys must not be: it is backed up and shared. */
  readonly workspaceDir: string
}

/** Keys in `secrets.json` of the config folder, readable by the user alone (0600). */
export function createFileSecrets({ configDir, workspaceDir }: FileSecretsOptions): SecretStore {
  if (!relative(resolve(workspaceDir), resolve(configDir)).startsWith('..')) {
    throw new EngineError(
      'invalid_input',
      'Keys are kept outside of the workspace: choose another config folder',
    )
  }
  const path = join(configDir, 'secrets.json')
  // One change after the other, each to what the one before has written.
  let writing: Promise<void> = Promise.resolve()
  const change = (update: (secrets: Secrets) => Secrets) => {
    const next = writing.then(async () => write(configDir, path, update(await read(path))))
    writing = next.catch(() => {
      // Reported to its own caller; the next change starts afresh.
    })
    return next
  }
  return {
    async get(ref, origin) {
      await writing
      const secret = (await read(path))[ref]
      return secret?.origin === origin ? secret.value : undefined
    },
    set: (ref, origin, value) => change((secrets) => ({ ...secrets, [ref]: { origin, value } })),
    remove: (ref) => change((secrets) => without(secrets, ref)),
  }
}

function without(secrets: Secrets, ref: string): Secrets {
  return Object.fromEntries(Object.entries(secrets).filter(([name]) => name !== ref))
}

async function read(path: string): Promise<Secrets> {
  const text = await readPrivate(path)
  if (text === undefined) return {}
  const parsed = SecretsFile.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw new EngineError(
    'unavailable',
    `The file of keys ${path} cannot be read: move it away and enter the keys again`,
  )
}

async function readPrivate(path: string): Promise<string | undefined> {
  try {
    const { mode } = await stat(path)
    // Copies and restores may widen the permissions. Windows has no such bits.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) await chmod(path, 0o600)
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the caller says which file and what to do.
    return undefined
  }
}

/** Written beside and moved over it: a crash leaves the old keys or the new ones. */
async function write(configDir: string, path: string, secrets: Secrets): Promise<void> {
  await mkdir(configDir, { recursive: true, mode: 0o700 })
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(JSON.stringify(secrets, null, 2))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}
