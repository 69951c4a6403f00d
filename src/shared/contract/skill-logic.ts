import { z } from 'zod'
import { TenantId } from './ids.ts'
import { SkillBody } from './skills.ts'

export const LogicFinding = z
  .object({
    code: z.enum([
      'unknown_question',
      'later_question',
      'cycle',
      'impossible_test',
      'rotated_dependency',
      'unreachable',
      'never_fires',
      'dead_end',
      'not_fully_checked',
    ]),
    /** An error keeps a study from being created. */
    severity: z.enum(['error', 'warning', 'info']),
    questionId: z.string(),
    /** `showIf`, `skipTo.<n>` or `text`; null: the question as a whole. */
    path: z.string().nullable(),
    explanation: z.string(),
  })
  .meta({ id: 'LogicFinding' })
export type LogicFinding = z.infer<typeof LogicFinding>

/** Where an answer leads: what a picture of the logic draws. */
export const LogicEdge = z.object({
  from: z.string(),
  /** A question id or `$end`. */
  to: z.string(),
  /** The condition in words; null: always, or when nothing else holds. */
  when: z.string().nullable(),
})
export type LogicEdge = z.infer<typeof LogicEdge>

/** Of a skill that may be in the making: what it asks, and in which order. */
export const SkillLogicRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    questions: SkillBody.shape.questions,
    rotation: SkillBody.shape.rotation,
  })
  .meta({ id: 'SkillLogicRequest' })
export const SkillLogicAnswer = z
  .object({ findings: z.array(LogicFinding), edges: z.array(LogicEdge) })
  .meta({ id: 'SkillLogicAnswer' })
export type SkillLogicAnswer = z.infer<typeof SkillLogicAnswer>
