import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { EntryId, PersonaId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from '../db/schema.ts'
import { findDrift, type ComparableRow, type Drift } from '../domain/vectors/drift.ts'
import { addToTally, emptyTally, type Tally } from '../domain/vectors/tally.ts'
import { EngineError } from '../errors.ts'
import type { Vectors } from './open-vectors.ts'
import {
  countWaitingUpTo,
  findEmbeddedEntries,
  findLastWaiting,
  findOwners,
  findPersonaRows,
  findWaiting,
  findWaitingOf,
  insertIntoOutbox,
} from './reconcile-vectors.repo.ts'
import type { IndexedRow, VectorIndex, VectorRow } from './vector-index.ts'

/** Rows read between two turns of the event loop, vectors included: about a millisecond. */
const PAGE = 100
/** Ids in one filter of the index, and rows in one insert. */
const BATCH = 200
const LOOK_AGAIN_MS = 25
/** An outbox that does not shrink for this long has an index that cannot be written, ms. */
const STUCK_MS = 60_000

export type ReconcileVectorsDeps = {
  readonly db: WriteDb
  readonly embedding: { readonly id: string }
  readonly vectors: Pick<Vectors, 'kind' | 'exclusively' | 'notify' | 'rebuild'>
}

export type DriftCounts = Readonly<Record<keyof Drift, number>>

/**
 * Finds how the index differs from SQLite for one persona, and hands what differs to the indexer
 * again. While it looks nothing is written to the index, so that whatever SQLite has and the index
 * has not waits in the outbox, or is drift.
 */
export function reconcilePersona(
  deps: ReconcileVectorsDeps,
  personaId: PersonaId | string,
): Promise<DriftCounts> {
  return deps.vectors.exclusively(async (index) => {
    const indexed = await collect(index, { personaId })
    const expected = await findExpected(deps, personaId)
    const waiting = await findWaiting(deps.db, personaId)
    const here = findDrift(expected, indexed, waiting)
    const { drift, strays } = await lookElsewhere(deps, index, here, personaId)
    const owners = new Map([...strays, ...indexed.map((row) => [row.entryId, personaId] as const)])
    for (const entryId of expected.keys()) owners.set(entryId, personaId)
    await repair(deps, index, drift, owners)
    return countOf(drift)
  })
}

/** Puts every row of a persona into the index again. @returns how many */
export function rebuildPersona(deps: ReconcileVectorsDeps, personaId: PersonaId): Promise<number> {
  return deps.vectors.exclusively(async (index) => {
    const held = (await collect(index, { personaId })).map(({ entryId }) => entryId)
    const wanted = [...(await findExpected(deps, personaId)).keys()]
    const all = [...new Set([...wanted, ...held])]
    await handOver(deps, all, () => personaId)
    for (const batch of batchesOf(held)) await index.remove(batch)
    return wanted.length
  })
}

/**
 * Personas for whom the index seems to hold other entries than SQLite, from counts and sums alone:
 * the vectors are not read. Ids that no persona has are among them.
 */
export async function findSuspects(
  deps: ReconcileVectorsDeps,
  onRows: (rows: number) => Promise<void>,
): Promise<string[]> {
  const indexed = await deps.vectors.exclusively(async (index) => {
    const tallies = new Map<string, Tally>()
    for await (const rows of scan(index, 'everything', { vectors: false })) {
      for (const row of rows) addTo(tallies, row)
    }
    return tallies
  })
  const stored = new Map<string, Tally>()
  for (let after = 0; ;) {
    const page = await findEmbeddedEntries(deps.db, deps.embedding.id, { after, limit: PAGE })
    for (const row of page) addTo(stored, row)
    if (page.length === 0) break
    after = page.at(-1)!.row
    await onRows(page.length)
  }
  return [...new Set([...indexed.keys(), ...stored.keys()])]
    .filter((personaId) => {
      const [a, b] = [indexed.get(personaId), stored.get(personaId)]
      return a?.count !== b?.count || a?.sum !== b?.sum
    })
    .toSorted()
}

/** Ids of personas in the index, those that no persona has included. */
export function findIndexedPersonas(deps: ReconcileVectorsDeps): Promise<string[]> {
  return deps.vectors.exclusively(async (index) => {
    const ids = new Set<string>()
    for await (const rows of scan(index, 'everything', { vectors: false })) {
      for (const { personaId } of rows) ids.add(personaId)
    }
    return [...ids].toSorted()
  })
}

/**
 * Waits until the index has taken up all that waits as of this moment.
 *
 * @throws EngineError `unavailable` when it does not get on
 */
export async function waitForIndex(
  deps: ReconcileVectorsDeps & { readonly now: () => number },
  signal: AbortSignal,
): Promise<void> {
  const last = await findLastWaiting(deps.db)
  let least = Infinity
  let since = deps.now()
  for (;;) {
    signal.throwIfAborted()
    const waiting = await countWaitingUpTo(deps.db, last)
    if (waiting === 0) return
    if (waiting < least) [least, since] = [waiting, deps.now()]
    if (deps.now() - since > STUCK_MS) {
      throw new EngineError('unavailable', `The vector index does not take up ${waiting} changes`)
    }
    deps.vectors.notify()
    await sleep(LOOK_AGAIN_MS, undefined, { signal })
  }
}

/** The index's files are lost or torn: nothing can be compared, all can be filled again. */
export class UnreadableIndex extends Error {
  override readonly name = 'UnreadableIndex'
}

async function* scan(
  index: VectorIndex,
  ...[scope, options]: Parameters<VectorIndex['scan']>
): AsyncGenerator<IndexedRow[]> {
  try {
    yield* index.scan(scope, options)
  } catch (cause) {
    throw new UnreadableIndex(`The vector index cannot be read: ${String(cause)}`, { cause })
  }
}

type Found = { readonly drift: Drift; readonly strays: ReadonlyMap<EntryId, string> }

/** An entry that lies under another persona is neither missing here nor a ghost there. */
async function lookElsewhere(
  deps: ReconcileVectorsDeps,
  index: VectorIndex,
  drift: Drift,
  personaId: string,
): Promise<Found> {
  const misplaced = new Set<EntryId>()
  for (const entryIds of batchesOf(drift.missing)) {
    for await (const rows of scan(index, { entryIds }, { vectors: false })) {
      for (const row of rows) misplaced.add(row.entryId)
    }
  }
  const strays = new Map<EntryId, string>()
  const waiting = new Set<EntryId>()
  for (const entryIds of batchesOf(drift.ghost)) {
    for (const [id, owner] of await findOwners(deps.db, deps.embedding.id, entryIds))
      if (owner !== personaId) strays.set(id, owner)
    for (const id of await findWaitingOf(deps.db, entryIds)) waiting.add(id)
  }
  const isHere = (id: EntryId) => !strays.has(id) && !waiting.has(id)
  return {
    strays,
    drift: {
      missing: drift.missing.filter((id) => !misplaced.has(id)),
      stale: [...drift.stale, ...misplaced, ...[...strays.keys()].filter((id) => !waiting.has(id))],
      ghost: drift.ghost.filter(isHere),
      duplicate: drift.duplicate,
    },
  }
}

/**
 * First into the outbox, from where recall reads what waits and where a kill loses nothing; then
 * out of the index what replacing would not cure.
 */
async function repair(
  deps: ReconcileVectorsDeps,
  index: VectorIndex,
  drift: Drift,
  owners: ReadonlyMap<EntryId, string>,
): Promise<void> {
  const all = Object.values(drift).flat()
  if (all.length === 0) return
  await handOver(deps, all, (entryId) => owners.get(entryId)!)
  const toRemove = [...drift.ghost, ...drift.duplicate, ...drift.stale]
  for (const batch of batchesOf(toRemove)) await index.remove(batch)
}

async function handOver(
  deps: ReconcileVectorsDeps,
  entryIds: readonly EntryId[],
  ownerOf: (entryId: EntryId) => string,
): Promise<void> {
  for (const batch of batchesOf(entryIds)) {
    const entries = batch.map((entryId) => ({ entryId, personaId: ownerOf(entryId) }))
    await insertIntoOutbox(deps.db, entries)
    await nextTurn()
  }
  deps.vectors.notify()
}

async function findExpected(
  { db, embedding }: ReconcileVectorsDeps,
  personaId: string,
): Promise<Map<EntryId, VectorRow>> {
  const expected = new Map<EntryId, VectorRow>()
  for (let after = -1; ;) {
    const page = await findPersonaRows(db, embedding.id, personaId, { after, limit: PAGE })
    for (const row of page) expected.set(row.entryId, row)
    if (page.length < PAGE) return expected
    after = page.at(-1)!.sequence
    await nextTurn()
  }
}

async function collect(
  index: VectorIndex,
  scope: { readonly personaId: string },
): Promise<ComparableRow[]> {
  const collected: ComparableRow[] = []
  for await (const rows of scan(index, scope, { vectors: true })) {
    for (const row of rows) collected.push({ ...row, vector: row.vector ?? new Float32Array() })
  }
  return collected
}

type TalliedRow = Pick<IndexedRow, 'entryId' | 'personaId' | 'sequence' | 'superseded'>

function addTo(tallies: Map<string, Tally>, row: TalliedRow): void {
  tallies.set(row.personaId, addToTally(tallies.get(row.personaId) ?? emptyTally, row))
}

function countOf(drift: Drift): DriftCounts {
  return {
    missing: drift.missing.length,
    stale: drift.stale.length,
    ghost: drift.ghost.length,
    duplicate: drift.duplicate.length,
  }
}

function batchesOf<T>(items: readonly T[]): T[][] {
  const batches: T[][] = []
  for (let i = 0; i < items.length; i += BATCH) batches.push(items.slice(i, i + BATCH))
  return batches
}
