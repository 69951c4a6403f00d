import { z } from 'zod'

/** How memory behaves in this workspace. */
export const MemorySettings = z
  .strictObject({
    /** Off by default, so that studies reproduce. Effective strength = strength · (1 + t / 1 year)^−exponent. */
    forgetting: z
      .strictObject({
        enabled: z.boolean().default(false),
        /** Exponent of the power law, 0–2. */
        exponent: z.number().min(0).max(2).default(0.3),
        /** Whether recalling a memory in an interview keeps it: +1 each, at most +10. */
        rehearsal: z.boolean().default(true),
      })
      .prefault({}),
    /** Whether what is said in an interview becomes memory. */
    consolidation: z
      .strictObject({
        enabled: z.boolean().default(true),
        /** Asks the configured language model; without one, or when off, rules decide. */
        useModel: z.boolean().default(false),
      })
      .prefault({}),
    consistency: z
      .strictObject({
        /** Warn when an entry that is written contradicts the timeline. */
        onWrite: z.boolean().default(true),
        /** Check answers against the timeline and earlier answers. */
        onAnswers: z.boolean().default(true),
        schedule: z.enum(['off', 'daily', 'weekly']).default('off'),
        /** Lets the configured language model judge what the rules leave open. */
        useModel: z.boolean().default(false),
      })
      .prefault({}),
    recall: z
      .strictObject({
        /** Estimated tokens that all recalled texts together may take of a prompt. */
        tokenBudget: z.number().int().min(100).max(8000).default(1200),
      })
      .prefault({}),
  })
  .meta({ id: 'MemorySettings' })
export type MemorySettings = z.infer<typeof MemorySettings>

export const MemorySettingsAnswer = z.object({ settings: MemorySettings })
