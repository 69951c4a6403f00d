import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { CutMemory, RecallBudget, RecalledMemory } from '../../../shared/contract/recall.ts'
import type { ReadDb } from '../db/schema.ts'
import { existingAt, newestVisible, type Horizon } from '../domain/memory/existing-rows.ts'
import { movePressure, withFloor, type PressureByEntry } from '../domain/memory/pressure.ts'
import { probedBy } from '../domain/memory/probe.ts'
import { rankMemories, type Candidate } from '../domain/memory/rank-memories.ts'
import { searchIndex, type SearchQuery } from '../domain/memory/search/search-index.ts'
import type { TimeWindow } from '../domain/memory/time-window.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import { readMemorySettings } from './memory-settings.ts'
import { openedBy, toCandidates } from './recall-candidates.ts'
import { withEffectiveStrength } from './rehearsals.ts'
import type { Timeline } from './timeline-columns.ts'
import type { Timelines } from './timeline-cache.ts'

/** Candidates each search hands on, per memory wanted. */
const CANDIDATES_PER_MEMORY = 4
const MIN_CANDIDATES = 64

export type RecallDeps = {
  readonly db: ReadDb
  readonly embedding: EmbeddingModel
  readonly timelines: Timelines
}

export type RecallInput = {
  readonly tenantId: TenantId
  readonly personaId: PersonaId
  readonly query: string
  readonly k: number
  /** What the session carries; absent: a look from outside that probes nothing. */
  readonly session?: { readonly pressure: PressureByEntry; readonly surfaced: readonly EntryId[] }
  /** Floor, 0–1, for the memories that this question probes. */
  readonly pressureFloor?: number
  /** Milliseconds: nothing dated later exists. */
  readonly asOf?: number
  /** The session's, milliseconds: what forgetting counts to. Default: `asOf`, else the newest memory. */
  readonly clock?: number
  /** The last sequence that exists: a study reads the timeline as it stood at launch. */
  readonly maxSequence?: number
  readonly tokenBudget?: number
}

export type Recalled = {
  readonly recalled: RecalledMemory[]
  readonly cut: CutMemory[]
  readonly budget: RecallBudget
  /** The session's pressure after this question. */
  readonly pressure: PressureByEntry
  /** The session's open memories after this question. */
  readonly surfaced: readonly EntryId[]
  /** The sensitive memories that the question goes straight to. */
  readonly probed: readonly EntryId[]
}

/** What the persona remembers when asked this, how it came up, and what it does with it. */
export async function recall(
  deps: RecallDeps,
  input: RecallInput,
  signal?: AbortSignal,
): Promise<Recalled> {
  const horizon = { asOf: input.asOf ?? null, maxSequence: input.maxSequence ?? null }
  const settings = readMemorySettings(deps.timelines.stored)
  const { candidates: stored, window, newestMs } = await gather(deps, input, horizon, signal)
  const clock = input.clock ?? input.asOf ?? newestMs
  const candidates = await withEffectiveStrength(deps.db, stored, clock, settings.forgetting)

  const probed = probedBy(input.query, candidates)
  const before = input.session?.pressure ?? {}
  const moved = input.session ? movePressure(before, probed) : before
  const pressure = withFloor(moved, probed, input.pressureFloor ?? 0)
  const surfaced = new Set(input.session?.surfaced)
  const { recalled, cut, budget } = rankMemories(candidates, {
    k: input.k,
    tokenBudget: input.tokenBudget ?? settings.recall.tokenBudget,
    pressure,
    probed: new Set(probed),
    surfaced,
    window,
    newestMs,
  })
  for (const { directive, entryId } of recalled) {
    if (directive.kind === 'surface') surfaced.add(entryId)
  }
  return { recalled, cut, budget, pressure, surfaced: [...surfaced], probed }
}

type Gathered = {
  readonly candidates: readonly Candidate[]
  readonly window: TimeWindow | null
  readonly newestMs: number
}

/** What the search over the persona's visible entries finds, and what the question's words open. */
async function gather(
  { embedding, timelines }: RecallDeps,
  input: RecallInput,
  horizon: Horizon,
  signal?: AbortSignal,
): Promise<Gathered> {
  const [vector] = await embedding.embed([input.query], signal)
  const timeline = await timelines.open(input)
  // From here to the candidates nothing waits: the timeline in memory may grow meanwhile.
  if (!timeline) return { candidates: [], window: null, newestMs: 0 }
  const existence = existenceOf(timeline)
  const visible = existingAt(existence, horizon)
  const newestMs = newestVisible(existence, visible)
  if (newestMs === null) return { candidates: [], window: null, newestMs: 0 }
  const limit = Math.max(MIN_CANDIDATES, input.k * CANDIDATES_PER_MEMORY)
  const nowMs = input.asOf ?? newestMs
  const found = search(timeline, { text: input.query, vector: vector!, nowMs, limit }, visible)
  const opened = openedBy(timelines.stored, timeline, visible, input.query)
  const nearest = found.candidates.slice(0, limit)
  const candidates = toCandidates(timelines.stored, timeline, nearest, opened)
  return { candidates, window: found.window, newestMs }
}

function existenceOf({ index, knownAtMs, supersededBy }: Timeline) {
  const { size, sequences, eventAtMs } = index
  return { size, sequences, eventAtMs, knownAtMs, supersededBy }
}

function search({ index, strengths }: Timeline, query: SearchQuery, visible: Uint8Array | null) {
  const found = searchIndex(index, query, visible)
  if (!found.onlyTime) return found
  // All of that time match alike: the strongest of them, not the first, are what comes to mind.
  const all = searchIndex(index, { ...query, limit: index.size }, visible)
  const candidates = all.candidates
    .toSorted(
      (a, b) =>
        (b.match.time ?? 0) - (a.match.time ?? 0) ||
        strengths[b.row]! - strengths[a.row]! ||
        a.row - b.row,
    )
    .slice(0, query.limit)
  return { ...all, candidates }
}
