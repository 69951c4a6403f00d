import {
  TimelineAnswer,
  TimelineEntry,
  type NewTimelineEntry,
} from '../../../../shared/contract/timeline.ts'
import { z } from 'zod'
import { request } from '../../lib/api.ts'

/** Servers answer what they wrote as a list or as the one entry; the page reads it anew anyway. */
const Written = z.union([
  TimelineAnswer,
  z.looseObject({ entry: TimelineEntry }),
  z.looseObject({}),
])

export function appendMemory(personaId: string, entry: NewTimelineEntry) {
  return request('POST', `/personas/${personaId}/timeline`, { answer: Written, body: entry })
}

export type Supersede = { entryId: string; reason: string; entry: NewTimelineEntry }

export function supersedeMemory(personaId: string, { entryId, reason, entry }: Supersede) {
  return request('POST', `/personas/${personaId}/timeline/${entryId}/supersede`, {
    answer: Written,
    body: { reason, entry },
  })
}
