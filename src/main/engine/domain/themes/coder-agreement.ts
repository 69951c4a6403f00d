import { createStream } from '../random.ts'

const RESAMPLES = 2000
const LEVEL = 0.95

export type AgreementEstimate = {
  /** NaN where there is nothing to agree on: one category for everything. */
  readonly estimate: number
  readonly lower: number
  readonly upper: number
}

/** Answers by the code of one coder (rows) and of the other (columns). */
export function crossTable(
  a: readonly number[],
  b: readonly number[],
  categories: number,
): number[][] {
  const table = Array.from({ length: categories }, () => new Array<number>(categories).fill(0))
  a.forEach((code, i) => (table[code]![b[i]!]! += 1))
  return table
}

/** Share coded alike. */
export function observedAgreement(table: readonly (readonly number[])[]): number {
  return table.reduce((sum, row, i) => sum + row[i]!, 0) / total(table)
}

/** Cohen's κ (1960): agreement beyond what each coder's own frequencies give by chance. */
export function cohenKappa(table: readonly (readonly number[])[]): number {
  const n = total(table)
  const columns = sumsOf(transposed(table))
  const expected = sumsOf(table).reduce((sum, row, i) => sum + row * columns[i]!, 0) / n ** 2
  return (observedAgreement(table) - expected) / (1 - expected)
}

/**
 * Krippendorff's α (2004) of two coders without missing codes, nominal: 1 − observed over expected
 * disagreement, where chance is drawn from both coders' codes together, without replacement.
 */
export function krippendorffAlpha(table: readonly (readonly number[])[]): number {
  const n = total(table)
  const columns = sumsOf(transposed(table))
  const values = sumsOf(table).map((row, i) => row + columns[i]!)
  const pairs = 2 * n * (2 * n - 1)
  const alike = values.reduce((sum, count) => sum + count * (count - 1), 0)
  const expected = 1 - alike / pairs
  return 1 - (1 - observedAgreement(table)) / expected
}

/** Percentile bootstrap over answers. Resamples without two categories say nothing and are left out. */
export function withBootstrap(
  a: readonly number[],
  b: readonly number[],
  {
    categories,
    measure,
    seed,
  }: {
    categories: number
    measure: (table: readonly (readonly number[])[]) => number
    seed: string
  },
): AgreementEstimate {
  const draw = createStream(seed, 'agreement')
  const found: number[] = []
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const table = Array.from({ length: categories }, () => new Array<number>(categories).fill(0))
    for (let i = 0; i < a.length; i++) {
      const at = Math.floor(draw() * a.length)
      table[a[at]!]![b[at]!]! += 1
    }
    const value = measure(table)
    if (Number.isFinite(value)) found.push(value)
  }
  const sorted = found.toSorted((x, y) => x - y)
  const quantile = (p: number) => sorted[Math.round(p * (sorted.length - 1))] ?? Number.NaN
  return {
    estimate: measure(crossTable(a, b, categories)),
    lower: quantile((1 - LEVEL) / 2),
    upper: quantile((1 + LEVEL) / 2),
  }
}

/** Krippendorff (2004): rely on α ≥ .800, draw tentative conclusions from .667. */
export function reliabilityOf(
  alpha: number,
): 'reliable' | 'tentative' | 'unreliable' | 'not measured' {
  if (!Number.isFinite(alpha)) return 'not measured'
  if (alpha >= 0.8) return 'reliable'
  return alpha >= 0.667 ? 'tentative' : 'unreliable'
}

function total(table: readonly (readonly number[])[]): number {
  return sumsOf(table).reduce((sum, row) => sum + row, 0)
}

function sumsOf(table: readonly (readonly number[])[]): number[] {
  return table.map((row) => row.reduce((sum, count) => sum + count, 0))
}

function transposed(table: readonly (readonly number[])[]): number[][] {
  return table.map((_, i) => table.map((row) => row[i]!))
}
