import { setImmediate } from 'node:timers/promises'
import type { MemoryStatistics } from '../../../shared/contract/memory-statistics.ts'
import type { Vividness } from '../../../shared/contract/recall.ts'
import { findLatestReport } from '../consistency/reports.ts'
import type { ReadDb } from '../db/schema.ts'
import { effectiveStrength } from '../domain/memory/forgetting.ts'
import { vividness } from '../domain/memory/vividness.ts'
import { getPersona } from '../personas/find-personas.ts'
import { toIso } from './instant.ts'
import { getMemorySettings } from './memory-settings.ts'
import {
  countConsolidations,
  countEntries,
  countRehearsals,
  countStrengths,
  countVisibleBy,
  listFading,
  spanOfVisible,
  type StatisticsScope,
} from './statistics.repo.ts'

/**
 * The timeline in numbers.
 *
 * @param clock  what forgetting counts to, milliseconds
 */
export async function getMemoryStatistics(
  db: ReadDb,
  scope: StatisticsScope,
  clock: number,
): Promise<MemoryStatistics> {
  await getPersona(db, scope.tenantId, scope.personaId)
  const length = await countEntries(db, scope)
  const span = await spanOfVisible(db, scope)
  // Each reads the whole timeline: others get their turn in between.
  const byType = await countVisibleBy(db, scope, 'type').finally(setImmediate)
  const bySource = await countVisibleBy(db, scope, 'source').finally(setImmediate)
  const byYear = await countVisibleBy(db, scope, 'year').finally(setImmediate)
  const strengths = await readStrengths(db, scope, clock)
  const { add = 0, reinforce = 0, flag = 0, ignore = 0 } = await countConsolidations(db, scope)
  return {
    personaId: scope.personaId,
    length,
    visible: span.count,
    superseded: length - span.count,
    byType,
    bySource,
    byVividness: countVividness(strengths),
    byYear,
    firstEventAt: span.first === null ? null : toIso(span.first),
    lastEventAt: span.last === null ? null : toIso(span.last),
    meanStrength: span.meanStrength,
    meanEffectiveStrength: meanOf(strengths),
    rehearsals: await countRehearsals(db, scope),
    consolidations: { add, reinforce, flag, ignore },
    consistency: await lastCheck(db, scope),
  }
}

type Strength = { readonly strength: number; readonly count: number }

async function readStrengths(
  db: ReadDb,
  scope: StatisticsScope,
  clock: number,
): Promise<readonly Strength[]> {
  const { forgetting } = await getMemorySettings(db)
  if (!forgetting.enabled) return countStrengths(db, scope)
  const fading = await listFading(db, scope, clock)
  return fading.map((memory) => ({
    strength: effectiveStrength(memory, clock, forgetting),
    count: 1,
  }))
}

function countVividness(strengths: readonly Strength[]): Record<Vividness, number> {
  const counts = { vivid: 0, clear: 0, faded: 0 }
  for (const { strength, count } of strengths) counts[vividness(strength)] += count
  return counts
}

function meanOf(strengths: readonly Strength[]): number | null {
  let sum = 0
  let all = 0
  for (const { strength, count } of strengths) {
    sum += strength * count
    all += count
  }
  return all === 0 ? null : sum / all
}

async function lastCheck(
  db: ReadDb,
  { tenantId, personaId, asOf }: StatisticsScope,
): Promise<MemoryStatistics['consistency']> {
  const report = await findLatestReport(db, { tenantId, personaId })
  if (!report || (asOf !== null && Date.parse(report.checkedAt) > asOf)) return null
  const open = report.issues.filter(({ dismissedAt }) => dismissedAt === null)
  return { score: report.score, checkedAt: report.checkedAt, openIssues: open.length }
}
