import type { Question } from '../../../../shared/contract/skills.ts'

export const DONT_KNOW = "I don't know"
export const REFUSAL = "I'd rather not say"

/**
 * The question as it is put to a persona: text, options as shown, and how to answer. Variables are
 * filled and options ordered beforehand.
 */
export function renderQuestion(question: Question): string {
  if (question.type === 'open') return question.text
  return [question.text, '', ...choices(question), '', answerFormat(question)].join('\n')
}

function choices(question: Exclude<Question, { type: 'open' }>): string[] {
  switch (question.type) {
    case 'single':
      return question.options.map((option) => `- ${option}`)
    case 'likert':
      return question.labels.map((label, i) => `${i + 1}. ${label}`)
    case 'numeric': {
      const unit = question.unit ? ` ${question.unit}` : ''
      return [`A number from ${question.min} to ${question.max}${unit}.`]
    }
  }
}

function answerFormat(question: Exclude<Question, { type: 'open' }>): string {
  const form = {
    single: 'one of the options above, word for word',
    likert: 'one of the labels above, word for word',
    numeric: 'the number alone',
  }[question.type]
  const ways = question.allowDontKnow ? `${form}; "${DONT_KNOW}"` : form
  return [
    `Answer on the first line as "Answer: …" with ${ways}; or "${REFUSAL}".`,
    'Then say in a sentence or two why.',
  ].join(' ')
}

/** What a model is told after an answer that does not parse: once, with the reason. */
export function repairPrompt(question: Question, reason: string): string {
  const again = question.type === 'open' ? question.text : choices(question).join('\n')
  return `That answer could not be read: ${reason}. Please answer again.\n\n${again}\n\nFirst line: "Answer: …"`
}
