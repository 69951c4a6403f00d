import { setImmediate as nextTurn } from 'node:timers/promises'
import type SqliteDatabase from 'better-sqlite3'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import {
  emptyTimeline,
  extendTimeline,
  noteReplaced,
  reserveRoom,
  sizeOf,
  type Timeline,
} from './timeline-columns.ts'
import {
  createTimelineReader,
  type EntryList,
  type TimelineReader,
  type TimelineState,
} from './timeline-reader.ts'

/** What all timelines in memory take together at most: some 300,000 memories. */
const MAX_BYTES = 256 * 1024 * 1024
/** Entries read between two turns of the event loop: a few milliseconds. */
const ENTRIES_PER_TURN = 2_500

type Owner = { readonly tenantId: TenantId; readonly personaId: PersonaId }

export type TimelineCacheDeps = {
  /** Sees what is committed. */
  readonly reader: SqliteDatabase.Database
  readonly embedding: { readonly id: string }
  readonly maxBytes?: number
}

export type Timelines = {
  /** The timeline as it is committed now; undefined when there is no such persona. */
  open(owner: Owner): Promise<Timeline | undefined>
  readonly stored: TimelineReader
}

type Kept = { state: TimelineState; readonly timeline: Timeline; bytes: number }

/**
 * Timelines as recall searches them, those asked last in memory. SQLite is asked each time whether
 * they still are what is stored, so it does not matter who changed what.
 */
export function createTimelineCache(deps: TimelineCacheDeps): Timelines {
  const reader = createTimelineReader(deps.reader, deps.embedding.id)
  const maxBytes = deps.maxBytes ?? MAX_BYTES
  const kept = new Map<PersonaId, Kept>()
  const loading = new Map<PersonaId, Promise<Timeline | undefined>>()
  let bytes = 0

  function drop(personaId: PersonaId): void {
    bytes -= kept.get(personaId)?.bytes ?? 0
    kept.delete(personaId)
  }

  function keep(personaId: PersonaId, state: TimelineState, timeline: Timeline): void {
    drop(personaId)
    const size = sizeOf(timeline)
    kept.set(personaId, { state, timeline, bytes: size })
    bytes += size
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes) break
      drop(oldest)
    }
  }

  /** Brings what is in memory up to date, if little happened since; undefined: it is to be read anew. */
  function refresh(personaId: PersonaId, state: TimelineState): Timeline | undefined {
    const found = kept.get(personaId)
    if (!found || found.state.revision !== state.revision) return undefined
    const { timeline } = found
    const grown = found.state.length !== state.length
    if (grown) {
      const { index } = timeline
      const news = reader.list(personaId, index.size === 0 ? 0 : index.sequences[index.size - 1]!)
      if (news.rows.length > ENTRIES_PER_TURN) return undefined
      readInto(timeline, state, news)
    }
    if (grown || found.state.replacements !== state.replacements) {
      noteReplaced(timeline, reader.replaced(personaId))
    }
    keep(personaId, state, timeline)
    return timeline
  }

  function readInto(timeline: Timeline, { personaRow }: TimelineState, news: EntryList): void {
    if (news.rows.length === 0) return
    const span = { from: Math.min(...news.rows), to: Math.max(...news.rows) }
    const features = reader.features(personaRow, span)
    const vectors = reader.vectors(personaRow, span)
    extendTimeline(timeline, news, { features, vectors }, reader)
  }

  async function load(owner: Owner): Promise<Timeline | undefined> {
    const state = reader.state(owner)
    if (!state) return undefined
    const { personaId } = owner
    const timeline = emptyTimeline()
    const { rows, sequences } = reader.list(personaId, 0)
    const replaced = reader.replaced(personaId)
    for (let start = 0; start < rows.length; start += ENTRIES_PER_TURN) {
      if (start > 0) {
        await nextTurn()
        if (reader.state(owner)?.revision !== state.revision) return load(owner)
        if (start === ENTRIES_PER_TURN) reserveRoom(timeline, rows.length - start)
      }
      const end = start + ENTRIES_PER_TURN
      const page = { rows: rows.slice(start, end), sequences: sequences.slice(start, end) }
      readInto(timeline, state, page)
    }
    noteReplaced(timeline, replaced)
    // As it was when reading began: what came since is found by the next look.
    if (!state.tentative) keep(personaId, state, timeline)
    return timeline
  }

  async function open(owner: Owner): Promise<Timeline | undefined> {
    const { personaId } = owner
    const state = reader.state(owner)
    if (!state) return undefined
    const known = state.tentative ? undefined : refresh(personaId, state)
    if (known) return known
    const running = loading.get(personaId)
    // Begun by somebody else, perhaps before the latest change: then there is little left to read.
    if (running) return running.then(() => open(owner))
    const reading = load(owner).finally(() => loading.delete(personaId))
    loading.set(personaId, reading)
    return reading
  }

  return { stored: reader, open }
}
