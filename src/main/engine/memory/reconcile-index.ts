import type { PersonaId } from '../../../shared/contract/ids.ts'
import {
  findIndexedPersonas,
  findSuspects,
  rebuildPersona,
  reconcilePersona,
  UnreadableIndex,
  waitForIndex,
  type DriftCounts,
} from '../vectors/reconcile-vectors.ts'
import { countEntries, findPersonaPage } from './reconcile.repo.ts'
import type { Reconcile, Step } from './reconcile-step.ts'

/**
 * Compares the index with SQLite persona by persona and has repaired what differs, or everything
 * where that was asked. An index that cannot be read is filled again.
 */
export function indexStep(size: number): Step {
  return {
    name: 'index',
    size,
    async run(reconcile) {
      const { deps, work } = reconcile
      try {
        if (work.options.rebuild) await rebuild(reconcile)
        else await compare(reconcile, size)
      } catch (error) {
        if (!(error instanceof UnreadableIndex)) throw error
        deps.log(`${error.message}; it is filled again`)
        await refillAll(reconcile, 'unreadable')
      }
    },
  }
}

/** Waits until the index has what was handed to it: only then is it repaired. */
export function settleStep(): Step {
  return {
    name: 'settle',
    size: 0,
    run: ({ deps, signal }) => waitForIndex(deps, signal),
  }
}

async function compare(reconcile: Reconcile, size: number): Promise<void> {
  const { deps, work, light } = reconcile
  if (work.personaId !== null) return compareOne(reconcile, work.personaId, size)
  if (light) {
    const suspects = await findSuspects(deps, (rows) =>
      reconcile.advance({ cursor: null, done: rows }),
    )
    for (const personaId of suspects) await compareOne(reconcile, personaId, 0)
    return
  }
  await forEachPersona(reconcile, (personaId, length) => compareOne(reconcile, personaId, length))
  await compareUnknown(reconcile)
}

/** Rows under the id of nobody are ghosts, or belong to somebody else. */
async function compareUnknown(reconcile: Reconcile): Promise<void> {
  const { deps, tenantId } = reconcile
  for (const id of await findIndexedPersonas(deps)) {
    const personaId = id as PersonaId
    const [known] = await findPersonaPage(deps.db, { tenantId, personaId }, { after: 0, limit: 1 })
    if (!known) await compareOne(reconcile, id, 0)
  }
}

async function compareOne(reconcile: Reconcile, personaId: string, done: number): Promise<void> {
  reconcile.signal.throwIfAborted()
  const found = await reconcilePersona(reconcile.deps, personaId)
  await reconcile.advance({
    cursor: reconcile.cursor,
    done,
    found: { ...found, repaired: sumOf(found) },
  })
}

async function rebuild(reconcile: Reconcile): Promise<void> {
  const { deps, work } = reconcile
  if (work.personaId === null) return refillAll(reconcile, 'asked')
  const repaired = await rebuildPersona(deps, work.personaId)
  await reconcile.advance({ cursor: null, done: repaired, found: { repaired }, rebuilt: 'asked' })
}

async function refillAll(reconcile: Reconcile, rebuilt: 'asked' | 'unreadable'): Promise<void> {
  const { deps } = reconcile
  await deps.vectors.rebuild()
  deps.vectors.notify()
  const repaired = await countEntries(deps.db, null)
  await reconcile.advance({ cursor: null, done: repaired, found: { repaired }, rebuilt })
}

async function forEachPersona(
  reconcile: Reconcile,
  visit: (personaId: PersonaId, length: number) => Promise<void>,
): Promise<void> {
  const { deps, tenantId } = reconcile
  const scope = { tenantId, personaId: null }
  for (let after = Number(reconcile.cursor ?? 0); ;) {
    const [persona] = await findPersonaPage(deps.db, scope, { after, limit: 1 })
    if (!persona) return
    await visit(persona.id, persona.timelineLength)
    after = persona.row
    await reconcile.advance({ cursor: after, done: 0 })
  }
}

function sumOf(found: DriftCounts): number {
  return Object.values(found).reduce((sum, count) => sum + count, 0)
}
