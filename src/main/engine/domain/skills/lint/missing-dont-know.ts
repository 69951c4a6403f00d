import { askedParts, withoutScene, type Part } from './asked.ts'
import type { LintedQuestion } from './linted-skill.ts'
import { type Found, type Rule } from './rule.ts'

/**
 * Without a way to say "don't know", people who do not know guess, and models make something up
 * (Schuman & Presser 1981). It is asked for where one can really not know, not everywhere: on
 * one's own feelings it invites to skip the effort (Krosnick et al. 2002).
 */
export const missingDontKnow: Rule = {
  rule: 'missing-dont-know',
  severity: 'info',
  readsEnglish: true,
  checkQuestion,
}

const you = /\b(?:you|your|yours|yourself|i|my|me|we|our)\b/i
const body =
  '(?:council|government|ministry|minister|authority|agency|board|commission|department|administration|parliament|court|courts|regulator|inspectorate|union|association|company|firm|employer|landlord|bank|insurer|supplier|provider|hospital|school|university|city|county|state|police|maker|manufacturer|party|office|foundation|charity)'
const others =
  '(?:mother|father|parents|grandparents|grandmother|grandfather|partner|husband|wife|spouse|neighbours?|neighbors?|child|children|son|daughter|brother|sister|boss|colleagues?|friends?|landlord|employer|doctor|teacher)'
const verb = '(?:do|does|did|has|have|had|is|are|was|were|will)'
const years = '(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\\d+)'

/** Each with what it is that cannot be known. */
const cues: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `^(?:${verb}|can|could) (?!you\\b)(?:your |the |this |that )?(?:(?!(?:to|of|at|in|on|from|near|by|with|for) )[\\w'’-]+ ){0,3}?${body}\\b`,
      'i',
    ),
    'on what an organisation does',
  ],
  [new RegExp(`^${verb} (?:your|the) (?:[\\w'’-]+ )?${others}\\b`, 'i'), 'on other people'],
  [
    new RegExp(
      `\\b(?:does|did|do|has|have|is|was) your (?:\\w+ )?(?:neighbour|neighbor|partner|mother|father|husband|wife|boss|parent|sister|brother|friend|colleague)s?\\b`,
      'i',
    ),
    'on other people',
  ],
  [
    new RegExp(
      `\\bhow old (?:was|were|is) your (?:mother|father|grand\\w+|parents|partner|boss)\\b`,
      'i',
    ),
    'on other people',
  ],
  [
    /\bhow (?:many|much)\b[^?]*\b(?:neighbour|neighbor|partner|mother|father|boss|parent)s?\b/i,
    'on other people',
  ],
  [
    /\b(?:do|does|are|have) (?:most|many) (?:people|\w+ers|\w+s) in (?:your|this|the)\b/i,
    'on other people',
  ],
  [
    /\bin (?:which|what) year\b|\bhow old were you when\b|\bhow much (?:did|was)\b[^?]*\bfirst\b/i,
    'so long ago',
  ],
  [
    new RegExp(
      `\\b(?:how (?:much|many)|what)\\b[^?]*\\b(?:in|since|during|before) (?:19|20)\\d\\d\\b|\\b(?:in|over|during|within) the (?:past|last) ${years} (?:years|decades)\\b`,
      'i',
    ),
    'so far back',
  ],
  [/^(?:has|have)\b[^?]*\bsince (?:19|20)\d\d\b/i, 'so far back'],
  [
    /^will (?!you\b)|\bhow will (?!you\b)|\b(?:over|in|within|during) the (?:next|coming) \w+ (?:years|decades)\b|\bby (?:the year )?20\d\d\b/i,
    'in the future',
  ],
  [
    new RegExp(
      `\\bhow (?:well|good|badly|effectively|fairly|carefully|competently|honestly)\\b[^?]*\\b(?:do|does|did|is|are|has|have) (?:the|your|our|this)(?: [\\w'’-]+){0,3}? ${body}\\b`,
      'i',
    ),
    'on work that many have not met',
  ],
  [
    /\bwho (?:is|are) (?:responsible|in charge|liable)\b|\bwho (?:pays|decides|owns|runs|governs|appoints|elects|invented|wrote|won)\b/i,
    'for sure',
  ],
  [
    /\bwhat (?:share|percentage|proportion|fraction|part) of (?!your\b|the money you\b|my\b)(?![^?]*\byou\b)/i,
    'for sure',
  ],
  [
    /\bhow many (?:people|\w+s) in (?:your|the|this) (?:country|region|city|town|state|world|county)\b/i,
    'for sure',
  ],
  [
    /\bwhat (?:is|was|are) the (?:[\w-]+ )?(?:interest rate|rate|speed|tariff|premium|capacity|consumption|yield|value|wattage|area|sum insured)\b/i,
    'by heart',
  ],
  [/\b(?:the|does) law (?:allow|require|forbid|say|permit|protect)\w*\b/i, 'for sure'],
]
const opening =
  /^(?:which|who|what|when|where|in which|in what|how many|how much|is|are|does|do|will|has|have|did|can)\b/i
/** Asks for a view, for something just met, or for what any answer fits. */
const view =
  /\b(?:should|ought|favou?r|prefer|rather|important|matters?|best describes|comes? closest|closest to|better|look|feel|think|right to|fair|acceptable|enough|worth|reasonable|sensible|good|bad|wrong|necessary|okay)\b/i
const experience =
  /^(?:how|is|are|was|were|did|do|does|has|have) (?:the|this|that|these|there)\b(?![^?]*\b(?:country|world|state|law|since|year)\b)/i
const workOfBodies = new RegExp(
  `^(?:the|our|this) (?:[\\w'’-]+ )?${body} (?:\\w+ly )?(?:manages|spends|handles|runs|uses|keeps|regulates|inspects|allocates|does|acts|treats|informs|wastes|controls|supervises|invests)\\b`,
  'i',
)

function checkQuestion(question: LintedQuestion): Found[] {
  if (!question.isClosed || question.offersDontKnow || question.type === 'nps') return []
  for (const part of askedParts(question)) {
    const what = unknowable(withoutScene(part), question)
    if (what) return [toFound(question, what)]
  }
  return []
}

function unknowable(part: Part, question: LintedQuestion): string | undefined {
  const isQuestion = part.text.endsWith('?')
  if (!isQuestion)
    return workOfBodies.test(part.text) ? 'on work that many have not met' : undefined
  if (/\b(?:should|shouldn['’]t|favou?r)\b/i.test(part.text)) return undefined
  const cue = cues.find(([pattern]) => pattern.test(part.text))
  if (cue) return cue[1]
  const isFact =
    opening.test(part.text) &&
    !you.test(question.text.text) &&
    !question.answers.entries.some(({ text }) => you.test(text)) &&
    !view.test(part.text) &&
    !experience.test(part.text) &&
    !/\{\{/.test(part.text)
  return isFact ? 'for sure' : undefined
}

function toFound(question: LintedQuestion, what: string): Found {
  return {
    path: question.text.path,
    span: null,
    explanation: `Not everyone can know this ${what}, and whoever does not has to guess.`,
    suggestion: {
      text: 'Offer “don’t know”.',
      change: { path: `${question.path}.allowDontKnow`, value: true },
    },
  }
}
