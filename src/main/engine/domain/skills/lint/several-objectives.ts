import { sentencesOf, spanIn } from './asked.ts'
import { isEnglish } from './is-english.ts'
import type { LintedSkill } from './linted-skill.ts'
import { advice, type Found, type Rule } from './rule.ts'

/** A skill that is to learn two things tends to learn neither well: one objective each. */
export const severalObjectives: Rule = {
  rule: 'several-objectives',
  severity: 'warning',
  readsEnglish: false,
  checkSkill,
}

const aims =
  'find|learn|measure|estimate|identify|test|collect|gather|rank|segment|explore|understand|prioriti[sz]e|compare|determine|describe|evaluate|assess|validate|define|decide|discover|examine|investigate|establish|see|check|map|track|predict|optimi[sz]e|improve|reduce|increase|raise|lower|build|choose|select|design|develop|price|launch|plan|generate|quantify|uncover|characteri[sz]e|analy[sz]e|recommend|propose|suggest|set|monitor|document|list|size|profile|model'
const gerunds =
  'finding|learning|measuring|estimating|identifying|testing|collecting|gathering|ranking|segmenting|exploring|understanding|prioriti[sz]ing|comparing|determining|describing|evaluating|assessing|validating|improving|reducing|increasing|building|choosing|designing|pricing'
const joints: readonly RegExp[] = [
  new RegExp(
    `(?:,|;)?\\s(?:and(?: also| then| to| finally| ultimately)?|as well as(?: to)?|then|but also|plus)\\s(?:(?:then|also|to)\\s)?(?:${aims})\\b`,
    'i',
  ),
  new RegExp(`\\b(?:in addition to|as well as|besides|along with|and) (?:${gerunds})\\b`, 'i'),
  new RegExp(`;\\s*(?:and )?(?:to )?(?:${aims})\\b`, 'i'),
  /(?:,? and|as well as|,? and also|;) (?:what|why|which|who|whom|where|when|whether|if|how)\b/i,
  /\bas well as (?:the )?(?:how|what)\b/i,
]
const numbered = /(?:^|\s)\(?2[.)]\s|(?:^|\n)\s*[-*•]\s[\s\S]*\n\s*[-*•]\s/

function checkSkill({ objective }: LintedSkill): Found[] {
  const { text, path } = objective
  if (text.trim() === '' || !isEnglish(text)) return []
  const list = numbered.exec(text)
  if (list) return [toFound(path, list.index, list[0].length)]
  const sentences = sentencesOf(objective)
  const second = sentences.slice(1).find((part) => startsWithAim(part.text))
  if (second) return [toFound(path, second.start, second.text.length)]
  for (const sentence of sentences)
    for (const joint of joints) {
      const match = joint.exec(sentence.text)
      const span = match && spanIn(sentence, match)
      if (span) return [toFound(path, span.start, span.end - span.start)]
    }
  return []
}

function startsWithAim(text: string): boolean {
  return new RegExp(
    `^(?:we |also |then |finally |secondly?,? )?(?:want to |to )?(?:${aims})\\b`,
    'i',
  ).test(text)
}

function toFound(path: string, start: number, length: number): Found {
  return {
    path,
    span: { start, end: start + length },
    explanation: 'There is more than one thing to learn here. One of them will be asked for badly.',
    suggestion: advice(
      'Keep the one that a decision hangs on, and make another skill of the rest.',
    ),
  }
}
