import { monitorEventLoopDelay } from 'node:perf_hooks'
import {
  rake,
  type RakeMargin,
  type RakeOptions,
} from '../../src/main/engine/domain/weighting/rake.ts'
import { rakeAway } from '../../src/main/engine/populations/rake-away.ts'
import { uniform } from '../../src/main/engine/domain/random.ts'
import { printResults, type BenchResult } from './bench-result.ts'

/*
 * Weights for 10,000 people, here, and for 100,000, in a worker, its start included; on six margins
 * whose crossings occur a few times each, on six whose crossings hardly occur twice, and trimmed.
 * The bare loop sums and scales six margins once per cycle that raking needed.
 */
const FEW = [2, 3, 4, 5, 6, 7]
const MANY = [12, 12, 12, 12, 12, 12]
const TRIM = { lower: 0.3, upper: 5 }
const REPEATS = 7

/** People who are fewer the higher the category, to be weighted towards equal shares. */
function marginsOf(n: number, sizes: readonly number[]): RakeMargin[] {
  return sizes.map((size, m) => ({
    name: `margin ${m}`,
    categories: Array.from({ length: size }, (_, c) => `category ${c}`),
    categoryOf: Int32Array.from({ length: n }, (_, i) =>
      Math.floor(uniform('bench', m, i) ** 1.3 * size),
    ),
    target: new Float64Array(size).fill(1 / size),
  }))
}

function bareLoop(n: number, margins: readonly RakeMargin[], cycles: number): void {
  const weights = new Float64Array(n).fill(1)
  for (let cycle = 0; cycle < cycles; cycle++)
    for (const { categoryOf, target } of margins) {
      const sums = new Float64Array(target.length)
      for (let i = 0; i < n; i++) sums[categoryOf[i]!]! += weights[i]!
      for (let i = 0; i < n; i++)
        weights[i]! *= (target[categoryOf[i]!]! * n) / sums[categoryOf[i]!]!
    }
}

async function medianMs(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < REPEATS; i++) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(REPEATS / 2)]!
}

async function measure(n: number, sizes: readonly number[], options: RakeOptions) {
  const margins = marginsOf(n, sizes)
  const base = new Float64Array(n).fill(1)
  const run = () =>
    n > 10_000 ? rakeAway(base, margins, options) : Promise.resolve(rake(base, margins, options))
  const { iterations, maxGapPoints } = await run()
  const value = await medianMs(run)
  const bare = await medianMs(() => bareLoop(n, margins, iterations))
  const where = n > 10_000 ? ', in a worker' : ''
  const what = `${n.toLocaleString('en')} × 6 of ${sizes[0]}–${sizes.at(-1)}${options.trim ? ', trimmed' : ''}${where}`
  const gap = { what: `  largest gap left`, value: maxGapPoints, unit: 'points' }
  return [{ what, value, unit: 'ms', ratio: value / bare }, gap]
}

/** What the main thread notices of a hundred thousand people being raked elsewhere. */
async function delayWhileAway(): Promise<BenchResult> {
  const margins = marginsOf(100_000, MANY)
  const base = new Float64Array(100_000).fill(1)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  for (let i = 0; i < REPEATS; i++) await rakeAway(base, margins, { trim: TRIM })
  delay.disable()
  const value = delay.percentile(99) / 1e6
  return { what: 'event loop delay meanwhile, p99', value, unit: 'ms' }
}

const results: BenchResult[] = []
for (const n of [10_000, 100_000])
  for (const sizes of [FEW, MANY])
    for (const options of [{}, { trim: TRIM }]) results.push(...(await measure(n, sizes, options)))
results.push(await delayWhileAway())
printResults(results)
