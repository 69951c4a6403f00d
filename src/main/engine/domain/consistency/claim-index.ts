import type { EntryId } from '../../../../shared/contract/ids.ts'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { speakerOf, type CheckedPersona } from './checked-persona.ts'
import { claimKey, type SourcedClaim } from './claims/claim.ts'
import { entryClaims } from './claims/entry-claims.ts'

/**
 * What a timeline claims, by what can contradict what. May be kept for a persona and extended by
 * what is appended; it is to be made anew when the persona's seed changes.
 */
export type ClaimIndex = {
  /** Claims that share subject, attribute and object, in the order of the timeline. */
  readonly byKey: Map<string, SourcedClaim[]>
  readonly entryIds: Set<EntryId>
  readonly superseded: Set<EntryId>
}

export function createClaimIndex(
  persona: CheckedPersona,
  entries: readonly TimelineEntry[] = [],
): ClaimIndex {
  const index: ClaimIndex = { byKey: new Map(), entryIds: new Set(), superseded: new Set() }
  extendClaimIndex(index, persona, entries)
  return index
}

/**
 * Takes in what is new among `entries`, and what they supersede.
 *
 * @returns the keys of what is new
 */
export function extendClaimIndex(
  index: ClaimIndex,
  persona: CheckedPersona,
  entries: readonly TimelineEntry[],
): ReadonlySet<string> {
  const speaker = speakerOf(persona)
  const keys = new Set<string>()
  for (const entry of entries) {
    if (entry.supersedes) index.superseded.add(entry.supersedes)
    if (entry.supersededBy) index.superseded.add(entry.id)
    if (index.entryIds.has(entry.id)) continue
    index.entryIds.add(entry.id)
    for (const claim of entryClaims(entry, speaker)) {
      if (claim.modality === 'asserted') keys.add(addClaim(index, claim))
    }
  }
  return keys
}

function addClaim({ byKey }: ClaimIndex, claim: SourcedClaim): string {
  const key = claimKey(claim)
  const claims = byKey.get(key)
  if (!claims) byKey.set(key, [claim])
  else claims.push(claim)
  return key
}

/** Claims of one key that are still told. */
export function currentClaims(
  { superseded }: ClaimIndex,
  claims: readonly SourcedClaim[],
): readonly SourcedClaim[] {
  if (superseded.size === 0) return claims
  return claims.filter(({ source }) => source.entryId === null || !superseded.has(source.entryId))
}
