import type { z } from 'zod'
import type { Plan } from '../../../shared/contract/tenancy.ts'
import type { Countable } from './limits.ts'

export type PlanName = z.infer<typeof Plan>
type PlanTerms = {
  /** Whether credits run out. */
  readonly metered: boolean
  readonly startingCredits: number
  /** Null: unlimited. */
  readonly limits: Readonly<Record<Countable, number | null>>
}

/** `local` is the machine's own; `starter` exists to rehearse what a hosted plan would refuse. */
export const plans: Readonly<Record<PlanName, PlanTerms>> = {
  local: {
    metered: false,
    startingCredits: 0,
    limits: { personas: null, timelineEntries: null, concurrentRuns: null },
  },
  starter: {
    metered: true,
    startingCredits: 50_000,
    limits: { personas: 100, timelineEntries: 10_000, concurrentRuns: 1 },
  },
}
