import { z } from 'zod'
import { EntryId, PersonaId, Timestamp, TurnId } from './ids.ts'
import { NewTimelineEntry, TimelineEntry } from './timeline.ts'

export const IssueType = z.enum([
  'contradiction',
  'sequence_gap',
  'non_monotonic_event_time',
  'before_birth',
  'in_the_future',
  'profile_conflict',
  'broken_revision',
  'response_contradiction',
])
export type IssueType = z.infer<typeof IssueType>

export const Severity = z.enum(['info', 'warning', 'error'])
export type Severity = z.infer<typeof Severity>

/** The words an issue is about. */
export const IssueSpan = z.object({
  /** Null where the words are an answer's. */
  entryId: EntryId.nullable(),
  turnId: TurnId.nullable(),
  field: z.enum([
    'eventAt',
    'eventLabel',
    'facts',
    'feelings',
    'interpretation',
    'sequence',
    'response',
  ]),
  /** Character offsets into the field, end exclusive. */
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string(),
})
export type IssueSpan = z.infer<typeof IssueSpan>

/** A correction that would settle the issue, ready to be made or edited first. */
export const SuggestedSupersede = z.object({
  entryId: EntryId,
  reason: z.string(),
  entry: NewTimelineEntry,
})
export type SuggestedSupersede = z.infer<typeof SuggestedSupersede>

export const ConsistencyIssue = z
  .object({
    /** The same finding keeps its id from one check to the next, and so does its dismissal. */
    id: z.string(),
    type: IssueType,
    severity: Severity,
    entryIds: z.array(EntryId),
    spans: z.array(IssueSpan),
    /** One sentence. */
    explanation: z.string(),
    suggestion: SuggestedSupersede.optional(),
    dismissedAt: Timestamp.nullable(),
  })
  .meta({ id: 'ConsistencyIssue' })
export type ConsistencyIssue = z.infer<typeof ConsistencyIssue>

export const ConsistencyReport = z
  .object({
    personaId: PersonaId,
    /** 0–100; dismissed issues do not count. */
    score: z.number().int().min(0).max(100),
    checkedAt: Timestamp,
    /** The last timeline sequence that was checked: later entries are not in the report. */
    checkedSequence: z.number().int(),
    issues: z.array(ConsistencyIssue),
  })
  .meta({ id: 'ConsistencyReport' })
export type ConsistencyReport = z.infer<typeof ConsistencyReport>

/** `report` is null when the persona was never checked. */
export const ConsistencyAnswer = z.object({ report: ConsistencyReport.nullable() })
export type ConsistencyAnswer = z.infer<typeof ConsistencyAnswer>

/** POST /personas/:id/timeline: the entries, and what on-write checking has to say about them. */
export const AppendTimelineAnswer = z
  .object({ entries: z.array(TimelineEntry), warnings: z.array(ConsistencyIssue) })
  .meta({ id: 'AppendTimelineAnswer' })
export const SupersedeAnswer = z
  .object({ entry: TimelineEntry, warnings: z.array(ConsistencyIssue) })
  .meta({ id: 'SupersedeAnswer' })

/** GET /consistency-checks: the latest reports that have an issue nobody dismissed. */
export const ConsistencyReportList = z.object({
  reports: z.array(
    ConsistencyReport.extend({
      /** First and last name. */
      personaName: z.string(),
      openIssues: z.number().int(),
    }).meta({ id: 'OpenConsistencyReport' }),
  ),
  nextCursor: z.string().nullable(),
})
export type ConsistencyReportList = z.infer<typeof ConsistencyReportList>

/** PUT /personas/:id/consistency-checks/issues/:issueId */
export const DismissRequest = z.strictObject({ dismissed: z.boolean() })
