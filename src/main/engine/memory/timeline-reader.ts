import type SqliteDatabase from 'better-sqlite3'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import { SCALE_BYTES } from '../vectors/vector-blob.ts'
import { readRecords, type RecordColumns } from './feature-record.ts'
import type { EntryRow } from './memory.repo.ts'

/** What tells whether a timeline kept in memory is the one that is stored. */
export type TimelineState = {
  readonly personaRow: number
  readonly length: number
  /** Moves when something changed that `length` does not tell, what is superseded apart. */
  readonly revision: number
  /** Moves when something was superseded. */
  readonly replacements: number
  /** It may yet be rolled back: read within somebody's transaction. */
  readonly tentative: boolean
}

/** Rows of a persona's entries and their sequence numbers, in ascending sequence. */
export type EntryList = { readonly rows: number[]; readonly sequences: number[] }

export type StoredFeatures = RecordColumns & {
  readonly rows: number[]
  readonly bytes: Uint8Array
}

export type StoredVectors = {
  readonly rows: number[]
  readonly bytes: Uint8Array
  readonly bytesPerRow: number
}

/** Rows of `timeline_entry`, both included. */
export type RowSpan = { readonly from: number; readonly to: number }

export type TimelineReader = {
  state(owner: { tenantId: TenantId; personaId: PersonaId }): TimelineState | undefined
  /** Entries after a sequence number. */
  list(personaId: PersonaId, after: number): EntryList
  features(personaRow: number, span: RowSpan): StoredFeatures
  /** Of one embedding model. */
  vectors(personaRow: number, span: RowSpan): StoredVectors
  /** Sequence numbers of superseded entries, and of those that supersede them. */
  replaced(personaId: PersonaId): { readonly sequences: number[]; readonly by: number[] }
  entry(row: number): EntryRow | undefined
  /** A workspace setting as it was written, JSON; undefined when it never was. */
  setting(name: string): string | undefined
}

/**
 * Reads one persona's timeline in as few calls as there are tables: crossing into SQLite once per row
 * costs four times what reading the row does. SQLite concatenates, and the pieces tell their lengths.
 */
export function createTimelineReader(
  sqlite: SqliteDatabase.Database,
  embeddingModel: string,
): TimelineReader {
  const raw = (sql: string) => sqlite.prepare<unknown[], unknown[]>(sql).raw()
  const state = raw(`select p.row, p.timeline_length, coalesce(r.revision, 0),
    coalesce(r.replacements, 0) from persona p
    left join timeline_revision r on r.persona_row = p.row where p.id = ? and p.tenant_id = ?`)
  const list = raw(`select group_concat(row), group_concat(sequence) from (
    select row, sequence from timeline_entry where persona_id = ? and sequence > ?
    order by sequence)`)
  // Both lists of one query are in the same order, whichever that is.
  const features = raw(`select group_concat(row), cast(group_concat(data, '') as blob)
    from memory_feature where persona_row = ? and row between ? and ? and length(data) > 0`)
  const vectors = raw(`select group_concat(row), cast(group_concat(vector, '') as blob)
    from embedding where model = ? and persona_row = ? and row between ? and ?`)
  const replaced = raw(`select group_concat(e.sequence), group_concat(s.sequence)
    from timeline_entry e join timeline_entry s on s.id = e.superseded_by
    where e.persona_id = ? and e.superseded_by is not null`)
  const model = sqlite.prepare('select id from embedding_model where name = ?').pluck()
  const entry = sqlite.prepare<[number], EntryRow>('select * from timeline_entry where row = ?')
  const setting = sqlite
    .prepare<[string], string>('select value from setting where name = ?')
    .pluck()
  let modelId: unknown

  return {
    state({ tenantId, personaId }) {
      const found = state.get(personaId, tenantId)
      if (!found) return undefined
      const [personaRow, length, revision, replacements] = found as number[]
      const tentative = sqlite.inTransaction
      return {
        personaRow: personaRow!,
        length: length!,
        revision: revision!,
        replacements: replacements!,
        tentative,
      }
    },
    list(personaId, after) {
      const [rows, sequences] = list.get(personaId, after)!
      return { rows: toNumbers(rows), sequences: toNumbers(sequences) }
    },
    features(personaRow, { from, to }) {
      const [rowList, blob] = features.get(personaRow, from, to)!
      const rows = toNumbers(rowList)
      const bytes = toBytes(blob)
      return { rows, bytes, ...readRecords(bytes, rows.length) }
    },
    vectors(personaRow, { from, to }) {
      // The model's number is given with its first vector.
      modelId ??= model.get(embeddingModel)
      const [rowList, blob] = vectors.get(modelId ?? null, personaRow, from, to)!
      const rows = toNumbers(rowList)
      const bytes = toBytes(blob)
      const bytesPerRow = rows.length === 0 ? SCALE_BYTES : bytes.length / rows.length
      return { rows, bytes, bytesPerRow }
    },
    replaced(personaId) {
      const [sequences, by] = replaced.get(personaId)!
      return { sequences: toNumbers(sequences), by: toNumbers(by) }
    },
    entry: (row) => entry.get(row),
    setting: (name) => setting.get(name),
  }
}

function toNumbers(list: unknown): number[] {
  return list === null ? [] : (JSON.parse(`[${list as string}]`) as number[])
}

function toBytes(blob: unknown): Uint8Array {
  return blob === null ? new Uint8Array(0) : (blob as Uint8Array)
}
