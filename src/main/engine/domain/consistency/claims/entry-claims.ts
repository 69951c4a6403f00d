import type { TimelineEntry } from '../../../../../shared/contract/timeline.ts'
import type { ClaimContext } from './claim-context.ts'
import type { ClaimSource, ProseField, SourcedClaim } from './claim.ts'
import { dayOfIso } from './days.ts'
import { extractClaims } from './extract-claims.ts'

export type Speaker = Pick<
  ClaimContext,
  'firstName' | 'lastName' | 'gender' | 'birth' | 'homeCountries'
>

const fields = ['eventLabel', 'facts', 'feelings', 'interpretation'] as const
// An exaggerated memory is told bigger in what it felt like and meant; its facts stay as they are.
const plainFields = ['eventLabel', 'facts'] as const

/** What a memory claims, whatever its modality. */
export function entryClaims(entry: TimelineEntry, speaker: Speaker): SourcedClaim[] {
  const eventDay = dayOfIso(entry.eventAt)
  const source: ClaimSource = {
    entryId: entry.id,
    turnId: null,
    sequence: entry.sequence,
    eventDay,
    strength: entry.memoryStrength,
    origin: entry.source,
  }
  const read: readonly Exclude<ProseField, 'response'>[] =
    entry.memoryType === 'exaggerated' ? plainFields : fields
  return read.flatMap((field) =>
    extractClaims(entry[field], { ...speaker, field, eventDay, pastIsEventDay: true }).map(
      (claim) => ({ ...claim, source }),
    ),
  )
}
