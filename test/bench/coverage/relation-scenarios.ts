import { differenceOfMeans } from '../../../src/main/engine/domain/statistics/difference.ts'
import { pairedDifference } from '../../../src/main/engine/domain/statistics/paired.ts'
import { raoScott } from '../../../src/main/engine/domain/statistics/rao-scott.ts'
import { coefficientTests } from '../../../src/main/engine/domain/statistics/regression/coefficient-tests.ts'
import {
  isUnfitted,
  type FittedModel,
  type ModelData,
  type UnfittedModel,
} from '../../../src/main/engine/domain/statistics/regression/fitted-model.ts'
import { linearModel } from '../../../src/main/engine/domain/statistics/regression/linear-model.ts'
import { logisticModel } from '../../../src/main/engine/domain/statistics/regression/logistic-model.ts'
import { ordinalModel } from '../../../src/main/engine/domain/statistics/regression/ordinal-model.ts'
import { waldTest } from '../../../src/main/engine/domain/statistics/regression/wald.ts'
import { drawPanel, type Panel, type PanelPlan, type Random } from './panel.ts'
import type { Check, Interval, Scenario } from './scenario.ts'
import { UNEQUAL } from './share-scenarios.ts'

/** A panel with a group of three that has nothing to do with answers, and an age that may. */
type Related = Panel & {
  /** 0, 1 or 2, of the persona: shape [rows]. */
  readonly group: Int32Array
  /** Standard normal, of the persona: shape [rows]. */
  readonly age: Float64Array
  /** By turns 0 and 1: shape [rows]. */
  readonly condition: Uint8Array
}

function drawRelated(random: Random, plan: PanelPlan): Related {
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

const PLANTED = 0.4
const NONE: Interval = { lower: Number.NaN, upper: Number.NaN, standardError: 0 }

const only = (rows: Int32Array | Uint8Array, value: number) =>
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

/** The age, then the groups; of the persona. */
function modelData({ design, everyone, group, age }: Related): ModelData {
  const columns = [
    Float64Array.from(everyone),
    age,
    ...[1, 2].map((level) => Float64Array.from(only(group, level))),
  ]
  return { design, columns, domain: everyone }
}

/** Draws logistic answers: log odds rise by `slope` with age, not with the group. */
function logistic({ age, random }: Related, slope: number): Float64Array {
  return age.map((value) => {
    const chance = random.uniform()
    return Math.log(chance / (1 - chance)) + slope * value
  })
}

const models: Readonly<Record<string, (panel: Related) => FittedModel | UnfittedModel>> = {
  linear: (panel) =>
    linearModel(
      modelData(panel),
      panel.values.map((value, row) => value + PLANTED * panel.age[row]!),
    ),
  logistic: (panel) =>
    logisticModel(
      modelData(panel),
      logistic(panel, PLANTED).map((value) => (value > 0.5 ? 1 : 0)),
    ),
  ordinal: (panel) =>
    ordinalModel(
      modelData(panel),
      Int32Array.from(logistic(panel, PLANTED), (value) =>
        value < -1 ? 0 : value < 0 ? 1 : value < 1.5 ? 2 : 3,
      ),
      4,
    ),
}

/** A model is fitted once per draw; both checks look at it. */
type Modelled = { readonly fitted: Readonly<Record<string, FittedModel | UnfittedModel>> }

function modelChecks(beyond: boolean): Check<Modelled>[] {
  return Object.keys(models).flatMap((kind): Check<Modelled>[] => {
    const first = kind === 'ordinal' ? 0 : 1
    return [
      {
        kind: 'coverage',
        what: `planted slope, ${kind}`,
        truth: PLANTED,
        beyond,
        intervalOf: ({ fitted }) => {
          const model = fitted[kind]!
          return isUnfitted(model) ? NONE : coefficientTests(model, 0.95)[first]!
        },
      },
      {
        kind: 'rejection',
        what: `no effect of a group of three, ${kind}`,
        beyond,
        pOf: ({ fitted }) => {
          const model = fitted[kind]!
          return isUnfitted(model) ? 1 : waldTest(model, [first + 1, first + 2]).p
        },
      },
    ]
  })
}

function modelScenario(name: string, plan: PanelPlan, beyond = false): Scenario<Modelled> {
  return {
    name,
    draw: (random) => {
      const panel = drawRelated(random, plan)
      const fitted = Object.fromEntries(
        Object.entries(models).map(([kind, fit]) => [kind, fit(panel)]),
      )
      return { fitted }
    },
    checks: modelChecks(beyond),
  }
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

export const modelScenarios: readonly Scenario<Modelled>[] = [
  modelScenario('models, 300 alike', { personas: 300 }),
  modelScenario('models, 400, CV .5', { personas: 400, weightCv: 0.5 }),
  modelScenario('models, 100, CV 1', { personas: 100, weightCv: 1 }, true),
]
