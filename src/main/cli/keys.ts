import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { KeyId, type TenantId } from '../../shared/contract/ids.ts'
import { KeyProfile } from '../../shared/contract/tenancy.ts'
import { openDatabase } from '../engine/db/open.ts'
import type { WriteDb } from '../engine/db/schema.ts'
import { createKey, listKeys, revokeKey } from '../engine/tenancy/keys.ts'
import { ensureTenant } from '../engine/tenancy/tenant.ts'
import { CommandError } from './command-error.ts'
import { existingWorkspace } from './paths.ts'

type Options = { workspace: string }
const ALL = 1000

export async function createKeyCommand(
  options: Options & { profile: string; name: string; expires?: string | undefined },
): Promise<void> {
  const profile = KeyProfile.safeParse(options.profile)
  if (!profile.success)
    throw new CommandError(`--profile must be one of ${KeyProfile.options.join(', ')}`)
  if (options.expires !== undefined && Number.isNaN(Date.parse(options.expires)))
    throw new CommandError('--expires must be a date such as 2027-01-31')
  const folder = resolve(options.workspace)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await withDatabase(folder, async (db, tenantId) => {
    const { key } = await createKey({ db, now: Date.now }, tenantId, {
      name: options.name,
      profile: profile.data,
      expiresAt: options.expires,
    })
    console.log(key)
    console.error('This is the only time the key is shown.')
  })
}

export async function listKeysCommand(options: Options): Promise<void> {
  await withDatabase(existingWorkspace(options.workspace), async (db, tenantId) => {
    const { keys } = await listKeys(db, tenantId, { limit: ALL })
    for (const { id, prefix, profile, name, lastUsedAt, expiresAt, revokedAt } of keys) {
      const isExpired = expiresAt !== null && Date.parse(expiresAt) <= Date.now()
      const until = expiresAt ? `${isExpired ? 'expired' : 'until'} ${expiresAt}` : 'active'
      const state = revokedAt ? `revoked ${revokedAt}` : until
      console.log(
        `${id}  ${prefix}  ${profile}  ${state}  last used ${lastUsedAt ?? 'never'}  ${name}`,
      )
    }
  })
}

export async function revokeKeyCommand(id: string, options: Options): Promise<void> {
  const keyId = KeyId.safeParse(id)
  if (!keyId.success) throw new CommandError(`${id} is not the id of a key: "keys list" shows them`)
  await withDatabase(existingWorkspace(options.workspace), async (db, tenantId) => {
    await revokeKey({ db, now: Date.now }, tenantId, keyId.data)
    console.log(`Revoked ${id}`)
  })
}

/** Keys may be written beside a running engine: the database waits its turn. */
async function withDatabase(
  folder: string,
  use: (db: WriteDb, tenantId: TenantId) => Promise<void>,
): Promise<void> {
  const { db, close } = await openDatabase(join(folder, 'workspace.db'))
  try {
    await use(db, await ensureTenant(db, Date.now()))
  } finally {
    await close()
  }
}
