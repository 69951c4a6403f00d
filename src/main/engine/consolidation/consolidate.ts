import type { Consolidation } from '../../../shared/contract/consolidation.ts'
import type { MemoryType } from '../../../shared/contract/timeline.ts'
import { decide, type Verdict } from '../domain/consolidation/decide.ts'
import { toMemory } from '../domain/consolidation/new-memory.ts'
import type { Statement } from '../domain/consolidation/statements.ts'
import { prepareEntries, type PreparedEntry } from '../memory/append-entries.ts'
import type { RecallDeps } from '../memory/recall.ts'
import type { ChatModel } from '../models/chat-model.ts'
import type { Said } from '../prompting/keeping.ts'
import type { Limits } from '../tenancy/limits.ts'
import { judgeExchange } from './judge-exchange.ts'
import { statementsOf, weighStatements } from './read-exchange.ts'

export type ConsolidateDeps = RecallDeps & { readonly limits: Pick<Limits, 'requireRoom'> }

/** What is to become of an exchange; the memory it adds waits to be stored with the turn. */
export type Decided = {
  readonly consolidation: Omit<Consolidation, 'issues'>
  readonly memory: PreparedEntry | null
}

/** Add, reinforce or ignore. @param judge  a language model; undefined: rules decide */
export async function consolidate(
  deps: ConsolidateDeps,
  said: Said,
  judge: ChatModel | undefined,
  signal?: AbortSignal,
): Promise<Decided> {
  const evidence = await weighStatements(deps, said, statementsOf(said), signal)
  // A rehearsal is worded by rules: there is nothing in it for a model to judge.
  if (!judge || said.turn.rehearsal) return carryOut(deps, said, decide(evidence), 'rules', signal)
  const { verdict, decidedBy } = await judgeExchange(
    { ...deps, model: judge },
    said,
    evidence,
    signal,
  )
  return carryOut(deps, said, verdict, decidedBy, signal)
}

async function carryOut(
  deps: ConsolidateDeps,
  said: Said,
  verdict: Verdict,
  decidedBy: Consolidation['decidedBy'],
  signal?: AbortSignal,
): Promise<Decided> {
  const { action, reason } = verdict
  const entryId = action === 'reinforce' ? verdict.entryId : null
  const consolidation = { action, entryId, reason, decidedBy }
  if (action !== 'add') return { consolidation, memory: null }
  const { tenantId, personaId } = said.turn
  await deps.limits.requireRoom(tenantId, 'timelineEntries', 1)
  const entries = [toEntry(said, verdict.statements)]
  const items = [{ tenantId, personaId, entries, source: 'conversation' as const }]
  const [memory] = await prepareEntries(deps, items, signal)
  return { consolidation, memory: memory! }
}

function toEntry({ turn, sessionId }: Said, statements: readonly Statement[]) {
  const surfaced = hardOnes(turn)
  return toMemory(statements, {
    response: turn.response,
    mood: turn.session.mood,
    clock: turn.clock,
    memoryType: surfaced?.memoryType ?? 'normal',
    metadata: { sessionId, ...(surfaced ? { from: surfaced.entryId } : {}) },
  })
}

/** The memory that came up against resistance, the most deeply buried first. */
function hardOnes({ recalled }: Said['turn']) {
  const by = (kind: string, memoryType: MemoryType) =>
    recalled.find((memory) => memory.directive.kind === kind && memory.memoryType === memoryType)
  return by('surface', 'repressed') ?? by('admit-part', 'shame')
}
