import { normal, pick, shuffle, uniform } from '../random.ts'

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
  shuffle<T>(items: readonly T[], purpose: string): T[]
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
    shuffle: (items, purpose) => shuffle(items, key, purpose),
  }
}
