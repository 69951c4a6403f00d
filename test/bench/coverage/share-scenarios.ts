import type { Estimate } from '../../../src/main/engine/domain/statistics/design.ts'
import { meanEstimate } from '../../../src/main/engine/domain/statistics/mean.ts'
import { quantileEstimate } from '../../../src/main/engine/domain/statistics/quantile.ts'
import { shareEstimate } from '../../../src/main/engine/domain/statistics/share.ts'
import { icc11 } from '../../../src/main/engine/domain/statistics/icc.ts'
import { drawPanel, quantileOf, type Cohort, type Panel, type PanelPlan } from './panel.ts'
import type { Check, Interval, Scenario } from './scenario.ts'

const SHARES = [0.02, 0.05, 0.1, 0.2, 0.5]

/** Cohorts asked alike although they are not alike in number, nor in their answers. */
export const UNEQUAL: readonly Cohort[] = [
  { share: 0.6, asked: 1 / 3, mean: -0.4 },
  { share: 0.3, asked: 1 / 3, mean: 0.4 },
  { share: 0.1, asked: 1 / 3, mean: 1.2 },
]

/** What is shown: the cautious interval where there is one. */
function shown({ cautious, ...ordinary }: Estimate): Interval {
  return { ...ordinary, ...cautious }
}

type Promised = {
  /** Mean of the answers that the weights stand for. */
  readonly mean?: number
  /** R's intervals are measured beside those shown, without a promise. */
  readonly beside?: boolean
  /** Not even what is shown has a promise. */
  readonly beyond?: boolean
  /** More than .97 may hold the truth. */
  readonly atMost?: number
}

function shareChecks(
  cohorts: readonly Cohort[] | undefined,
  { beside = false, beyond = false, atMost }: Promised = {},
): Check<Panel>[] {
  return SHARES.flatMap((share) => {
    const cut = quantileOf(share, cohorts)
    const estimateOf = ({ design, values, everyone }: Panel) =>
      shareEstimate(
        design,
        Uint8Array.from(values, (value) => (value <= cut ? 1 : 0)),
        everyone,
      )
    const check = { kind: 'coverage', truth: share, share, ...(atMost && { atMost }) } as const
    return [
      {
        ...check,
        what: `share of ${share}`,
        beyond,
        intervalOf: (panel: Panel) => shown(estimateOf(panel)),
      },
      ...(beside
        ? [{ ...check, what: `share of ${share}, R’s`, beyond: true, intervalOf: estimateOf }]
        : []),
    ]
  })
}

function meanChecks(truth: number, { beside = false, beyond = false }: Promised = {}) {
  const estimateOf = ({ design, values, everyone }: Panel) => meanEstimate(design, values, everyone)
  const check = { kind: 'coverage', truth } as const
  return [
    { ...check, what: 'mean', beyond, intervalOf: (panel: Panel) => shown(estimateOf(panel)) },
    ...(beside ? [{ ...check, what: 'mean, R’s', beyond: true, intervalOf: estimateOf }] : []),
  ]
}

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
  { more = [], ...promised }: Promised & { more?: readonly Check<Panel>[] } = {},
): Scenario<Panel> {
  const { mean = 0 } = promised
  const people = mean === 0 ? plan.cohorts : [{ share: 1, asked: 1, mean }]
  return {
    name,
    draw: (random) => drawPanel(random, plan),
    checks: [...shareChecks(people, promised), ...meanChecks(mean, promised), ...more],
  }
}

/** Mean of answers with a long tail to the right. */
function skewed(personas: number, weightCv = 0, promised: Promised = {}): Scenario<Panel> {
  return {
    name: `skewed answers (exponential), ${personas}${weightCv > 0 ? `, CV ${weightCv}` : ''}`,
    draw: (random) => {
      const panel = drawPanel(random, { personas, weightCv })
      return { ...panel, values: panel.values.map(() => -Math.log(1 - random.uniform())) }
    },
    checks: meanChecks(1, promised),
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
    checks: [...shareChecks(UNEQUAL, { atMost: 0.98 }), ...meanChecks(UNEQUAL_MEAN)],
  }
}

const UNEQUAL_MEAN = UNEQUAL.reduce((sum, { share, mean }) => sum + share * mean, 0)

/** Standard deviation of the logarithm of weights with a CV of 1.5. */
const SPREAD = Math.sqrt(Math.log(1 + 1.5 ** 2))

/** Personas whose weights rise, or fall, with their answers. */
function correlated(correlation: number): Scenario<Panel> {
  return panels(
    `400, CV 1.5, weights correlated ${correlation} with answers`,
    { personas: 400, weightCv: 1.5, weightCorrelation: correlation, icc: 1 },
    {
      // Weighting by exp(s·z) moves a standard normal z by s.
      mean: SPREAD * correlation,
      beside: true,
      beyond: correlation > 0,
    },
  )
}

export const shareScenarios: readonly Scenario<Panel>[] = [
  panels('30 alike', { personas: 30 }, { more: [medianCheck] }),
  panels('100 alike', { personas: 100 }, { more: [medianCheck] }),
  panels('400 alike', { personas: 400 }, { more: [medianCheck] }),
  {
    name: '150 in cohorts asked unequally',
    draw: (random) => drawPanel(random, { personas: 150, cohorts: UNEQUAL }),
    checks: [...shareChecks(UNEQUAL), ...meanChecks(UNEQUAL_MEAN)],
  },
  panels('400, weights with a CV of .5', { personas: 400, weightCv: 0.5 }),
  panels('100, weights with a CV of 1', { personas: 100, weightCv: 1 }, { beside: true }),
  panels('400, weights with a CV of 1', { personas: 400, weightCv: 1 }, { beside: true }),
  panels('200, weights with a CV of 1.5', { personas: 200, weightCv: 1.5 }, { beside: true }),
  panels('400, weights with a CV of 1.5', { personas: 400, weightCv: 1.5 }, { beside: true }),
  panels('400, weights with a CV of 2', { personas: 400, weightCv: 2 }, { beside: true }),
  panels('1,000, weights with a CV of 2', { personas: 1000, weightCv: 2 }, { beside: true }),
  correlated(0.5),
  correlated(-0.5),
  panels(
    '100 asked three times, ICC .5',
    { personas: 100, replicates: 3 },
    { more: [iccCheck(0.5, 3)] },
  ),
  panels(
    '60 asked twice, ICC .8, CV .5',
    { personas: 60, replicates: 2, icc: 0.8, weightCv: 0.5 },
    { more: [iccCheck(0.8, 2)] },
  ),
  panels(
    '100 asked three times, ICC .5, CV 1.5',
    { personas: 100, replicates: 3, weightCv: 1.5 },
    { beside: true },
  ),
  domainScenario(),
  skewed(100),
  skewed(400),
  skewed(30, 0, { beyond: true }),
  skewed(100, 1, { beside: true }),
  skewed(100, 1.5, { beside: true }),
]
