import type { EntryId } from '../../../../shared/contract/ids.ts'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import type { CheckedPersona } from './checked-persona.ts'
import { createClaimIndex, extendClaimIndex, type ClaimIndex } from './claim-index.ts'
import { claimKey, type SourcedClaim } from './claims/claim.ts'
import { entryClaims } from './claims/entry-claims.ts'
import { speakerOf } from './checked-persona.ts'
import { contradictionFinding, entryFinder } from './compare/contradiction-finding.ts'
import { keyContradictions } from './compare/key-contradictions.ts'
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
  // Reading claims is most of the work: it is done once, unless the index had them before.
  const isIndexed = [...added].some((id) => index.entryIds.has(id))
  const newKeys = extendClaimIndex(index, persona, ordered)
  const keys = isIndexed ? addedKeys(persona, ordered, added) : [...newKeys]
  const contradictions = keys.flatMap((key) => keyContradictions(index, key, { only: added }))
  const entryOf = entryFinder(ordered)
  const findings = [
    ...contradictions.map((found) => contradictionFinding(found, entryOf)),
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
