import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'

type Owner = { readonly tenantId: TenantId; readonly personaId: PersonaId }

const mapColumns = [
  'id',
  'sequence',
  'event_at',
  'known_at',
  'event_label',
  'memory_type',
  'source',
  'memory_strength',
  'supersedes',
  'superseded_by',
] as const

const textColumns = [
  'id',
  'sequence',
  'event_label',
  'facts',
  'feelings',
  'interpretation',
  'emotion_tags',
] as const

export type MapRow = Awaited<ReturnType<typeof listMapRows>>[number]
export type TextRow = Awaited<ReturnType<typeof listTextRows>>[number]

/** What a picture shows of each entry, in sequence, starting after `after`. */
export function listMapRows(db: ReadDb, owner: Owner, after: number, limit: number) {
  return rowsAfter(db, owner, after, limit).select(mapColumns).execute()
}

/** What can be searched of each entry, in sequence, starting after `after`. */
export function listTextRows(db: ReadDb, owner: Owner, after: number, limit: number) {
  return rowsAfter(db, owner, after, limit).select(textColumns).execute()
}

/** When interviews recalled this persona's memories, up to an instant. */
export function listRehearsedAt(db: ReadDb, personaId: PersonaId, until: number) {
  return db
    .selectFrom('rehearsal')
    .select(['entry_id', 'at'])
    .where('persona_id', '=', personaId)
    .where('at', '<=', until)
    .execute()
}

function rowsAfter(db: ReadDb, { tenantId, personaId }: Owner, after: number, limit: number) {
  return db
    .selectFrom('timeline_entry')
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
}
