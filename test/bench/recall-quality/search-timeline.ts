import type { EntryId } from '../../../src/shared/contract/ids.ts'
import { entryText } from '../../../src/main/engine/domain/memory/entry-text.ts'
import {
  rankMemories,
  type Candidate,
} from '../../../src/main/engine/domain/memory/rank-memories.ts'
import { entryFeatures } from '../../../src/main/engine/domain/memory/search/features.ts'
import { buildPersonaIndex } from '../../../src/main/engine/domain/memory/search/persona-index.ts'
import { searchIndex } from '../../../src/main/engine/domain/memory/search/search-index.ts'
import { hashingEmbedding } from '../../../src/main/engine/domain/text/hashing-embedding.ts'
import type { RecallTimeline } from '../../fixtures/recall/timeline.ts'
import { createBm25 } from './bm25-baseline.ts'

/** Ways to look for an entry; each answers a question with entry ids, best first. */
export type Searchers = Readonly<
  Record<'bm25' | 'vectors' | 'text' | 'hybrid', (question: string) => string[]>
>

const CANDIDATES = 200
const NO_BUDGET = Number.MAX_SAFE_INTEGER

export function createSearchers({ entries }: RecallTimeline): Searchers {
  const index = buildPersonaIndex(
    entries.map((entry, i) => ({
      sequence: i + 1,
      eventAtMs: Date.parse(entry.eventAt),
      features: entryFeatures(entry, new Date(entry.eventAt).toISOString()),
      vector: hashingEmbedding(entryText(entry)),
    })),
  )
  const newestMs = Math.max(...entries.map(({ eventAt }) => Date.parse(eventAt)))
  const search = (text: string, vector: Float32Array | null) =>
    searchIndex(index, { text, vector, nowMs: newestMs, limit: CANDIDATES }, null)

  return {
    bm25: createBm25(entries),
    vectors: (question) =>
      search(question, hashingEmbedding(question))
        .candidates.filter(({ match }) => match.vectorRank !== null)
        .toSorted((a, b) => a.match.vectorRank! - b.match.vectorRank!)
        .map(({ row }) => entries[row]!.id),
    text: (question) => search(question, null).candidates.map(({ row }) => entries[row]!.id),
    // The ranking that recall ends with, floor and redundancy included, without its cuts by room.
    hybrid(question) {
      const { candidates, window } = search(question, hashingEmbedding(question))
      const { recalled } = rankMemories(
        candidates.map(({ row, match, terms }): Candidate => {
          const { id, ...entry } = entries[row]!
          return {
            ...entry,
            entryId: id as EntryId,
            sequence: row + 1,
            eventAt: new Date(entry.eventAt).toISOString(),
            eventAtMs: Date.parse(entry.eventAt),
            triggers: [],
            triggered: false,
            match,
            terms,
          }
        }),
        {
          k: 20,
          tokenBudget: NO_BUDGET,
          pressure: {},
          probed: new Set(),
          surfaced: new Set(),
          window,
          newestMs,
        },
      )
      return recalled.map(({ entryId }) => entryId)
    },
  }
}
