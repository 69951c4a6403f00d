import { meanEstimate } from '../../../src/main/engine/domain/statistics/mean.ts'
import { quantileEstimate } from '../../../src/main/engine/domain/statistics/quantile.ts'
import { shareEstimate } from '../../../src/main/engine/domain/statistics/share.ts'
import { icc11 } from '../../../src/main/engine/domain/statistics/icc.ts'
import { drawPanel, quantileOf, type Cohort, type Panel, type PanelPlan } from './panel.ts'
import type { Check, Scenario } from './scenario.ts'

const SHARES = [0.02, 0.1, 0.5]

/** Cohorts asked alike although they are not alike in number, nor in their answers. */
export const UNEQUAL: readonly Cohort[] = [
  { share: 0.6, asked: 1 / 3, mean: -0.4 },
  { share: 0.3, asked: 1 / 3, mean: 0.4 },
  { share: 0.1, asked: 1 / 3, mean: 1.2 },
]

/** @param beyond  shares under this are harder than what is promised */
function shareChecks(cohorts?: readonly Cohort[], beyond = 0): Check<Panel>[] {
  return SHARES.map((share) => {
    const cut = quantileOf(share, cohorts)
    return {
      kind: 'coverage',
      what: `share of ${share}`,
      truth: share,
      share,
      beyond: share < beyond,
      intervalOf: ({ design, values, everyone }) =>
        shareEstimate(
          design,
          Uint8Array.from(values, (value) => (value <= cut ? 1 : 0)),
          everyone,
        ),
    }
  })
}

const meanCheck = (truth = 0): Check<Panel> => ({
  kind: 'coverage',
  what: 'mean',
  truth,
  intervalOf: ({ design, values, everyone }) => meanEstimate(design, values, everyone),
})

const medianCheck: Check<Panel> = {
  kind: 'coverage',
  what: 'median',
  truth: 0,
  intervalOf: ({ design, values, everyone }) => quantileEstimate(design, values, everyone, 0.5),
}

const iccCheck = (truth: number, replicates: number): Check<Panel> => ({
  kind: 'average',
  what: 'ICC(1,1)',
  truth,
  within: 0.02,
  valueOf: ({ values }) =>
    icc11(
      Array.from({ length: values.length / replicates }, (_, i) => [
        ...values.subarray(i * replicates, (i + 1) * replicates),
      ]),
    ),
})

function panels(
  name: string,
  plan: PanelPlan,
  more: readonly Check<Panel>[] = [],
): Scenario<Panel> {
  return {
    name,
    draw: (random) => drawPanel(random, plan),
    checks: [...shareChecks(plan.cohorts), meanCheck(), ...more],
  }
}

/** Mean of answers with a long tail to the right. */
function skewed(personas: number, beyond: boolean): Scenario<Panel> {
  return {
    name: `skewed answers (exponential), ${personas}`,
    draw: (random) => drawPanel(random, { personas }),
    checks: [
      {
        kind: 'coverage',
        what: 'mean',
        truth: 1,
        beyond,
        intervalOf: ({ design, everyone, random }) =>
          meanEstimate(
            design,
            Float64Array.from(everyone, () => -Math.log(1 - random.uniform())),
            everyone,
          ),
      },
    ],
  }
}

/** Three in ten of the personas, found by what they are: their number varies. */
function domainScenario(): Scenario<Panel> {
  const plan = { personas: 300, cohorts: UNEQUAL, weightCv: 0.5 }
  return {
    name: 'domain of 30 %, 300 in unequal cohorts, CV .5',
    draw: (random) => {
      const panel = drawPanel(random, plan)
      return { ...panel, everyone: panel.everyone.map(() => +(random.uniform() < 0.3)) }
    },
    checks: [...shareChecks(UNEQUAL), meanCheck(UNEQUAL_MEAN)],
  }
}

const UNEQUAL_MEAN = UNEQUAL.reduce((sum, { share, mean }) => sum + share * mean, 0)

export const shareScenarios: readonly Scenario<Panel>[] = [
  panels('30 alike', { personas: 30 }, [medianCheck]),
  panels('100 alike', { personas: 100 }, [medianCheck]),
  panels('400 alike', { personas: 400 }, [medianCheck]),
  {
    name: '150 in cohorts asked unequally',
    draw: (random) => drawPanel(random, { personas: 150, cohorts: UNEQUAL }),
    checks: [...shareChecks(UNEQUAL), meanCheck(UNEQUAL_MEAN)],
  },
  panels('400, weights with a CV of .5', { personas: 400, weightCv: 0.5 }),
  panels('400, weights with a CV of 1', { personas: 400, weightCv: 1 }),
  {
    // A rare answer then hangs on a few personas, and R's interval is too short as ours is.
    ...panels('400, weights with a CV of 1.5', { personas: 400, weightCv: 1.5 }),
    checks: [...shareChecks(undefined, 0.05), meanCheck()],
  },
  panels('100 asked three times, ICC .5', { personas: 100, replicates: 3 }, [iccCheck(0.5, 3)]),
  panels(
    '60 asked twice, ICC .8, CV .5',
    { personas: 60, replicates: 2, icc: 0.8, weightCv: 0.5 },
    [iccCheck(0.8, 2)],
  ),
  domainScenario(),
  skewed(100, false),
  skewed(400, false),
  skewed(30, true),
]
