import type { PersonaIndex } from './persona-index.ts'
import { FILTER_SHIFT, type QuestionTerms } from './question-terms.ts'
import { rootOf } from './term-hash.ts'

/** Where the sought terms stand, as parallel arrays in the order of rows. */
export type Postings = {
  readonly size: number
  readonly rows: Uint32Array
  /** Places among the question's sought terms. */
  readonly sought: Uint16Array
  readonly counts: Uint8Array
  /** In how many rows each sought term stands. */
  readonly found: Uint32Array
}

/** @param rows  the rows to look through, ascending */
export function findPostings(
  index: PersonaIndex,
  terms: QuestionTerms,
  rows: Uint32Array,
): Postings {
  const { filter, byHash, byRoot } = terms
  const found = new Uint32Array(terms.sought.length)
  let room = 1024
  let postings = {
    rows: new Uint32Array(room),
    sought: new Uint16Array(room),
    counts: new Uint8Array(room),
  }
  let size = 0
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    const end = index.termStarts[row + 1]!
    for (let i = index.termStarts[row]!; i < end; i++) {
      const hash = index.terms[i]!
      if (filter[hash >>> FILTER_SHIFT] === 0) continue
      const term = byHash.get(hash) ?? byRoot.get(rootOf(hash))
      if (term === undefined) continue
      if (size === room) {
        room *= 2
        postings = enlarged(postings, room)
      }
      postings.rows[size] = row
      postings.sought[size] = term.id
      postings.counts[size] = index.counts[i]!
      found[term.id]! += 1
      size += 1
    }
  }
  return { ...postings, size, found }
}

type Arrays = Pick<Postings, 'rows' | 'sought' | 'counts'>

function enlarged(arrays: Arrays, room: number) {
  const rows = new Uint32Array(room)
  const sought = new Uint16Array(room)
  const counts = new Uint8Array(room)
  rows.set(arrays.rows)
  sought.set(arrays.sought)
  counts.set(arrays.counts)
  return { rows, sought, counts }
}
