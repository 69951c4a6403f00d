import type { CorrelationStructure } from '../../../../shared/contract/validation-structure.ts'
import { createStream } from '../random.ts'
import { decimal } from '../evidence/words.ts'
import { effectiveSampleSize } from '../weighting/kish.ts'
import { sharedCorrelationVariance, type Column } from './correlation-influence.ts'
import { NO_CODE } from './persona-sample.ts'
import { slopeThroughOrigin, type EffectPair } from './slope.ts'
import type { StructureInput, StructureItem } from './segment-contrasts.ts'

const FEWEST_ITEMS = 3
const FEWEST_ROWS = 20
/** Items for a slope: fewer have too few pairs to draw from. */
const FEWEST_FOR_SLOPE = 5
const MOST_RESAMPLES = 199
const FEWEST_RESAMPLES = 39
/** Products that resampling may take: about a second. */
const WORK = 4e8

type Side = {
  readonly columns: readonly Column[]
  readonly weights: Float64Array
  /** Independent people they are worth. */
  readonly n: number
}

/**
 * How ordered items go together among people and among personas: Pearson's correlations, each over
 * those who answered both. The floor of their root mean square difference comes from pairs of samples
 * drawn anew from the people, of the people's and of the personas' (effective) size.
 *
 * @returns null with fewer than three ordered items or twenty people or personas
 */
export function correlationStructure(input: StructureInput): CorrelationStructure | null {
  if (input.rows.areCounts) return null
  const items = input.items.filter(({ scores }) => scores !== null)
  const [people, personas] = [peopleSide(items, input), personaSide(items, input)]
  if (people.n < FEWEST_ROWS || personas.n < FEWEST_ROWS) return null
  const varying = items
    .keys()
    .filter((i) => [people, personas].every(({ columns }) => varies(columns[i]!)))
    .toArray()
  if (varying.length < FEWEST_ITEMS) return null
  const kept = (side: Side): Side => ({ ...side, columns: varying.map((i) => side.columns[i]!) })
  return compare(
    varying.map((i) => items[i]!.id),
    { people: kept(people), personas: kept(personas), seed: input.seed },
  )
}

function compare(
  ids: readonly string[],
  { people, personas, seed }: { people: Side; personas: Side; seed: number },
): CorrelationStructure {
  const [a, b] = [correlations(people), correlations(personas)]
  const rms = rootMeanSquare(a, b)
  const floor = resampledFloor(people, personas.n, seed)
  const p = (floor.filter((one) => one >= rms).length + 1) / (floor.length + 1)
  const places = pairsOf(ids.length)
  const structure = {
    items: [...ids],
    pairs: places.map(([i, j], at) => ({
      a: ids[i]!,
      b: ids[j]!,
      people: a[at]!,
      personas: b[at]!,
    })),
    agreement: pearson(a, b),
    slope:
      ids.length >= FEWEST_FOR_SLOPE ? slopeOf(places, [a, b], { people, personas, seed }) : null,
    fisherZ: a.reduce((sum, r, at) => sum + fisher(b[at]!) - fisher(r), 0) / a.length,
    rms,
    floor: {
      mean: floor.reduce((sum, one) => sum + one, 0) / floor.length,
      p95: floor.toSorted((x, y) => x - y)[Math.ceil(0.95 * floor.length) - 1]!,
    },
    p,
    n: { people: people.n, personas: personas.n },
  }
  return { ...structure, sentence: sentenceOf(structure) }
}

function sentenceOf({ rms, floor, p, slope }: Omit<CorrelationStructure, 'sentence'>): string {
  const size = `Correlations between items differ by ${decimal(rms)} (root mean square); chance alone reaches ${decimal(floor.p95)} one time in twenty`
  const found = p < 0.05 ? 'answers go together otherwise than people’s' : 'no difference proven'
  const strength =
    slope && slope.lower > 1
      ? ', and more strongly'
      : slope && slope.upper < 1
        ? ', and more weakly'
        : ''
  return `${size}: ${found}${p < 0.05 ? strength : ''}.`
}

function peopleSide(items: readonly StructureItem[], { rows }: StructureInput): Side {
  const kish = effectiveSampleSize(rows.weights)
  const n = rows.designEffect === null ? kish : rows.weights.length / rows.designEffect
  return {
    columns: items.map((item) => toColumn(item.people, item.scores!)),
    weights: rows.weights,
    n,
  }
}

/** The first answered task of each persona: answers of one persona are no further people. */
function personaSide(items: readonly StructureItem[], { design, within }: StructureInput): Side {
  const first = new Map<number, number>()
  within.forEach((inside, row) => {
    if (inside && !first.has(design.unit[row]!)) first.set(design.unit[row]!, row)
  })
  const rows = [...first.values()]
  const weights = Float64Array.from(rows, (row) => design.weight[row]!)
  return {
    columns: items.map(({ personas, scores }) =>
      toColumn(
        Int16Array.from(rows, (row) => personas[row]!),
        scores!,
      ),
    ),
    weights,
    n: effectiveSampleSize(weights),
  }
}

function toColumn(codes: Int16Array, scores: readonly number[]): Column {
  return {
    codes: Uint8Array.from(codes, (code) => (code === NO_CODE ? scores.length : code)),
    scores,
  }
}

function varies({ codes, scores }: Column): boolean {
  const given = new Set(codes)
  given.delete(scores.length)
  return given.size > 1
}

function pairsOf(items: number): (readonly [number, number])[] {
  return Array.from({ length: items }, (_, i) =>
    Array.from({ length: items - i - 1 }, (__, step) => [i, i + step + 1] as const),
  ).flat()
}

/** Weighted, over rows with both; 0 where either does not vary: shape [pairs]. */
function correlations({ columns, weights }: Pick<Side, 'columns' | 'weights'>): Float64Array {
  return Float64Array.from(pairsOf(columns.length), ([i, j]) =>
    correlationOf(columns[i]!, columns[j]!, weights),
  )
}

/** From the joint table: one addition a row, whatever is missing. */
function correlationOf(a: Column, b: Column, weights: Float64Array): number {
  const width = b.scores.length + 1
  const joint = new Float64Array((a.scores.length + 1) * width)
  const [x, y] = [a.codes, b.codes]
  for (let row = 0; row < x.length; row++) joint[x[row]! * width + y[row]!]! += weights[row]!
  const xs: number[] = []
  const ys: number[] = []
  const cells: number[] = []
  for (const [k, score] of a.scores.entries())
    for (const [l, other] of b.scores.entries()) {
      xs.push(score)
      ys.push(other)
      cells.push(joint[k * width + l]!)
    }
  return weightedPearson(xs, ys, cells)
}

type Numbers = readonly number[] | Float64Array

function weightedPearson(x: Numbers, y: Numbers, weights: Numbers): number {
  let [w, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const a = x[i]!
    const b = y[i]!
    const weight = weights[i]!
    w += weight
    sx += weight * a
    sy += weight * b
    sxx += weight * a * a
    syy += weight * b * b
    sxy += weight * a * b
  }
  const spread = (sxx - (sx * sx) / w) * (syy - (sy * sy) / w)
  return spread > 1e-12 ? (sxy - (sx * sy) / w) / Math.sqrt(spread) : 0
}

function pearson(a: Float64Array, b: Float64Array): number | null {
  const r = weightedPearson(a, b, new Float64Array(a.length).fill(1))
  return a.length >= FEWEST_ITEMS && r !== 0 ? r : null
}

function rootMeanSquare(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(a.reduce((sum, r, at) => sum + (r - b[at]!) ** 2, 0) / a.length)
}

function fisher(r: number): number {
  return Math.atanh(Math.max(-0.999, Math.min(0.999, r)))
}

/** Differences between two samples of the people themselves, drawn by weight. */
function resampledFloor({ columns, weights, n }: Side, personas: number, seed: number): number[] {
  const sizes = [Math.round(n), Math.round(personas)] as const
  const pairs = (columns.length * (columns.length - 1)) / 2
  const draws = Math.floor(WORK / (pairs * (sizes[0] + sizes[1])))
  const count = Math.max(FEWEST_RESAMPLES, Math.min(MOST_RESAMPLES, draws))
  const uniform = createStream('correlations', seed)
  const cumulative = new Float64Array(weights.length)
  let sum = 0
  weights.forEach((weight, row) => (cumulative[row] = sum += weight))
  const resample = (size: number) => {
    const rows = Int32Array.from({ length: size }, () => placeOf(cumulative, uniform() * sum))
    return correlations({
      columns: columns.map((column) => drawn(column, rows)),
      weights: new Float64Array(size).fill(1),
    })
  }
  return Array.from({ length: count }, () => rootMeanSquare(resample(sizes[0]), resample(sizes[1])))
}

function drawn({ codes, scores }: Column, rows: Int32Array): Column {
  const found = new Uint8Array(rows.length)
  for (let i = 0; i < rows.length; i++) found[i] = codes[rows[i]!]!
  return { codes: found, scores }
}

/** First place whose cumulated weight is above `at`. */
function placeOf(cumulative: Float64Array, at: number): number {
  let [low, high] = [0, cumulative.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Each pair belongs to the cluster of its first item: an item's pairs are drawn together. */
function slopeOf(
  places: readonly (readonly [number, number])[],
  [a, b]: readonly [Float64Array, Float64Array],
  { people, personas, seed }: { people: Side; personas: Side; seed: number },
) {
  const clusters = new Map<number, EffectPair[]>()
  for (const [at, [i]] of places.entries()) {
    // Of a correlation, to first order (Fisher 1921).
    const peopleVariance = (1 - a[at]! ** 2) ** 2 / (people.n - 1)
    const pair = { people: a[at]!, peopleVariance, personas: b[at]! }
    clusters.set(i, [...(clusters.get(i) ?? []), pair])
  }
  const terms = (r: Float64Array, times: (at: number) => number) =>
    places.map(([i, j], at) => ({ i, j, r: r[at]!, times: times(at), cluster: i }))
  return slopeThroughOrigin(
    [...clusters.values()],
    seed,
    (slope) =>
      sharedCorrelationVariance(
        people.columns,
        people.weights,
        terms(a, (at) => b[at]! - 2 * slope * a[at]!),
      ) +
      sharedCorrelationVariance(
        personas.columns,
        personas.weights,
        terms(b, (at) => a[at]!),
      ),
  )
}
