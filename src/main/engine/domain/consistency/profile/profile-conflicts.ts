import type { EntryId } from '../../../../../shared/contract/ids.ts'
import { currentClaims, type ClaimIndex } from '../claim-index.ts'
import { claimKey, type SourcedClaim } from '../claims/claim.ts'
import type { CheckedPersona } from '../checked-persona.ts'
import { conflicts } from '../compare/conflict.ts'
import { spanOfClaim } from '../compare/contradiction-finding.ts'
import { findingId } from '../finding-id.ts'
import type { Finding } from '../finding.ts'
import { occupationLine } from '../lexicon/occupations.ts'
import { profileClaims } from './profile-claims.ts'

/** Memories that say otherwise than the seed does of the present. */
export function findProfileConflicts(
  persona: CheckedPersona,
  index: ClaimIndex,
  nowMs: number,
  only?: ReadonlySet<EntryId>,
): Finding[] {
  return profileClaims(persona, nowMs).flatMap((seed) => {
    const claims = currentClaims(index, index.byKey.get(claimKey(seed)) ?? [])
    return claims
      .filter(({ source }) => !only || (source.entryId !== null && only.has(source.entryId)))
      .filter((claim) => deniesSeed(claim, seed))
      .map((claim) => profileFinding(seed, claim))
  })
}

/** The same for claims that are in no index. */
export function profileFindings(
  persona: CheckedPersona,
  claims: readonly SourcedClaim[],
  nowMs: number,
): Finding[] {
  return profileClaims(persona, nowMs).flatMap((seed) =>
    claims
      .filter((claim) => claimKey(claim) === claimKey(seed) && deniesSeed(claim, seed))
      .map((claim) => profileFinding(seed, claim)),
  )
}

function deniesSeed(claim: SourcedClaim, seed: SourcedClaim): boolean {
  if (!conflicts(seed, claim)) return false
  return claim.attribute !== 'job' || occupationLine(claim.value) !== undefined
}

function profileFinding(seed: SourcedClaim, claim: SourcedClaim): Finding {
  const { entryId, turnId } = claim.source
  const type = turnId ? 'response_contradiction' : 'profile_conflict'
  return {
    id: findingId(type, [entryId ?? turnId ?? ''], `profile ${seed.attribute} ${seed.object}`),
    type,
    severity: 'warning',
    entryIds: entryId ? [entryId] : [],
    spans: [spanOfClaim(claim)],
    explanation: `The profile says ${seed.text}, but this says "${claim.text}".`,
  }
}
