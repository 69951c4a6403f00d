import { consistencyScore } from '../domain/consistency/consistency-score.ts'
import type { Finding } from '../domain/consistency/finding.ts'

/** The score of a report: dismissed issues do not count. */
export function scoreOf(
  findings: readonly Finding[],
  dismissals: ReadonlyMap<string, number>,
): number {
  return consistencyScore(findings.filter(({ id }) => !dismissals.has(id)))
}
