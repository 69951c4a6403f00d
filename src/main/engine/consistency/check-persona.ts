import type { ConsistencyReport } from '../../../shared/contract/consistency.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import { listFlagged } from '../consolidation/list-flagged.ts'
import type { WriteDb } from '../db/schema.ts'
import { checkTimelineInSteps } from '../domain/consistency/check-timeline.ts'
import type { ClaimIndex } from '../domain/consistency/claim-index.ts'
import type { Finding } from '../domain/consistency/finding.ts'
import { getMemorySettings } from '../memory/memory-settings.ts'
import { readTimeline } from '../memory/read-timeline.ts'
import type { RecallDeps } from '../memory/recall.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { getPersona } from '../personas/find-personas.ts'
import type { UsageLog } from '../tenancy/limits.ts'
import type { ClaimCache } from './claim-cache.ts'
import { inSteps } from './in-steps.ts'
import { judgeTimeline } from './judge-timeline.ts'
import {
  listDismissals,
  saveReport,
  toReport,
  type ReportOwner,
  type StoredReport,
} from './reports.repo.ts'
import { scoreOf } from './score-of.ts'

export type CheckDeps = RecallDeps & {
  readonly db: WriteDb
  readonly now: () => number
  readonly claims: ClaimCache
  readonly usage: UsageLog
  readonly logError: (error: unknown) => void
  /** The language model that may be asked; undefined where only the built-in one is there. */
  readonly judge: () => ChatModel | undefined
}

/**
 * Checks a whole timeline and keeps the report in place of the one before.
 *
 * @throws EngineError `not_found`
 */
export async function checkPersona(
  deps: CheckDeps,
  owner: ReportOwner,
  signal?: AbortSignal,
): Promise<ConsistencyReport> {
  const persona = await getPersona(deps.db, owner.tenantId, owner.personaId)
  const checkedAt = deps.now()
  const entries: TimelineEntry[] = []
  for await (const batch of readTimeline(deps.db, owner)) entries.push(...batch)
  const findings = await findAll(deps, persona, entries, { nowMs: checkedAt, signal })
  const dismissals = await listDismissals(deps.db, owner.personaId)
  const report: StoredReport = {
    personaId: owner.personaId,
    score: scoreOf(findings, dismissals),
    checkedAt,
    checkedSequence: entries.at(-1)?.sequence ?? 0,
    issues: findings,
  }
  signal?.throwIfAborted()
  await saveReport(deps.db, owner, report)
  deps.usage.record(owner.tenantId, 'persona_consistency_check', {
    personaId: owner.personaId,
    score: report.score,
    issues: findings.length,
  })
  return toReport(report, dismissals)
}

type Circumstances = { readonly nowMs: number; readonly signal: AbortSignal | undefined }

async function findAll(
  deps: CheckDeps,
  persona: Persona,
  entries: readonly TimelineEntry[],
  { nowMs, signal }: Circumstances,
): Promise<Finding[]> {
  const keep = (index: ClaimIndex | undefined) => {
    if (index) deps.claims.put(persona, index, entries.at(-1)?.sequence ?? 0)
  }
  const byRules = await inSteps(checkTimelineInSteps({ persona, entries, nowMs }), keep, signal)
  const flagged = await listFlagged(deps.db, persona, entries)
  const judged = await judgeLeftOpen(deps, persona, { entries, byRules, nowMs, signal })
  const all = new Map([...byRules, ...flagged, ...judged].map((finding) => [finding.id, finding]))
  return [...all.values()]
}

/** A failure of the model leaves what the rules found. */
async function judgeLeftOpen(
  deps: CheckDeps,
  persona: Persona,
  {
    entries,
    byRules,
    nowMs,
    signal,
  }: Circumstances & {
    readonly entries: readonly TimelineEntry[]
    readonly byRules: readonly Finding[]
  },
): Promise<Finding[]> {
  const { consistency } = await getMemorySettings(deps.db)
  const model = consistency.useModel ? deps.judge() : undefined
  if (!model) return []
  try {
    return await judgeTimeline({ ...deps, model }, persona, { entries, byRules, nowMs }, signal)
  } catch (error) {
    signal?.throwIfAborted()
    deps.logError(error)
    return []
  }
}
