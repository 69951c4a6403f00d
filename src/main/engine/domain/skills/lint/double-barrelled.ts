import { askedParts, sentencesOf, spanIn, withoutScene, type Part } from './asked.ts'
import type { LintedQuestion } from './linted-skill.ts'
import { advice, type Found, type Rule } from './rule.ts'

/**
 * One answer asked for two things that can differ (Fowler 1995, Improving Survey Questions): what
 * is answered is then unknown.
 */
export const doubleBarrelled: Rule = {
  rule: 'double-barrelled',
  severity: 'warning',
  readsEnglish: true,
  checkQuestion,
}

const together =
  'terms conditions|friends family|family friends|friends relatives|relatives friends|health social|research development|bread butter|food drink|drink food|gas electricity|electricity gas|pros cons|men women|women men|boys girls|brothers sisters|sisters brothers|husband wife|wife husband|mum dad|mother father|fathers mothers|mothers fathers|left right|black white|up down|back forth|more more|again again|now then|day night|night day|here there|arts crafts|supply demand|bed breakfast|peace quiet|law order|rules regulations|room board|ladies gentlemen|fish chips|trial error|cause effect|hopes fears|facts figures|towns cities|cities towns|science technology|information technology|old young|young old|advantages disadvantages|strengths weaknesses|likes dislikes|art culture|sport leisure|friends acquaintances|friends colleagues|friends neighbours|hotels restaurants|weights measures|north south|east west|come go|you partner|you household|you family|mom dad|parents grandparents|teaching learning|profit loss|drug alcohol|alcohol drugs|sons daughters|aunts uncles|nuts bolts|washing drying|maternity paternity|civil political|lost found|profit loss|rights duties|rights responsibilities|salt pepper|time effort|time energy|search rescue|hide seek|learn grow|live work|work live|politics current|gay lesbian|men lesbians|love affection|safe sound|first foremost|news information|right wrong|good evil|good bad|loud clear'
const fixedPairs = new Set(together.split('|'))
/** After "and" it is no second thing but the same, the rest, or a limit. */
const noSecond =
  /^(?:so on|over|older|under|above|below|more|less|other|others|the like|similar|such|me|myself|its|yours?elf|neither|nor|then|not|\d)\b/i
const commonToBoth =
  /\b(?:same|each other|one another|between|combined|in total|altogether|taken together|compare[ds]?|difference|which (?:of|one)?|versus|vs|prefer|rather|both or)\b/i
const comparisons =
  /\bas well as (?:before|you|ever|others?|most|i|it|they|possible|the last|last)\b/i

function checkQuestion(question: LintedQuestion): Found[] {
  const twice = askedTwice(question)
  if (twice) return [twice]
  if (!question.isClosed) return []
  return askedParts(question).flatMap((part) => joined(withoutScene(part)) ?? [])
}

/** "Would you say it is good or bad?" gives the answers to the question before it. */
const givesAnswers =
  /^(?:and )?(?:would you say|do you (?:think|feel|find) (?:it|that|they|this|you)|(?:is|are|was|were) (?:it|that|they|this|these|you)|which|or)\b/i

/** A second question mark in one question. */
/** "Will you definitely, probably, or not…" */
const alternatives = /^(?:will|would|is|are|do|does|did|have|has)\b[^?]*,[^?]*,? or\b/i

function isAboutAnswers(text: string, { answers }: LintedQuestion): boolean {
  const lower = text.toLowerCase()
  const named = answers.entries.filter((it) => it.text && lower.includes(it.text.toLowerCase()))
  return (
    givesAnswers.test(text) ||
    (named.length >= 2 && /\bor\b/.test(lower)) ||
    alternatives.test(text)
  )
}

function askedTwice(question: LintedQuestion): Found | undefined {
  const asking = sentencesOf(question.text).filter(
    ({ text }, i) => text.endsWith('?') && !(i > 0 && isAboutAnswers(text, question)),
  )
  if (asking.length < 2 || question.type === 'rank') return undefined
  const [, second] = asking
  return {
    path: question.text.path,
    span: { start: second!.start, end: second!.start + second!.text.length },
    explanation: 'There are two questions here, and room for one answer.',
    suggestion: advice(`Make a question of its own of “${second!.text}”`),
  }
}

function joined(part: Part): Found | undefined {
  const plain = part.text.replace(/\([^)]*\)/g, (inside) => ' '.repeat(inside.length))
  if (commonToBoth.test(plain)) return undefined
  for (const match of plain.matchAll(
    /,? (?:and(?: also)?|as well as|but(?: also)?|while|plus) /gi,
  )) {
    const before = plain.slice(0, match.index)
    const after = plain.slice(match.index + match[0].length)
    if (isTwo(before, after, match[0].trim())) return toFound(part, match, before, after)
  }
  return undefined
}

function isTwo(before: string, after: string, joint: string): boolean {
  if (noSecond.test(after) || comparisons.test(`${joint} ${after}`)) return false
  // "My colleagues and I" is one subject; "…was good, and I…" a second clause.
  if (/^I\b/.test(after) && before.trim().split(/\s+/).length <= 3) return false
  const left = /([\w'’-]+)["”’]?$/.exec(before)?.[1]?.toLowerCase()
  const right = /^(?:your |the |an? |their |her |his |my |our )?([\w'’-]+)/i
    .exec(after)?.[1]
    ?.toLowerCase()
  if (!left || !right || /^\d/.test(left)) return false
  if (/\b(?:but|while)\b/i.test(joint)) return joint.startsWith(',')
  return !fixedPairs.has(`${left} ${right}`) && left !== right
}

function toFound(part: Part, match: RegExpExecArray, before: string, after: string): Found {
  const first = lastWords(before)
  const second = firstWords(after)
  return {
    path: part.path,
    span: spanIn(part, match),
    explanation: `It asks about two things at once: “${first}” and “${second}”. Someone may answer differently to each.`,
    suggestion: advice(
      `Ask about “${first}” and “${second}” in two questions, or keep the one that matters.`,
    ),
  }
}

/** What stands before the joint, from the last word that only leads to it. */
const lastWords = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .slice(-3)
    .join(' ')
    .replace(
      /^.*\b(?:is|are|was|were|be|of|the|with|my|your|our|an?|very|has|have|and|to|for|in|on)\s/i,
      '',
    )
const firstWords = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .join(' ')
    .replace(/[.?!,;:]+(?:\s.*)?$/, '')
    .replace(/^(?:the|my|your|our|an?|very|is|are)\s/i, '')
