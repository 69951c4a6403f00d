import type { RakeMargin } from './rake-margin.ts'

/** Units that are alike in every margin, taken together: raking gives them one weight. */
export type UnitGroups = {
  /** Index of a unit's group: shape [units]. */
  readonly groupOf: Int32Array
  /** Units per group: shape [groups]. */
  readonly counts: Float64Array
  /** Category of each group, per margin: shape [margins][groups]. */
  readonly categoryOf: readonly Int32Array[]
}

/** Above this many possible crossings, those that occur are found by a map instead of a table. */
const TABLE_SIZE = 1 << 22

/** Groups units by the crossing of all margins they are in, in order of first appearance. */
export function groupUnits(n: number, margins: readonly RakeMargin[]): UnitGroups {
  const groupOf = new Int32Array(n)
  let groups = n === 0 ? 0 : 1
  // One margin after the other: a group splits by the categories its units are in.
  for (const { categoryOf, categories } of margins)
    groups = split(groupOf, { categoryOf, categories: categories.length, groups })
  const counts = new Float64Array(groups)
  const first = new Int32Array(groups)
  for (let i = n - 1; i >= 0; i--) {
    counts[groupOf[i]!]! += 1
    first[groupOf[i]!] = i
  }
  return {
    groupOf,
    counts,
    categoryOf: margins.map(({ categoryOf }) => first.map((unit) => categoryOf[unit]!)),
  }
}

/** Every unit on its own: what grouping amounts to where units start with weights of their own. */
export function eachUnit(n: number, margins: readonly RakeMargin[]): UnitGroups {
  return {
    groupOf: Int32Array.from({ length: n }, (_, i) => i),
    counts: new Float64Array(n).fill(1),
    categoryOf: margins.map(({ categoryOf }) => categoryOf),
  }
}

type Split = { categoryOf: Int32Array; categories: number; groups: number }

/** Splits groups in place and tells how many there are now. */
function split(groupOf: Int32Array, { categoryOf, categories, groups }: Split): number {
  const table = groups * categories <= TABLE_SIZE ? new Int32Array(groups * categories) : undefined
  const map = new Map<number, number>()
  let found = 0
  for (let i = 0; i < groupOf.length; i++) {
    const key = groupOf[i]! * categories + categoryOf[i]!
    let group = table ? table[key]! : (map.get(key) ?? 0)
    if (group === 0) {
      group = ++found
      if (table) table[key] = group
      else map.set(key, group)
    }
    groupOf[i] = group - 1
  }
  return found
}
