import fCdf from '@stdlib/stats-base-dists-f-cdf'
import { solve } from './solve.ts'

/** One answer: whose, under which condition, and in which place (all indices from 0). */
export type PlacedValue = {
  readonly person: number
  readonly condition: number
  readonly place: number
  readonly value: number
}

export type OrderEffect = {
  /** F of place, persons and conditions taken out; null where it cannot be told from them. */
  readonly f: number | null
  readonly df1: number
  readonly df2: number
  readonly p: number | null
}

/**
 * Whether answers depend on the place a condition had: the F test of place in the linear model
 * person + condition + place (R: `anova(lm(y ~ person + condition), lm(y ~ person + condition +
 * place))`), as for a crossover trial (Jones & Kenward 2014). Unweighted.
 */
export function orderEffect(values: readonly PlacedValue[]): OrderEffect {
  const persons = new Set(values.map(({ person }) => person)).size
  const conditions = levels(values.map(({ condition }) => condition))
  const places = levels(values.map(({ place }) => place))
  const withoutPlace = residualSquares(values, (it) => dummies(it.condition, conditions))
  const withPlace = residualSquares(values, (it) => [
    ...dummies(it.condition, conditions),
    ...dummies(it.place, places),
  ])
  const df1 = places.length - 1
  const df2 = values.length - persons - (conditions.length - 1) - df1
  if (df1 < 1 || df2 < 1 || withPlace === undefined || withoutPlace === undefined)
    return { f: null, df1, df2, p: null }
  const gained = Math.max(0, withoutPlace - withPlace)
  if (withPlace < 1e-12) return { f: null, df1, df2, p: null }
  const f = gained / df1 / (withPlace / df2)
  return { f, df1, df2, p: 1 - fCdf(f, df1, df2) }
}

/** Residual sum of squares after persons and the columns given; undefined when these are collinear. */
function residualSquares(
  values: readonly PlacedValue[],
  columnsOf: (value: PlacedValue) => number[],
): number | undefined {
  // Taking out each person's mean is the same as a column per person (Frisch–Waugh–Lovell).
  const rows = [...Map.groupBy(values, ({ person }) => person).values()].flatMap((own) =>
    centred(own.map((it) => [...columnsOf(it), it.value])),
  )
  const k = rows[0] ? rows[0].length - 1 : 0
  const y = rows.map((row) => row[k]!)
  if (k === 0) return squares(y)
  const normal = Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  )
  const right = Array.from({ length: k }, (_, i) => [
    rows.reduce((sum, row) => sum + row[i]! * row[k]!, 0),
  ])
  const slopes = solve(normal, right)
  if (!slopes) return undefined
  return squares(rows.map((row) => row[k]! - slopes.reduce((sum, [b], i) => sum + b! * row[i]!, 0)))
}

function centred(rows: readonly number[][]): number[][] {
  const means = rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length)
  return rows.map((row) => row.map((value, j) => value - means[j]!))
}

function dummies(level: number, all: readonly number[]): number[] {
  return all.slice(1).map((other) => (other === level ? 1 : 0))
}

function levels(found: readonly number[]): number[] {
  return [...new Set(found)].toSorted((a, b) => a - b)
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value ** 2, 0)
}
