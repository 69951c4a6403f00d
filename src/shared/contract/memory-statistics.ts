import { z } from 'zod'
import { PersonaId, Timestamp } from './ids.ts'

const counts = z.record(z.string(), z.number().int())

/** GET /personas/:id/memory-statistics: the timeline in numbers. */
export const MemoryStatistics = z
  .object({
    personaId: PersonaId,
    /** Entries that exist, superseded ones included. */
    length: z.number().int(),
    /** Entries that recall can find; what follows counts these. */
    visible: z.number().int(),
    superseded: z.number().int(),
    byType: counts,
    bySource: counts,
    /** By effective strength, as the forgetting setting has it now. */
    byVividness: counts,
    /** `{"2014": 3, …}`: visible entries by the year of the event. */
    byYear: counts,
    firstEventAt: Timestamp.nullable(),
    lastEventAt: Timestamp.nullable(),
    /** Mean of stored and of effective strength over visible entries; null where there are none. */
    meanStrength: z.number().nullable(),
    meanEffectiveStrength: z.number().nullable(),
    rehearsals: z.number().int(),
    /** Exchanges by what consolidation made of them. */
    consolidations: z.object({
      add: z.number().int(),
      reinforce: z.number().int(),
      flag: z.number().int(),
      ignore: z.number().int(),
    }),
    /** Of the latest check; null where there was none. */
    consistency: z
      .object({ score: z.number().int(), checkedAt: Timestamp, openIssues: z.number().int() })
      .nullable(),
  })
  .meta({ id: 'MemoryStatistics' })
export type MemoryStatistics = z.infer<typeof MemoryStatistics>
/** `asOf`: the timeline as it stood then. */
export const MemoryStatisticsQuery = z.object({
  asOf: z.iso.datetime({ offset: true }).optional(),
})
export const MemoryStatisticsAnswer = z.object({ statistics: MemoryStatistics })
