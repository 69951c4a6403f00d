import type { LintedQuestion, LintedText } from './linted-skill.ts'
import type { Span } from './rule.ts'

/** A part of a text and where it begins in it. */
export type Part = LintedText & { readonly start: number }

/** Longer sentences and texts are found too long; searching all of them would take its time. */
const MAX_SENTENCE = 500
const MAX_SENTENCES = 40

/** The last sentences of a text with their places. */
export function sentencesOf({ path, text }: LintedText): Part[] {
  const parts: Part[] = []
  let start = text.length - text.trimStart().length
  const add = (end: number) => {
    const sentence = text.slice(start, Math.min(end, start + MAX_SENTENCE)).trimEnd()
    if (sentence) parts.push({ path, text: sentence, start })
    start = end
  }
  for (const end of text.matchAll(/[.!?]+["”’')]*(?:\s+|$)/g)) add(end.index + end[0].length)
  add(text.length)
  return parts.slice(-MAX_SENTENCES)
}

/**
 * What is put to the persona, one by one: the sentences that ask, else the last one, and the rows.
 * Sentences before it are background.
 */
export function askedParts(question: LintedQuestion): Part[] {
  const sentences = sentencesOf(question.text)
  const asking = sentences.filter(({ text }) => /\?["”’')]*$/.test(text))
  const asked = asking.length > 0 ? asking : sentences.slice(-1)
  return [...asked, ...question.items.map((item) => ({ ...item, start: 0 }))]
}

/** The part without a clause that only sets the scene: "Thinking of last week, how…". */
export function withoutScene(part: Part): Part {
  const scene =
    /^(?:thinking (?:of|about)|when|if|in|on|over|during|after|before|for|compared|considering|taking|at|since|between|apart|overall|with|to what extent)\b[^,:?]*[,:]\s*/i.exec(
      part.text,
    )
  if (!scene) return part
  const { length } = scene[0]
  return { path: part.path, text: part.text.slice(length), start: part.start + length }
}

/** Where a match inside a part stands in the whole text, without spaces around it. */
export function spanIn(part: Part, match: { readonly index: number; readonly 0: string }): Span {
  const start = part.start + match.index + match[0].length - match[0].trimStart().length
  return { start, end: start + match[0].trim().length }
}

/** The whole text with a span of it replaced. */
export function replaceSpan(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end)
}
