import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type {
  EntrySource,
  NewTimelineEntry,
  TimelineEntry,
} from '../../../shared/contract/timeline.ts'
import type { WriteDb } from '../db/schema.ts'
import { entryText, indexedTerms } from '../domain/memory/entry-text.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import { insertEntries, takeSequences, type NewEntry } from './append.repo.ts'
import { toInstant, toIso } from './instant.ts'

export type EntriesToAppend = {
  readonly personaId: PersonaId
  readonly tenantId: TenantId
  readonly entries: readonly NewTimelineEntry[]
  readonly source: EntrySource
}

export type PreparedEntry = Omit<NewEntry, 'knownAt' | 'sequence'> & {
  /** Null: when it is inserted, for memories that come about by talking. */
  readonly knownAt: number | null
}
export type PreparedEntries = readonly PreparedEntry[]

/** Texts embedded between two turns of the event loop: the built-in model computes in this thread. */
const EMBED_BATCH = 64

/**
 * Everything slow about appending, done before the transaction: times in milliseconds, texts
 * embedded. In the order given.
 */
export async function prepareEntries(
  deps: { embedding: EmbeddingModel },
  items: readonly EntriesToAppend[],
  signal?: AbortSignal,
): Promise<PreparedEntries> {
  const flat = items.flatMap(({ entries, ...owner }) => entries.map((entry) => ({ owner, entry })))
  const prepared: PreparedEntry[] = []
  for (let start = 0; start < flat.length; start += EMBED_BATCH) {
    if (start > 0) await new Promise(setImmediate)
    const batch = flat.slice(start, start + EMBED_BATCH)
    const texts = batch.map(({ entry }) => entryText(entry))
    const vectors = await deps.embedding.embed(texts, signal)
    batch.forEach(({ owner, entry }, i) => {
      const eventAt = toInstant(entry.eventAt, 'eventAt')
      prepared.push({
        ...owner,
        entry,
        eventAt,
        knownAt: knownAt(entry, owner.source, eventAt),
        text: indexedTerms(entry, toIso(eventAt)).join(' '),
        vector: vectors[i]!,
        embeddingModel: deps.embedding.id,
        supersedes: null,
      })
    })
  }
  return prepared
}

/**
 * Rows, full text, embeddings and outbox of prepared entries, inside the caller's transaction. The
 * personas must exist in it. Blocks for about 0.1 ms per entry: give one transaction at most a few
 * hundred.
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
  const sequences = await takeSequences(trx, prepared)
  return insertEntries(
    trx,
    prepared.map((entry, i) => ({
      ...entry,
      knownAt: entry.knownAt ?? now,
      sequence: sequences[i]!,
    })),
    now,
  )
}

function knownAt(entry: NewTimelineEntry, source: EntrySource, eventAt: number): number | null {
  if (entry.knownAt !== undefined) return toInstant(entry.knownAt, 'knownAt')
  return source === 'conversation' || source === 'study' ? null : eventAt
}
