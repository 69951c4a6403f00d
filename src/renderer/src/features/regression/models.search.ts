import { z } from 'zod'
import { ModelKind } from '../../../../shared/contract/regression.ts'

/**
 * What the address of the page keeps: all that was chosen, so that it can be sent to somebody.
 * Variables are written as in `variables.ts`.
 */
export const ModelsSearch = z.object({
  tool: z.enum(['explain', 'scale']).optional().catch(undefined),
  outcome: z.string().optional().catch(undefined),
  model: ModelKind.optional().catch(undefined),
  /** Predictors. */
  by: z.array(z.string()).max(20).optional().catch(undefined),
  /** By predictor: the category that others are set against. */
  against: z.record(z.string(), z.string()).optional().catch(undefined),
  name: z.string().max(100).optional().catch(undefined),
  items: z.array(z.string()).max(40).optional().catch(undefined),
  /** A field of the persona to cut the score by. */
  segmentBy: z.string().optional().catch(undefined),
  /** Of `items`, those keyed the other way round. */
  reversed: z.array(z.string()).max(40).optional().catch(undefined),
})
export type ModelsSearch = z.infer<typeof ModelsSearch>
