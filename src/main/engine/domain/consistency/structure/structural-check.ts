import type { EntryId } from '../../../../../shared/contract/ids.ts'
import type { IssueSpan, IssueType, Severity } from '../../../../../shared/contract/consistency.ts'
import type { TimelineEntry } from '../../../../../shared/contract/timeline.ts'
import type { CheckedPersona } from '../checked-persona.ts'
import { findingId } from '../finding-id.ts'
import type { Finding } from '../finding.ts'

export type StructuralCheck = {
  readonly persona: CheckedPersona
  /** By sequence. */
  readonly entries: readonly TimelineEntry[]
  readonly nowMs: number
  /** Where only these matter. */
  readonly added?: ReadonlySet<EntryId>
  /** Entries that are not given may exist. */
  readonly partial?: boolean
}

export type Fault = {
  readonly type: IssueType
  readonly severity: Severity
  readonly entries: readonly TimelineEntry[]
  readonly spans: readonly IssueSpan[]
  readonly explanation: string
  /** Tells faults of one type in the same entries apart. */
  readonly about?: string
}

export function faultFinding({
  type,
  severity,
  entries,
  spans,
  explanation,
  about = '',
}: Fault): Finding {
  const entryIds = [...new Set(entries.map(({ id }) => id))]
  return {
    id: findingId(type, entryIds, about),
    type,
    severity,
    entryIds,
    spans: [...spans],
    explanation,
  }
}

export function fieldSpan(
  entry: TimelineEntry,
  field: 'eventAt' | 'sequence' | 'eventLabel' | 'facts',
  start = 0,
  end?: number,
): IssueSpan {
  const value = String(entry[field])
  const to = end ?? value.length
  return { entryId: entry.id, turnId: null, field, start, end: to, text: value.slice(start, to) }
}
