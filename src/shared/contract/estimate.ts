import { z } from 'zod'
import { ArmName } from './arms.ts'
import { TenantId } from './ids.ts'

/** `low` and `high` bound what happens in about nine of ten cases. */
export const Range = z
  .object({ low: z.number(), likely: z.number(), high: z.number() })
  .meta({ id: 'Range' })
export type Range = z.infer<typeof Range>

export const EstimateRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    /** Default: the study's. */
    maxConcurrency: z.number().int().min(1).max(128).optional(),
  })
  .meta({ id: 'EstimateRequest' })

/** POST /studies/:id/estimate: what a run would take, before it is launched. */
export const Estimate = z
  .object({
    /** Those of arms beside the study included, as in all that follows. */
    tasks: z.number().int(),
    /** Questions put, repairs aside. */
    calls: z.number().int(),
    tokensIn: Range,
    tokensOut: Range,
    /** Null where the model has no price. */
    money: Range.extend({ currency: z.string() }).nullable(),
    durationMs: Range,
    /** What of all this each arm beside the study takes; empty: none runs. */
    arms: z.array(
      z.object({
        arm: ArmName,
        tasks: z.number().int(),
        tokensIn: Range,
        tokensOut: Range,
        /** In the currency of `money`; null without a price. */
        money: Range.nullable(),
      }),
    ),
    /** What it was learnt from. */
    basis: z.object({
      /** `study`: its own earlier runs · `model`: other runs with the model · `prompts`: none. */
      kind: z.enum(['study', 'model', 'prompts']),
      /** Finished tasks looked at. */
      tasks: z.number().int(),
    }),
    /** How likely the run ends before its caps; null without one. */
    budget: z.enum(['fits', 'may_stop', 'will_stop']).nullable(),
  })
  .meta({ id: 'RunEstimate' })
export type Estimate = z.infer<typeof Estimate>
export const EstimateAnswer = z.object({ estimate: Estimate }).meta({ id: 'EstimateAnswer' })
