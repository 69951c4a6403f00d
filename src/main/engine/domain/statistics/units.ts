import type { SurveyDesign } from './design.ts'

/** Which rows belong together. Units are numbered by stratum, then index, whatever the row order. */
export type Units = {
  /** Number of the unit, 0, 1, 2…: shape [rows]. */
  readonly unitOf: Int32Array
  /** Number of the stratum, 0, 1, 2…: shape [units]. */
  readonly stratumOf: Int32Array
  /** Units per stratum: shape [strata]. */
  readonly sizes: Int32Array
  readonly strata: number
  /** Number of the persona, the same in every stratum, 0, 1, 2…: shape [units]. */
  readonly personaOf: Int32Array
  readonly personas: number
}

// A report asks one design for thousands of estimates; grouping its rows is most of the work.
const remembered = new WeakMap<SurveyDesign, Units>()

/** Units nested in strata (`nest = TRUE`): an index met in two strata is two units. */
export function unitsOf(design: SurveyDesign): Units {
  const known = remembered.get(design)
  if (known) return known
  const found = findUnits(design)
  remembered.set(design, found)
  return found
}

function findUnits({ unit, stratum }: SurveyDesign): Units {
  const keys = Float64Array.from(unit, (index, row) => stratum[row]! * 2 ** 32 + index)
  const ordered = Float64Array.from(new Set(keys)).sort()
  const number = new Map(Array.from(ordered, (key, i) => [key, i]))
  const stratumOf = new Int32Array(ordered.length)
  const sizes: number[] = []
  ordered.forEach((key, i) => {
    const isNew = i === 0 || Math.floor(key / 2 ** 32) !== Math.floor(ordered[i - 1]! / 2 ** 32)
    if (isNew) sizes.push(0)
    stratumOf[i] = sizes.length - 1
    sizes[sizes.length - 1]! += 1
  })
  const personas = new Map<number, number>()
  const personaOf = Int32Array.from(ordered, (key) => {
    const index = key % 2 ** 32
    const persona = personas.get(index) ?? personas.size
    personas.set(index, persona)
    return persona
  })
  return {
    unitOf: Int32Array.from(keys, (key) => number.get(key)!),
    stratumOf,
    sizes: Int32Array.from(sizes),
    strata: sizes.length,
    personaOf,
    personas: personas.size,
  }
}
