import { z } from 'zod'
import { SkillId, SkillVersionId, TenantId, Timestamp } from './ids.ts'

const questionId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'must be letters, digits, _ or -')
const base = {
  id: questionId,
  /** What is asked. `{{name}}` is filled by the study's condition. */
  text: z.string().trim().min(1).max(4000),
  /** Whether "don't know" is offered. */
  allowDontKnow: z.boolean().default(false),
}

/** Shares of the answers that the rehearsal model is to reproduce; sum to 1 (rescaled). */
const referenceShares = z.array(z.number().min(0)).optional()

export const OpenQuestion = z.strictObject({ ...base, type: z.literal('open') })
export const SingleQuestion = z.strictObject({
  ...base,
  type: z.literal('single'),
  options: z.array(z.string().trim().min(1).max(300)).min(2).max(30),
  /** Order of options drawn per task. */
  rotateOptions: z.boolean().default(false),
  referenceShares,
})
export const LikertQuestion = z.strictObject({
  ...base,
  type: z.literal('likert'),
  /** Labels from the lowest to the highest: 5 or 7. Values are 1…k. */
  labels: z
    .array(z.string().trim().min(1).max(100))
    .refine((labels) => labels.length === 5 || labels.length === 7, 'must have 5 or 7 labels')
    .default([
      'Strongly disagree',
      'Disagree',
      'Neither agree nor disagree',
      'Agree',
      'Strongly agree',
    ]),
  referenceShares,
})
export const NumericQuestion = z.strictObject({
  ...base,
  type: z.literal('numeric'),
  unit: z.string().max(50).optional(),
  min: z.number(),
  max: z.number(),
  /** Decimals kept in an answer. */
  decimals: z.number().int().min(0).max(6).default(0),
  /** Mean and SD the rehearsal model is to reproduce before clamping to the range. */
  reference: z.strictObject({ mean: z.number(), sd: z.number().positive() }).optional(),
})

export const Question = z
  .discriminatedUnion('type', [OpenQuestion, SingleQuestion, LikertQuestion, NumericQuestion])
  .superRefine((question, context) => {
    if (question.type === 'numeric' && question.min >= question.max)
      context.addIssue({ code: 'custom', path: ['max'], message: 'must be greater than min' })
    const levels =
      question.type === 'single'
        ? question.options.length
        : question.type === 'likert'
          ? question.labels.length
          : 0
    if ((question.type === 'single' || question.type === 'likert') && question.referenceShares) {
      if (question.referenceShares.length !== levels)
        context.addIssue({
          code: 'custom',
          path: ['referenceShares'],
          message: `must have ${levels} values`,
        })
      else if (question.referenceShares.every((share) => share === 0))
        context.addIssue({
          code: 'custom',
          path: ['referenceShares'],
          message: 'must not all be 0',
        })
    }
    if (question.type === 'single' && new Set(question.options).size !== question.options.length)
      context.addIssue({ code: 'custom', path: ['options'], message: 'must not repeat an option' })
  })
  .meta({ id: 'Question' })
export type Question = z.infer<typeof Question>
export type QuestionType = Question['type']

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
