import { z } from 'zod'

/** What the address of the evidence keeps: the segments, and the mark whose answers are open. */
export const EvidenceSearch = z.object({
  segmentBy: z.string().optional().catch(undefined),
  questionId: z.string().optional().catch(undefined),
  /** The part of an answer the mark stands for, where `value` does not name it. */
  measure: z.string().optional().catch(undefined),
  value: z.string().optional().catch(undefined),
  cohortId: z.string().optional().catch(undefined),
  condition: z.string().optional().catch(undefined),
  /** What ran beside the study, whose answers are open. */
  arm: z.string().optional().catch(undefined),
  segmentValue: z.string().optional().catch(undefined),
  /** The warning whose answers are open, by its id. */
  warning: z.string().optional().catch(undefined),
  task: z.string().optional().catch(undefined),
})
export type EvidenceSearch = z.infer<typeof EvidenceSearch>
