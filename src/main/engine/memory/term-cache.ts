import type { EntryId } from '../../../shared/contract/ids.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { TermCounts } from '../domain/memory/bm25.ts'
import { indexedTerms } from '../domain/memory/entry-text.ts'

/** Entries whose terms stay in memory, about 4 KB each. */
const CACHED_ENTRIES = 8_000

export type TermCache = {
  find(entryId: EntryId): TermCounts | undefined
  of(entry: TimelineEntry): TermCounts
}

/** Terms of entries as scoring compares them. An entry's text never changes, so neither do they. */
export function createTermCache(limit = CACHED_ENTRIES): TermCache {
  const cache = new Map<EntryId, TermCounts>()

  function find(entryId: EntryId): TermCounts | undefined {
    const terms = cache.get(entryId)
    if (terms === undefined) return undefined
    cache.delete(entryId)
    cache.set(entryId, terms)
    return terms
  }

  return {
    find,
    of(entry) {
      const known = find(entry.id)
      if (known) return known
      const terms = countTerms(indexedTerms(entry, entry.eventAt))
      cache.set(entry.id, terms)
      if (cache.size > limit) cache.delete(cache.keys().next().value!)
      return terms
    },
  }
}

function countTerms(terms: readonly string[]): TermCounts {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
