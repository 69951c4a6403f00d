import { z } from 'zod'
import { AttributeCoverage } from './population-analysis.ts'

/** GET /runs/:id/population-quality: how well a run's personas cover their target. */
export const PopulationQuality = z
  .object({
    /** The built-in model answered: `answered` and `after` are of a rehearsal. */
    rehearsal: z.boolean(),
    members: z.number().int(),
    /** Members of whom at least one task is answered. */
    answered: z.number().int(),
    /** All members, as frozen at launch. */
    before: AttributeCoverage,
    /** Those who answered; null before anybody has. */
    after: AttributeCoverage.nullable(),
  })
  .meta({ id: 'PopulationQuality' })
export type PopulationQuality = z.infer<typeof PopulationQuality>
export const PopulationQualityAnswer = z
  .object({ quality: PopulationQuality })
  .meta({ id: 'PopulationQualityAnswer' })
