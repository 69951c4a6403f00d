import type {
  CohortGenerationBody,
  CohortGenerationReport,
  GeneratedMargin,
} from '../../../../../shared/contract/cohort-generation.ts'
import type { ErrorDetail } from '../../../../../shared/contract/errors.ts'
import type { PersonaSeed } from '../../../../../shared/contract/personas.ts'
import { CROSS, plainCategory } from '../../weighting/margin-of.ts'
import { seedDrawer } from './draw-seeds.ts'
import { fitJoint, type JointCells } from './fit-joint.ts'
import { quotasOf } from './quotas.ts'
import { ageRange, readTables, type Table } from './tables.ts'

export type CohortPlan = {
  /** The seed of person `i`, 0 … count − 1: drawn when asked for, tens of microseconds each. */
  seedAt(i: number): PersonaSeed
  readonly report: CohortGenerationReport
}

/**
 * The people of a generated cohort and how well they meet what was asked for, or what is wrong with
 * the request. The same body gives the same people.
 */
export function planCohort(
  body: CohortGenerationBody,
): CohortPlan | { readonly faults: ErrorDetail[] } {
  const { count, randomSeed } = body
  const where = body.where ?? {}
  const age = where['age']
  if (age !== undefined && (typeof age === 'boolean' || !ageRange(age)))
    return { faults: [{ path: 'where.age', message: `"${age}" is not an age or a band of ages` }] }
  const read = readTables(body)
  if ('faults' in read) return read
  const fit = fitJoint(read.tables)
  if ('conflict' in fit) return { faults: [{ path: 'margins', message: fit.conflict }] }
  const parts = fit.parts.map((part) => ({ part, counts: quotasOf(part, count) }))
  const seedAt = seedDrawer(parts, { count, where, randomSeed })
  const margins = parts.flatMap(({ part, counts }) =>
    part.tables.map((table) => metBy(table, part, { counts, count })),
  )
  const drawn = ['age', 'gender', 'location', 'baseOccupation'].filter(
    (field) => !(field in where) && !read.tables.some(({ fields }) => fields.includes(field)),
  )
  const method = fit.fitted ? 'fitted' : parts.length > 1 ? 'independence' : 'quotas'
  return {
    seedAt,
    report: {
      count,
      margins,
      maxGapPoints: Math.max(0, ...margins.map(({ maxGapPoints }) => maxGapPoints)),
      method,
      notes: notesOn({ method, drawn, parts: parts.map(({ part }) => part) }),
    },
  }
}

function metBy(
  table: Table,
  { cells, fields }: JointCells,
  { counts, count }: { counts: readonly number[]; count: number },
): GeneratedMargin {
  const places = table.fields.map((field) => fields.indexOf(field))
  const people = new Map<string, number>()
  cells.forEach(({ categories }, cell) => {
    const key = places.map((at) => plainCategory(categories[at]!)).join(CROSS)
    people.set(key, (people.get(key) ?? 0) + counts[cell]!)
  })
  const categories = table.cells.map(({ categories: of, share }) => {
    const n = people.get(of.map(plainCategory).join(CROSS)) ?? 0
    return { category: of.join(CROSS), n, target: share, share: n / count }
  })
  const gaps = categories.map(({ target, share }) => Math.abs(target - share) * 100)
  return { name: table.name, maxGapPoints: Math.max(...gaps), categories }
}

const fieldWords: Readonly<Record<string, string>> = {
  age: 'ages from 18 to 85, evenly',
  gender: 'women and men, half each',
  location: 'places from our own list of cities',
  baseOccupation: 'work that fits age and schooling',
}

function notesOn({
  method,
  drawn,
  parts,
}: {
  method: CohortGenerationReport['method']
  drawn: readonly string[]
  parts: readonly JointCells[]
}): string[] {
  const names = parts.map(({ fields }) => fields.join(CROSS)).join('; ')
  return [
    ...(method === 'independence'
      ? [`Crossed at random, because no table ties them: ${names}.`]
      : []),
    ...(method === 'fitted'
      ? ['Tables that share a field were fitted together; what none of them says is independent.']
      : []),
    ...(drawn.length > 0
      ? [`Drawn by default: ${drawn.map((field) => fieldWords[field]).join('; ')}.`]
      : []),
  ]
}
