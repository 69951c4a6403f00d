import type { IssueType, Severity } from '../../../../shared/contract/consistency.ts'

export const issueNames: Record<IssueType, string> = {
  contradiction: 'Contradiction',
  sequence_gap: 'Gap in the numbering',
  non_monotonic_event_time: 'Out of order',
  before_birth: 'Before birth',
  in_the_future: 'In the future',
  profile_conflict: 'Against the profile',
  broken_revision: 'Broken revision',
  response_contradiction: 'Said otherwise',
}

/** Shape beside colour. */
export const severityMarks: Record<
  Severity,
  { glyph: string; tone: 'quiet' | 'warn' | 'bad'; word: string }
> = {
  info: { glyph: '○', tone: 'quiet', word: 'note' },
  warning: { glyph: '△', tone: 'warn', word: 'warning' },
  error: { glyph: '■', tone: 'bad', word: 'error' },
}
