import { randomUUID } from 'node:crypto'
import { KeyId, type TenantId } from '../../../shared/contract/ids.ts'
import type { ApiKey, KeyProfile } from '../../../shared/contract/tenancy.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { placeOfCursor, toPage } from '../http/cursor.ts'
import { hashKey, isWellFormedKey, newKeyText } from './key-text.ts'
import { findKeyByHash, insertKey, listKeyRows, markRevoked, touchKey } from './keys.repo.ts'
import type { Principal } from './principal.ts'

const TOUCH_EVERY_MS = 60_000

export type KeyDeps = { db: WriteDb; now: () => number }
export type NewKey = { name: string; profile: KeyProfile; expiresAt?: string | undefined }

/** The answer is the only place where the key itself is ever seen. */
export async function createKey(
  { db, now }: KeyDeps,
  tenantId: TenantId,
  { name, profile, expiresAt }: NewKey,
): Promise<{ key: string; apiKey: ApiKey }> {
  const expiry = expiresAt === undefined ? null : Date.parse(expiresAt)
  if (expiry !== null && expiry <= now())
    throw new EngineError('invalid_input', 'expiresAt lies in the past', {
      details: [{ path: 'expiresAt', message: 'must lie in the future' }],
    })
  const { key, prefix } = newKeyText()
  const hash = hashKey(key)
  await insertKey(db, {
    id: randomUUID(),
    tenant_id: tenantId,
    name,
    prefix,
    hash,
    profile,
    created_at: now(),
    last_used_at: null,
    expires_at: expiry,
    revoked_at: null,
  })
  const stored = await findKeyByHash(db, hash)
  return { key, apiKey: stored!.key }
}

/** @throws EngineError `unauthorized` that tells a typo from an unknown, expired or revoked key */
export async function resolveKey({ db, now }: KeyDeps, text: string): Promise<Principal> {
  if (!isWellFormedKey(text))
    throw new EngineError('unauthorized', 'This is not a key of the workbench: check for a typo')
  const found = await findKeyByHash(db, hashKey(text))
  if (!found) throw new EngineError('unauthorized', 'This key is not known in this workspace')
  const { key, tenantId } = found
  if (key.revokedAt) throw new EngineError('unauthorized', `Key ${key.prefix} has been revoked`)
  if (key.expiresAt && Date.parse(key.expiresAt) <= now())
    throw new EngineError('unauthorized', `Key ${key.prefix} expired at ${key.expiresAt}`)
  const usedAt = key.lastUsedAt === null ? 0 : Date.parse(key.lastUsedAt)
  if (now() - usedAt >= TOUCH_EVERY_MS) await touchKey(db, key.id, now())
  return { tenantId, profile: key.profile, kind: 'key', keyId: key.id }
}

export async function listKeys(
  db: ReadDb,
  tenantId: TenantId,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ keys: ApiKey[]; nextCursor: string | null }> {
  const rows = await listKeyRows(db, tenantId, limit + 1, placeOfCursor(cursor))
  const page = toPage(rows, limit, ({ createdAt, id }) => ({ at: Date.parse(createdAt), id }))
  return { keys: page.rows, nextCursor: page.nextCursor }
}

/** Revoking twice is revoking once. @throws EngineError `not_found` */
export async function revokeKey(
  { db, now }: KeyDeps,
  tenantId: TenantId,
  id: KeyId,
): Promise<void> {
  if (!(await markRevoked(db, tenantId, id, now())))
    throw new EngineError('not_found', `No key ${KeyId.parse(id)}`)
}
