import { askedParts, replaceSpan, spanIn, type Part } from './asked.ts'
import type { LintedQuestion } from './linted-skill.ts'
import { advice, rewording, type Found, type Rule } from './rule.ts'

/**
 * Two negations, or one that has to be disagreed with, are answered the wrong way round by some
 * (Fowler 1995; Dillman, Smyth & Christian 2014).
 */
export const doubleNegative: Rule = {
  rule: 'double-negative',
  severity: 'warning',
  readsEnglish: true,
  checkQuestion,
}

const not = "\\b(?:not|never|cannot|nobody|no one|none|nothing|without|no|nor)\\b|n['’]t\\b"
const negativeWords =
  '\\b(?:oppos(?:e|es|ed|ing)|against|bann?(?:ed|ing|s)?|prohibit\\w*|forbid\\w*|refus(?:e|es|ed|ing)|prevent(?:ed|ing|s)?|den(?:y|ied|ies|ying)|disagree[ds]?|reject(?:s|ed|ing)?|abolish(?:ed|ing)?|repeal(?:ed)?|cancel(?:led)?|unlikely|untrue|impossible|fail(?:s|ed)?|lack(?:s|ed)?|stopped from|kept from|banned from)\\b'
const negativeAdjectives =
  'un(?:likely|true|clear|common|comfortable|happy|welcome|fair|usual|necessary|important|reasonable|able|willing|pleasant|safe|certain|interested|satisfied|familiar|aware|helpful|reliable|acceptable|healthy|friendly|easy|kind|wanted|known)|dis(?:satisfied|honest|similar|respectful|appointed|pleased|interested)|im(?:possible|patient|polite|proper)|in(?:correct|appropriate|convenient|sufficient|adequate|frequent|effective|secure|complete|accurate)|ir(?:regular|relevant|responsible)|difficult to'
const notUn = new RegExp(
  `(?:\\bnot|n['’]t|\\bnever)((?: (?:feel|feeling|be|been|at all|very|really|find|it|to|so|too|make|me|made))*) (${negativeAdjectives})\\b`,
  'i',
)
/** "Favour not allowing", "do you think it should not": a no means yes. */
const favoured =
  /\b(?:do|would) you (?:think|believe|feel|say)\b(?!.*\bor\b)[^?]*\b(?:should|must|ought|shall) ?(?:not|n['’]t)\b(?! only)|\b(?:favou?r|support|agree with|vote for|in favou?r of) not \w+ing\b/i
/** Two sides named are no negation. */
const bothSides =
  /\b(?:agree or disagree|disagree or agree|support or oppose|oppose or support|favou?r or oppose|for or against|likely or unlikely|(\w+) or (?:un|dis|in|im|not )\1|un(\w+) or \2|whether or not|or not|not only|if not|why not|allowed or (?:banned|forbidden|prohibited)|dis(\w+) (?:n?or) \3|neither \w+ nor \w+|(?:approve|disapprove) or (?:dis)?approve)\b/gi
/** The clause that is agreed or disagreed with, negated: "should not", "isn't", "I do not". */
const mainNegation =
  /^(?:(?:(?!(?:who|that|which|because|if|when|where|than|and)\b)[^\s,]+ ){0,7}(?:\w+n['’]t|(?:should|must|shall|can|could|would|will|may|do|does|did|is|are|was|were|has|have|had|am)(?: not| never be))\b|[^,]*\bcannot\b|without\b|there (?:is|are) no\b|i have no\b|no \w+ (?:should|must|can)\b)/i

function checkQuestion(question: LintedQuestion): Found[] {
  return askedParts(question).flatMap((part) => {
    const litotes = notUn.exec(part.text)
    if (litotes) return [ofLitotes(part, litotes, question)]
    const pair = pairOf(part) ?? favouredNot(part)
    if (pair) return [pair]
    return question.isAgreement && !part.text.endsWith('?') ? negatedStatement(part) : []
  })
}

function pairOf(part: Part): Found | undefined {
  const plain = part.text.replace(bothSides, (words) => ' '.repeat(words.length))
  const open =
    /^(?:\w+n['’]t|(?:is|are|do|does|did|have|has|should|would) (?:it|you|we|they|he|she|that|this) not)\b/i
  // The negation that makes a question leading is no part of what is asked.
  const asked = plain.replace(open, (words) => (hasTwo(plain) ? words : ' '.repeat(words.length)))
  const negations = [...asked.matchAll(new RegExp(`${not}|${negativeWords}`, 'gi'))]
  const [first, second] = negations
  if (!first || !second) return undefined
  // Answers to choose from, as in "probably not, or definitely not".
  if (/\bor\b/i.test(asked.slice(first.index, second.index))) return undefined
  const start = part.start + first.index
  return {
    path: part.path,
    span: { start, end: part.start + second.index + second[0].length },
    explanation: `“${first[0]}” and “${second[0]}” cancel each other out, and it takes thought to see what a yes means.`,
    suggestion: advice('Say it with one negation or none.'),
  }
}

function favouredNot(part: Part): Found | undefined {
  const match = favoured.exec(part.text)
  if (!match) return undefined
  return {
    path: part.path,
    span: spanIn(part, match),
    explanation: 'A yes to a “not” takes thought: some will say the opposite of what they mean.',
    suggestion: advice('Ask about doing it, not about not doing it.'),
  }
}

/** "Is it not true that you have no savings": the opening counts where a real one follows. */
function hasTwo(text: string): boolean {
  const rest = text.replace(/^\w+n['’]t\b/i, '')
  return /\bnot\b/i.test(text) && (rest.match(new RegExp(not, 'gi'))?.length ?? 0) > 1
}

function negatedStatement(part: Part): Found[] {
  const match = mainNegation.exec(part.text)
  if (!match || /\bnot only\b/i.test(part.text)) return []
  return [
    {
      path: part.path,
      span: spanIn(part, match),
      explanation: 'Whoever disagrees with a negated statement has to say no to a no.',
      suggestion: advice('State it positively; agreeing then means the opposite of before.'),
    },
  ]
}

function ofLitotes(part: Part, match: RegExpExecArray, question: LintedQuestion): Found {
  const span = spanIn(part, match)
  const found = {
    path: part.path,
    span,
    explanation: `“${match[0]}” says a thing by denying its opposite.`,
  }
  const word = /^un(\w+)$|^dis(\w+)$/i.exec(match[2]!)
  const positive = word?.[1] ?? word?.[2]
  const isPlain = /^not$/i.test(match[0].slice(0, 3)) && match[1] === ''
  if (!positive || !isPlain || part.path !== question.text.path)
    return { ...found, suggestion: advice('Say what it is, not what it is not.') }
  return {
    ...found,
    suggestion: rewording(part.path, replaceSpan(question.text.text, span, positive)),
  }
}
