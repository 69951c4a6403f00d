import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { findOpenRun, moveFrozenSequences } from '../studies/frozen-timelines.ts'
import { findPersonaPage } from './reconcile.repo.ts'
import type { Step } from './reconcile-step.ts'
import {
  findExtent,
  findNumbered,
  moveCheckedSequence,
  updateSequence,
  updateTimelineLength,
} from './renumber.repo.ts'

const PERSONAS_PER_PAGE = 20
/** Entries given other numbers between two turns of the event loop. */
const BATCH = 100

/**
 * Counts gaps in the numbers of timelines and closes them where asked. A timeline that counts
 * behind its last entry is always put right: the next memory could not be added to it.
 */
export function sequenceStep(): Step {
  return {
    name: 'sequence',
    size: 0,
    async run(reconcile) {
      const { deps, tenantId, work } = reconcile
      const scope = { tenantId, personaId: work.personaId }
      for (let after = Number(reconcile.cursor ?? 0); ;) {
        const page = await findPersonaPage(deps.db, scope, { after, limit: PERSONAS_PER_PAGE })
        if (page.length === 0) return
        let [sequenceGaps, renumbered] = [0, 0]
        for (const { id, timelineLength } of page) {
          const { count, last } = await findExtent(deps.db, id)
          sequenceGaps += last - count
          if (work.options.renumber && (last > count || timelineLength !== last)) {
            renumbered += await renumber(deps.db, tenantId, id)
          } else if (timelineLength < last) {
            await updateTimelineLength(deps.db, id, last)
          }
          await nextTurn()
        }
        after = page.at(-1)!.row
        await reconcile.advance({ cursor: after, done: 0, found: { sequenceGaps, renumbered } })
      }
    },
  }
}

/** @throws EngineError `conflict` while a run is in progress: it froze the numbers */
export async function requireNoRun(
  db: ReadDb,
  tenantId: TenantId,
  personaId: PersonaId | null,
): Promise<void> {
  const runId = await findOpenRun(db, tenantId, personaId)
  if (runId === undefined) return
  throw new EngineError(
    'conflict',
    `Run ${runId} is in progress and reads timelines by their numbers: renumber when it is over`,
  )
}

/**
 * Numbers a timeline 1, 2, 3… in its order. Revisions are chained by id; what refers to a number
 * moves with it, in the same transaction.
 *
 * @returns entries whose number changed
 */
async function renumber(db: WriteDb, tenantId: TenantId, personaId: PersonaId): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await requireNoRun(trx, tenantId, personaId)
    const old: number[] = []
    let changed = 0
    for (let after = -1; ;) {
      const page = await findNumbered(trx, personaId, { after, limit: BATCH })
      // Upwards, so that the number below is always free.
      for (const entry of page) {
        old.push(entry.sequence)
        if (entry.sequence === old.length) continue
        await updateSequence(trx, personaId, { ...entry, sequence: old.length })
        changed += 1
      }
      if (page.length < BATCH) break
      after = page.at(-1)!.sequence
      await nextTurn()
    }
    const moved = (sequence: number) => countUpTo(old, sequence)
    await moveFrozenSequences(trx, personaId, moved)
    await moveCheckedSequence(trx, personaId, moved)
    await updateTimelineLength(trx, personaId, old.length)
    return changed
  })
}

/** How many numbers of an ascending list are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  const after = ascending.findIndex((sequence) => sequence > limit)
  return after === -1 ? ascending.length : after
}
