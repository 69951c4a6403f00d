import { readFileSync } from 'node:fs'
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { parse } from 'csv-parse/sync'
import { createStream } from '../../src/main/engine/domain/random.ts'
import { multinomial } from '../../src/main/engine/domain/validation/binomial.ts'
import type { CategorySample } from '../../src/main/engine/domain/validation/category-sample.ts'
import {
  compareItem,
  type ValidationItem,
} from '../../src/main/engine/domain/validation/compare-item.ts'
import { DEFAULT_MARGINS } from '../../src/main/engine/domain/validation/equivalence.ts'
import { peopleSample } from '../../src/main/engine/domain/validation/people-sample.ts'
import { judgeItems, type JudgedItem } from '../../src/main/engine/domain/validation/verdict.ts'
import type { ValidationResult, ValidationWork } from '../../src/main/engine/validation/compute.ts'
import { runWorker } from '../../src/main/engine/workers/run-worker.ts'
import { printResults, type BenchResult } from './bench-result.ts'

/*
 * Whether verdicts of a validation can be trusted: how often people are said to differ from people,
 * whether a collapse of the variance is ever called equivalent, how many answers it takes to see a
 * difference; and how long 40 items take in their worker.
 */
const SPLITS = 1000
const COLLAPSES = 10_000
const POWER_DRAWS = 400
const RESAMPLES = 999
const SCORES = [1, 2, 3, 4, 5]
const CUTS = [-1.2, -0.4, 0.4, 1.2]

const MARGINS: ValidationWork['margins'] = { ...DEFAULT_MARGINS, varianceRatio: [0.67, 1.5] }

const uniform = createStream('validation bench')

function judge(
  items: readonly ValidationItem[],
  seed: number,
  resamples = RESAMPLES,
): JudgedItem[] {
  return judgeItems(
    items.map((item, i) =>
      compareItem(item, DEFAULT_MARGINS, { seed: seed * 1000 + i, resamples }),
    ),
  )
}

/** Five points cut out of a normal curve. */
function scale(mean: number, deviation: number): number[] {
  const below = [...CUTS.map((cut) => normalCdf(cut, mean, deviation)), 1]
  return below.map((share, k) => share - (below[k - 1] ?? 0))
}

function varianceOf(shares: readonly number[]): number {
  const mean = shares.reduce((sum, share, k) => sum + share * SCORES[k]!, 0)
  return shares.reduce((sum, share, k) => sum + share * (SCORES[k]! - mean) ** 2, 0)
}

/** The narrower normal curve whose answers have that share of the variance. */
function collapsed(ratio: number): number[] {
  const wanted = ratio * varianceOf(scale(0, 1))
  let [low, high] = [0.01, 1]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (varianceOf(scale(0, middle)) < wanted) low = middle
    else high = middle
  }
  return scale(0, low)
}

function draw(shares: readonly number[], n: number): CategorySample {
  return { shares: Array.from(multinomial(uniform, n, shares), (count) => count / n), n }
}

function ordered(id: string, people: CategorySample, personas: CategorySample): ValidationItem {
  return { id, labels: SCORES.map(String), scores: SCORES, people, personas }
}

type Person = Record<string, string>

/** Random people of the survey against others of it, their weights honoured. */
function microdataHalves(sizes: readonly [number, number]): number {
  const rows: Person[] = parse(readFileSync('test/fixtures/nhanes/nhanes.csv'), { columns: true })
  const columns = ['age', 'gender', 'race'].map((name) => {
    const values = [...new Set(rows.map((row) => row[name]!))].toSorted()
    return { name, values, codes: rows.map((row) => values.indexOf(row[name]!)) }
  })
  const weights = rows.map(({ weight }) => Number(weight))
  let alarms = 0
  for (let split = 0; split < SPLITS; split++) {
    const order = shuffled(rows.length)
    const [one, two] = [order.slice(0, sizes[0]), order.slice(sizes[0], sizes[0] + sizes[1])]
    const items = columns.map(({ name, values, codes }): ValidationItem => {
      const sample = (people: readonly number[]) =>
        peopleSample(
          {
            weights: Float64Array.from(people, (i) => weights[i]!),
            areCounts: false,
            designEffect: null,
          },
          Int16Array.from(people, (i) => codes[i]!),
          { categories: values.length },
        )!
      // Age bands have an order; the others have none.
      const scores = name === 'age' ? values.map((_, k) => k + 1) : null
      return { id: name, labels: values, scores, people: sample(one), personas: sample(two) }
    })
    if (judge(items, split).some(({ verdict }) => verdict === 'differs')) alarms += 1
  }
  return alarms / SPLITS
}

function shuffled(length: number): number[] {
  const order = Array.from({ length }, (_, i) => i)
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

/** Surveys of ten questions answered twice by the same population. */
function simulatedHalves(sizes: readonly [number, number]): number {
  let alarms = 0
  for (let survey = 0; survey < SPLITS; survey++) {
    const items = Array.from({ length: 10 }, (_, i) => {
      const shares = scale(1.6 * (uniform() - 0.5), 0.6 + 0.8 * uniform())
      return ordered(`q${i}`, draw(shares, sizes[0]), draw(shares, sizes[1]))
    })
    if (judge(items, survey).some(({ verdict }) => verdict === 'differs')) alarms += 1
  }
  return alarms / SPLITS
}

function collapses(people: number, personas: number): { equivalent: number; differs: number } {
  const [wide, narrow] = [scale(0, 1), collapsed(0.61)]
  let [equivalent, differs] = [0, 0]
  for (let i = 0; i < COLLAPSES; i++) {
    const item = ordered('q', draw(wide, people), draw(narrow, personas))
    const [{ verdict }] = judge([item], i, 199) as [JudgedItem]
    if (verdict === 'equivalent') equivalent += 1
    if (verdict === 'differs') differs += 1
  }
  return { equivalent, differs: differs / COLLAPSES }
}

/** Share of draws with a verdict, of one item. */
function power(shares: readonly number[], n: number, verdict: JudgedItem['verdict']): number {
  let found = 0
  for (let i = 0; i < POWER_DRAWS; i++) {
    const item = ordered('q', draw(scale(0, 1), 1000), draw(shares, n))
    if (judge([item], i)[0]!.verdict === verdict) found += 1
  }
  return found / POWER_DRAWS
}

/** Forty items of 1,500 people and 1,000 personas as shares. */
function asShares(): ValidationWork {
  const items = Array.from({ length: 40 }, (_, i) =>
    ordered(`q${i}`, draw(scale(0.2, 1), 1500), draw(scale(0, 0.8), 1000)),
  )
  return { items, margins: MARGINS, randomSeed: 1 }
}

/** The same from a survey's rows, with two segments of four groups and all correlations. */
function asRows(): ValidationWork {
  const [people, personas] = [1500, 1000]
  const values = SCORES.map((score) => ({ value: String(score), label: String(score) }))
  const trait = (n: number) => Float64Array.from({ length: n }, uniform)
  const [of, by] = [trait(people), trait(personas)]
  const codes = (traits: Float64Array) =>
    Int16Array.from(traits, (one) => Math.floor((5 * (one + uniform())) / 2))
  const groups = (n: number) => Int16Array.from({ length: n }, (_, i) => i % 4)
  const segment = (field: string) => ({
    itemId: field,
    field,
    categories: ['a', 'b', 'c', 'd'],
    people: groups(people),
    personas: groups(personas),
  })
  const weights = (n: number) => Float64Array.from({ length: n }, () => 0.5 + uniform())
  return {
    run: {
      design: {
        unit: Int32Array.from({ length: personas }, (_, i) => i),
        stratum: Int32Array.from({ length: personas }, (_, i) => i % 3),
        weight: weights(personas),
      },
      within: new Uint8Array(personas).fill(1),
      rows: { weights: weights(people), areCounts: false, designEffect: null },
      items: Array.from({ length: 40 }, (_, i) => ({
        questionId: `q${i}`,
        text: '',
        type: 'likert' as const,
        values,
        scores: SCORES,
        itemId: `q${i}`,
        usedFor: [],
        people: codes(of),
        personas: codes(by),
      })),
      segments: [segment('age'), segment('region')],
    },
    margins: MARGINS,
    randomSeed: 1,
  }
}

async function medianMs(work: ValidationWork): Promise<number> {
  const module = new URL('../../src/main/engine/validation/validate.ts', import.meta.url).href
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const startedAt = performance.now()
    await runWorker<ValidationWork, ValidationResult>(module, 'validation', work)
    times.push(performance.now() - startedAt)
  }
  return times.toSorted((a, b) => a - b)[2]!
}

function published(): BenchResult[] {
  const counts = (values: readonly number[]): CategorySample => {
    const n = values.reduce((a, b) => a + b, 0)
    return { shares: values.map((count) => count / n), n }
  }
  const item = ordered('intent', counts([11, 9, 13, 10, 7]), counts([2, 19, 25, 4, 0]))
  const [found] = judge([item], 1, 4999) as [JudgedItem]
  return [
    {
      what: `published purchase intent: ${found.verdict}; distance`,
      value: found.distance,
      unit: '',
    },
    { what: '  floor, mean', value: found.floor.mean, unit: '' },
    { what: '  floor, 95th percentile', value: found.floor.p95, unit: '' },
    { what: '  variance ratio', value: found.ordered!.varianceRatio, unit: '' },
    { what: '  Brown–Forsythe p × 10⁴', value: 1e4 * found.ordered!.spread.p, unit: '' },
    { what: '  χ² p × 10⁴', value: 1e4 * found.chiSquare.p, unit: '' },
  ]
}

const percent = (what: string, share: number): BenchResult => ({
  what,
  value: 100 * share,
  unit: '%',
})
const results: BenchResult[] = published()
for (const sizes of [
  [400, 200],
  [200, 100],
  [1000, 1000],
] as const) {
  const what = `people against people, ${sizes.join(' and ')}`
  results.push(percent(`${what}, NHANES, weighted: differs`, microdataHalves(sizes)))
  results.push(percent(`${what}, 10 items: differs`, simulatedHalves(sizes)))
}
for (const [people, personas] of [
  [30, 30],
  [1000, 30],
] as const) {
  const { equivalent, differs } = collapses(people, personas)
  const what = `61 % of the variance, ${people} people, ${personas} personas`
  results.push({ what: `${what}: equivalent`, value: equivalent, unit: 'of 10,000' })
  results.push(percent(`${what}: differs`, differs))
}
const alternatives = {
  'mean + 0.2 SD': scale(0.2, 1),
  'mean + 0.5 SD': scale(0.5, 1),
  '61 % of the variance': collapsed(0.61),
  '26 % of the variance': collapsed(0.26),
}
for (const n of [50, 100, 200, 500]) {
  for (const [name, shares] of Object.entries(alternatives))
    results.push(
      percent(`1,000 people, ${n} personas, ${name}: differs`, power(shares, n, 'differs')),
    )
  results.push(
    percent(`1,000 people, ${n} personas, alike: equivalent`, power(scale(0, 1), n, 'equivalent')),
  )
}
const ms = (what: string, value: number): BenchResult => ({ what, value, unit: 'ms' })
results.push(ms('40 items as shares, worker start included', await medianMs(asShares())))
results.push(ms('40 items, 2 × 4 groups, 780 correlations', await medianMs(asRows())))
printResults(results)
