import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import { partsOf } from '../answer-text.ts'
import type { QuestionKind } from '../question-kind.ts'
import { readChoice } from '../read-choice.ts'
import { invalid, valid, type Reading } from '../reading.ts'
import { orderedOptions } from './ordered-options.ts'

type Rank = QuestionOf<'rank'>

export const rank: QuestionKind<Rank> = {
  mapTexts: (question, map) => ({ ...question, options: question.options.map(map) }),
  names: ({ options }) => options,
  ordered: orderedOptions,
  choices: ({ options }) => options.map((option) => `- ${option}`),
  form: ({ options, top = options.length }) =>
    top === options.length
      ? 'all the options above, word for word, the best first, with semicolons between them'
      : `the best ${top} of the options above, word for word, the best first, with semicolons between them`,
  read: readRanking,
  inWords: (_, value) => (value as string[]).map((text, i) => `${i + 1}. ${text}`).join(', '),
  extent: 'list',
  typicalTokens: 40,
}

function readRanking({ options, top = options.length }: Rank, said: string): Reading {
  const parts = partsOf(said.replaceAll('>', ';')).map((part) =>
    part.replace(/^\(?\d{1,2}[).:]\s+/, ''),
  )
  const places: number[] = []
  for (const part of parts) {
    const at = readChoice(options, part)
    if (typeof at !== 'number') return invalid(`“${part}” is not one of the options`)
    if (places.includes(at)) return invalid(`“${options[at]}” is named twice`)
    places.push(at)
  }
  // Who ranks all when the best three are asked for has answered.
  if (places.length < top) return invalid(`it names ${places.length} of the ${top} asked for`)
  return valid(places.slice(0, top).map((at) => options[at]!))
}
