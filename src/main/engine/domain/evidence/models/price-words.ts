import type { PriceModel } from '../../../../../shared/contract/evidence-models.ts'
import type { Estimate } from '../../../../../shared/contract/evidence.ts'
import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import { readable } from '../../questions/readable.ts'
import { decimal, percent, plural } from '../words.ts'

type PriceQuestion = QuestionOf<'price'>
type Described = Omit<PriceModel, 'warnings' | 'sentence'>

/** From a 95 % interval's half-width to that of one of 99 %: an alarm is to be false once in 100. */
const STRICTER = 1.314
/** So unlikely under an even draw that it was not one. */
const UNEVEN_P = 0.001

/** The best price with its interval, in a sentence or two. */
export function priceSentence(question: PriceQuestion, { best }: Described): string {
  const money = moneyOf(question)
  if (best === null) return 'Nobody accepts any of the prices asked about.'
  const { price, lower, upper, revenue, end } = best
  const interval =
    revenue.lower === null || revenue.upper === null
      ? ''
      : ` (95 % interval ${decimal(revenue.lower)} to ${decimal(revenue.upper)})`
  const range =
    lower === upper
      ? 'Resampling the personas changes nothing about that.'
      : `Resampling the personas puts the best price between ${money(lower)} and ${money(upper)}.`
  const beyond = end === 'highest' ? 'above' : 'below'
  return [
    `Most is earned at ${money(price)}: ${decimal(revenue.estimate ?? 0)} ${readable(question.currency)} for each person asked${interval}.`,
    range,
    ...(end === null
      ? []
      : [`That is the ${end} price asked about: the best one may lie ${beyond} it.`]),
  ].join(' ')
}

export function priceWarnings(question: PriceQuestion, model: Described): string[] {
  const money = moneyOf(question)
  const { best, nonMonotone, start } = model
  const { pull } = start
  const upper = question.prices[Math.ceil(question.prices.length / 2)]!
  return [
    ...(best?.end
      ? [
          `The best price is the ${best.end} one asked about. Ask about ${best.end === 'highest' ? 'higher' : 'lower'} prices before using it.`,
        ]
      : []),
    ...(nonMonotone && nonMonotone.answers > 0
      ? [
          `${plural(nonMonotone.answers, 'answer')} (${percent(nonMonotone.share.estimate ?? 0)} weighted) said no to a price and yes to a higher one. They count up to the highest price they accept: read some of them.`,
        ]
      : []),
    ...(startsUnevenly(start)
      ? [
          'The first price was not drawn evenly from all prices: the curve may lean to where most started.',
        ]
      : []),
    ...(pull && startPulls(start)
      ? [
          `Where the ladder starts moves the answer: those asked about ${money(upper)} or more first end ${money(Math.abs(pull.estimate!))} ${pull.estimate! > 0 ? 'higher' : 'lower'} on average (95 % interval ${decimal(pull.lower!)} to ${decimal(pull.upper!)}).`,
        ]
      : []),
  ]
}

/** Whether the draw of first prices was hardly an even one. */
export function startsUnevenly({ p }: PriceModel['start']): boolean {
  return p !== null && p < UNEVEN_P
}

/** Whether where the ladder starts shows in where answers end. */
export function startPulls({ pull }: PriceModel['start']): boolean {
  return pull !== null && isFarFromZero(pull)
}

function isFarFromZero({ estimate, lower, upper }: Estimate): boolean {
  if (estimate === null || lower === null || upper === null) return false
  return Math.abs(estimate) > (STRICTER * (upper - lower)) / 2
}

function moneyOf({ currency }: PriceQuestion): (amount: number) => string {
  return (amount) => `${Number.isInteger(amount) ? amount : decimal(amount)} ${readable(currency)}`
}
