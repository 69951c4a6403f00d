import type { TenantId } from '../../../shared/contract/ids.ts'
import type { PopulationGap, PopulationGaps } from '../../../shared/contract/population-analysis.ts'
import type { CohortDeps } from '../cohorts/cohorts.ts'
import { fieldsOf } from '../domain/criteria/fields-of.ts'
import type { Panel } from '../domain/weighting/balance.ts'
import { findGaps, type Gap, type GapsFound } from '../domain/weighting/find-gaps.ts'
import type { GapMargin } from '../domain/weighting/gap-cells.ts'
import { gapRequests } from '../domain/weighting/gap-requests.ts'
import { runWorker } from '../workers/run-worker.ts'
import { gatherPanel, type Draft } from './balance-draft.ts'

/** Units times margins that are looked through on the spot: a few milliseconds. */
const SMALL = 1_000

/** Under-represented crossings, each with the request that generates what is missing. */
export async function listGaps(
  deps: CohortDeps,
  tenantId: TenantId,
  draft: Draft,
): Promise<PopulationGaps> {
  const panel = await gatherPanel(deps, tenantId, draft)
  const margins = gapMargins(panel, draft)
  const units = panel.personas.length * margins.length
  const found =
    units <= SMALL
      ? findGaps(margins)
      : await runWorker<readonly GapMargin[], GapsFound>(import.meta.url, 'gaps', margins)
  const leftOut = panel.personas.length - found.size
  return { ...found, leftOut, gaps: found.gaps.map((gap) => describeGap(gap, panel, draft)) }
}

/** Cohorts are about every variable their criteria ask for: those say who can be in which. */
function gapMargins({ margins, cohorts }: Panel, draft: Draft): GapMargin[] {
  const asked = cohorts.flatMap(({ criteria }) => (criteria ? fieldsOf(criteria) : []))
  return margins.map(({ name, categories, categoryOf, target }, m) => ({
    name,
    categories,
    categoryOf,
    target,
    fields: m === 0 ? ['cohort', ...asked] : draft.margins[m - 1]!.fields,
  }))
}

function describeGap(gap: Gap, { margins, cohorts }: Panel, draft: Draft): PopulationGap {
  const cohort = gap.parts.find(({ margin }) => margin === 0)?.category
  const parts = gap.parts
    .filter(({ margin }) => margin > 0)
    .map(({ margin, category }) => ({
      margin: margin - 1,
      category: margins[margin]!.categories[category]!,
    }))
  const holders = cohorts.map(({ name, targetShare, criteria }) => ({
    name,
    targetShare,
    criteria: criteria ?? { all: [] },
  }))
  const { requests, reason } = gapRequests(draft.margins, holders, {
    parts,
    cohort,
    missing: gap.missing,
  })
  return {
    cell: gap.parts.map(({ margin, category }) => ({
      margin: margins[margin]!.name,
      category: margins[margin]!.categories[category]!,
    })),
    n: gap.n,
    expected: gap.expected,
    share: gap.share,
    missing: gap.missing,
    isBlocking: gap.isBlocking,
    costsEffectiveN: gap.costsEffectiveN,
    effectiveNWith: gap.effectiveNWith,
    requests,
    ...(reason === undefined ? {} : { reason }),
  }
}
