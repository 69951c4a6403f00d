import { existsAt, lowerBound, memoryTypes, type Life } from './life.ts'

type Unit = { name: 'day' | 'month' | 'year'; step: number }

/** Calendar periods that lie end to end. */
export type Periods = {
  unit: Unit
  /** Milliseconds; one more than periods: the last is the end. */
  edges: Float64Array
}

const dayMs = 86_400_000
/** From fine to coarse. */
const units: readonly Unit[] = [
  { name: 'day', step: 1 },
  { name: 'day', step: 7 },
  { name: 'month', step: 1 },
  { name: 'month', step: 3 },
  { name: 'year', step: 1 },
  { name: 'year', step: 2 },
  { name: 'year', step: 5 },
  { name: 'year', step: 10 },
]

/** The finest calendar periods that cover a span with at most `most` of them. */
export function periodsOf(span: { start: number; end: number }, most: number): Periods {
  const roomy = units.find((unit) => (span.end - span.start) / lengthOf(unit) + 2 <= most)
  const unit = roomy ?? units.at(-1)!
  const edges = [startOf(span.start, unit)]
  while (edges.at(-1)! <= span.end) edges.push(nextStart(edges.at(-1)!, unit))
  return { unit, edges: Float64Array.from(edges) }
}

export type Density = Periods & {
  /** Shown entries, by period and then by type. */
  shown: Int32Array
  /** By period, entries that exist but are not shown. */
  rest: Int32Array
  /** By period, entries that do not exist yet. */
  later: Int32Array
  /** The most entries of any period. */
  peak: number
}

/** How many entries fall into each period. */
export function densityOf(
  life: Life,
  periods: Periods,
  filtered: { shown: Int32Array; asOf: number },
): Density {
  const { edges } = periods
  const { eventAt, types } = life.map
  const count = edges.length - 1
  const shown = new Int32Array(count * memoryTypes.length)
  const [rest, later] = [new Int32Array(count), new Int32Array(count)]
  const isShown = new Uint8Array(eventAt.length)
  for (const index of filtered.shown) isShown[index] = 1
  let [period, peak] = [0, 0]
  for (const index of life.order) {
    while (period < count - 1 && eventAt[index]! >= edges[period + 1]!) period += 1
    if (isShown[index])
      shown[period * memoryTypes.length + memoryTypes.indexOf(types[index]!)]! += 1
    else if (existsAt(life, index, filtered.asOf)) rest[period]! += 1
    else later[period]! += 1
  }
  for (let each = 0; each < count; each++)
    peak = Math.max(peak, shownIn(shown, each) + rest[each]! + later[each]!)
  return { ...periods, shown, rest, later, peak }
}

/** Shown entries of a period, all types together. */
export function shownIn(shown: Int32Array, period: number): number {
  let sum = 0
  for (let type = 0; type < memoryTypes.length; type++)
    sum += shown[period * memoryTypes.length + type]!
  return sum
}

/** The period that an instant falls into, or the nearest. */
export function periodAt({ edges }: Periods, at: number): number {
  const after = lowerBound(edges, at)
  const period = edges[after] === at ? after : after - 1
  return Math.max(0, Math.min(edges.length - 2, period))
}

/** Years that are worth a tick: as many round ones as there is room for. */
export function chooseYears(span: { start: number; end: number }, most: number): number[] {
  const [first, last] = [yearOf(span.start), yearOf(span.end)]
  const step = [1, 2, 5, 10, 20, 50].find((each) => (last - first) / each <= most) ?? 100
  const years: number[] = []
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    if (Date.UTC(year, 0) >= span.start) years.push(year)
  return years
}

function lengthOf({ name, step }: Unit): number {
  return step * dayMs * (name === 'day' ? 1 : name === 'month' ? 30.4 : 365.25)
}

function startOf(at: number, { name, step }: Unit): number {
  const date = new Date(at)
  if (name === 'day') return Math.floor(at / dayMs) * dayMs
  const month = name === 'month' ? Math.floor(date.getUTCMonth() / step) * step : 0
  const year = name === 'year' ? Math.floor(yearOf(at) / step) * step : yearOf(at)
  return Date.UTC(year, month)
}

function nextStart(at: number, { name, step }: Unit): number {
  if (name === 'day') return at + step * dayMs
  const month = new Date(at).getUTCMonth()
  return name === 'month' ? Date.UTC(yearOf(at), month + step) : Date.UTC(yearOf(at) + step, 0)
}

function yearOf(at: number): number {
  return new Date(at).getUTCFullYear()
}
