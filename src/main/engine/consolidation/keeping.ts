import { sql } from 'kysely'
import type { ConsistencyIssue } from '../../../shared/contract/consistency.ts'
import type { Consolidation } from '../../../shared/contract/consolidation.ts'
import type { MemorySettings } from '../../../shared/contract/memory-settings.ts'
import type { TurnId } from '../../../shared/contract/ids.ts'
import { noteIssues } from '../consistency/change-report.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { WriteDb } from '../db/schema.ts'
import { toFinding } from '../domain/consistency/to-finding.ts'
import { isAbort } from '../errors.ts'
import { insertPrepared } from '../memory/append-entries.ts'
import { getMemorySettings } from '../memory/memory-settings.ts'
import { rehearse } from '../memory/rehearsals.ts'
import type { ChatModel } from '../models/chat-model.ts'
import type { Keeping, Keepsake, Said } from '../prompting/keeping.ts'
import { markSurfaced } from '../prompting/mark-surfaced.ts'
import { createSessionLocks } from '../prompting/session-locks.ts'
import type { UsageLog } from '../tenancy/limits.ts'
import { consolidate, type ConsolidateDeps, type Decided } from './consolidate.ts'
import { findConsolidation, insertConsolidation } from './consolidation.repo.ts'

/** Finds what an exchange contradicts. */
export type ExchangeCheck = (
  said: Said,
  settings: MemorySettings,
  signal?: AbortSignal,
) => Promise<ExchangeFindings>
export type ExchangeFindings = {
  /** What the answer contradicts. */
  readonly answer: readonly ConsistencyIssue[]
  /** What the interviewer's words contradict. */
  readonly told: readonly ConsistencyIssue[]
}

export type KeepingDeps = ConsolidateDeps & {
  readonly now: () => number
  readonly usage: UsageLog
  readonly logError: (error: unknown) => void
  readonly checkExchange: ExchangeCheck
  /** Reads ahead what a check of an answer will want. */
  readonly readAhead: (persona: Persona, settings: MemorySettings) => Promise<unknown>
  /** The language model that may be asked; undefined where only the built-in one is there. */
  readonly judge: () => ChatModel | undefined
  /** Told when something was committed that the index should have. */
  readonly notify: () => void
}

/** Keeps what is said in interviews: rehearses, consolidates, and notices contradictions. */
export function createKeeping(deps: KeepingDeps): Keeping {
  // One exchange of a persona at a time: the same news from two sessions is one memory.
  const locks = createSessionLocks()

  return {
    prepare(persona) {
      void getMemorySettings(deps.db)
        .then((settings) => deps.readAhead(persona, settings))
        .catch(() => {
          // Weighing the answer meets the same failure, and logs it.
        })
    },
    async weigh(said, signal) {
      const leave = await locks.enter(said.turn.personaId, signal)
      try {
        const settings = await getMemorySettings(deps.db)
        const found = await orElse(nothingFound, () => deps.checkExchange(said, settings, signal))
        const decided = await orElse(null, () => decideOn(deps, said, settings, found, signal))
        return {
          store: (trx) => store(deps, trx, { said, found, decided }),
          end() {
            leave()
            if (decided?.memory) deps.notify()
          },
        }
      } catch (error) {
        leave()
        throw error
      }
    },
  }

  /** What the answer can do without, and is logged when it fails. */
  async function orElse<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (isAbort(error)) throw error
      deps.logError(error)
      return otherwise
    }
  }
}

const nothingFound: ExchangeFindings = { answer: [], told: [] }

/** Null: off the record, or not wanted. */
async function decideOn(
  deps: KeepingDeps,
  said: Said,
  settings: MemorySettings,
  { answer, told }: ExchangeFindings,
  signal?: AbortSignal,
): Promise<Decided | null> {
  if (!said.onTheRecord || !settings.consolidation.enabled) return null
  const [first] = [...answer, ...told]
  if (first) {
    const { explanation: reason } = first
    const flag = { action: 'flag' as const, entryId: null, reason, decidedBy: 'rules' as const }
    return { consolidation: flag, memory: null }
  }
  const judge = settings.consolidation.useModel ? deps.judge() : undefined
  return consolidate(deps, said, judge, signal)
}

type Storing = {
  readonly said: Said
  readonly found: ExchangeFindings
  readonly decided: Decided | null
}

async function store(
  deps: KeepingDeps,
  trx: WriteDb,
  { said, found, decided }: Storing,
): Promise<Keepsake> {
  const issues = [...found.answer]
  if (!said.onTheRecord) return { consolidation: null, issues }
  // Whatever fails in here must not take the answer with it.
  await sql`savepoint keeping`.execute(trx)
  try {
    const consolidation = await remember(deps, trx, { said, found, decided })
    await sql`release keeping`.execute(trx)
    return { consolidation, issues }
  } catch (error) {
    await sql`rollback to keeping`.execute(trx)
    await sql`release keeping`.execute(trx)
    deps.logError(error)
    return { consolidation: null, issues }
  }
}

async function remember(
  deps: KeepingDeps,
  trx: WriteDb,
  { said, found, decided }: Storing,
): Promise<Consolidation | null> {
  const { id: turnId, personaId, tenantId, clock, recalled } = said.turn
  const reinforced = decided?.consolidation.entryId ?? null
  await rehearse(trx, { personaId, turnId, clock, recalled, reinforced })
  if (!decided) return null
  const known = await findConsolidation(trx, turnId)
  if (known) {
    const { action, entryId, reason, decidedBy, issues } = known
    return { action, entryId, reason, decidedBy, issues }
  }
  const now = deps.now()
  const added = decided.memory && (await insertMemory(trx, decided.memory, turnId, now))
  const consolidation: Consolidation = {
    ...decided.consolidation,
    ...(added ? { entryId: added.id } : {}),
    issues: decided.consolidation.action === 'flag' ? [...found.answer, ...found.told] : [],
  }
  const { sessionId } = said
  if (added?.memoryType === 'repressed') await markSurfaced(trx, { sessionId, turnId }, added.id)
  const owner = { tenantId, personaId, sessionId, turnId }
  await insertConsolidation(trx, owner, consolidation, now)
  await noteIssues(trx, owner, consolidation.issues.map(toFinding))
  if (added) {
    deps.usage.record(tenantId, 'persona_timeline_append', {
      personaId,
      memoryType: added.memoryType,
      strength: added.memoryStrength,
      label: added.eventLabel,
    })
  }
  return consolidation
}

async function insertMemory(
  trx: WriteDb,
  memory: NonNullable<Decided['memory']>,
  turnId: TurnId,
  now: number,
) {
  const metadata = { ...memory.entry.metadata, turnId }
  const linked = { ...memory, entry: { ...memory.entry, metadata } }
  const [added] = await insertPrepared(trx, [linked], now)
  return added!
}
