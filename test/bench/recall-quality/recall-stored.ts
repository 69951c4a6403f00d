import type { NewTimelineEntry } from '../../../src/shared/contract/timeline.ts'
import { openDatabase } from '../../../src/main/engine/db/open.ts'
import { insertPrepared, prepareEntries } from '../../../src/main/engine/memory/append-entries.ts'
import { recall } from '../../../src/main/engine/memory/recall.ts'
import { createTimelineCache } from '../../../src/main/engine/memory/timeline-cache.ts'
import { createOfflineEmbedding } from '../../../src/main/engine/models/offline-embedding.ts'
import type { RecallTimeline } from '../../fixtures/recall/timeline.ts'
import { insertPersona } from '../../helpers/seeded-persona.ts'

export type StoredRecall = {
  readonly ids: string[]
  readonly usedTokens: number
  readonly cutByBudget: number
}

/** Asks a timeline through the whole path: SQLite, candidates, floors, redundancy, token budget. */
export async function withStored<T>(
  { entries }: RecallTimeline,
  use: (
    ask: (question: string, k: number, tokenBudget?: number) => Promise<StoredRecall>,
  ) => Promise<T>,
): Promise<T> {
  const open = await openDatabase(':memory:')
  const embedding = createOfflineEmbedding()
  const { id: personaId, tenantId } = await insertPersona(open.db)
  const prepared = await prepareEntries({ embedding }, [
    { personaId, tenantId, source: 'user', entries: entries.map(withoutId) },
  ])
  const stored = await open.db.transaction().execute((trx) => insertPrepared(trx, prepared, 0))
  const idOf = new Map(stored.map((entry, i) => [entry.id, entries[i]!.id]))
  const deps = {
    db: open.db,
    embedding,
    timelines: createTimelineCache({ reader: open.reader, embedding }),
  }
  try {
    return await use(async (query, k, tokenBudget) => {
      const { recalled, budget } = await recall(deps, {
        tenantId,
        personaId,
        query,
        k,
        ...(tokenBudget === undefined ? {} : { tokenBudget }),
      })
      return {
        ids: recalled.map(({ entryId }) => idOf.get(entryId)!),
        usedTokens: budget.used,
        cutByBudget: budget.cut,
      }
    })
  } finally {
    await open.close()
  }
}

function withoutId({ id, ...entry }: RecallTimeline['entries'][number]): NewTimelineEntry {
  void id
  return entry
}
