import type { Question } from '../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../shared/contract/runs.ts'
import type { ProfileChoice } from '../questions/kinds/conjoint.ts'
import type { BestWorst } from '../questions/kinds/maxdiff.ts'
import type { PriceLadder } from '../questions/kinds/price.ts'

/** A number that every valid answer to a question has, so that its mean can be estimated. */
export type Measure = {
  /** Stable: what comparisons and exports name. */
  readonly name: string
  /** A share is a mean of 0 and 1. */
  readonly isShare: boolean
  valueOf(answer: AnswerValue): number
}

/** All that is estimated of a question's answers as a mean or a share; none for open and json. */
export function measuresOf(question: Question): Measure[] {
  switch (question.type) {
    case 'open':
    case 'json':
      return []
    case 'single':
      return question.options.map((option) => share(option, (answer) => answer === option))
    case 'yesno':
      return [share('yes', (answer) => answer === 'yes')]
    case 'multi':
      return question.options.map((option) =>
        share(option, (answer) => (answer as string[]).includes(option)),
      )
    case 'likert':
    case 'numeric':
      return [mean('mean', Number)]
    case 'nps':
      return [mean('nps', (answer) => recommends(Number(answer)))]
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
      return question.attributes.flatMap(({ name, levels }, attribute) =>
        levels.map((level, at) =>
          share(`${name}: ${level}`, (answer) =>
            chosenWhenShown(answer as unknown as ProfileChoice[], attribute, at),
          ),
        ),
      )
    case 'price':
      return question.prices.map((price) =>
        share(`${price} ${question.currency}`, (answer) => {
          const { highest } = answer as unknown as PriceLadder
          return highest !== null && highest >= price
        }),
      )
  }
}

function mean(name: string, valueOf: Measure['valueOf']): Measure {
  return { name, isShare: false, valueOf }
}

function share(name: string, holds: (answer: AnswerValue) => boolean | number): Measure {
  return { name, isShare: true, valueOf: (answer) => Number(holds(answer)) }
}

/** Net promoter score (Reichheld 2003): 100 for 9 and 10, −100 up to 6. */
function recommends(point: number): number {
  if (point >= 9) return 100
  return point <= 6 ? -100 : 0
}

/** 1 is best; what was not ranked shares the places left over. */
function placeOf(ranked: readonly string[], option: string, options: number): number {
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
