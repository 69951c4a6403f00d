import type { EntryId } from '../../../../../shared/contract/ids.ts'
import type { ClaimIndex } from '../claim-index.ts'
import { currentClaims } from '../claim-index.ts'
import type { SourcedClaim } from '../claims/claim.ts'
import { findContradictions, type Contradiction } from './contradictions.ts'

/**
 * Contradictions among what a timeline claims under one key, and `more` that is in no index.
 *
 * @param only  entries one of which must be involved, or the one claim that must be; default: all
 */
export function keyContradictions(
  index: ClaimIndex,
  key: string,
  {
    more = [],
    only,
  }: { more?: readonly SourcedClaim[]; only?: ReadonlySet<EntryId> | SourcedClaim } = {},
): Contradiction[] {
  const told = currentClaims(index, index.byKey.get(key) ?? [])
  const claims = more.length === 0 ? told : [...told, ...more]
  if (claims.length < 2 || (key === 'self|wedding|' && hasMarriedAgain(index))) return []
  return findContradictions(claims, only && involves(only))
}

/** Who was divorced or widowed may have had two weddings. */
function hasMarriedAgain(index: ClaimIndex): boolean {
  const told = (key: string) => currentClaims(index, index.byKey.get(key) ?? [])
  return (
    told('self|divorce|').some(({ polarity }) => polarity) ||
    told('self|marital status|').some(({ value }) => value === 'divorced' || value === 'widowed') ||
    ['husband', 'wife'].some((who) => told(`${who}|alive|`).some(({ polarity }) => !polarity))
  )
}

function involves(only: ReadonlySet<EntryId> | SourcedClaim): (claim: SourcedClaim) => boolean {
  if (!('has' in only)) return (claim) => claim === only
  return ({ source }) => source.entryId !== null && only.has(source.entryId)
}
