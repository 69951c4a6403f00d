import type { Vividness } from '../../../../shared/contract/recall.ts'
import type { EntrySource, MemoryType } from '../../../../shared/contract/timeline.ts'
import { vividnessOf } from '../../lib/vividness.ts'
import { earlierVersions, existsAt, isReplacedAt, memoryTypes, type Life } from './life.ts'

/** What is asked of the timeline. A null or an empty list asks nothing. */
export type TimelineFilter = {
  types: ReadonlySet<MemoryType> | null
  vividness: ReadonlySet<Vividness> | null
  sources: ReadonlySet<EntrySource> | null
  /** Milliseconds, inclusive. */
  from: number
  to: number
  /** Folded; each has to occur in the label, unless the entry is among `matches`. */
  words: readonly string[]
  /** Ids of entries whose other fields hold the words too. */
  matches: ReadonlySet<string> | null
  onlyRevised: boolean
  /** Ids to keep; null: all. */
  flagged: ReadonlySet<string> | null
  includeReplaced: boolean
  /** Indexes of revisions whose earlier versions are shown with them. */
  unfolded: ReadonlySet<number>
  /** Milliseconds; Infinity: now. */
  asOf: number
}

export const everything: TimelineFilter = {
  types: null,
  vividness: null,
  sources: null,
  from: -Infinity,
  to: Infinity,
  words: [],
  matches: null,
  onlyRevised: false,
  flagged: null,
  includeReplaced: false,
  unfolded: new Set(),
  asOf: Infinity,
}

export type Filtered = {
  /** Indexes into the columns, as time runs. */
  shown: Int32Array
  /** Entries that stand at `asOf`, filtered or not. */
  standing: number
  /** Entries that are replaced by then. */
  replaced: number
  /** Entries that do not exist yet. */
  later: number
  /** By type, what the filter without its types lets through. */
  byType: Record<MemoryType, number>
}

/** What the filter leaves of a life. Linear, and light enough to run on every key. */
export function filterEntries(life: Life, filter: TimelineFilter): Filtered {
  const { map, order } = life
  const isShown = new Uint8Array(order.length)
  const matches = matcherOf(life, filter)
  const byType = Object.fromEntries(memoryTypes.map((type) => [type, 0])) as Filtered['byType']
  let [standing, replaced, later, count] = [0, 0, 0, 0]
  for (const index of order) {
    if (!existsAt(life, index, filter.asOf)) {
      later += 1
      continue
    }
    const isReplaced = isReplacedAt(life, index, filter.asOf)
    if (isReplaced) replaced += 1
    else standing += 1
    if ((isReplaced && !filter.includeReplaced) || !matches(index)) continue
    const type = map.types[index]!
    byType[type] += 1
    if (filter.types && !filter.types.has(type)) continue
    isShown[index] = 1
    count += 1
  }
  for (const head of filter.unfolded) {
    if (!isShown[head]) continue
    for (const earlier of earlierVersions(life, head)) {
      if (isShown[earlier] || !existsAt(life, earlier, filter.asOf)) continue
      isShown[earlier] = 1
      count += 1
    }
  }
  return { shown: collect(order, isShown, count), standing, replaced, later, byType }
}

function collect(order: Int32Array, isShown: Uint8Array, count: number): Int32Array {
  const shown = new Int32Array(count)
  let next = 0
  for (const index of order) if (isShown[index]) shown[next++] = index
  return shown
}

function matcherOf(life: Life, filter: TimelineFilter): (index: number) => boolean {
  const { vividness, sources, from, to, words, matches, onlyRevised, flagged } = filter
  const { map } = life
  const labels = words.length > 0 ? life.foldedLabels() : []
  const hasWords = (index: number) =>
    matches?.has(map.ids[index]!) || words.every((word) => labels[index]!.includes(word))
  return (index) => {
    const at = map.eventAt[index]!
    return (
      at >= from &&
      at <= to &&
      (!vividness || vividness.has(vividnessOf(map.effectiveStrengths[index]!))) &&
      (!sources || sources.has(map.sources[index]!)) &&
      (!onlyRevised || map.supersedes[index]! >= 0 || map.supersededBy[index]! >= 0) &&
      (!flagged || flagged.has(map.ids[index]!)) &&
      (words.length === 0 || hasWords(index))
    )
  }
}
