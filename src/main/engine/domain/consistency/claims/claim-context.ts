import type { DaySpan, ProseField } from './claim.ts'

/** Whose words they are and when they are said. */
export type ClaimContext = {
  readonly field: ProseField
  readonly firstName: string
  readonly lastName: string
  /** As the seed has it; '' where it says nothing. */
  readonly gender: string
  /** Where the speaker is at home, as the seed has it; none where it is not known. */
  readonly homeCountries: readonly string[]
  /** When the speaker can have been born. */
  readonly birth: DaySpan
  /** What "now" and the past tense are relative to: the day of the event, or of the answer. */
  readonly eventDay: number
  /**
   * Whether a past tense without a date means the day of the event. It does in a memory; in an
   * answer the past may be any time before.
   */
  readonly pastIsEventDay: boolean
}
