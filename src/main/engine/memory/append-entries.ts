import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type {
  EntrySource,
  NewTimelineEntry,
  TimelineEntry,
} from '../../../shared/contract/timeline.ts'
import type { WriteDb } from '../db/schema.ts'
import { entryText, indexedTerms } from '../domain/memory/entry-text.ts'
import { encodeFeatures, entryFeatures } from '../domain/memory/search/features.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import { quantise } from '../domain/vectors/quantise.ts'
import { toQuantisedBlob } from '../vectors/vector-blob.ts'
import {
  insertDerived,
  insertEntryRows,
  nextEntryRow,
  takeSequences,
  type NewEntry,
} from './append.repo.ts'
import { toFeatureRecord } from './feature-record.ts'
import { toInstant, toIso } from './instant.ts'

export type EntriesToAppend = {
  readonly personaId: PersonaId
  readonly tenantId: TenantId
  readonly entries: readonly NewTimelineEntry[]
  readonly source: EntrySource
}

export type PreparedEntry = Omit<NewEntry, 'knownAt' | 'sequence' | 'derived'> & {
  /** Null: when it is inserted, for memories that come about by talking. */
  readonly knownAt: number | null
  /** What full text indexes. */
  readonly text: string
  readonly features: Uint8Array
  /** As `embedding` holds it. */
  readonly vector: Uint8Array
  readonly embeddingModel: string
}
export type PreparedEntries = readonly PreparedEntry[]

/** Texts prepared between two turns of the event loop: the built-in model computes in this thread. */
const PREPARED_PER_TURN = 16

/**
 * Everything slow about appending, done before the transaction: times in milliseconds, texts
 * embedded and cut into what is searched. In the order given.
 */
export async function prepareEntries(
  deps: { embedding: EmbeddingModel },
  items: readonly EntriesToAppend[],
  signal?: AbortSignal,
): Promise<PreparedEntries> {
  const flat = items.flatMap(({ entries, ...owner }) => entries.map((entry) => ({ owner, entry })))
  const prepared: PreparedEntry[] = []
  for (let start = 0; start < flat.length; start += PREPARED_PER_TURN) {
    if (start > 0) await new Promise(setImmediate)
    const batch = flat.slice(start, start + PREPARED_PER_TURN)
    const vectors = await deps.embedding.embed(
      batch.map(({ entry }) => entryText(entry)),
      signal,
    )
    batch.forEach(({ owner, entry }, i) => {
      const eventAt = toInstant(entry.eventAt, 'eventAt')
      const at = toIso(eventAt)
      prepared.push({
        ...owner,
        entry,
        eventAt,
        knownAt: knownAt(entry, owner.source, eventAt),
        text: indexedTerms(entry, at).join(' '),
        features: encodeFeatures(entryFeatures(entry, at)),
        vector: toQuantisedBlob(quantise(vectors[i]!)),
        embeddingModel: deps.embedding.id,
        supersedes: null,
      })
    })
  }
  return prepared
}

/**
 * Rows, full text, features, embeddings and outbox of prepared entries, inside the caller's
 * transaction. The personas must exist in it. Blocks for about 0.1 ms per entry: give one transaction
 * at most a few hundred, or append them by `appendInChunks`.
 *
 * @param now  milliseconds; becomes `createdAt`
 * @returns the entries in the order given
 * @throws EngineError `not_found` when a persona is not there
 */
export async function insertPrepared(
  trx: WriteDb,
  prepared: PreparedEntries,
  now: number,
): Promise<TimelineEntry[]> {
  const places = await takeSequences(trx, prepared)
  const firstRow = await nextEntryRow(trx)
  const entries = prepared.map((entry, i) => ({
    ...toNewEntry(entry, now),
    ...places[i]!,
    row: firstRow + i,
  }))
  await insertDerived(trx, entries)
  return insertEntryRows(trx, entries, now)
}

/** @param now  milliseconds: when memories that come about by talking come to be known */
export function toNewEntry(prepared: PreparedEntry, now: number): Omit<NewEntry, 'sequence'> {
  const { text, features, vector, embeddingModel, ...rest } = prepared
  const known = prepared.knownAt ?? now
  const { memoryStrength, memoryType } = prepared.entry
  const times = { eventAt: prepared.eventAt, knownAt: known }
  const record = toFeatureRecord({ memoryStrength, memoryType, ...times }, features)
  return { ...rest, knownAt: known, derived: { text, record, vector, embeddingModel } }
}

function knownAt(entry: NewTimelineEntry, source: EntrySource, eventAt: number): number | null {
  if (entry.knownAt !== undefined) return toInstant(entry.knownAt, 'knownAt')
  return source === 'conversation' || source === 'study' ? null : eventAt
}
