import { CROSS, plainCategory } from './margin-of.ts'

/** A margin as a distribution: what is known of the people a panel stands for. */
export type TargetMargin = {
  readonly fields: readonly string[]
  readonly categories: readonly string[]
  /** Per category, summing to about 1. */
  readonly target: Float64Array
}

/** Draws the category of one person per margin; those that are fixed stay. Shape [margins]. */
export type TargetSampler = (
  chance: (margin: number) => number,
  fixed?: ReadonlyMap<number, number>,
) => Int32Array

type Choices = { categories: number[]; cumulative: number[] }

/**
 * Random people of the target. Margins say nothing about how variables go together, so these are
 * independent (the distribution of maximum entropy) except where a margin crosses them: a variable
 * that margins share takes the value it has been given by the largest crossing.
 */
export function createTargetSampler(margins: readonly TargetMargin[]): TargetSampler {
  const parts = margins.map(({ fields, categories }) =>
    categories.map((category) => splitCategory(category, fields.length)),
  )
  const order = margins
    .map((_, m) => m)
    .toSorted((a, b) => margins[b]!.fields.length - margins[a]!.fields.length)
  const known = new Map<string, Choices>()
  return (chance, fixed) => {
    const drawn = new Int32Array(margins.length).fill(-1)
    const valueOf = new Map<string, string>()
    const settle = (m: number, category: number) => {
      drawn[m] = category
      margins[m]!.fields.forEach((field, f) => valueOf.set(field, parts[m]![category]![f]!))
    }
    fixed?.forEach((category, m) => settle(m, category))
    for (const m of order) {
      if (drawn[m] !== -1) continue
      const given = margins[m]!.fields.map((field) => valueOf.get(field))
      const key = `${m} ${given.join('\u0000')}`
      let choices = known.get(key)
      if (!choices) known.set(key, (choices = choicesOf(margins[m]!, parts[m]!, given)))
      settle(m, choose(choices, chance(m)))
    }
    return drawn
  }
}

/** The parts of a crossing's category, one per field, comparable. */
export function splitCategory(category: string, fields: number): string[] {
  const plain = plainCategory(category)
  return fields === 1 ? [plain] : plain.split(CROSS.trim())
}

function choicesOf(
  { target }: TargetMargin,
  parts: readonly (readonly string[])[],
  given: readonly (string | undefined)[],
): Choices {
  const fits = (c: number) =>
    given.every((value, f) => value === undefined || parts[c]![f] === value)
  const all = parts.map((_, c) => c).filter((c) => target[c]! > 0)
  const fitting = all.filter(fits)
  // Two margins that cut a number differently share no value: then they are independent.
  const categories = fitting.length > 0 ? fitting : all
  let sum = 0
  return { categories, cumulative: categories.map((c) => (sum += target[c]!)) }
}

function choose({ categories, cumulative }: Choices, chance: number): number {
  const wanted = chance * cumulative.at(-1)!
  const at = cumulative.findIndex((sum) => sum > wanted)
  return categories[at === -1 ? categories.length - 1 : at]!
}
