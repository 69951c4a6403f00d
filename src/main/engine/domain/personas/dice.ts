import { normal, pick, uniform } from '../random.ts'

/** Seeded draws about one person. Each names its purpose, so that order changes nothing. */
export type Dice = {
  /** Uniform on (0, 1). */
  uniform(purpose: string): number
  normal(purpose: string): number
  /** True with probability `p`. */
  chance(p: number, purpose: string): boolean
  /** Uniform between two numbers. */
  between(low: number, high: number, purpose: string): number
  /** A whole number, both ends included. */
  int(low: number, high: number, purpose: string): number
  pick<T>(items: readonly T[], purpose: string): T
  /** `count` of the items, each at most once, in random order. */
  sample<T>(items: readonly T[], count: number, purpose: string): T[]
}

export function createDice(key: string): Dice {
  const draw = (purpose: string) => uniform(key, purpose)
  return {
    uniform: draw,
    normal: (purpose) => normal(key, purpose),
    chance: (p, purpose) => draw(purpose) < p,
    between: (low, high, purpose) => low + (high - low) * draw(purpose),
    int: (low, high, purpose) => low + Math.floor(draw(purpose) * (high - low + 1)),
    pick: (items, purpose) => pick(items, key, purpose),
    sample: (items, count, purpose) => sample(items, count, (i) => draw(`${purpose}:${i}`)),
  }
}

/** The first steps of a Fisher–Yates shuffle: a draw per item taken, not per item there is. */
function sample<T>(items: readonly T[], count: number, draw: (i: number) => number): T[] {
  const rest = [...items]
  const taken = Math.min(count, rest.length)
  for (let i = 0; i < taken; i++) {
    const j = i + Math.floor(draw(i) * (rest.length - i))
    ;[rest[i], rest[j]] = [rest[j]!, rest[i]!]
  }
  return rest.slice(0, taken)
}
