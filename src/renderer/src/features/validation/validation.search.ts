import { z } from 'zod'

/** What the address of the page keeps: the report that is read, or the survey that is matched. */
export const ValidationSearch = z.object({
  validation: z.uuid().optional().catch(undefined),
  survey: z.uuid().optional().catch(undefined),
  /** A survey is being brought in. */
  bring: z.boolean().optional().catch(undefined),
  /** All surveys are listed. */
  surveys: z.boolean().optional().catch(undefined),
  /** A survey whose particulars are changed. */
  edit: z.uuid().optional().catch(undefined),
})
export type ValidationSearch = z.infer<typeof ValidationSearch>
