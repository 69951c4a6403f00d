import { createStream } from '../../random.ts'

/** Ways of splitting beside the true one: p cannot be under 1 in 1,000. */
export const PERMUTATIONS = 999
/** Chance reaches the floor 19 times in 20. */
const FLOOR_AT = 0.95

export type Tested = {
  readonly observed: number
  readonly floor: number
  /** Share of splits at least as far apart, the true one among them (Phipson & Smyth 2010). */
  readonly p: number
}

/**
 * Tests statistics of two groups against random splits of the same people into groups of the same
 * sizes, all of them on the same splits. Pauses after each split.
 *
 * @param isFirst  1 for the first group, 0 for the second: shape [people]
 * @param statistics  NaN where a split leaves nothing to compare; such splits count as far apart
 */
export function* permutationTests(
  isFirst: Uint8Array,
  statistics: readonly ((isFirst: Uint8Array) => number)[],
  seed: number,
): Generator<void, Tested[]> {
  const observed = statistics.map((statistic) => statistic(isFirst))
  const drawn = statistics.map(() => new Float64Array(PERMUTATIONS))
  const draw = createStream('separation', seed)
  const split = isFirst.slice()
  for (let k = 0; k < PERMUTATIONS; k++) {
    shuffleInPlace(split, draw)
    for (const [s, statistic] of statistics.entries()) drawn[s]![k] = statistic(split)
    yield
  }
  return observed.map((value, s) => tested(value, drawn[s]!))
}

function tested(observed: number, drawn: Float64Array): Tested {
  if (Number.isNaN(observed)) return { observed, floor: Number.NaN, p: Number.NaN }
  // Sums of the same parts in another order differ by their last digits.
  const atLeast = drawn.reduce((count, value) => count + (value < observed - 1e-12 ? 0 : 1), 0)
  const sorted = drawn.filter((value) => !Number.isNaN(value)).toSorted()
  return {
    observed,
    floor: sorted[Math.ceil(FLOOR_AT * sorted.length) - 1] ?? Number.NaN,
    p: (1 + atLeast) / (1 + drawn.length),
  }
}

function shuffleInPlace(split: Uint8Array, draw: () => number): void {
  for (let i = split.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1))
    ;[split[i], split[j]] = [split[j]!, split[i]!]
  }
}
