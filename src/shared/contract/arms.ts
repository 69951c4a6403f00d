import { z } from 'zod'

/**
 * Runs beside a study that keep it honest: `no-persona` puts the same questions to the bare model,
 * `demographics-only` to a model that is told age, gender, location and occupation and nothing else.
 */
export const armNames = ['no-persona', 'demographics-only'] as const
export const ArmName = z.enum(armNames)
export type ArmName = z.infer<typeof ArmName>

/** Which arms run beside a study. Absent: none. */
export const ArmsDesign = z
  .strictObject({
    noPersona: z.boolean().default(false),
    demographicsOnly: z.boolean().default(false),
    /** Tasks of each arm; absent: as many as one replicate of the study has, 30 to 100. */
    tasks: z.number().int().min(10).max(2000).optional(),
  })
  .meta({ id: 'ArmsDesign' })
export type ArmsDesign = z.infer<typeof ArmsDesign>

/** How far the tasks of an arm are. */
export const ArmProgress = z.object({
  arm: z.string(),
  total: z.number().int(),
  succeeded: z.number().int(),
  failed: z.number().int(),
})
export type ArmProgress = z.infer<typeof ArmProgress>
