import { z } from 'zod'

export const LintRule = z.enum([
  'leading',
  'loaded',
  'double-barrelled',
  'several-objectives',
  'unbalanced-scale',
  'missing-dont-know',
  'reading-level',
  'long-context',
  'double-negative',
  'vague-quantifier',
  'absolute-term',
  'range-overlap',
  'range-gap',
  'unlabelled-variable',
])
export type LintRule = z.infer<typeof LintRule>

/** A finding that its author has looked at and leaves. Another text brings it back. */
export const LintDismissal = z
  .strictObject({
    rule: LintRule,
    /** Null where it is about the skill. */
    questionId: z.string().max(100).nullable(),
    /** What it was said of, to the letter: a text, or a list as JSON. */
    text: z.string().max(20_000),
    reason: z.string().trim().min(1).max(500),
  })
  .meta({ id: 'LintDismissal' })
export type LintDismissal = z.infer<typeof LintDismissal>
