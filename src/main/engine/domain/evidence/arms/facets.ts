import type { Question } from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import { answerTexts, valueAt } from '../../questions/ask-question.ts'
import type { BestWorst } from '../../questions/kinds/maxdiff.ts'
import type { PriceLadder } from '../../questions/kinds/price.ts'
import { readable } from '../../questions/readable.ts'

/** Bins of a number with more values than that. */
const MOST_BINS = 10

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
  /** Index of the category; −1 for an answer that has none. */
  categoryOf(answer: AnswerValue): number
}

/**
 * What of a question's answers has a distribution to compare; none for words and free shapes.
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
      return [inBins(seen.map(Number))]
    case 'multi':
      return question.options.map((option) => ({
        name: option,
        labels: ['not chosen', 'chosen'],
        values: ['', option],
        isAnswer: true,
        scores: null,
        categoryOf: (answer) => Number((answer as string[]).includes(option)),
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
    categoryOf: (answer) => names.indexOf(nameIn(answer)),
  }
}

/** Its values where they are few, else bins of about as many answers each. */
function inBins(seen: readonly number[]): Facet {
  const sorted = seen.toSorted((a, b) => a - b)
  const distinct = [...new Set(sorted)]
  const starts =
    distinct.length <= MOST_BINS
      ? distinct
      : [
          ...new Set(
            Array.from(
              { length: MOST_BINS },
              (_, i) => sorted[Math.floor((i * sorted.length) / MOST_BINS)]!,
            ),
          ),
        ]
  const binOf = (value: number) => starts.findLastIndex((start) => value >= start)
  const sums = starts.map(() => ({ sum: 0, n: 0 }))
  for (const value of sorted) {
    const bin = sums[binOf(value)]!
    bin.sum += value
    bin.n += 1
  }
  return {
    name: 'number',
    labels: starts.map((start, i) =>
      distinct.length <= MOST_BINS
        ? String(start)
        : `${start} and more${i + 1 < starts.length ? `, under ${starts[i + 1]}` : ''}`,
    ),
    values: starts.map(String),
    isAnswer: distinct.length <= MOST_BINS,
    scores: sums.map(({ sum, n }) => sum / n),
    categoryOf: (answer) => binOf(Number(answer)),
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
    categoryOf: (answer) => {
      const { highest } = answer as unknown as PriceLadder
      return highest === null ? 0 : ascending.indexOf(highest) + 1
    },
  }
}
