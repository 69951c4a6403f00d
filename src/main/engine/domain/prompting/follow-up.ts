import { conceptsOf } from '../memory/probe.ts'
import { words } from '../text/tokenize.ts'
import type { Exchange } from './build-messages.ts'

/** A longer question says itself what it is about. */
const SHORT_WORDS = 8
/** How far back the subject of a follow-up is looked for, in exchanges. */
const REACH = 3

/**
 * What a question is to be searched by: itself, or, where it only goes on about what was talked of
 * ("Why?", "And how did it end?"), with the last question that had a subject of its own.
 *
 * @param history  oldest first
 */
export function withItsSubject(question: string, history: readonly Exchange[]): string {
  if (!isFollowUp(question)) return question
  const earlier = history
    .slice(-REACH)
    .map(({ prompt }) => prompt)
    .findLast((prompt) => !isFollowUp(prompt))
  return earlier === undefined ? question : `${earlier}\n${question}`
}

function isFollowUp(question: string): boolean {
  if (smallTalk.test(question)) return false
  const concepts = conceptsOf(question)
  if (concepts.length === 0) return true
  return words(question).length <= SHORT_WORDS && concepts.length <= 1 && anaphor.test(question)
}

// "Is there" points at nothing; "what happened there" does.
const anaphor = /\b(it|that|this|then|they|them|he|him|she|her|(?<!\b(?:is|are|was|were) )there)\b/i
const smallTalk =
  /^\W*(hi|hello|hey|thanks?|thank you|bye|goodbye|good (morning|day|evening)|how are you|who are you)\b/i
