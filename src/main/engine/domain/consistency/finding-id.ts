import { createHash } from 'node:crypto'
import type { IssueType } from '../../../../shared/contract/consistency.ts'

/** The same for the same words about the same entries, so that a dismissal outlives a check. */
export function findingId(type: IssueType, aboutIds: readonly string[], attribute: string): string {
  const parts = [type, ...aboutIds.toSorted(), attribute]
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 24)
}
