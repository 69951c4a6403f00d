import type { Finding } from '../finding.ts'
import { findBeforeBirth } from './before-birth.ts'
import { findBrokenRevisions } from './broken-revisions.ts'
import { findFutureEvents } from './future-events.ts'
import { findOutOfOrder } from './out-of-order.ts'
import { findSequenceGaps } from './sequence-gaps.ts'
import { faultFinding, type StructuralCheck } from './structural-check.ts'

/** What is wrong with dates, numbering and revisions, whatever the prose says. */
export function findStructuralFaults(check: StructuralCheck): Finding[] {
  return [
    ...(check.partial ? [] : findSequenceGaps(check)),
    ...findBrokenRevisions(check),
    ...findBeforeBirth(check),
    ...findFutureEvents(check),
    ...findOutOfOrder(check),
  ].map(faultFinding)
}
