import { isEvasion, type LintedList, type LintedQuestion } from './linted-skill.ts'
import { readLabel, type Reading } from './polarity.ts'
import { advice, type Found, type Rule } from './rule.ts'

/**
 * More points on one side move answers to that side (Schuman & Presser 1981; Krosnick & Presser
 * 2010): the mean then measures the scale.
 */
export const unbalancedScale: Rule = {
  rule: 'unbalanced-scale',
  severity: 'warning',
  readsEnglish: false,
  checkQuestion,
}

/** Scales from nothing to much are meant to have one side: they step by degrees of one word. */
const smallDegree =
  /\b(?:slightly|a little|a bit|somewhat|moderately|fairly|quite|rather|not very|not too|hardly|not that|not so|to some extent)\b/i
const none = /^(?:not|never|none|no)\b/i
/** "Neither" and "excellent" are always on a scale; so are two degrees of one verdict. */
const MIN_READ_SHARE = 0.75

function checkQuestion({ type, answers }: LintedQuestion): Found[] {
  if (type === 'multi' || type === 'rank' || type === 'allocation') return []
  const labels = answers.entries.map(({ text }) => text).filter((text) => !isEvasion(text))
  if (labels.length < 3 || labels.length > 11) return []
  const readings = labels.map(readLabel)
  const read = readings.filter(({ polarity }) => polarity !== undefined)
  if (read.length / labels.length < MIN_READ_SHARE) return []
  if (isOneSided(labels, readings) || isBalanced(read) || !isGraded(labels)) return []
  return [toFound(answers, read)]
}

/** From "not at all" upwards by degrees: it has no other side to balance. */
function isOneSided(labels: readonly string[], readings: readonly Reading[]): boolean {
  const negative = readings.flatMap(({ polarity }, i) => (polarity === -1 ? [labels[i]!] : []))
  const positive = readings.flatMap(({ polarity }, i) => (polarity === 1 ? [labels[i]!] : []))
  const onlyNegations = (texts: readonly string[]) => texts.every((text) => none.test(text))
  if (negative.length === 0 || positive.length === 0) return labels.some((text) => none.test(text))
  if (!onlyNegations(negative) && !onlyNegations(positive)) return false
  return (
    labels.some((text) => /\bat all\b/i.test(text)) || labels.some((it) => smallDegree.test(it))
  )
}

function isBalanced(read: readonly Reading[]): boolean {
  const count = (readings: readonly Reading[], wanted: number) =>
    readings.filter(({ polarity }) => polarity === wanted).length
  const even = (readings: readonly Reading[]) => count(readings, 1) === count(readings, -1)
  const as = (polarity: -1 | 0 | 1) =>
    read.map((one) => (one.mayBeMiddle ? { ...one, polarity } : one))
  return even(read) || even(as(0)) || (read.length % 2 === 0 && even(as(-1)))
}

/** Points of one scale, and not answers that happen to contain such words. */
function isGraded(labels: readonly string[]): boolean {
  return labels.every((text) => text.split(/\s+/).length <= 5)
}

function toFound(answers: LintedList, read: readonly Reading[]): Found {
  const good = read.filter(({ polarity }) => polarity === 1).length
  const bad = read.filter(({ polarity }) => polarity === -1).length
  return {
    path: answers.path,
    span: null,
    explanation: `The scale has ${points(good)} on the favourable side and ${points(bad)} on the other, which pulls answers to the longer side.`,
    suggestion: advice(
      'Offer as many points on each side in matching words, with one in the middle or none.',
    ),
  }
}

function points(n: number): string {
  return n === 0 ? 'no point' : n === 1 ? 'one point' : `${n} points`
}
