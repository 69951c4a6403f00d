import type { Question, QuestionOf } from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import { answerTexts, valueAt } from '../../questions/ask-question.ts'
import type { ProfileChoice } from '../../questions/kinds/conjoint.ts'
import type { BestWorst } from '../../questions/kinds/maxdiff.ts'
import type { PriceLadder } from '../../questions/kinds/price.ts'
import { readable } from '../../questions/readable.ts'
import { simpleFields } from '../../questions/simple-fields.ts'
import { inBins } from './number-facet.ts'

/** One thing a question asks for, as categories that every valid answer falls into. */
export type Facet = {
  /** Unique in the question. */
  readonly name: string
  readonly labels: readonly string[]
  /** What `/runs/:id/tasks?value=` takes for each. */
  readonly values: readonly string[]
  /** Whether a category is one answer, and not many of a kind. */
  readonly isAnswer: boolean
  /** Scores of the categories, ascending; null where they have no order. */
  readonly scores: readonly number[] | null
  /** Indices of the categories, one per choice that an answer holds; none, or −1, for none. */
  choicesOf(answer: AnswerValue): readonly number[]
}

/**
 * What of a question's answers has a distribution to compare; none for words and fields of words.
 *
 * @param seen  valid answers: the bins of a number are those of all of them
 */
export function facetsOf(question: Question, seen: readonly AnswerValue[]): Facet[] {
  switch (question.type) {
    case 'single':
      return [byName('choice', question.options, (answer) => String(answer))]
    case 'yesno':
    case 'likert':
    case 'nps': {
      const labels = answerTexts(question).map(readable)
      const values = labels.map((_, i) => String(valueAt(question, i)))
      const scores = question.type === 'yesno' ? null : values.map(Number)
      return [{ ...byName('answer', values, String), labels, scores }]
    }
    case 'numeric':
      return [inBins('number', seen.map(Number), Number)]
    case 'multi':
      return question.options.map((option) => ({
        name: option,
        labels: ['not chosen', 'chosen'],
        values: ['', option],
        isAnswer: true,
        scores: null,
        choicesOf: (answer) => [Number((answer as string[]).includes(option))],
      }))
    case 'matrix':
      return question.rows.map((row) => ({
        ...byName(
          row,
          question.labels.map((_, i) => String(i + 1)),
          (answer) => String((answer as Record<string, number>)[row]),
        ),
        labels: question.labels.map(readable),
        scores: question.labels.map((_, i) => i + 1),
      }))
    case 'rank':
      return [byName('first place', question.options, (answer) => (answer as string[])[0] ?? '')]
    case 'allocation':
      return [byName('largest part', question.options, (answer) => largest(answer as never))]
    case 'maxdiff':
      return [byName('best of all', question.options, (answer) => bestOf(answer as never))]
    case 'price':
      return [highestPrice(question.prices)]
    case 'conjoint':
      return chosenLevels(question)
    case 'json':
      return fieldFacets(question, seen)
    default:
      return []
  }
}

function byName(
  name: string,
  names: readonly string[],
  nameIn: (answer: AnswerValue) => string,
): Facet {
  return {
    name,
    labels: names.map(readable),
    values: names,
    isAnswer: true,
    scores: null,
    choicesOf: (answer) => [names.indexOf(nameIn(answer))],
  }
}

function largest(parts: Record<string, number>): string {
  const [first] = Object.entries(parts).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}

/** Named best most often, less often worst. */
function bestOf(sets: readonly BestWorst[]): string {
  const net: Record<string, number> = {}
  for (const { best, worst } of sets) {
    net[best] = (net[best] ?? 0) + 1
    net[worst] = (net[worst] ?? 0) - 1
  }
  return largest(net)
}

function highestPrice(prices: readonly number[]): Facet {
  const ascending = prices.toSorted((a, b) => a - b)
  return {
    name: 'highest price accepted',
    labels: ['none', ...ascending.map(String)],
    values: ['', ...ascending.map(String)],
    isAnswer: true,
    // In steps of the ladder: "none" has no price.
    scores: [0, ...ascending.map((_, i) => i + 1)],
    choicesOf: (answer) => {
      const { highest } = answer as unknown as PriceLadder
      return [highest === null ? 0 : ascending.indexOf(highest) + 1]
    },
  }
}

/** By attribute: the level of each profile chosen, or that none was. */
function chosenLevels({ attributes, allowNone }: QuestionOf<'conjoint'>): Facet[] {
  return attributes.map(({ name, levels }, attribute) => {
    const names = [...levels, ...(allowNone ? ['none of these'] : [])]
    return {
      name,
      labels: names.map(readable),
      values: names,
      isAnswer: false,
      scores: null,
      choicesOf: (answer) =>
        (answer as unknown as ProfileChoice[]).map(({ profiles, chosen }) =>
          chosen === null ? levels.length : profiles[chosen]![attribute]!,
        ),
    }
  })
}

/** Fields with a number or one of few values; those of words are not compared. */
function fieldFacets(question: QuestionOf<'json'>, seen: readonly AnswerValue[]): Facet[] {
  return simpleFields(question).map(({ name, values }): Facet => {
    const valueIn = (answer: AnswerValue) => (answer as Record<string, unknown>)[name] ?? undefined
    if (values === null) {
      const numberIn = (answer: AnswerValue) => Number(valueIn(answer) ?? Number.NaN)
      const given = seen.map(numberIn).filter((number) => !Number.isNaN(number))
      return { ...inBins(name, given, numberIn), isAnswer: false }
    }
    return {
      name,
      labels: values.map((value) => readable(String(value))),
      values: values.map(String),
      isAnswer: false,
      scores: null,
      choicesOf: (answer) => [values.indexOf(valueIn(answer) as string)],
    }
  })
}
