import { estimateDifference } from '../../../src/main/engine/domain/evidence/estimated-difference.ts'
import { kishEffectiveN } from '../../../src/main/engine/domain/statistics/design.ts'
import { drawPanel, quantileOf, type Panel, type PanelPlan, type Random } from './panel.ts'
import { only } from './relation-scenarios.ts'
import type { Check, Interval, Scenario } from './scenario.ts'

/** What people say in group a and in group b. */
const SHARES = [
  [0.02, 0.02],
  [0.05, 0.05],
  [0.1, 0.1],
  [0.2, 0.2],
  [0.5, 0.5],
  [0.02, 0.1],
  [0.1, 0.02],
  [0.05, 0.2],
  [0.2, 0.05],
  [0.3, 0.5],
] as const
const CUTS = SHARES.map((shares) => shares.map((share) => quantileOf(share)))

/** Both intervals of one difference, and n_eff·p(1 − p) of the side that knows less. */
type Told = { readonly survey: Interval; readonly shown: Interval; readonly information: number }
/** As many as there are pairs of shares, and the difference of means. */
type Differences = { readonly shares: readonly Told[]; readonly mean: Told }

type Groups = { readonly panel: Panel; readonly sideOf: Int32Array; readonly paired: boolean }

function told(
  { panel: { design }, sideOf, paired }: Groups,
  values: Float64Array,
  shares: readonly number[] = [],
): Told {
  const sides = [only(sideOf, 0), only(sideOf, 1)] as const
  const kind = { isShare: shares.length > 0, paired }
  const { difference } = estimateDifference(design, values, sides, kind)
  const survey = {
    lower: difference.lower!,
    upper: difference.upper!,
    standardError: difference.standardError!,
  }
  const shown = { ...survey, ...difference.cautious }
  const known = shares.map((p, side) => kishEffectiveN(design, sides[side]!) * p * (1 - p))
  return { survey, shown, information: Math.min(...known) }
}

function differencesOf(groups: Groups): Differences {
  const { panel, sideOf } = groups
  return {
    shares: SHARES.map((shares, i) => {
      const says = panel.values.map((value, row) => +(value <= CUTS[i]![sideOf[row]!]!))
      return told(groups, says, shares)
    }),
    mean: told(groups, panel.values),
  }
}

function checks(): Check<Differences>[] {
  return (['shown', 'survey'] as const).flatMap((whose): Check<Differences>[] => {
    const beyond = whose === 'survey'
    const of = beyond ? ', R’s' : ''
    return [
      ...SHARES.map(([a, b], i): Check<Differences> => ({
        kind: 'coverage',
        what: `${a} against ${b}${of}`,
        truth: b - a,
        // Put together of two limits that hold more than their level.
        atMost: 1,
        beyond,
        informationOf: ({ shares }) => shares[i]!.information,
        intervalOf: ({ shares }) => shares[i]![whose],
      })),
      {
        kind: 'coverage',
        what: `means${of}`,
        truth: 0,
        beyond,
        intervalOf: ({ mean }) => mean[whose],
      },
    ]
  })
}

function scenario(name: string, draw: (random: Random) => Groups): Scenario<Differences> {
  return { name, draw: (random) => differencesOf(draw(random)), checks: checks() }
}

/** Two groups of personas, the second a part of all; who is in it has nothing to do with answers. */
function between(plan: PanelPlan, part: number): Scenario<Differences> {
  const { personas, weightCv = 0 } = plan
  const size = part === 0.5 ? 'halves' : `${100 * part} % and the others`
  const weights = weightCv > 0 ? `CV ${weightCv}` : 'alike'
  return scenario(`differences, ${size} of ${personas}, ${weights}`, (random) => {
    const panel = drawPanel(random, plan)
    const sideOf = Int32Array.from(panel.values, () => +(random.uniform() < part))
    return { panel, sideOf, paired: false }
  })
}

/** The same personas under two conditions. */
function within(plan: PanelPlan): Scenario<Differences> {
  const { personas, weightCv = 0, icc } = plan
  const weights = weightCv > 0 ? `CV ${weightCv}` : 'alike'
  return scenario(`differences, within ${personas}, ICC ${icc}, ${weights}`, (random) => {
    const panel = drawPanel(random, { ...plan, replicates: 2 })
    const sideOf = Int32Array.from(panel.values, (_, row) => row % 2)
    return { panel, sideOf, paired: true }
  })
}

const WEIGHTS = [0, 0.5, 1, 1.5]

export const differenceScenarios: readonly Scenario<Differences>[] = [
  ...[100, 200, 400].flatMap((personas) =>
    WEIGHTS.map((weightCv) => between({ personas, weightCv }, 0.5)),
  ),
  ...[0, 1.5].map((weightCv) => between({ personas: 100, weightCv }, 0.25)),
  ...[0, 1.5].map((weightCv) => between({ personas: 400, weightCv }, 0.25)),
  ...[0, 1.5].map((weightCv) => within({ personas: 100, weightCv, icc: 0.5 })),
  within({ personas: 100, weightCv: 1.5, icc: 0.8 }),
  within({ personas: 400, weightCv: 1.5, icc: 0.5 }),
]
