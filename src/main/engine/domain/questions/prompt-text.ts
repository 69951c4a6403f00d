import { DONT_KNOW, REFUSAL } from './non-answer.ts'

/** What is asked, the choices there are, and how to answer. */
export function stepPrompt(text: string, choices: readonly string[], form: string): string {
  return [text, '', ...choices, '', form].join('\n')
}

/** @param form  "the number alone" */
export function answerForm(form: string, allowDontKnow: boolean): string {
  const ways = allowDontKnow ? `${form}; "${DONT_KNOW}"` : form
  return [
    `Answer on the first line as "Answer: …" with ${ways}; or "${REFUSAL}".`,
    'Then say in a sentence or two why.',
  ].join(' ')
}

/** What a model is told after an answer that does not parse: once, with the reason. */
export function repairPrompt(again: string, reason: string): string {
  return `That answer could not be read: ${reason}. Please answer again.\n\n${again}\n\nFirst line: "Answer: …"`
}
