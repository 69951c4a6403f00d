import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { CutMemory, RecallBudget, RecalledMemory } from '../../../shared/contract/recall.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import type { Memory } from '../domain/memory/memory.ts'
import {
  isTriggered,
  movePressure,
  withFloor,
  type PressureByEntry,
} from '../domain/memory/pressure.ts'
import { probedBy } from '../domain/memory/probe.ts'
import { rankMemories, type Candidate } from '../domain/memory/rank-memories.ts'
import { entryFeatures } from '../domain/memory/search/features.ts'
import { buildPersonaIndex } from '../domain/memory/search/persona-index.ts'
import { searchIndex } from '../domain/memory/search/search-index.ts'
import type { TimeWindow } from '../domain/memory/time-window.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import { fromBlob } from '../vectors/vector-blob.ts'
import type { VectorSearch } from '../vectors/open-vectors.ts'
import { findStrongest, type Horizon } from './memory.repo.ts'
import { getMemorySettings } from './memory-settings.ts'
import { withEffectiveStrength } from './rehearsals.ts'
import type { TermCache } from './term-cache.ts'

/** Candidates each search hands on, per memory wanted. */
const CANDIDATES_PER_MEMORY = 4
const MIN_CANDIDATES = 32

export type RecallDeps = {
  readonly db: ReadDb
  readonly embedding: EmbeddingModel
  readonly vectors: VectorSearch
  readonly terms: TermCache
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
  const settings = await getMemorySettings(deps.db)
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
  readonly candidates: Candidate[]
  readonly window: TimeWindow | null
  readonly newestMs: number
}

/** What the search over the persona's visible entries finds, and what the question triggers. */
async function gather(
  deps: RecallDeps,
  input: RecallInput,
  horizon: Horizon,
  signal?: AbortSignal,
): Promise<Gathered> {
  const always = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER }
  const found = await findStrongest(deps.db, input, horizon, always, Number.MAX_SAFE_INTEGER)
  if (found.length === 0) return { candidates: [], window: null, newestMs: 0 }
  const entries = found.toSorted((a, b) => a.sequence - b.sequence)
  const newestMs = entries.reduce((most, { eventAt }) => Math.max(most, Date.parse(eventAt)), 0)
  const vectors = await readVectors(deps, input)
  const index = buildPersonaIndex(
    entries.map((entry) => ({
      sequence: entry.sequence,
      eventAtMs: Date.parse(entry.eventAt),
      features: entryFeatures(entry, entry.eventAt),
      vector: vectors.get(entry.id) ?? null,
    })),
  )
  const [vector] = await deps.embedding.embed([input.query], signal)
  const limit = Math.max(MIN_CANDIDATES, input.k * CANDIDATES_PER_MEMORY)
  const nowMs = input.asOf ?? newestMs
  const query = { text: input.query, vector: vector!, nowMs, limit }
  const result = searchIndex(index, query, null)
  const isOpened = (entry: TimelineEntry) =>
    entry.memoryType === 'repressed' && isTriggered({ triggers: triggersOf(entry) }, input.query)
  const candidates = result.candidates.map(({ row, match, terms }) => ({
    ...toMemory(entries[row]!),
    match,
    terms,
    triggered: isOpened(entries[row]!),
  }))
  return { candidates, window: result.window, newestMs }
}

async function readVectors(
  { db, embedding }: RecallDeps,
  { personaId }: RecallInput,
): Promise<ReadonlyMap<string, Float32Array>> {
  const rows = await db
    .selectFrom('embedding')
    .innerJoin('timeline_entry', 'timeline_entry.id', 'embedding.entry_id')
    .select(['embedding.entry_id', 'embedding.vector'])
    .where('timeline_entry.persona_id', '=', personaId)
    .where('embedding.model', '=', embedding.id)
    .execute()
  return new Map(rows.map(({ entry_id, vector }) => [entry_id, fromBlob(vector)]))
}

function toMemory(entry: TimelineEntry): Memory {
  return {
    entryId: entry.id,
    sequence: entry.sequence,
    eventAt: entry.eventAt,
    eventAtMs: Date.parse(entry.eventAt),
    eventLabel: entry.eventLabel,
    facts: entry.facts,
    feelings: entry.feelings,
    interpretation: entry.interpretation,
    memoryType: entry.memoryType,
    memoryStrength: entry.memoryStrength,
    triggers: triggersOf(entry),
  }
}

// Metadata is the client's own: what is not a list of words triggers nothing.
function triggersOf({ metadata }: TimelineEntry): string[] {
  const triggers = metadata['triggers']
  if (!Array.isArray(triggers)) return []
  return triggers.filter((trigger): trigger is string => typeof trigger === 'string')
}
