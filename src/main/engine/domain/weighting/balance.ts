import type { CohortId } from '../../../../shared/contract/ids.ts'
import type { Persona } from '../../../../shared/contract/personas.ts'
import type {
  BalanceReport,
  Margin,
  PopulationBody,
  PopulationMember,
} from '../../../../shared/contract/populations.ts'
import { toRakeMargin } from './margin-of.ts'
import { InfeasibleMarginError, rake, type RakedMargin, type RakeMargin } from './rake.ts'

export type CohortMembers = {
  readonly id: CohortId
  readonly name: string
  readonly targetShare: number
  readonly members: readonly Persona[]
}

/** A cohort under this many says little about its kind. */
const COHORT_FLOOR = 30
/** Weights that leave less than this share of the sample are worth a word. */
const COSTLY = 0.85

/**
 * Weights for a panel: the cohorts' target shares are one margin, the others come from the body. A
 * persona in several cohorts counts once, in the first.
 *
 * @throws InfeasibleMarginError naming the margin and category that no weights can meet
 */
export function balance(
  cohorts: readonly CohortMembers[],
  { margins, trim }: Pick<PopulationBody, 'margins' | 'trim'>,
): { members: PopulationMember[]; report: BalanceReport } {
  const { personas, cohortOf, conflicts } = assign(cohorts)
  if (personas.length === 0)
    throw new InfeasibleMarginError('cohort', 'None of the cohorts has a member')
  const rakeMargins = [
    cohortMargin(cohorts, cohortOf),
    ...margins.map((margin: Margin) => toRakeMargin(margin, personas)),
  ]
  const base = new Float64Array(personas.length).fill(1)
  const { weights, margins: raked, ...found } = rake(base, rakeMargins, trim ? { trim } : {})
  return {
    members: personas.map(({ id }, i) => ({
      personaId: id,
      cohortId: cohorts[cohortOf[i]!]!.id,
      weight: weights[i]!,
    })),
    report: {
      ...found,
      minWeight: weights.reduce((a, b) => Math.min(a, b)),
      maxWeight: weights.reduce((a, b) => Math.max(a, b)),
      margins: raked.map(marginFit),
      conflicts,
      warnings: warnings(cohorts, cohortOf, { ...found, isTrimmed: trim !== undefined }),
    },
  }
}

function assign(cohorts: readonly CohortMembers[]) {
  const personas: Persona[] = []
  const cohortOf: number[] = []
  const countedIn = new Map<string, number>()
  const conflicts = new Map<string, BalanceReport['conflicts'][number]>()
  cohorts.forEach((cohort, index) => {
    for (const persona of cohort.members) {
      const first = countedIn.get(persona.id)
      if (first === undefined) {
        countedIn.set(persona.id, index)
        personas.push(persona)
        cohortOf.push(index)
        continue
      }
      const key = `${index}:${first}`
      const known = conflicts.get(key)
      if (known) known.personas += 1
      else conflicts.set(key, { cohortId: cohort.id, countedIn: cohorts[first]!.id, personas: 1 })
    }
  })
  return { personas, cohortOf: Int32Array.from(cohortOf), conflicts: [...conflicts.values()] }
}

function cohortMargin(cohorts: readonly CohortMembers[], cohortOf: Int32Array): RakeMargin {
  return {
    name: 'cohort',
    categories: cohorts.map(({ name }) => name),
    categoryOf: cohortOf,
    target: Float64Array.from(cohorts, ({ targetShare }) => targetShare),
  }
}

function marginFit({ name, categories, n, target, before, after }: RakedMargin) {
  return {
    name,
    categories: categories.map((category, i) => ({
      category,
      n: n[i]!,
      target: target[i]!,
      before: before[i]!,
      after: after[i]!,
    })),
  }
}

function warnings(
  cohorts: readonly CohortMembers[],
  cohortOf: Int32Array,
  found: Pick<BalanceReport, 'effectiveN' | 'maxGapPoints' | 'converged'> & { isTrimmed: boolean },
): string[] {
  const n = cohortOf.length
  const { effectiveN, maxGapPoints, converged, isTrimmed } = found
  const lost = 1 - effectiveN / n
  const small = cohorts
    .map(({ name }, index) => ({
      name,
      size: cohortOf.filter((cohort) => cohort === index).length,
    }))
    .filter(({ size }) => size < COHORT_FLOOR)
  return [
    ...(effectiveN / n < COSTLY
      ? [`Effective n ${Math.round(effectiveN)} of ${n}: the weights cost you ${fraction(lost)}.`]
      : []),
    ...(converged
      ? []
      : [
          `The margins are not met: the largest gap is ${maxGapPoints.toFixed(1)} points. ${isTrimmed ? 'Widen the trimming, or add' : 'Add'} personas where they are missing.`,
        ]),
    ...small.map(
      ({ name, size }) =>
        `${name} has ${size} ${size === 1 ? 'persona' : 'personas'}; under ${COHORT_FLOOR} one person can tip its answer.`,
    ),
  ]
}

function fraction(lost: number): string {
  const names: [number, string][] = [
    [0.18, 'a sixth'],
    [0.23, 'a fifth'],
    [0.29, 'a quarter'],
    [0.42, 'a third'],
    [0.58, 'half'],
  ]
  const name = names.find(([upTo]) => lost < upTo)?.[1]
  return name ? `about ${name}` : `${Math.round(lost * 100)} %`
}
