import { differenceOfMeans } from '../../../src/main/engine/domain/statistics/difference.ts'
import { pairedDifference } from '../../../src/main/engine/domain/statistics/paired.ts'
import { raoScott } from '../../../src/main/engine/domain/statistics/rao-scott.ts'
import { drawPanel, type Panel, type PanelPlan, type Random } from './panel.ts'
import type { Check, Scenario } from './scenario.ts'
import { UNEQUAL } from './share-scenarios.ts'

/** A panel with a group of three that has nothing to do with answers, and an age that may. */
export type Related = Panel & {
  /** 0, 1 or 2, of the persona: shape [rows]. */
  readonly group: Int32Array
  /** Standard normal, of the persona: shape [rows]. */
  readonly age: Float64Array
  /** By turns 0 and 1: shape [rows]. */
  readonly condition: Uint8Array
}

export function drawRelated(random: Random, plan: PanelPlan): Related {
  const panel = drawPanel(random, plan)
  const { unit } = panel.design
  const personas = unit.at(-1)! + 1
  const groups = Array.from({ length: personas }, () => Math.floor(random.uniform() * 3))
  const ages = Array.from({ length: personas }, () => random.normal())
  return {
    ...panel,
    group: unit.map((persona) => groups[persona]!),
    age: Float64Array.from(unit, (persona) => ages[persona]!),
    condition: Uint8Array.from(unit, (_, row) => row % 2),
  }
}

export const PLANTED = 0.4

export const only = (rows: Int32Array | Uint8Array, value: number) =>
  Uint8Array.from(rows, (one) => (one === value ? 1 : 0))

/** Difference between groups 0 and 1; an effect is added to those in 1. */
const between = (effect: number) => (panel: Related) => {
  const { design, values, group } = panel
  const raised = values.map((value, row) => value + (group[row] === 1 ? effect : 0))
  return differenceOfMeans(design, raised, only(group, 0), only(group, 1))
}
const within = (effect: number) => (panel: Related) => {
  const { design, values, condition } = panel
  const raised = values.map((value, row) => value + (condition[row] === 1 ? effect : 0))
  return pairedDifference(design, raised, only(condition, 0), only(condition, 1))
}

const thirds = (values: Float64Array) =>
  Int32Array.from(values, (value) => (value < -0.43 ? 0 : value < 0.43 ? 1 : 2))

const association: Check<Related> = {
  kind: 'rejection',
  what: 'no association (Rao–Scott)',
  pOf: ({ design, values, group, everyone }) => raoScott(design, thirds(values), group, everyone).p,
}
const nothingBetween: Check<Related> = {
  kind: 'rejection',
  what: 'no difference',
  pOf: (panel) => between(0)(panel).p,
}
const plantedBetween: Check<Related> = {
  kind: 'coverage',
  what: `planted difference of ${PLANTED}`,
  truth: PLANTED,
  intervalOf: between(PLANTED),
}

export const relationScenarios: readonly Scenario<Related>[] = [
  {
    name: 'differences, 150 alike',
    draw: (random) => drawRelated(random, { personas: 150 }),
    checks: [association, nothingBetween, plantedBetween],
  },
  {
    name: 'differences, 200 in unequal cohorts asked twice, CV .5',
    draw: (random) =>
      drawRelated(random, { personas: 200, cohorts: UNEQUAL, replicates: 2, weightCv: 0.5 }),
    checks: [association, nothingBetween, plantedBetween],
  },
  {
    name: 'within 100 personas, CV .5',
    draw: (random) => drawRelated(random, { personas: 100, replicates: 2, weightCv: 0.5 }),
    checks: [
      { kind: 'rejection', what: 'no difference', pOf: (panel) => within(0)(panel).p },
      {
        kind: 'coverage',
        what: `planted difference of ${PLANTED}`,
        truth: PLANTED,
        intervalOf: within(PLANTED),
      },
    ],
  },
]
