import type {
  BalanceReport,
  Margin,
  PopulationBody,
  PopulationMember,
} from '../../../../shared/contract/populations.ts'
import { assignCohorts, type Assigned, type CohortMembers } from './assign-cohorts.ts'
import { marginFit, rangeOf, trimReport } from './balance-report.ts'
import { balanceWarnings } from './balance-warnings.ts'
import { encodeMargin, type EncodedMargin } from './margin-of.ts'
import { marginProblems } from './margin-problems.ts'
import { rake, type RakeResult } from './rake.ts'
import { InfeasibleMarginError, type MarginProblem } from './rake-margin.ts'
import type { Trim } from './trim.ts'

export type { CohortMembers } from './assign-cohorts.ts'
export type BalanceTerms = Pick<PopulationBody, 'margins' | 'trim'>
export type Balanced = { members: PopulationMember[]; report: BalanceReport }

/** Everything about a panel that weights are computed from. */
export type Panel = Assigned & {
  readonly cohorts: readonly CohortMembers[]
  /** The cohorts' shares first, then the body's margins in their order. */
  readonly margins: readonly EncodedMargin[]
  /** Why nothing can be balanced yet; empty where it can. */
  readonly problems: readonly MarginProblem[]
}

/**
 * Weights for a panel: the cohorts' target shares are one margin, the others come from the body. A
 * persona in several cohorts counts once, in the first.
 *
 * @throws InfeasibleMarginError naming every margin and category that no weights can meet
 */
export function balance(cohorts: readonly CohortMembers[], terms: BalanceTerms): Balanced {
  const assigned = assignCohorts(cohorts)
  const encoded = terms.margins.map((margin: Margin) => encodeMargin(margin, assigned.personas))
  const panel = checkPanel(toPanel(cohorts, assigned, encoded))
  const base = baseWeights(panel)
  const raked = rake(base, panel.margins, terms.trim ? { trim: terms.trim } : {})
  return toBalanced(
    panel,
    raked,
    terms.trim && { ...terms.trim, untrimmed: rake(base, panel.margins) },
  )
}

/** @param encoded  the body's margins, in its order */
export function toPanel(
  cohorts: readonly CohortMembers[],
  assigned: Assigned,
  encoded: readonly EncodedMargin[],
): Panel {
  const margins = [cohortMargin(cohorts, assigned.cohortOf), ...encoded]
  const problems =
    assigned.personas.length === 0
      ? [{ path: 'cohorts', message: 'None of the cohorts has a member' }]
      : margins.flatMap((margin, m) =>
          m === 0 ? cohortProblems(margin, cohorts) : marginProblems(margin, `margins.${m - 1}`),
        )
  return { ...assigned, cohorts, margins, problems }
}

/** @throws InfeasibleMarginError with all of the panel's problems */
export function checkPanel(panel: Panel): Panel {
  const [first] = panel.problems
  if (first) throw new InfeasibleMarginError(first.path, first.message, panel.problems)
  return panel
}

/** Every persona starts with the same weight. */
export function baseWeights({ personas }: Panel): Float64Array {
  return new Float64Array(personas.length).fill(1)
}

/** What raking found, as members and a report. `untrimmed` is the same without the bounds. */
export function toBalanced(
  { cohorts, personas, cohortOf, conflicts }: Panel,
  { weights, margins, ...found }: RakeResult,
  trim?: Trim & { untrimmed: RakeResult },
): Balanced {
  const { minWeight, maxWeight } = rangeOf(weights)
  return {
    members: personas.map(({ id }, i) => ({
      personaId: id,
      cohortId: cohorts[cohortOf[i]!]!.id,
      weight: weights[i]!,
    })),
    report: {
      ...found,
      minWeight,
      maxWeight,
      margins: margins.map(({ target, before, after, ...margin }) =>
        marginFit({ ...margin, target, before, after }),
      ),
      ...(trim ? { trimming: trimReport(weights, trim) } : {}),
      conflicts,
      warnings: balanceWarnings(cohorts, cohortOf, { ...found, isTrimmed: trim !== undefined }),
    },
  }
}

function cohortMargin(cohorts: readonly CohortMembers[], cohortOf: Int32Array): EncodedMargin {
  return {
    name: 'cohort',
    categories: cohorts.map(({ name }) => name),
    categoryOf: cohortOf,
    target: Float64Array.from(cohorts, ({ targetShare }) => targetShare),
    outside: new Map(),
  }
}

/** Cohorts may share a name, and one that others have emptied wants other advice. */
function cohortProblems(margin: EncodedMargin, cohorts: readonly CohortMembers[]): MarginProblem[] {
  const unique = margin.categories.map((name, i) => `${i} ${name}`)
  return marginProblems({ ...margin, categories: unique }, 'cohorts').map((problem) => {
    const path = problem.path.replace('.targets.', '.')
    const cohort = cohorts[Number(path.split('.')[1])]
    const isEmptied = cohort !== undefined && cohort.targetShare > 0 && cohort.members.length > 0
    const message = isEmptied
      ? `cohort: nobody is in “${cohort.name}”: its ${cohort.members.length} personas all count in cohorts before it. Move it further up, or narrow the others`
      : problem.message.replace(/“\d+ /, '“')
    return { path, message }
  })
}
