import type { Question } from '../../../../shared/contract/questions.ts'
import type { Answer } from '../../../../shared/contract/runs.ts'
import { answerInWords } from '../questions/answer-in-words.ts'
import { hasBlanks } from '../questions/texts.ts'
import { fillQuestion } from './fill-question.ts'
import { valuesFor } from './shown-question.ts'

type Given = Pick<Answer, 'questionId' | 'status' | 'value' | 'text'>

/**
 * Answers of one task in words, each as its question was shown: with what its condition and the
 * answers before it filled in.
 */
export function wordsOfAnswers<A extends Given>(
  questions: readonly Question[],
  variables: Readonly<Record<string, string>>,
  answers: readonly A[],
): (A & { words: string })[] {
  const byId = new Map(questions.map((question) => [question.id, question]))
  const given = new Map(answers.map((answer) => [answer.questionId, answer]))
  const values = questions.some(hasBlanks) ? valuesFor(questions, variables, given) : variables
  return answers.map((answer) => {
    const template = byId.get(answer.questionId)
    const words = template
      ? answerInWords(template, fillQuestion(template, values), answer)
      : answer.text
    return { ...answer, words }
  })
}
