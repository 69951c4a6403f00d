import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import { answerForm, stepPrompt } from '../prompt-text.ts'
import type { Draw, QuestionKind, Step, Steps } from '../question-kind.ts'
import { invalid, valid, type Reading } from '../reading.ts'
import { readStep } from '../read-step.ts'
import { readYesNo } from './yesno.ts'

type Price = QuestionOf<'price'>
export type AskedPrice = { readonly price: number; readonly accepted: boolean }
/** `highest` is the highest price accepted, null for none. */
export type PriceLadder = { readonly highest: number | null; readonly asked: AskedPrice[] }

/** Gabor & Granger (1966): would one buy at this price, and at that? */
export const price: QuestionKind<Price> = {
  mapTexts: (question, map) => ({ ...question, currency: map(question.currency) }),
  names: () => [],
  ordered: (question) => question,
  choices: ({ prices, currency }) => [`Prices: ${prices.join(', ')} ${currency}`],
  form: () => '"Yes" or "No"',
  // A price is read by its own step; the whole question is never answered at once.
  read: () => invalid('it is asked price by price'),
  steps: askPrices,
  inWords: ({ currency }, value) => {
    const { highest } = value as unknown as PriceLadder
    return highest === null ? 'none accepted' : `up to ${highest} ${currency}`
  },
  typicalTokens: 60,
  mostSteps: ({ prices }) => prices.length,
}

function* askPrices(question: Price, draw: Draw): Steps {
  const asked: AskedPrice[] = []
  const order = question.ladder === 'all' ? allPrices(question, draw) : ladder(question, draw)
  let next = order.next()
  while (!next.done) {
    const reading: Reading = yield priceStep(question, next.value, asked.length)
    if (reading.status !== 'valid') {
      if (asked.length === 0) return reading
      break
    }
    const accepted = reading.value === 'yes'
    asked.push({ price: next.value, accepted })
    next = order.next(accepted)
  }
  const accepted = asked.filter((each) => each.accepted).map((each) => each.price)
  const highest = accepted.length === 0 ? null : Math.max(...accepted)
  // Yes to a price and no to a lower one.
  const nonMonotone = asked.some(
    (each) => !each.accepted && highest !== null && each.price < highest,
  )
  const detail = { ...(nonMonotone && { nonMonotone }), ...(next.done ? {} : { missing: 1 }) }
  const value = valid({ highest, asked })
  return Object.keys(detail).length === 0 ? value : { ...value, detail }
}

type PriceOrder = Generator<number, void, boolean>

function* allPrices({ prices }: Price, draw: Draw): PriceOrder {
  for (const each of draw.shuffle(prices, 'prices')) yield each
}

/** From a price drawn at random: up while it is accepted, or down until it is. */
function* ladder({ prices }: Price, draw: Draw): PriceOrder {
  const start = Math.floor(draw.uniform('start-price') * prices.length)
  const first = yield prices[start]!
  const step = first ? 1 : -1
  for (let at = start + step; at >= 0 && at < prices.length; at += step) {
    const accepted = yield prices[at]!
    if (accepted !== first) return
  }
}

function priceStep(question: Price, amount: number, place: number): Step {
  const offer = `${amount} ${question.currency}`
  const text =
    place === 0 ? `${question.text}\n\nThe price is ${offer}.` : `And if the price were ${offer}?`
  const form = answerForm(price.form(question), question.allowDontKnow)
  return {
    prompt: stepPrompt(text, ['- Yes', '- No'], form),
    again: `The price is ${offer}.\n- Yes\n- No`,
    ask: { kind: 'price', price: amount },
    read: (text) => readStep({ ...question, read: readYesNo }, text),
  }
}
