import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { CutMemory, RecallBudget, RecalledMemory } from '../../../shared/contract/recall.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import { isSensitive, type Memory } from '../domain/memory/memory.ts'
import {
  isTriggered,
  movePressure,
  withFloor,
  type PressureByEntry,
} from '../domain/memory/pressure.ts'
import { rankMemories, type Candidate } from '../domain/memory/rank-memories.ts'
import { isRelevant, matchByTime } from '../domain/memory/relevance.ts'
import { isWithin, timeWindow, windowLabel, type TimeWindow } from '../domain/memory/time-window.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import type { VectorHit } from '../vectors/vector-index.ts'
import type { VectorSearch } from '../vectors/open-vectors.ts'
import {
  findRepressed,
  findStrongest,
  findVisible,
  summariseVisible,
  type Horizon,
  type VisibleTimeline,
} from './memory.repo.ts'
import { getMemorySettings } from './memory-settings.ts'
import { withEffectiveStrength } from './rehearsals.ts'
import type { TermCache } from './term-cache.ts'
import { searchText } from './text-search.ts'

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
}

/** What the persona remembers when asked this, how it came up, and what it does with it. */
export async function recall(
  deps: RecallDeps,
  input: RecallInput,
  signal?: AbortSignal,
): Promise<Recalled> {
  const horizon = { asOf: input.asOf ?? null, maxSequence: input.maxSequence ?? null }
  const settings = await getMemorySettings(deps.db)
  const timeline = await summariseVisible(deps.db, input, horizon)
  const window = timeWindow(input.query)
  const found = timeline.count === 0 ? [] : await gather(deps, input, { horizon, timeline }, signal)
  const stored = window ? await withThatTime(deps, input, { horizon, window }, found) : found
  const clock = input.clock ?? input.asOf ?? timeline.newestMs
  const candidates = await withEffectiveStrength(deps.db, stored, clock, settings.forgetting)

  const probed = candidates.filter(isProbed).map(({ entryId }) => entryId)
  const before = input.session?.pressure ?? {}
  const moved = input.session ? movePressure(before, probed) : before
  const pressure = withFloor(moved, probed, input.pressureFloor ?? 0)
  const surfaced = new Set(input.session?.surfaced)
  const { recalled, cut, budget } = rankMemories(candidates, {
    k: input.k,
    tokenBudget: input.tokenBudget ?? settings.recall.tokenBudget,
    pressure,
    surfaced,
    window,
    newestMs: timeline.newestMs,
  })
  for (const { directive, entryId } of recalled) {
    if (directive.kind === 'surface') surfaced.add(entryId)
  }
  return { recalled, cut, budget, pressure, surfaced: [...surfaced] }
}

function isProbed(candidate: Candidate): boolean {
  return isSensitive(candidate) && (candidate.triggered || isRelevant(candidate.match))
}

/** "What did you do in the nineties?" is about no word of a memory, only about its time. */
async function withThatTime(
  deps: RecallDeps,
  input: RecallInput,
  { horizon, window }: { readonly horizon: Horizon; readonly window: TimeWindow },
  found: readonly Candidate[],
): Promise<readonly Candidate[]> {
  if (found.some(({ match, eventAt }) => isRelevant(match) && isWithin(window, eventAt))) {
    return found
  }
  const entries = await findStrongest(deps.db, input, horizon, spanOf(window), input.k)
  const match = matchByTime(windowLabel(window))
  const triggered = new Set(found.filter((one) => one.triggered).map(({ entryId }) => entryId))
  const ofThatTime = entries.map((entry) => ({
    ...toMemory(entry),
    match,
    terms: deps.terms.of(entry),
    triggered: triggered.has(entry.id),
  }))
  const known = new Set(ofThatTime.map(({ entryId }) => entryId))
  return [...ofThatTime, ...found.filter(({ entryId }) => !known.has(entryId))]
}

function spanOf({ fromYear, toYear }: TimeWindow): { from: number; to: number } {
  return {
    from: fromYear === -Infinity ? Number.MIN_SAFE_INTEGER : Date.UTC(fromYear, 0),
    to: toYear === Infinity ? Number.MAX_SAFE_INTEGER : Date.UTC(toYear + 1, 0) - 1,
  }
}

type Scope = { readonly horizon: Horizon; readonly timeline: VisibleTimeline }

/** The union of what both searches find, and of what the question's words trigger. */
async function gather(
  deps: RecallDeps,
  input: RecallInput,
  scope: Scope,
  signal?: AbortSignal,
): Promise<Candidate[]> {
  const wanted = Math.max(MIN_CANDIDATES, input.k * CANDIDATES_PER_MEMORY)
  const [hits, texts, repressed] = await Promise.all([
    searchVectors(deps, input, { ...scope, wanted }, signal),
    searchText(deps, { ...input, ...scope }),
    findRepressed(deps.db, input, scope.horizon),
  ])
  const triggered = repressed.filter((entry) =>
    isTriggered({ triggers: triggersOf(entry) }, input.query),
  )
  const nearText = texts.slice(0, wanted)
  const entryIds = new Set([
    ...hits.map(({ entryId }) => entryId),
    ...nearText.map(({ entryId }) => entryId),
    ...triggered.map(({ id }) => id),
  ])
  const entries = await findVisible(deps.db, input, scope.horizon, [...entryIds])

  const nearHits = hits.filter(({ entryId }) => entries.has(entryId)).slice(0, wanted)
  const vectorRanks = new Map(
    nearHits.map(({ entryId, cosine }, i) => [entryId, [i + 1, cosine] as const]),
  )
  const textRanks = new Map(texts.map((hit, i) => [hit.entryId, { ...hit, rank: i + 1 }]))
  const triggeredIds = new Set(triggered.map(({ id }) => id))
  return [...entries.values()]
    .filter(({ id }) => vectorRanks.has(id) || textRanks.has(id) || triggeredIds.has(id))
    .map((entry) => {
      const [vectorRank, cosine] = vectorRanks.get(entry.id) ?? [null, null]
      const text = textRanks.get(entry.id)
      return {
        ...toMemory(entry),
        match: {
          vectorRank,
          cosine,
          textRank: text?.rank ?? null,
          matchedTerms: text?.matchedTerms ?? [],
          coverage: text?.coverage ?? 0,
        },
        terms: deps.terms.of(entry),
        triggered: triggeredIds.has(entry.id),
      }
    })
}

async function searchVectors(
  deps: RecallDeps,
  { tenantId, personaId, query }: RecallInput,
  { timeline, wanted }: Scope & { readonly wanted: number },
  signal?: AbortSignal,
): Promise<VectorHit[]> {
  const [vector] = await deps.embedding.embed([query], signal)
  // The index holds what is superseded or yet to happen as well: room for all of it, so that it
  // crowds out nothing that is visible.
  const k = wanted + timeline.length - timeline.count
  return deps.vectors.search({ tenantId, personaId, vector: vector!, k })
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
