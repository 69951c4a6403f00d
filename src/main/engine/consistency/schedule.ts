import { setImmediate } from 'node:timers/promises'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { MemorySettings } from '../../../shared/contract/memory-settings.ts'
import { EngineError } from '../errors.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { getMemorySettings } from '../memory/memory-settings.ts'
import { checkPersona, type CheckDeps } from './check-persona.ts'
import { listChangedPersonas } from './changed-personas.repo.ts'

const KIND = 'consistency-check'
/** How often the clock is looked at, ms. */
const LOOK_EVERY_MS = 60_000
const DAY_MS = 24 * 3_600_000

export type ScheduleDeps = CheckDeps & {
  readonly tenantId: TenantId
  readonly jobs: Pick<JobQueue, 'register' | 'enqueue'>
}

export type ConsistencySchedule = {
  /** Asks for the check of the current period, if one is wanted and none was made yet. */
  look(): Promise<void>
  start(): void
  stop(): void
}

/**
 * Checks personas that changed since they were checked last, once a day or a week. A period is a
 * unit of the queue: however often it is asked for it runs once, and one that passed while the
 * workbench was closed is caught up by the check of the current one.
 */
export function createConsistencySchedule(deps: ScheduleDeps): ConsistencySchedule {
  let timer: NodeJS.Timeout | undefined

  deps.jobs.register(KIND, async (job, { signal, complete }) => {
    const checked = await checkChanged(deps, job.tenantId, signal)
    await complete(async () => ({ checked }))
  })

  async function look(): Promise<void> {
    const { consistency } = await getMemorySettings(deps.db)
    const period = periodAt(deps.now(), consistency.schedule)
    if (period) await deps.jobs.enqueue(deps.tenantId, KIND, period, { period })
  }

  return {
    look,
    start() {
      const tick = () => void look().catch(deps.logError)
      tick()
      timer = setInterval(tick, LOOK_EVERY_MS).unref()
    },
    stop: () => clearInterval(timer),
  }
}

/** Names the day, or the week from Monday on, of an instant in UTC; undefined: no schedule. */
export function periodAt(
  ms: number,
  schedule: MemorySettings['consistency']['schedule'],
): string | undefined {
  if (schedule === 'off') return undefined
  const day = Math.floor(ms / DAY_MS)
  // The Unix epoch was a Thursday.
  const first = schedule === 'daily' ? day : day - ((day + 3) % 7)
  return `${schedule} ${new Date(first * DAY_MS).toISOString().slice(0, 10)}`
}

/** @returns how many personas were checked */
async function checkChanged(
  deps: CheckDeps,
  tenantId: TenantId,
  signal: AbortSignal,
): Promise<number> {
  let after: PersonaId | undefined
  let checked = 0
  for (;;) {
    const personaIds = await listChangedPersonas(deps.db, tenantId, after)
    if (personaIds.length === 0) return checked
    for (const personaId of personaIds) {
      signal.throwIfAborted()
      if (await checkIfThere(deps, { tenantId, personaId }, signal)) checked += 1
      await setImmediate()
    }
    after = personaIds.at(-1)
  }
}

/** Somebody may put a persona in the trash meanwhile. */
async function checkIfThere(
  deps: CheckDeps,
  owner: { readonly tenantId: TenantId; readonly personaId: PersonaId },
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await checkPersona(deps, owner, signal)
    return true
  } catch (error) {
    if (error instanceof EngineError && error.code === 'not_found') return false
    throw error
  }
}
