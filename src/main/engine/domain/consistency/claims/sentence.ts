import type { ClaimContext } from './claim-context.ts'
import type { Modality } from './claim.ts'
import { modalityOf } from './modality.ts'
import type { PlainText } from './plain-text.ts'
import { findTimes, type TimeExpression } from './time-expressions.ts'

/** One sentence as the attribute readers see it. */
export type Sentence = {
  readonly plain: PlainText
  readonly text: string
  readonly context: ClaimContext
  /** The whole passage is a dream, a play or a story. */
  readonly imagined: boolean
  times(): readonly TimeExpression[]
  /** How the sentence stands to what its words from `start` to `end` say. */
  modality(start: number, end: number): Modality
}

export function createSentence(
  plain: PlainText,
  context: ClaimContext,
  imagined: boolean,
): Sentence {
  let times: readonly TimeExpression[] | undefined
  return {
    plain,
    text: plain.text,
    context,
    imagined,
    times: () => (times ??= findTimes(plain.text, context)),
    modality: (start, end) => (imagined ? 'imagined' : modalityOf(plain.text, start, end)),
  }
}
