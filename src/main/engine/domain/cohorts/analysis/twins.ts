import type { Column, NumberColumn } from './columns.ts'
import type { PairDistance } from './gower.ts'

/** People nearer than this hardly differ. */
export const TWIN_DISTANCE = 0.05
export const MOST_TWINS = 10
/** A block up to this size is compared pair by pair. */
const BLOCK = 60
/** In a larger one, everybody with so many neighbours along so many numbers. */
const NEIGHBOURS = 4
const ORDERS = 4
const PAIRS_PER_TURN = 4_000

export type Twins = { readonly a: number; readonly b: number; readonly distance: number }

/** Keeps the closest pairs it is told of. */
export function createTwinList() {
  let closest: Twins[] = []
  let limit = TWIN_DISTANCE
  const seen = new Set<string>()
  return {
    tell(i: number, j: number, distance: number): void {
      // Not over: where ten are the same, the eleventh has nothing to add.
      if (!(distance <= limit) || (closest.length === MOST_TWINS && distance === limit)) return
      const [a, b] = i < j ? [i, j] : [j, i]
      const key = `${a}:${b}`
      if (seen.has(key)) return
      seen.add(key)
      closest = [...closest, { a, b, distance }]
        .toSorted((x, y) => x.distance - y.distance || x.a - y.a || x.b - y.b)
        .slice(0, MOST_TWINS)
      if (closest.length === MOST_TWINS) limit = closest.at(-1)!.distance
    },
    list: (): readonly Twins[] => closest,
  }
}
export type TwinList = ReturnType<typeof createTwinList>

/**
 * Looks for twins among many: only among people alike in every category, since one that differs
 * costs about as much as twins may differ in all; there pair by pair, or in a crowd among neighbours
 * when sorted by several numbers in turn (Hernández & Stolfo 1995). Pauses now and then.
 */
export function* findTwins(
  columns: readonly Column[],
  distance: PairDistance,
  { people, twins }: { people: Int32Array; twins: TwinList },
): Generator<void, void> {
  let pairs = 0
  yield
  for (const block of blocksOf(columns, people)) {
    for (const [i, j] of block.length <= BLOCK ? allOf(block) : neighboursIn(columns, block)) {
      twins.tell(i, j, distance(i, j))
      pairs += 1
      if (pairs % PAIRS_PER_TURN === 0) yield
    }
  }
}

function blocksOf(columns: readonly Column[], people: Int32Array): number[][] {
  const codes = columns.flatMap((column) =>
    column.kind === 'category' || column.kind === 'boolean' ? [column.codes] : [],
  )
  const blocks = new Map<string, number[]>()
  for (const i of people) {
    let key = ''
    for (const of of codes) key += `${of[i]!},`
    const block = blocks.get(key)
    if (block) block.push(i)
    else blocks.set(key, [i])
  }
  return [...blocks.values()].filter((block) => block.length > 1)
}

function* allOf(block: readonly number[]): Generator<readonly [number, number]> {
  for (let i = 0; i < block.length; i++)
    for (let j = i + 1; j < block.length; j++) yield [block[i]!, block[j]!]
}

function* neighboursIn(
  columns: readonly Column[],
  block: readonly number[],
): Generator<readonly [number, number]> {
  const numbers = columns.filter((column): column is NumberColumn => column.kind === 'number')
  for (const { values } of numbers.slice(0, ORDERS)) {
    const sorted = block.toSorted((i, j) => order(values[i]!) - order(values[j]!) || i - j)
    for (let i = 0; i < sorted.length; i++)
      for (let j = i + 1; j <= i + NEIGHBOURS && j < sorted.length; j++)
        yield [sorted[i]!, sorted[j]!]
  }
  // Without numbers, people alike in every category are twins as they come.
  if (numbers.length === 0) for (let i = 1; i < block.length; i++) yield [block[i - 1]!, block[i]!]
}

function order(value: number): number {
  return Number.isNaN(value) ? -1e300 : value
}
