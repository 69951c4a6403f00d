import { TimelineEntry, type NewTimelineEntry } from '../../../../shared/contract/timeline.ts'
import { z } from 'zod'
import { request } from '../../lib/api.ts'

const Appended = z.object({ entries: z.array(TimelineEntry).min(1) })
const Superseded = z.object({ entry: TimelineEntry })

export async function appendMemory(
  personaId: string,
  entry: NewTimelineEntry,
): Promise<TimelineEntry | undefined> {
  const path = `/personas/${personaId}/timeline`
  const { entries } = await request('POST', path, { answer: Appended, body: entry })
  return entries[0]
}

export type Supersede = { entryId: string; reason: string; entry: NewTimelineEntry }

export async function supersedeMemory(
  personaId: string,
  { entryId, reason, entry }: Supersede,
): Promise<TimelineEntry> {
  const path = `/personas/${personaId}/timeline/${entryId}/supersede`
  return (await request('POST', path, { answer: Superseded, body: { reason, entry } })).entry
}
