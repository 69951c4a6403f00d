import { z } from 'zod'
import { EntryId, Timestamp, TurnId } from './ids.ts'
import { Vividness } from './recall.ts'

/** GET /personas/:id/timeline/:entryId/forgetting: how one memory fades. */
export const ForgettingCurve = z
  .object({
    entryId: EntryId,
    /** Whether the workspace forgets; where it does not, the curve shows what would be. */
    enabled: z.boolean(),
    /** False for pride, shame and repressed memories. */
    fades: z.boolean(),
    storedStrength: z.number(),
    /** As recall has it at this instant: the stored strength where the workspace does not forget. */
    at: Timestamp,
    effectiveStrength: z.number(),
    vividness: Vividness,
    /** In order of time, from the event to ten years after `at`; two where a rehearsal lifts it. */
    points: z.array(
      z.object({ at: Timestamp, strength: z.number().min(0).max(100), vividness: Vividness }),
    ),
    /** Interviews that recalled it up to `at`, latest first. */
    rehearsals: z.array(z.object({ at: Timestamp, turnId: TurnId })),
  })
  .meta({ id: 'ForgettingCurve' })
export type ForgettingCurve = z.infer<typeof ForgettingCurve>
/** `asOf`: what it is, or was, at another instant than now. */
export const ForgettingQuery = z.object({ asOf: z.iso.datetime({ offset: true }).optional() })
export const ForgettingCurveAnswer = z.object({ curve: ForgettingCurve })
