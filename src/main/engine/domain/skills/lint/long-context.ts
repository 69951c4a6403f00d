import type { LintedQuestion, LintedSkill, LintedText } from './linted-skill.ts'
import { advice, type Found, type Rule } from './rule.ts'

/** What is read before the answer is partly forgotten, and gives hints that were not meant. */
export const longContext: Rule = {
  rule: 'long-context',
  severity: 'info',
  readsEnglish: false,
  checkQuestion: ({ text }: LintedQuestion) => tooLong(text, MAX_QUESTION_WORDS),
  checkSkill: ({ instructions }: LintedSkill) => tooLong(instructions, MAX_INSTRUCTION_WORDS),
}

/** Words of a question; beyond this the beginning is gone when the end is read. */
const MAX_QUESTION_WORDS = 60
/** Words of the context given before the first question: about a page. */
const MAX_INSTRUCTION_WORDS = 250

function tooLong({ path, text }: LintedText, most: number): Found[] {
  const words = text.match(/\S+/g)?.length ?? 0
  if (words <= most) return []
  return [
    {
      path,
      span: null,
      explanation: `It is ${words} words long. From about ${most} on, people lose track of what is asked.`,
      suggestion: advice('Keep what is needed to answer, and put the question first.'),
    },
  ]
}
