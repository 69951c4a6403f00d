import { z } from 'zod'
import {
  MemoryType,
  type NewTimelineEntry,
  type TimelineEntry,
} from '../../../../shared/contract/timeline.ts'

const prose = z.string().trim().min(1, 'is needed').max(5000)

export const MemoryForm = z.object({
  /** Only asked for when a memory is corrected. */
  reason: z.string().trim().min(1, 'is needed').max(1000),
  eventLabel: z.string().trim().min(1, 'is needed').max(500),
  eventAt: z.string().min(1, 'is needed'),
  facts: prose,
  feelings: prose,
  interpretation: prose,
  emotionTags: z.array(z.string()),
  memoryType: MemoryType,
  memoryStrength: z.number(),
})
export type MemoryForm = z.infer<typeof MemoryForm>

/** @param suggestion  the correction that a check suggests, to be edited before it is made */
export function toMemoryForm(
  replaces: TimelineEntry | null,
  suggestion?: { readonly reason: string; readonly entry: NewTimelineEntry },
): MemoryForm {
  const known = suggestion?.entry ?? replaces
  if (!known)
    return {
      reason: 'new',
      eventLabel: '',
      eventAt: '',
      facts: '',
      feelings: '',
      interpretation: '',
      emotionTags: [],
      memoryType: 'normal',
      memoryStrength: 50,
    }
  const { eventLabel, eventAt, facts, feelings, interpretation, emotionTags, memoryStrength } =
    known
  return {
    reason: suggestion?.reason ?? '',
    eventLabel,
    eventAt: eventAt.slice(0, 10),
    facts,
    feelings,
    interpretation,
    emotionTags,
    memoryType: 'revised',
    memoryStrength,
  }
}

export function toNewEntry({ reason: _reason, ...entry }: MemoryForm): NewTimelineEntry {
  return entry
}
