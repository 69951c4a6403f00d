import { z } from 'zod'
import { Severity } from './consistency.ts'
import { TenantId } from './ids.ts'
import { LintRule } from './lint-rules.ts'
import { Question, SkillBody } from './skills.ts'

export { LintRule }

const knownFields: ReadonlySet<string> = new Set(
  Question.options.flatMap(({ shape }) => Object.keys(shape)),
)

/** A question while it is written: any part may be missing, and no part need be valid yet. */
export const DraftQuestion = z
  .looseObject({
    id: z.string().max(100).optional(),
    type: z.string().max(100).optional(),
    text: z.string().max(4000).optional(),
    allowDontKnow: z.boolean().optional(),
  })
  .superRefine((question, context) => {
    const keys = Object.keys(question).filter((key) => !knownFields.has(key))
    if (keys.length > 0)
      context.addIssue({
        code: 'custom',
        path: [],
        message: `Unrecognized ${keys.length === 1 ? 'key' : 'keys'}: ${keys.map((key) => JSON.stringify(key)).join(', ')}`,
      })
  })
  .meta({ id: 'DraftQuestion' })
export type DraftQuestion = z.infer<typeof DraftQuestion>

const draft = Object.fromEntries(
  Object.keys(SkillBody.shape).map((field) => [field, z.unknown()]),
) as Record<Exclude<keyof typeof SkillBody.shape, 'questions'>, z.ZodUnknown>

/** POST /skills/lint: a skill's body, complete or not. */
export const LintSkillRequest = z
  .strictObject({
    ...draft,
    tenantId: TenantId.optional(),
    name: z.string().max(200).optional(),
    objective: z.string().max(1000).optional(),
    instructions: z.string().max(8000).optional(),
    questions: z.array(DraftQuestion).max(100).optional(),
    dismissals: SkillBody.shape.dismissals,
  })
  .partial()
  .meta({ id: 'LintSkillRequest' })
export type LintSkillRequest = z.infer<typeof LintSkillRequest>

export const LintSuggestion = z.object({
  /** What to do, in one sentence. */
  text: z.string(),
  /** The value to set at a path of the body, where the remedy is one value; null: it takes thought. */
  change: z.object({ path: z.string(), value: z.union([z.string(), z.boolean()]) }).nullable(),
})
export type LintSuggestion = z.infer<typeof LintSuggestion>

export const LintFinding = z
  .object({
    rule: LintRule,
    /** `error`: answers will be ambiguous; `warning`: they may be biased; `info`: a matter of taste. */
    severity: Severity,
    /** Null where it is about the skill, or the question has no id yet. */
    questionId: z.string().nullable(),
    /** Of the value in the body that it is about: `questions.2.options.1`. */
    path: z.string(),
    /** UTF-16 offsets into that value, end exclusive; null where it is about all of it. */
    span: z.object({ start: z.number().int().min(0), end: z.number().int().min(0) }).nullable(),
    /** Why it may spoil the answers, in one or two sentences. */
    explanation: z.string(),
    suggestion: LintSuggestion,
    /** Why it was dismissed for this very text; null: it stands. */
    dismissed: z.string().nullable(),
  })
  .meta({ id: 'LintFinding' })
export type LintFinding = z.infer<typeof LintFinding>

/** Findings in the order of the body. */
export const LintSkillAnswer = z
  .object({ findings: z.array(LintFinding) })
  .meta({ id: 'LintSkillAnswer' })
export type LintSkillAnswer = z.infer<typeof LintSkillAnswer>
