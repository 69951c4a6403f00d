import { askedParts, replaceSpan, spanIn, type Part } from './asked.ts'
import type { LintedQuestion } from './linted-skill.ts'
import { advice, rewording, type Found, type Rule } from './rule.ts'

/**
 * "Often" is once a month to one and once a day to another (Bradburn & Miles 1979; Schaeffer
 * 1991), so that answers cannot be compared.
 */
export const vagueQuantifier: Rule = {
  rule: 'vague-quantifier',
  severity: 'info',
  readsEnglish: true,
  checkQuestion,
}

type Cue = {
  readonly pattern: RegExp
  /** What to say instead, at the end of the question; absent: it takes thought. */
  readonly definite?: string
}
const cues: readonly Cue[] = [
  {
    pattern:
      /(?<!\b(?:how|as|so|too|more|very|most) )\b(?:very )?(?:regularly|frequently|often)\b(?! (?:than|do|does|did))/i,
    definite: 'at least once a week',
  },
  {
    pattern:
      /(?<!\b(?:how|as|so|too) )\b(?:sometimes|occasionally|from time to time|now and then|now and again|once in a while)\b/i,
    definite: 'at least once a month',
  },
  {
    pattern: /\b(?:rarely|seldom|hardly ever|infrequently)\b/i,
    definite: 'less than once a month',
  },
  {
    pattern: /\b(?:recently|lately|of late)\b/i,
    definite: 'in the past 30 days',
  },
  {
    pattern:
      /\b(?:in|over|during) (?:the )?(?:recent|last few|past few|coming few|next few) (?:days|weeks|months|years)\b/i,
    definite: 'in the past 30 days',
  },
  {
    pattern: /\b(?:(?<!as )soon|in the near future|in the foreseeable future|before long)\b/i,
    definite: 'in the next 12 months',
  },
  { pattern: /\bdo you (?:generally|typically)\b/i },
  {
    pattern:
      /(?<!\b(?:quite|not|how) )\b(?:a lot|lots of|plenty of|loads of|a great deal|a good deal)\b/i,
  },
  { pattern: /\bquite a (?:lot|few)\b/i },
  {
    pattern:
      /(?<!\b(?:how|too|so|as|that|this|not|very) )\b(?:many|much)\b(?! (?:\w+er\b|do|does|did|of your|better|worse|more|less|too|as|would|will|has|have you)\b)/i,
  },
  { pattern: /\b(?:several|numerous|various|a few|a number of|a couple of|a handful of)\b/i },
  {
    pattern:
      /\b(?:large|small|high|considerable|significant|reasonable|substantial|moderate|fair|decent|huge|big) (?:amounts?|numbers?|quantit(?:y|ies)|sums?|share|donations?|purchases?)\b/i,
  },
]
/** Points of a frequency scale that everyone reads in their own way, and its end points. */
const vagueFrequency =
  /^(?:very |quite |fairly |only )?(?:often|frequently|regularly|sometimes|occasionally|rarely|seldom|hardly ever|almost never|almost always|nearly always|most of the time|usually|from time to time|now and then|once in a while)$/i
const frequencyEnd = /^(?:always|never|all the time|not at all)$/i
const vagueAmount =
  /^(?:very |quite |only )?(?:few|a few|some|several|many|a lot|lots|little|a little|much|a great deal|plenty|too much|too many)$/i
const amountEnd = /^(?:none|nothing|all|not any)$/i

function checkQuestion(question: LintedQuestion): Found[] {
  // An inventory asks how far a statement fits, its adverbs included.
  if (question.isAgreement && !question.text.text.includes('?')) return inAnswers(question)
  const found = askedParts(question).flatMap((part) => inWords(part, question))
  return [...found, ...inAnswers(question)]
}

function inWords(part: Part, question: LintedQuestion): Found[] {
  for (const cue of cues) {
    const match = cue.pattern.exec(part.text)
    if (match && !isAnswer(match[0], question)) return [toFound(cue, match, part, question)]
  }
  return []
}

/** The text tells the answers: "a great deal, some, or none". */
function isAnswer(words: string, { answers }: LintedQuestion): boolean {
  return answers.entries.some(({ text }) => text.toLowerCase().includes(words.toLowerCase()))
}

function toFound(cue: Cue, match: RegExpExecArray, part: Part, question: LintedQuestion): Found {
  const span = spanIn(part, match)
  const found = {
    path: part.path,
    span,
    explanation: `“${match[0]}” means one thing to one reader and another to the next.`,
  }
  const whole = question.text
  const endsWithIt = part.path === whole.path && part.text.endsWith('?')
  if (!cue.definite || !endsWithIt || part.start + part.text.length < whole.text.trimEnd().length)
    return { ...found, suggestion: advice('Give a number, a period or an example.') }
  const without = replaceSpan(whole.text, span, '')
    .replace(/\s{2,}/g, ' ')
    .replace(/\s+\?/, '?')
  return {
    ...found,
    suggestion: rewording(part.path, without.trim().replace(/\?$/, ` ${cue.definite}?`)),
  }
}

function inAnswers({ answers, isClosed }: LintedQuestion): Found[] {
  const texts = answers.entries.map(({ text }) => text.trim())
  if (!isClosed || texts.length < 2) return []
  const isVague =
    mostlyVague(texts, vagueFrequency, frequencyEnd) || mostlyVague(texts, vagueAmount, amountEnd)
  if (!isVague) return []
  return [
    {
      path: answers.path,
      span: null,
      explanation: 'These answers mean one thing to one reader and another to the next.',
      suggestion: advice('Offer numbers, such as “1–2 days a week”, “3 or more days a week”.'),
    },
  ]
}

function mostlyVague(texts: readonly string[], vague: RegExp, end: RegExp): boolean {
  const count = texts.filter((text) => vague.test(text)).length
  const ends = texts.filter((text) => end.test(text)).length
  // Degrees of trust or pain go from "a little" to "a great deal", too, but begin "not at all".
  const isDegree = vague === vagueAmount && texts.some((text) => /\bat all\b|^moderate/i.test(text))
  return count >= 2 && (count + ends) / texts.length >= 0.75 && !isDegree
}
