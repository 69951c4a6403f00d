/** What a chat template puts around a message, and before the first one. Generous. */
const AROUND_MESSAGE = 16
const BEFORE_FIRST = 256

/**
 * The most input tokens these messages can be: byte-level tokenizers, and those that fall back to
 * bytes, never make more than one token of a byte (Radford et al. 2019; Kudo & Richardson 2018).
 */
export function mostTokensIn(messages: readonly { readonly content: string }[]): number {
  return messages.reduce(
    (sum, { content }) => sum + Buffer.byteLength(content) + AROUND_MESSAGE,
    BEFORE_FIRST,
  )
}

/** Calls that one question takes at most: itself and its follow-ups, each asked for twice. */
function callsOf(question: object): number {
  const probes = 'probes' in question && Array.isArray(question.probes) ? question.probes.length : 0
  const isTwoPass = 'mode' in question && question.mode === 'two-pass'
  return 2 * (1 + probes + (isTwoPass ? 1 : 0))
}

/**
 * The most output tokens that one task can take.
 *
 * @param perCall  the most one call may take
 */
export function mostTaskTokens(questions: readonly object[], perCall: number): number {
  return questions.reduce<number>((sum, question) => sum + callsOf(question), 0) * perCall
}
