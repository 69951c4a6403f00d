import { setImmediate } from 'node:timers/promises'
import type { TenantId } from '../../../shared/contract/ids.ts'
import type { PopulationBody, PopulationPreview } from '../../../shared/contract/populations.ts'
import { getCohort, resolveMembers, type CohortDeps } from '../cohorts/cohorts.ts'
import { assignCohorts, type CohortMembers } from '../domain/weighting/assign-cohorts.ts'
import {
  balance,
  baseWeights,
  checkPanel,
  toBalanced,
  toPanel,
  type Balanced,
  type BalanceTerms,
  type Panel,
} from '../domain/weighting/balance.ts'
import { unweightedFits } from '../domain/weighting/balance-report.ts'
import { encodeMargin, type EncodedMargin } from '../domain/weighting/margin-of.ts'
import { InfeasibleMarginError } from '../domain/weighting/rake.ts'
import { EngineError } from '../errors.ts'
import { rakeAway } from './rake-away.ts'

/** Everything that weights need of a population, named or not. */
export type Draft = Omit<PopulationBody, 'name'>

/**
 * Weights for the cohorts' members of today.
 *
 * @throws EngineError `invalid_input` with every margin and category that no weights can meet
 */
export async function balanceDraft(
  deps: CohortDeps,
  tenantId: TenantId,
  draft: Draft,
): Promise<Balanced> {
  const panel = await gatherPanel(deps, tenantId, draft)
  try {
    return await rakePanel(checkPanel(panel), draft)
  } catch (error) {
    throw asRefusal(error)
  }
}

/** A balance to look at while designing: what keeps it from existing is part of the answer. */
export async function previewDraft(
  deps: CohortDeps,
  tenantId: TenantId,
  draft: Draft,
): Promise<PopulationPreview> {
  const panel = await gatherPanel(deps, tenantId, draft)
  const found = await balanceOrProblems(panel, draft)
  return {
    size: panel.personas.length,
    balance: 'report' in found ? found.report : null,
    problems: 'problems' in found ? [...found.problems] : [],
    unweighted: unweightedFits(panel.margins, panel.personas.length),
  }
}

/** The balance, or why there is none. */
export async function balanceOrProblems(
  panel: Panel,
  terms: BalanceTerms,
): Promise<Balanced | Pick<Panel, 'problems'>> {
  if (panel.problems.length > 0) return { problems: panel.problems }
  try {
    return await rakePanel(panel, terms)
  } catch (error) {
    if (!(error instanceof InfeasibleMarginError)) throw error
    return { problems: problemsOf(error) }
  }
}

/** @throws EngineError `not_found` for a cohort that is not there */
export async function gatherPanel(
  deps: CohortDeps,
  tenantId: TenantId,
  draft: Draft,
): Promise<Panel> {
  const cohorts: CohortMembers[] = []
  // Each step over many people takes some milliseconds; whoever waits has a turn in between.
  for (const { cohortId, targetShare } of draft.cohorts) {
    const { name, criteria } = await getCohort(deps, tenantId, cohortId)
    await setImmediate()
    const members = await resolveMembers(deps, tenantId, cohortId)
    cohorts.push({ id: cohortId, name, targetShare, members, criteria })
    await setImmediate()
  }
  const assigned = assignCohorts(cohorts)
  const encoded: EncodedMargin[] = []
  for (const margin of draft.margins) {
    await setImmediate()
    encoded.push(encodeMargin(margin, assigned.personas))
  }
  return toPanel(cohorts, assigned, encoded)
}

async function rakePanel(panel: Panel, { trim }: BalanceTerms): Promise<Balanced> {
  const base = baseWeights(panel)
  const margins = panel.margins.map(({ name, categories, categoryOf, target }) => ({
    name,
    categories,
    categoryOf,
    target,
  }))
  const [raked, untrimmed] = await Promise.all([
    rakeAway(base, margins, trim ? { trim } : {}),
    trim ? rakeAway(base, margins, {}) : undefined,
  ])
  return toBalanced(panel, raked, trim && untrimmed ? { ...trim, untrimmed } : undefined)
}

/** As `balanceDraft`, over members somebody has at hand. @throws EngineError `invalid_input` */
export function balanceMembers(cohorts: readonly CohortMembers[], terms: BalanceTerms): Balanced {
  try {
    return balance(cohorts, terms)
  } catch (error) {
    throw asRefusal(error)
  }
}

function problemsOf({ margin, message, problems }: InfeasibleMarginError) {
  if (problems.length > 0) return problems
  return [{ path: margin === 'cohort' ? 'cohorts' : 'margins', message }]
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof InfeasibleMarginError)) return error
  return new EngineError('invalid_input', error.message, {
    cause: error,
    details: problemsOf(error),
  })
}
