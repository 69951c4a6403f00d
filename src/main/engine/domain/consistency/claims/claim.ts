import type { EntryId, TurnId } from '../../../../../shared/contract/ids.ts'
import type { EntrySource } from '../../../../../shared/contract/timeline.ts'

export type ProseField = 'eventLabel' | 'facts' | 'feelings' | 'interpretation' | 'response'

/**
 * How a sentence stands to its claim. Only what is asserted is ever compared; the others are kept
 * so that a reader of claims can tell "says nothing" from "says it might be".
 */
export type Modality = 'asserted' | 'hedged' | 'hypothetical' | 'reported' | 'imagined' | 'asked'

/**
 * When two values of one attribute exclude each other:
 * - `permanent`: always (a place of birth)
 * - `state`: while both hold (a home)
 * - `polar`: one affirms what the other denies, while both hold (a language)
 * - `dated`: the value is a time, and the two do not meet (a wedding)
 */
export type Policy = 'permanent' | 'state' | 'polar' | 'dated'

/** Days since the Unix epoch, both ends included; infinite where open. */
export type DaySpan = { readonly from: number; readonly to: number }

/** What is claimed, before it is known where it was said. */
export type Statement = {
  /** `self`, or a person who is one of a kind to the persona: `mother`, `sister:anna`. */
  readonly subject: string
  readonly attribute: string
  /** What the attribute is about, where it is about something: the language, the food, the event. */
  readonly object: string
  readonly value: string
  readonly polarity: boolean
  readonly policy: Policy
  /** When it surely holds; for `dated`, the time it names. */
  readonly days: DaySpan
  /**
   * Days around a remark about the present for which it may be taken to hold, and by which a date
   * may be off. Default 0.
   */
  readonly slack?: number
  /** Where it is another before than after: "since 2010" is exact at its beginning only. */
  readonly slackBefore?: number
  /** The state begins with these days: what held before it is no contradiction. */
  readonly begins?: boolean
}

/** Where it was said. */
export type ClaimSource = {
  readonly entryId: EntryId | null
  readonly turnId: TurnId | null
  readonly sequence: number
  readonly eventDay: number
  /** 0–100. */
  readonly strength: number
  /** Null for what is no entry. */
  readonly origin: EntrySource | null
}

export type Claim = Statement & {
  readonly modality: Modality
  readonly field: ProseField
  /** Offsets into the field, end exclusive. */
  readonly start: number
  readonly end: number
  /** The words of the value alone, where they can be replaced; else the same as the claim's. */
  readonly valueStart: number
  readonly valueEnd: number
  readonly text: string
}

export type SourcedClaim = Claim & { readonly source: ClaimSource }

/** Only claims with the same key are ever compared. */
export function claimKey({ subject, attribute, object }: Statement): string {
  return `${subject}|${attribute}|${object}`
}
