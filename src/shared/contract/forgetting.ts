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
    effectiveStrength: z.number(),
    vividness: Vividness,
    /** In order of time, from the event to ten years from now. */
    points: z.array(
      z.object({ at: Timestamp, strength: z.number().min(0).max(100), vividness: Vividness }),
    ),
    /** Interviews that recalled it. */
    rehearsals: z.array(z.object({ at: Timestamp, turnId: TurnId })),
  })
  .meta({ id: 'ForgettingCurve' })
export type ForgettingCurve = z.infer<typeof ForgettingCurve>
export const ForgettingCurveAnswer = z.object({ curve: ForgettingCurve })
