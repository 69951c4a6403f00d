import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import type { CheckedPersona } from './checked-persona.ts'
import { createClaimIndex, extendClaimIndex, type ClaimIndex } from './claim-index.ts'
import { contradictionFinding, entryFinder } from './compare/contradiction-finding.ts'
import { keyContradictions } from './compare/key-contradictions.ts'
import { distinctFindings } from './distinct-findings.ts'
import type { Finding } from './finding.ts'
import { findProfileConflicts } from './profile/profile-conflicts.ts'
import { findStructuralFaults } from './structure/structural-faults.ts'

export type TimelineCheck = {
  readonly persona: CheckedPersona
  /** The whole timeline, superseded entries included, in any order. */
  readonly entries: readonly TimelineEntry[]
  readonly nowMs: number
}

/** Entries read, or keys compared, between two steps: a millisecond or two of work. */
const STEP = 40

/** Everything that is wrong with a timeline, in the order of the entries concerned. */
export function checkTimeline(check: TimelineCheck): Finding[] {
  const steps = checkTimelineInSteps(check)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same, yielding every few milliseconds so that a caller can let others run: the index that it
 * made is yielded last, to be kept.
 */
export function* checkTimelineInSteps({
  persona,
  entries,
  nowMs,
}: TimelineCheck): Generator<ClaimIndex | undefined, Finding[], void> {
  const ordered = entries.toSorted((a, b) => a.sequence - b.sequence)
  const index = createClaimIndex(persona)
  for (let start = 0; start < ordered.length; start += STEP) {
    extendClaimIndex(index, persona, ordered.slice(start, start + STEP))
    yield undefined
  }
  const findings: Finding[] = []
  const entryOf = entryFinder(ordered)
  let compared = 0
  for (const [key, claims] of index.byKey) {
    if (claims.length > 1)
      for (const found of keyContradictions(index, key))
        findings.push(contradictionFinding(found, entryOf))
    compared += claims.length
    if (compared < 10 * STEP) continue
    compared = 0
    yield undefined
  }
  findings.push(...findProfileConflicts(persona, index, nowMs))
  yield undefined
  findings.push(...findStructuralFaults({ persona, entries: ordered, nowMs }))
  yield index
  return distinctFindings(findings, ordered)
}
