import { z } from 'zod'
import { SkillVersionId, TenantId } from './ids.ts'
import { Skill, SkillBody } from './skills.ts'

/** `json`: everything, as the API has it. `qsf`: a survey of Qualtrics. */
export const SkillFileFormat = z.enum(['json', 'qsf'])
export type SkillFileFormat = z.infer<typeof SkillFileFormat>

/** Longest text of a file, in characters. */
export const MAX_SKILL_FILE_CHARACTERS = 9 * 1024 * 1024

/** Marks a JSON file as ours. */
export const SKILL_FILE_KIND = 'persona-workbench-skill'

/** What a format cannot say: left out, or said otherwise. */
export const SkillFileLoss = z
  .object({
    /** In the skill; null: of the survey as a whole, or a question that is not in the skill. */
    questionId: z.string().nullable(),
    /** Where in the file or skill, as its author knows it. */
    place: z.string(),
    kind: z.enum(['lost', 'changed']),
    /** What, and why or what instead. */
    message: z.string(),
  })
  .meta({ id: 'SkillFileLoss' })
export type SkillFileLoss = z.infer<typeof SkillFileLoss>

/** POST /skills/import and /skills/import/preview. */
export const ImportSkillRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    format: SkillFileFormat,
    /** The text of the file. */
    text: z.string().min(1).max(MAX_SKILL_FILE_CHARACTERS),
    /** Instead of the name in the file. */
    name: SkillBody.shape.name.optional(),
  })
  .meta({ id: 'ImportSkillRequest' })
export type ImportSkillRequest = z.infer<typeof ImportSkillRequest>

const report = {
  losses: z.array(SkillFileLoss),
  /** Questions in the file, and how many of them came through. */
  found: z.number().int(),
  taken: z.number().int(),
}

/** The skill that would be made: keep it with POST /skills, as it is or edited. */
export const SkillFilePreview = z
  .object({ skill: SkillBody, ...report })
  .meta({ id: 'SkillFilePreview' })
export type SkillFilePreview = z.infer<typeof SkillFilePreview>
export const SkillFileImported = z
  .object({ skill: Skill, ...report })
  .meta({ id: 'SkillFileImported' })

/** GET /skills/:id/export and …/export/losses. `version`: absent is the newest. */
export const ExportSkillQuery = z.strictObject({
  format: SkillFileFormat.default('json'),
  version: SkillVersionId.optional(),
})
export const SkillExportLosses = z
  .object({ losses: z.array(SkillFileLoss) })
  .meta({ id: 'SkillExportLosses' })
