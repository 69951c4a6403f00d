import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { bm25, type Bm25Score, type TermCounts } from '../domain/memory/bm25.ts'
import { queryConcepts } from '../domain/memory/query-concepts.ts'
import { personaToken } from './append.repo.ts'
import {
  findTextMatches,
  findVisible,
  type Horizon,
  type TextMatch,
  type VisibleTimeline,
} from './memory.repo.ts'
import type { TermCache } from './term-cache.ts'

/** Texts read and cut into words between two turns of the event loop. */
const TEXTS_PER_TURN = 50

export type TextHit = Bm25Score & { readonly entryId: EntryId; readonly terms: TermCounts }

export type TextSearch = {
  readonly tenantId: TenantId
  readonly personaId: PersonaId
  readonly query: string
  readonly horizon: Horizon
  readonly timeline: VisibleTimeline
}

/** Every visible entry that shares a word with the question, best first. */
export async function searchText(
  deps: { db: ReadDb; terms: TermCache },
  search: TextSearch,
): Promise<TextHit[]> {
  const concepts = queryConcepts(search.query)
  if (concepts.length === 0) return []
  const looked = new Set(concepts.flatMap(({ term, related }) => [term, ...related]))
  const alternatives = [...looked].map((term) => `"${term}"`).join(' OR ')
  const expression = `persona:${personaToken(search.personaId)} AND text:(${alternatives})`
  const matches = await findTextMatches(deps.db, search, search.horizon, expression)
  const documents = await readTerms(deps, search, matches)
  const scores = bm25(concepts, documents, search.timeline)
  return documents
    .map(({ entryId, terms }, i) => ({ entryId, terms, ...scores[i]! }))
    .sort((a, b) => b.score - a.score || (a.entryId < b.entryId ? -1 : 1))
}

type Document = { readonly entryId: EntryId; readonly terms: TermCounts; readonly length: number }

async function readTerms(
  deps: { db: ReadDb; terms: TermCache },
  search: TextSearch,
  matches: readonly TextMatch[],
): Promise<Document[]> {
  const terms = new Map<EntryId, TermCounts>()
  const unknown: EntryId[] = []
  for (const { entryId } of matches) {
    const known = deps.terms.find(entryId)
    if (known) terms.set(entryId, known)
    else unknown.push(entryId)
  }
  for (let start = 0; start < unknown.length; start += TEXTS_PER_TURN) {
    if (start > 0) await new Promise(setImmediate)
    const batch = unknown.slice(start, start + TEXTS_PER_TURN)
    const entries = await findVisible(deps.db, search, search.horizon, batch)
    for (const [entryId, entry] of entries) terms.set(entryId, deps.terms.of(entry))
  }
  return matches.flatMap(({ entryId, textLength }) => {
    const found = terms.get(entryId)
    return found ? [{ entryId, terms: found, length: textLength }] : []
  })
}
