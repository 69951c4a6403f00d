import { neighbours, rangesOf, type RangedOption } from './compare-ranges.ts'
import type { LintedQuestion } from './linted-skill.ts'
import { advice, type Found, type Rule } from './rule.ts'

/** A value that no option fits is answered by a wrong one, or not at all. */
export const rangeGap: Rule = {
  rule: 'range-gap',
  severity: 'error',
  readsEnglish: false,
  checkQuestion,
}

/** Rounding of binary fractions. */
const TOLERANCE = 1e-9

const statedScale = /\bscale (?:of|from)? ?(-?\d+) ?(?:to|–|-|through) ?(-?\d+)\b/i

function checkQuestion(question: LintedQuestion): Found[] {
  const stated = ofStatedScale(question)
  if (stated) return [stated]
  const ranges = rangesOf(question)
  if (!ranges) return []
  return neighbours(ranges)
    .filter(([lower, upper]) => gap(lower, upper))
    .map(([lower, upper]) => ({
      path: upper.at.path,
      span: null,
      explanation: `Between “${lower.at.text}” and “${upper.at.text}” there are values that fit neither.`,
      suggestion: advice('Let each option begin one step after the one before ends.'),
    }))
}

/** The text promises points that the answer cannot take. */
function ofStatedScale({ text, bounds }: LintedQuestion): Found | undefined {
  const match = statedScale.exec(text.text)
  if (!match || !bounds) return undefined
  const [low, high] = [Number(match[1]), Number(match[2])]
  const [least, most] = [Math.min(low, high), Math.max(low, high)]
  if (least === bounds.min && most === bounds.max) return undefined
  return {
    path: text.path,
    span: { start: match.index, end: match.index + match[0].length },
    explanation: `The text says ${least} to ${most}, and what can be answered is ${bounds.min} to ${bounds.max}.`,
    suggestion: advice('Make the two the same.'),
  }
}

/** Counted in the steps the lower one is written in; ends that are left out need the other side. */
function gap(lower: RangedOption, upper: RangedOption): boolean {
  const distance = upper.low - lower.high
  if (lower.excludesHigh && upper.excludesLow) return distance >= 0
  if (lower.excludesHigh) return distance > TOLERANCE
  // "21–40", then "more than 40".
  if (upper.excludesLow) return distance > TOLERANCE
  return distance > Math.max(lower.step, upper.step) + TOLERANCE
}
