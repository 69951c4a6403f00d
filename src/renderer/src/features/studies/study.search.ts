import { z } from 'zod'

export const studyTabs = [
  { value: 'runs', label: 'Runs' },
  { value: 'design', label: 'Design' },
  { value: 'power', label: 'Power' },
  { value: 'robustness', label: 'Robustness' },
  { value: 'registration', label: 'Registration' },
  { value: 'readiness', label: 'Readiness' },
  { value: 'time', label: 'Over time' },
  { value: 'schedule', label: 'Schedule' },
  { value: 'history', label: 'History' },
] as const
export type StudyTab = (typeof studyTabs)[number]['value']

/** The part of the study that is shown; none: its runs. */
export const StudySearch = z.object({
  tab: z
    .enum(studyTabs.map(({ value }) => value))
    .optional()
    .catch(undefined),
})
