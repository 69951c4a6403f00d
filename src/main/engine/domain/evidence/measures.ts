import type { Question, QuestionOf } from '../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../shared/contract/runs.ts'
import type { ProfileChoice } from '../questions/kinds/conjoint.ts'
import type { BestWorst } from '../questions/kinds/maxdiff.ts'
import type { PriceLadder } from '../questions/kinds/price.ts'
import { simpleFields } from '../questions/simple-fields.ts'

/** A number that every valid answer to a question has, so that its mean can be estimated. */
export type Measure = {
  /** Stable: what comparisons and exports name. */
  readonly name: string
  /** What it belongs to with others: an attribute, a field; null where all belong together. */
  readonly group: string | null
  /** What people read beside its group: an option, a row, a level. */
  readonly label: string
  /** A share is a mean of 0 and 1. */
  readonly isShare: boolean
  /** What finds the answers behind it; absent: every valid answer is behind it. */
  readonly value?: string
  valueOf(answer: AnswerValue): number
}

/** All that is estimated of a question's answers as a mean or a share; none for open ones. */
export function measuresOf(question: Question): Measure[] {
  switch (question.type) {
    case 'open':
      return []
    case 'json':
      return fieldMeasures(question)
    case 'single':
      return question.options.map((option) => ({
        ...share(option, (answer) => answer === option),
        value: option,
      }))
    case 'yesno':
      return [{ ...share('yes', (answer) => answer === 'yes'), value: 'yes' }]
    case 'multi':
      return question.options.map((option) => ({
        ...share(option, (answer) => (answer as string[]).includes(option)),
        value: option,
      }))
    case 'likert':
    case 'numeric':
      return [mean('mean', Number)]
    case 'nps':
      return [
        {
          ...mean('nps', (answer) => recommends(Number(answer))),
          label: 'net promoter score',
        },
      ]
    case 'rank':
      return question.options.map((option) =>
        mean(option, (answer) => placeOf(answer as string[], option, question.options.length)),
      )
    case 'allocation':
      return question.options.map((option) =>
        mean(option, (answer) => (answer as Record<string, number>)[option] ?? 0),
      )
    case 'matrix':
      return question.rows.map((row) =>
        mean(row, (answer) => (answer as Record<string, number>)[row] ?? Number.NaN),
      )
    case 'maxdiff':
      return question.options.map((option) =>
        mean(option, (answer) => bestMinusWorst(answer as unknown as BestWorst[], option)),
      )
    case 'conjoint':
      return levelMeasures(question)
    case 'price':
      return question.prices.map((price) => ({
        ...share(`${price} ${question.currency}`, (answer) =>
          acceptsAt(answer as unknown as PriceLadder, price),
        ),
        value: String(price),
      }))
  }
}

function levelMeasures({ attributes }: QuestionOf<'conjoint'>): Measure[] {
  return attributes.flatMap(({ name, levels }, attribute) =>
    levels.map((level, at) => ({
      ...share(`${name}: ${level}`, (answer) =>
        chosenWhenShown(answer as unknown as ProfileChoice[], attribute, at),
      ),
      group: name,
      label: level,
    })),
  )
}

/** The mean of each number, the share of each value of a field that has few; other fields none. */
function fieldMeasures(question: QuestionOf<'json'>): Measure[] {
  const valueIn = (answer: AnswerValue, field: string) =>
    (answer as Record<string, unknown>)[field] ?? undefined
  return simpleFields(question).flatMap(({ name, values }): Measure[] =>
    values === null
      ? [
          {
            ...mean(name, (answer) => Number(valueIn(answer, name) ?? Number.NaN)),
            group: name,
            label: 'mean',
          },
        ]
      : values.map((value) => ({
          ...share(`${name}: ${value}`, (answer) => {
            const given = valueIn(answer, name)
            return given === undefined ? Number.NaN : given === value
          }),
          group: name,
          label: String(value),
        })),
  )
}

function mean(name: string, valueOf: Measure['valueOf']): Measure {
  return { name, group: null, label: name, isShare: false, valueOf }
}

function share(name: string, holds: (answer: AnswerValue) => boolean | number): Measure {
  return {
    name,
    group: null,
    label: name,
    isShare: true,
    valueOf: (answer) => Number(holds(answer)),
  }
}

function acceptsAt({ highest }: PriceLadder, price: number): boolean {
  return highest !== null && highest >= price
}

/** Net promoter score (Reichheld 2003): 100 for 9 and 10, −100 up to 6. */
function recommends(point: number): number {
  if (point >= 9) return 100
  return point <= 6 ? -100 : 0
}

/** 1 is best; what was not ranked shares the places left over. */
export function placeOf(ranked: readonly string[], option: string, options: number): number {
  const place = ranked.indexOf(option)
  return place === -1 ? (ranked.length + 1 + options) / 2 : place + 1
}

/** Times best less times worst, by times shown: −1 … 1. */
function bestMinusWorst(sets: readonly BestWorst[], option: string): number {
  const shown = sets.filter((set) => set.shown.includes(option))
  if (shown.length === 0) return Number.NaN
  const net = shown.reduce(
    (sum, { best, worst }) => sum + (best === option ? 1 : 0) - (worst === option ? 1 : 0),
    0,
  )
  return net / shown.length
}

/** Share of the profiles with a level that were chosen when shown. */
function chosenWhenShown(
  choices: readonly ProfileChoice[],
  attribute: number,
  level: number,
): number {
  let shown = 0
  let chosen = 0
  for (const choice of choices) {
    for (const [i, profile] of choice.profiles.entries()) {
      if (profile[attribute] !== level) continue
      shown += 1
      if (choice.chosen === i) chosen += 1
    }
  }
  return shown === 0 ? Number.NaN : chosen / shown
}
