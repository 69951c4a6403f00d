import { z } from 'zod'

/** What the address of the themes keeps. */
export const ThemesSearch = z.object({
  /** The open question; absent: the first. */
  question: z.string().optional().catch(undefined),
  segmentBy: z.string().optional().catch(undefined),
  /** Segments are compared though the themes can still be changed. */
  compare: z.boolean().optional().catch(undefined),
  /** The mark whose answers are open. */
  value: z.string().optional().catch(undefined),
  cohortId: z.string().optional().catch(undefined),
  condition: z.string().optional().catch(undefined),
  segmentValue: z.string().optional().catch(undefined),
  task: z.string().optional().catch(undefined),
  /** The sample that is being coded. */
  sample: z.string().optional().catch(undefined),
})
export type ThemesSearch = z.infer<typeof ThemesSearch>
