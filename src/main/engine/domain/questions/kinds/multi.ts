import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import { bare, partsOf } from '../answer-text.ts'
import type { QuestionKind } from '../question-kind.ts'
import { readChoice } from '../read-choice.ts'
import { invalid, valid, type Reading } from '../reading.ts'
import { orderedOptions } from './ordered-options.ts'

type Multi = QuestionOf<'multi'>

export const multi: QuestionKind<Multi> = {
  mapTexts: (question, map) => ({
    ...question,
    options: question.options.map(map),
    ...(question.exclusive && { exclusive: question.exclusive.map(map) }),
  }),
  names: ({ options }) => options,
  ordered: orderedOptions,
  choices: ({ options }) => options.map((option) => `- ${option}`),
  form: (question) =>
    `${howMany(question)} of the options above, word for word, with semicolons between them`,
  read: (question, said) => {
    const chosen = readSeveral(question.options, said)
    return Array.isArray(chosen) ? checked(question, chosen) : chosen
  },
  inWords: (_, value) => (value as string[]).join(', '),
  extent: 'list',
  typicalTokens: 30,
}

function howMany({ options, minChoices = 1, maxChoices = options.length }: Multi): string {
  if (minChoices === maxChoices) return `${minChoices}`
  if (maxChoices === options.length)
    return minChoices === 0 ? 'none or more' : `${minChoices} or more`
  return `${minChoices} to ${maxChoices}`
}

/** Indices of the options named, each once; commas separate only where semicolons do not. */
export function readSeveral(
  options: readonly string[],
  said: string,
): number[] | Extract<Reading, { status: 'invalid' }> {
  if (/^(?:none|nothing|none of (?:these|them))$/.test(bare(said)) && !hasOption(options, said))
    return []
  const parts = partsOf(said)
  const found = parts.map((part) => readChoice(options, part))
  if (found.every((at) => typeof at === 'number')) return [...new Set(found)]
  const byComma = parts.flatMap((part) => part.split(/,|\band\b/)).filter((part) => bare(part))
  const finer = byComma.map((part) => readChoice(options, part))
  if (finer.every((at) => typeof at === 'number')) return [...new Set(finer)]
  const wrong = parts[found.findIndex((at) => typeof at !== 'number')]!
  return invalid(`“${wrong}” is not one of the options`)
}

function hasOption(options: readonly string[], said: string): boolean {
  return typeof readChoice(options, said) === 'number'
}

function checked(
  { options, minChoices = 1, maxChoices = options.length, exclusive = [] }: Multi,
  chosen: readonly number[],
): Reading {
  if (chosen.length < minChoices)
    return invalid(`it names ${chosen.length}, at least ${minChoices} are asked for`)
  if (chosen.length > maxChoices)
    return invalid(`it names ${chosen.length}, at most ${maxChoices} are asked for`)
  const texts = options.filter((_, i) => chosen.includes(i))
  const alone = texts.find((text) => exclusive.includes(text))
  if (alone !== undefined && texts.length > 1)
    return invalid(`“${alone}” goes with no other option`)
  return valid(texts)
}
