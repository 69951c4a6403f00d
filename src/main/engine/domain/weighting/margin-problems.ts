import { plainCategory, UNKNOWN, type EncodedMargin } from './margin-of.ts'
import { SUM_TOLERANCE, type MarginProblem } from './rake-margin.ts'

/** Categories named in one sentence before the rest is counted. */
const NAMED = 4

/**
 * Everything about a margin that keeps weights from meeting it, each with what to do about it.
 *
 * @param path    of the margin: `margins.1`
 */
export function marginProblems(margin: EncodedMargin, path: string): MarginProblem[] {
  return [
    ...repeated(margin, path),
    ...wrongShares(margin, path),
    ...categoryProblems(margin, path),
    ...withoutTarget(margin, path),
  ]
}

function repeated({ name, categories }: EncodedMargin, path: string): MarginProblem[] {
  const first = new Map<string, number>()
  return categories.flatMap((category, c) => {
    const known = first.get(plainCategory(category))
    if (known === undefined) first.set(plainCategory(category), c)
    return known === undefined
      ? []
      : [
          {
            path: `${path}.targets.${c}`,
            message: `${name} names a category twice: “${category}”. Add the two shares up in one row`,
          },
        ]
  })
}

function wrongShares({ name, target }: EncodedMargin, path: string): MarginProblem[] {
  const sum = target.reduce((total, share) => total + share, 0)
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) return []
  const gap = Math.abs(1 - sum) * 100
  return [
    {
      path,
      message: `The target shares of ${name} sum to ${Number(sum.toFixed(4))}; they must sum to 1. ${sum < 1 ? `${points(gap)} are missing: add the category that is not there` : `Take ${points(gap)} away`}`,
    },
  ]
}

function categoryProblems(margin: EncodedMargin, path: string): MarginProblem[] {
  const { name, categories, target } = margin
  const counts = countsOf(margin)
  return categories.flatMap((category, c) => {
    const at = `${path}.targets.${c}`
    if (target[c]! > 0 && counts[c] === 0)
      return [
        {
          path: at,
          message: `${name}: nobody is in “${category}”, whose target share is ${Number(target[c]!.toFixed(4))}. Generate some, or merge it with a category that has people`,
        },
      ]
    if (target[c] === 0 && counts[c]! > 0)
      return [
        {
          path: at,
          message: `${name}: ${people(counts[c]!)} in “${category}”, which has no target share; give it one or leave them out of the cohorts`,
        },
      ]
    return []
  })
}

function withoutTarget(
  { name, outside, categories }: EncodedMargin,
  path: string,
): MarginProblem[] {
  const found = [...outside].toSorted(([, a], [, b]) => b - a)
  if (found.length === 0) return []
  const [[worst, count], ...others] = found as [[string, number], ...[string, number][]]
  const named = others.slice(0, NAMED).map(([category, n]) => `“${category}” (${n})`)
  const more = others.length > NAMED ? [`${others.length - NAMED} more`] : []
  const alike = others.length === 0 ? '' : `; so it is with ${[...named, ...more].join(', ')}`
  const advice =
    worst === UNKNOWN
      ? `They have no ${name}: fill it in, leave them out of the cohorts, or add “${UNKNOWN}” with a share`
      : 'Add it with a share, spell it as the personas have it, or leave them out of the cohorts'
  return [
    {
      path,
      message: `${name}: ${people(count)} in “${worst}”, which has no target share${alike}. ${advice}. Known categories: ${categories.join(', ')}`,
    },
  ]
}

function countsOf({ categories, categoryOf }: EncodedMargin): Int32Array {
  const counts = new Int32Array(categories.length)
  for (let i = 0; i < categoryOf.length; i++) {
    const category = categoryOf[i]!
    if (category >= 0) counts[category]! += 1
  }
  return counts
}

const people = (count: number) => (count === 1 ? '1 persona is' : `${count} personas are`)
const points = (gap: number) => `${Number(gap.toFixed(2))} points`
