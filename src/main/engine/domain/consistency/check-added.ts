import type { EntryId } from '../../../../shared/contract/ids.ts'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import type { CheckedPersona } from './checked-persona.ts'
import {
  createClaimIndex,
  currentClaims,
  extendClaimIndex,
  type ClaimIndex,
} from './claim-index.ts'
import { claimKey, type SourcedClaim } from './claims/claim.ts'
import { entryClaims } from './claims/entry-claims.ts'
import { speakerOf } from './checked-persona.ts'
import { contradictionFinding } from './compare/contradiction-finding.ts'
import { findContradictions } from './compare/contradictions.ts'
import { distinctFindings } from './distinct-findings.ts'
import type { Finding } from './finding.ts'
import { findProfileConflicts } from './profile/profile-conflicts.ts'
import { findStructuralFaults } from './structure/structural-faults.ts'

export type AddedCheck = {
  readonly persona: CheckedPersona
  /**
   * With a kept `index`, the added entries suffice (and those they supersede or follow, where at
   * hand); without one, the whole timeline.
   */
  readonly entries: readonly TimelineEntry[]
  readonly added: ReadonlySet<EntryId>
  readonly nowMs: number
  /** What was there before; it is extended by what was added. */
  readonly index?: ClaimIndex
}

/** Only what involves an added entry. */
export function checkAdded({ persona, entries, added, nowMs, index: kept }: AddedCheck): Finding[] {
  const index = kept ?? createClaimIndex(persona)
  const ordered = entries.toSorted((a, b) => a.sequence - b.sequence)
  extendClaimIndex(index, persona, ordered)
  const contradictions = addedKeys(persona, ordered, added).flatMap((key) =>
    findContradictions(currentClaims(index, index.byKey.get(key) ?? []), added),
  )
  const findings = [
    ...contradictions.map(contradictionFinding),
    ...findProfileConflicts(persona, index, nowMs, added),
    ...findStructuralFaults({
      persona,
      entries: ordered,
      nowMs,
      added,
      partial: kept !== undefined,
    }),
  ]
  const involved = findings.filter(({ entryIds }) => entryIds.some((id) => added.has(id)))
  return distinctFindings(involved, ordered)
}

function addedKeys(
  persona: CheckedPersona,
  entries: readonly TimelineEntry[],
  added: ReadonlySet<EntryId>,
): string[] {
  const speaker = speakerOf(persona)
  const claims: SourcedClaim[] = entries
    .filter(({ id }) => added.has(id))
    .flatMap((entry) => entryClaims(entry, speaker))
  return [...new Set(claims.map(claimKey))]
}
