import { z } from 'zod'
import { TenantId } from './ids.ts'
import { Question } from './skills.ts'

/** POST /skills/preview: questions of a skill that may be in the making. */
export const PreviewSkillRequest = z
  .strictObject({ tenantId: TenantId.optional(), questions: z.array(Question).min(1).max(100) })
  .meta({ id: 'PreviewSkillRequest' })

/** In the order of the request. */
export const PreviewSkillAnswer = z
  .object({
    prompts: z.array(
      z.object({
        questionId: z.string(),
        /**
         * The first, mostly only, prompt. Options are in the order written, and `{{variables}}` not
         * filled: a study's conditions, answers and task fill and draw them.
         */
        prompt: z.string(),
      }),
    ),
  })
  .meta({ id: 'PreviewSkillAnswer' })
