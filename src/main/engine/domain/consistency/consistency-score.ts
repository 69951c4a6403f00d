import type { Finding } from './finding.ts'
import type { Severity } from '../../../../shared/contract/consistency.ts'

/** What one finding leaves of the score. */
const kept: Readonly<Record<Severity, number>> = { error: 0.85, warning: 0.93, info: 0.98 }

/**
 * 100 where nothing was found; every finding takes its share of what is left (an error 15 %, a
 * warning 7 %, an info 2 %), so one more finding never raises the score and none takes it below 0.
 * It counts findings, not their share of the timeline: a contradiction is no smaller for the
 * thousand memories that have none.
 */
export function consistencyScore(findings: readonly Pick<Finding, 'severity'>[]): number {
  const left = findings.reduce((score, { severity }) => score * kept[severity], 100)
  return Math.floor(left)
}
