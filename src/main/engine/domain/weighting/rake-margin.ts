/** One variable (or cross of variables) whose weighted shares are to meet targets. */
export type RakeMargin = {
  readonly name: string
  readonly categories: readonly string[]
  /** Index into `categories` per unit: shape [units]. */
  readonly categoryOf: Int32Array
  /** Per category, sums to 1: shape [categories]. */
  readonly target: Float64Array
}

/** What is wrong with the targets, at which field (`margins.1.targets.2`), and what to do. */
export type MarginProblem = { readonly path: string; readonly message: string }

/** Margins that no weights can meet. The message names the first margin and category. */
export class InfeasibleMarginError extends Error {
  override readonly name = 'InfeasibleMarginError'
  readonly margin: string
  /** Every problem found, where they were looked for all together. */
  readonly problems: readonly MarginProblem[]

  constructor(margin: string, message: string, problems: readonly MarginProblem[] = []) {
    super(message)
    this.margin = margin
    this.problems = problems
  }
}

/** Written shares are rounded: a table that sums to 0.998 is meant to sum to 1. */
export const SUM_TOLERANCE = 0.005

/**
 * Target shares of one margin, made to sum to 1 exactly.
 *
 * @throws InfeasibleMarginError when targets are no shares, a category with a target has no units,
 *   or units are in a category without a target
 */
export function checkedTarget(margin: RakeMargin): Float64Array {
  const { name, categories, target } = margin
  target.forEach((share, c) => {
    if (!(share >= 0 && share <= 1))
      refuse(name, `${name}: the target of “${categories[c]}” is ${share}, not a share from 0 to 1`)
  })
  const sum = target.reduce((total, share) => total + share, 0)
  if (!(Math.abs(sum - 1) <= SUM_TOLERANCE))
    refuse(
      name,
      `The target shares of ${name} sum to ${Number(sum.toFixed(4))}; they must sum to 1`,
    )
  const counts = countsOf(margin)
  categories.forEach((category, c) => {
    if (target[c]! > 0 && counts[c] === 0)
      refuse(name, `${name}: nobody is in “${category}”, whose target share is ${target[c]}`)
    if (target[c] === 0 && counts[c]! > 0)
      refuse(
        name,
        `${name}: ${people(counts[c]!)} in “${category}”, which has no target share; give it one or leave them out`,
      )
  })
  return target.map((share) => share / sum)
}

/** Units per category. @throws InfeasibleMarginError for units in no category */
function countsOf({ name, categories, categoryOf }: RakeMargin): Int32Array {
  const counts = new Int32Array(categories.length)
  let outside = 0
  for (let i = 0; i < categoryOf.length; i++) {
    const category = categoryOf[i]!
    if (category >= 0 && category < counts.length) counts[category]! += 1
    else outside += 1
  }
  if (outside > 0)
    refuse(name, `${name}: ${people(outside)} in none of its categories (${categories.join(', ')})`)
  return counts
}

function people(count: number): string {
  return count === 1 ? '1 persona is' : `${count} personas are`
}

function refuse(margin: string, message: string): never {
  throw new InfeasibleMarginError(margin, message)
}
