import { askedParts, replaceSpan, spanIn, type Part } from './asked.ts'
import type { LintedQuestion } from './linted-skill.ts'
import { advice, rewording, type Found, type Rule } from './rule.ts'

/** One exception makes an honest answer a no, so that nearly all answer the same (Fowler 1995). */
export const absoluteTerm: Rule = {
  rule: 'absolute-term',
  severity: 'info',
  readsEnglish: true,
  checkQuestion,
}

const unit =
  '(?:days?|weeks?|months?|years?|nights?|mornings?|evenings?|afternoons?|hours?|minutes?|time|weekend|mondays?|sundays?|saturdays?|\\d+|two|three|few|other|second|so often)'
const patterns: readonly RegExp[] = [
  /(?<!\b(?:almost|hardly|nearly) )\b(?:always|never)\b(?! (?:married|been married|mind|heard))/i,
  new RegExp(`\\bevery single\\b|\\bevery (?!${unit}\\b)[\\w-]+`, 'i'),
  /(?<!\b(?:including|nearly|almost|practically|for) )\b(?:everyone|everybody)\b(?! in your household\?| else)/i,
  /(?<!\b(?:taking|with) )\beverything\b(?! (?:considered|together|else|in all))/i,
  /(?<!\b(?:almost|hardly|nearly|next to) )\b(?:nobody|no one|no-one|none of|nothing)\b(?! (?:but|else|of the above))/i,
  /(?<!\b(?:nearly|almost|practically|at|above|after|first of|in|of|how|you|not|for|once and for) )\ball\b(?! (?:in all|things considered|together|right|that apply|of (?:the following|these|those that)|the (?:same|while)|over|told|day|night|about|kinds|sorts|year|week|round|people,)\b)/i,
  /\b(?:completely|totally|entirely|absolutely|wholly|utterly)\b/i,
  /\bwithout (?:fail|exception)\b/i,
]
const intensifier = /^(?:completely|totally|entirely|absolutely|wholly|utterly)$/i

function checkQuestion(question: LintedQuestion): Found[] {
  return askedParts(question).flatMap((part) => {
    if (/^(?:all in all|all things considered|select all|choose all|check all)\b/i.test(part.text))
      return []
    for (const pattern of patterns) {
      const match = pattern.exec(part.text)
      if (match) return [toFound(part, match, question)]
    }
    return []
  })
}

function toFound(part: Part, match: RegExpExecArray, question: LintedQuestion): Found {
  const span = spanIn(part, match)
  const [word] = match
  const found = {
    path: part.path,
    span,
    explanation: `“${word}” allows no exception, so one of them is enough for a no.`,
  }
  if (!intensifier.test(word) || part.path !== question.text.path)
    return { ...found, suggestion: advice('Ask how often or how many, or leave the word out.') }
  const { text } = question.text
  const wider = { start: span.start, end: span.end + (text[span.end] === ' ' ? 1 : 0) }
  return { ...found, suggestion: rewording(part.path, replaceSpan(text, wider, '')) }
}
