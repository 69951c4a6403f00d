import type {
  EvaluationRule,
  EvaluationType,
} from '../../../../shared/contract/skill-evaluation.ts'

/** What each kind of score is called on screen, and what it tells. */
export const ruleWords: Readonly<Record<EvaluationType, { name: string; about: string }>> = {
  sentiment: {
    name: 'Sentiment',
    about: 'From −1 to 1, by a list of English words that tell a feeling.',
  },
  keywords: { name: 'Words', about: 'Whether words are said, or not.' },
  pattern: { name: 'Pattern', about: 'Whether a regular expression matches.' },
  length: { name: 'Length', about: 'Whether an answer is as long as it should be.' },
  similarity: {
    name: 'Likeness to statements',
    about: 'Where an open answer stands on a scale of statements, by meaning.',
  },
  rubric: {
    name: 'Judged by a model',
    about: 'Points by a criterion. One more call for each answer; not scored in a rehearsal.',
  },
}

/** "Words: any of price, cost". */
export function sayRule(rule: EvaluationRule): string {
  switch (rule.type) {
    case 'sentiment':
      return 'By the list of words, −1 to 1'
    case 'keywords':
      return `${{ any: 'Any', all: 'All', none: 'None' }[rule.want]} of ${rule.words.join(', ')}`
    case 'pattern':
      return `Matches ${rule.pattern}${rule.caseSensitive ? ', case counts' : ''}`
    case 'length':
      return `${rule.min} to ${rule.max} words`
    case 'similarity':
      return `Between “${rule.statements[0]}” and “${rule.statements.at(-1)}”`
    case 'rubric':
      return `0 to ${rule.points} points: ${rule.criterion}`
  }
}
