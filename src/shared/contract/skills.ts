import { z } from 'zod'
import { SkillId, SkillVersionId, TenantId, Timestamp } from './ids.ts'
import { LintDismissal } from './lint-rules.ts'
import { Question } from './questions.ts'
import { EvaluationRule } from './skill-evaluation.ts'

export { Question } from './questions.ts'

export const SkillBody = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    /** One learning objective. Never shown to a persona. */
    objective: z.string().trim().min(1).max(1000),
    decision: z.string().trim().max(1000).optional(),
    successSignal: z.string().trim().max(1000).optional(),
    /** Context given to the persona before the first question. */
    instructions: z.string().trim().max(8000).default(''),
    questions: z
      .array(Question)
      .min(1)
      .max(100)
      .refine(
        (questions) => new Set(questions.map((question) => question.id)).size === questions.length,
        'must have different ids',
      ),
    /** What is put in an order drawn per task; absent: everything stays as it is written. */
    rotation: z
      .strictObject({
        /** The blocks among each other. */
        blocks: z.boolean().default(false),
        /** Blocks whose questions change places. */
        within: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
      })
      .optional(),
    /** How answers are scored; absent: only whether they parse, and how long they are. */
    evaluation: z
      .array(EvaluationRule)
      .max(20)
      .refine(
        (rules) => new Set(rules.map((rule) => rule.id)).size === rules.length,
        'must have different ids',
      )
      .optional(),
    /** Findings of the lint that are left as they are, each with its reason. */
    dismissals: z.array(LintDismissal).max(500).optional(),
  })
  .meta({ id: 'SkillBody' })
export type SkillBody = z.infer<typeof SkillBody>

export const CreateSkillRequest = SkillBody.extend({ tenantId: TenantId.optional() })
  .strict()
  .meta({ id: 'CreateSkillRequest' })
/** What is left out stays as it is. Defaults do not apply: an absent field is not a change. */
export const UpdateSkillRequest = z
  .strictObject({
    name: SkillBody.shape.name.optional(),
    objective: SkillBody.shape.objective.optional(),
    decision: SkillBody.shape.decision,
    successSignal: SkillBody.shape.successSignal,
    instructions: SkillBody.shape.instructions.unwrap().optional(),
    questions: SkillBody.shape.questions.optional(),
    rotation: SkillBody.shape.rotation,
    evaluation: SkillBody.shape.evaluation,
    dismissals: SkillBody.shape.dismissals,
  })
  .meta({ id: 'UpdateSkillRequest' })
export type UpdateSkillRequest = z.infer<typeof UpdateSkillRequest>
export const Skill = z
  .object({
    id: SkillId,
    tenantId: TenantId,
    /** The newest saved version. */
    versionId: SkillVersionId,
    version: z.number().int().min(1),
    ...SkillBody.shape,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: 'Skill' })
export type Skill = z.infer<typeof Skill>
export const SkillAnswer = z.object({ skill: Skill }).meta({ id: 'SkillAnswer' })
export const SkillList = z
  .object({ skills: z.array(Skill), nextCursor: z.string().nullable() })
  .meta({ id: 'SkillList' })
export type SkillList = z.infer<typeof SkillList>
