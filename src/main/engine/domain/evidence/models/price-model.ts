import gammaQ from '@stdlib/math-base-special-gammainc'
import type { PriceModel } from '../../../../../shared/contract/evidence-models.ts'
import type { Estimate } from '../../../../../shared/contract/evidence.ts'
import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import type { PriceLadder } from '../../questions/kinds/price.ts'
import { bestPrice } from '../../statistics/best-price.ts'
import { kishEffectiveN, personasIn, type SurveyDesign } from '../../statistics/design.ts'
import { differenceOfMeans } from '../../statistics/difference.ts'
import { quantileEstimate } from '../../statistics/quantile.ts'
import { resamplesOf } from '../../statistics/resamples.ts'
import { shareEstimate } from '../../statistics/share.ts'
import type { Answers } from '../answer-vectors.ts'
import { answeredDomain, hasTooFew, toEstimate } from '../estimates.ts'
import { priceSentence, priceWarnings } from './price-words.ts'

type PriceQuestion = QuestionOf<'price'>
/** A χ² test wants about five expected in each cell (Cochran 1954). */
const EXPECTED_STARTS = 5
const TASKS_NAMED = 20

/** What each row said, read once for all domains: shape [rows] each. */
type PriceColumns = {
  /** Index of the highest price accepted, −1 for none. */
  readonly highest: Int32Array
  /** The same in money, 0 for none. */
  readonly amount: Float64Array
  /** Index of the price asked about first, −1 for none. */
  readonly start: Int32Array
  readonly nonMonotone: Uint8Array
}

/** Gabor & Granger (1966) on the answers of any domain. */
export function createPriceModel(
  design: SurveyDesign,
  question: PriceQuestion,
  answers: Answers,
  taskIds: readonly string[],
): (within: Uint8Array) => PriceModel | undefined {
  const columns = priceColumns(question, answers)
  const resamples = resamplesOf(design, 'price', question.id)
  return (within) => {
    const domain = answeredDomain(answers, within)
    if (hasTooFew(design, domain)) return undefined
    const { prices } = question
    const { highest, amount } = columns
    const shareOf = (test: (row: number) => boolean) =>
      toEstimate(
        shareEstimate(
          design,
          Uint8Array.from(domain, (_, row) => (test(row) ? 1 : 0)),
          domain,
        ),
      )
    const found = bestPrice(design, { prices, highest }, domain, resamples)
    const earned = prices.map((price, at) => ({
      price,
      revenue: scaled(
        shareOf((row) => highest[row]! >= at),
        price,
      ),
      bestInResamples: found.wins[at]!,
    }))
    const model = {
      kind: 'price' as const,
      method: 'gabor-granger' as const,
      methodText: `Gabor and Granger (1966): revenue at a price is the price by the share that accepts it or a higher one, per person asked. The best price is looked for among those asked about; its interval holds the middle 95 % of ${resamples.replicates} resamples of personas within their cohorts (Rao & Wu 1988).`,
      highestAccepted: toEstimate(quantileEstimate(design, amount, domain, 0.5)),
      acceptsNone: shareOf((row) => highest[row]! < 0),
      prices: earned,
      best:
        found.at < 0
          ? null
          : {
              price: prices[found.at]!,
              lower: prices[found.lower]!,
              upper: prices[found.upper]!,
              revenue: earned[found.at]!.revenue,
              end: endOf(found.at, prices.length),
            },
      resamples: resamples.replicates,
      nonMonotone:
        question.ladder === 'all' ? nonMonotoneOf(columns, domain, shareOf, taskIds) : null,
      start: startOf(design, question, columns, domain),
    }
    return {
      ...model,
      warnings: priceWarnings(question, model),
      sentence: priceSentence(question, model),
    }
  }
}

function priceColumns({ prices }: PriceQuestion, answers: Answers): PriceColumns {
  const ladders = answers.map((answer) =>
    answer?.status === 'valid' ? (answer.value as unknown as PriceLadder) : undefined,
  )
  const at = new Map(prices.map((price, i) => [price, i]))
  const indexOf = (price: number | null | undefined) => (price == null ? -1 : (at.get(price) ?? -1))
  return {
    highest: Int32Array.from(ladders, (ladder) => indexOf(ladder?.highest)),
    amount: Float64Array.from(ladders, (ladder) => ladder?.highest ?? 0),
    start: Int32Array.from(ladders, (ladder) => indexOf(ladder?.asked[0]?.price)),
    nonMonotone: Uint8Array.from(ladders, (ladder) => (ladder && isNonMonotone(ladder) ? 1 : 0)),
  }
}

/** Yes to a price and no to a lower one. */
function isNonMonotone({ highest, asked }: PriceLadder): boolean {
  return asked.some(({ price, accepted }) => !accepted && highest !== null && price < highest)
}

function scaled(share: Estimate, price: number): Estimate {
  const times = (value: number | null) => (value === null ? null : value * price)
  return {
    ...share,
    estimate: times(share.estimate),
    standardError: times(share.standardError),
    lower: times(share.lower),
    upper: times(share.upper),
  }
}

function endOf(at: number, count: number): 'lowest' | 'highest' | null {
  if (at === 0) return 'lowest'
  return at === count - 1 ? 'highest' : null
}

function nonMonotoneOf(
  { nonMonotone }: PriceColumns,
  domain: Uint8Array,
  shareOf: (test: (row: number) => boolean) => Estimate,
  taskIds: readonly string[],
): PriceModel['nonMonotone'] {
  const rows = [...domain.keys()].filter((row) => domain[row] && nonMonotone[row])
  return {
    share: shareOf((row) => nonMonotone[row] === 1),
    answers: rows.length,
    taskIds: rows.slice(0, TASKS_NAMED).map((row) => taskIds[row]!),
  }
}

/** Whether starts were drawn evenly, and whether where one starts moves where one ends. */
function startOf(
  design: SurveyDesign,
  { prices }: PriceQuestion,
  { start, amount }: PriceColumns,
  domain: Uint8Array,
): PriceModel['start'] {
  const counts = prices.map((price, at) => ({
    price,
    n: domain.reduce((n, inside, row) => n + (inside && start[row] === at ? 1 : 0), 0),
  }))
  const total = counts.reduce((sum, { n }) => sum + n, 0)
  const expected = total / prices.length
  const chiSquared = counts.reduce((sum, { n }) => sum + (n - expected) ** 2 / expected, 0)
  const half = (isUpper: boolean) =>
    domain.map((inside, row) =>
      inside && start[row]! >= 0 && start[row]! >= prices.length / 2 === isUpper ? 1 : 0,
    )
  const [low, high] = [half(false), half(true)]
  const sizes = [low, high].map((side) => side.reduce((n, inside) => n + inside, 0))
  const n = Math.min(...sizes)
  const pull = differenceOfMeans(design, amount, low, high)
  return {
    counts,
    p:
      expected < EXPECTED_STARTS
        ? null
        : gammaQ(chiSquared / 2, (prices.length - 1) / 2, true, true),
    pull:
      hasTooFew(design, low) || hasTooFew(design, high)
        ? null
        : toEstimate({
            ...pull,
            n,
            personas: Math.min(personasIn(design, low), personasIn(design, high)),
            effectiveN: Math.min(kishEffectiveN(design, low), kishEffectiveN(design, high)),
          }),
  }
}
