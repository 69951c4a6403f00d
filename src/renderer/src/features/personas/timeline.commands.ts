import {
  AppendTimelineAnswer,
  SupersedeAnswer,
  type ConsistencyIssue,
} from '../../../../shared/contract/consistency.ts'
import type { NewTimelineEntry, TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { request } from '../../lib/api.ts'

/** What was written, and what in it contradicts the timeline. */
export type Written = {
  readonly entry: TimelineEntry | undefined
  readonly warnings: readonly ConsistencyIssue[]
}

export async function appendMemory(personaId: string, entry: NewTimelineEntry): Promise<Written> {
  const path = `/personas/${personaId}/timeline`
  const { entries, warnings } = await request('POST', path, {
    answer: AppendTimelineAnswer,
    body: entry,
  })
  return { entry: entries[0], warnings }
}

export type Supersede = { entryId: string; reason: string; entry: NewTimelineEntry }

export function supersedeMemory(
  personaId: string,
  { entryId, reason, entry }: Supersede,
): Promise<Written> {
  const path = `/personas/${personaId}/timeline/${entryId}/supersede`
  return request('POST', path, { answer: SupersedeAnswer, body: { reason, entry } })
}
