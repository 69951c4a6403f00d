import type { BalanceReport } from '../../../../shared/contract/populations.ts'
import { COHORT_FLOOR } from '../studies/readiness.ts'
import type { CohortMembers } from './assign-cohorts.ts'

/** Weights that leave less than this share of the sample are worth a word. */
const COSTLY = 0.85

/** What somebody should know before trusting the weights, in sentences. */
export function balanceWarnings(
  cohorts: readonly CohortMembers[],
  cohortOf: Int32Array,
  found: Pick<BalanceReport, 'effectiveN' | 'maxGapPoints' | 'converged'> & { isTrimmed: boolean },
): string[] {
  const n = cohortOf.length
  const { effectiveN, maxGapPoints, converged, isTrimmed } = found
  const lost = 1 - effectiveN / n
  const sizes = new Int32Array(cohorts.length)
  for (const cohort of cohortOf) sizes[cohort]! += 1
  const small = cohorts
    .map(({ name }, index) => ({ name, size: sizes[index]! }))
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
