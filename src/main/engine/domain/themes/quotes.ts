import { tokenize } from '../text/tokenize.ts'

/** Near-duplicates share at least so many of their words (Jaccard). */
const DUPLICATE = 0.7
/** The nearest part of a theme, in which cohorts not yet quoted go first. */
const NEAR_PART = 1 / 3
/** Answers looked at for a few quotes: where all are near-copies, more of them would not help. */
const MOST_LOOKED_AT = 300
/** A feeling that is told at all: one plain word of a sentence is about 0.25. */
const FELT = 0.2

/** An answer of a theme as quotes are chosen from. */
export type Quotable = {
  readonly row: number
  readonly unit: number
  readonly cohort: number
  readonly text: string
  /** Cosine to the theme's centre. */
  readonly closeness: number
  /** −1 … 1; null where it was not measured. */
  readonly sentiment: number | null
}

export type Dissent = {
  readonly row: number
  readonly why: 'opposite feeling' | 'far from the rest'
}

/**
 * The answers nearest to the centre, of different personas, none (nearly) a copy of another; within
 * the nearest third, cohorts that have no quote yet go first.
 */
export function representativeQuotes(answers: readonly Quotable[], count: number): number[] {
  const near = byCloseness(answers)
  const chosen: Quotable[] = []
  const take = (candidates: readonly Quotable[], accepts: (one: Quotable) => boolean) => {
    for (const one of candidates.slice(0, MOST_LOOKED_AT)) {
      if (chosen.length >= count) return
      if (accepts(one) && isNew(one, chosen)) chosen.push(one)
    }
  }
  const nearest = near.slice(0, Math.max(count, Math.ceil(near.length * NEAR_PART)))
  take(nearest, ({ cohort }) => !chosen.some((other) => other.cohort === cohort))
  take(near, () => true)
  return chosen.toSorted((a, b) => near.indexOf(a) - near.indexOf(b)).map(({ row }) => row)
}

/**
 * The answers of a theme that point the other way: a feeling opposite to the theme's mean, the
 * strongest first; where there are none, those farthest from its centre that still belong to it.
 *
 * @param mean  of the theme's measured sentiments, null without any
 */
export function dissentingQuotes(
  answers: readonly Quotable[],
  mean: number | null,
  { count, taken }: { count: number; taken: readonly number[] },
): Dissent[] {
  const free = answers.filter(({ row }) => !taken.includes(row))
  const opposite =
    mean === null || mean === 0
      ? []
      : free
          .filter(({ sentiment }) => sentiment !== null && -Math.sign(mean) * sentiment >= FELT)
          .toSorted((a, b) => Math.abs(b.sentiment!) - Math.abs(a.sentiment!) || a.row - b.row)
  const chosen = pickNew(opposite, count)
  if (chosen.length > 0) return chosen.map(({ row }) => ({ row, why: 'opposite feeling' }))
  const far = byCloseness(free).toReversed()
  return pickNew(far, Math.min(count, Math.floor(answers.length / 4))).map(({ row }) => ({
    row,
    why: 'far from the rest',
  }))
}

function byCloseness(answers: readonly Quotable[]): Quotable[] {
  return answers.toSorted((a, b) => b.closeness - a.closeness || a.row - b.row)
}

function pickNew(candidates: readonly Quotable[], count: number): Quotable[] {
  const chosen: Quotable[] = []
  for (const one of candidates.slice(0, MOST_LOOKED_AT)) {
    if (chosen.length >= count) break
    if (isNew(one, chosen)) chosen.push(one)
  }
  return chosen
}

function isNew(one: Quotable, chosen: readonly Quotable[]): boolean {
  return chosen.every((other) => other.unit !== one.unit && !isNearCopy(one.text, other.text))
}

export function isNearCopy(a: string, b: string): boolean {
  if (a === b) return true
  const [left, right] = [new Set(tokenize(a)), new Set(tokenize(b))]
  const shared = [...left].filter((term) => right.has(term)).length
  const all = left.size + right.size - shared
  return all > 0 && shared / all >= DUPLICATE
}
