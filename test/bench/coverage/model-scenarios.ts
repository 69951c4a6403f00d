import { correctionsOf } from '../../../src/main/engine/domain/regression/corrections.ts'
import type { RegressionInput } from '../../../src/main/engine/domain/regression/regression.ts'
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
import {
  smallSampleTest,
  smallSampleWald,
} from '../../../src/main/engine/domain/statistics/regression/small-sample.ts'
import { waldTest } from '../../../src/main/engine/domain/statistics/regression/wald.ts'
import type { PanelPlan } from './panel.ts'
import { drawRelated, only, PLANTED, type Related } from './relation-scenarios.ts'
import type { Check, Interval, Scenario } from './scenario.ts'

const NONE: Interval = { lower: Number.NaN, upper: Number.NaN, standardError: 0 }

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

type Fit = FittedModel | UnfittedModel
type ModelKind = 'linear' | 'logistic' | 'ordinal'
/** What is fitted to: log odds or a number; ordinal answers by category. */
type Answered = {
  readonly kind: ModelKind
  readonly values: Float64Array
  readonly categories: Int32Array
}

function answeredOf(panel: Related, kind: ModelKind): Answered {
  const values =
    kind === 'linear'
      ? panel.values.map((value, row) => value + PLANTED * panel.age[row]!)
      : logistic(panel, PLANTED)
  const categories = Int32Array.from(values, (value) =>
    value < -1 ? 0 : value < 0 ? 1 : value < 1.5 ? 2 : 3,
  )
  return {
    kind,
    values: kind === 'logistic' ? values.map((value) => (value > 0.5 ? 1 : 0)) : values,
    categories,
  }
}

function fit(data: ModelData, { kind, values, categories }: Answered): Fit {
  if (kind === 'linear') return linearModel(data, values)
  return kind === 'logistic' ? logisticModel(data, values) : ordinalModel(data, categories, 4)
}

const KINDS: readonly ModelKind[] = ['linear', 'logistic', 'ordinal']

/** R's interval of the slope and p of the group, and those that are shown. */
type Told = { readonly slope: Interval; readonly p: number }
/** A model is fitted once per draw; all checks look at it. */
type Modelled = Readonly<Record<ModelKind, { readonly survey: Told; readonly shown: Told }>>

const UNTOLD: Told = { slope: NONE, p: 1 }

function told(panel: Related, kind: ModelKind): Modelled[ModelKind] {
  const data = modelData(panel)
  const answered = answeredOf(panel, kind)
  const model = fit(data, answered)
  if (isUnfitted(model)) return { survey: UNTOLD, shown: UNTOLD }
  const first = kind === 'ordinal' ? 0 : 1
  const group = [first + 1, first + 2]
  const survey = {
    slope: coefficientTests(model, 0.95)[first]!,
    p: waldTest(model, group).p,
  }
  const corrections = correctionsOf(regressionInput(data, answered), {
    data,
    model,
    categories: answered.categories,
  })
  if (!corrections?.weakest) return { survey, shown: survey }
  const { errors } = corrections
  return {
    survey,
    shown: {
      slope: smallSampleTest(errors, model, { place: first, level: 0.95 }),
      p: smallSampleWald(errors, model, group).p,
    },
  }
}

/** As much of a regression as its corrections look at. */
function regressionInput(data: ModelData, { kind, values }: Answered): RegressionInput {
  const columns = data.columns.map((column, at) => ({
    term: at === 0 ? null : { name: String(at) },
    rows: at < 2 ? data.domain : Uint8Array.from(column),
  }))
  return { ...data, columns, outcome: { model: kind, values } } as unknown as RegressionInput
}

function modelChecks(isFew: boolean): Check<Modelled>[] {
  return KINDS.flatMap((kind) =>
    (isFew ? (['shown', 'survey'] as const) : (['shown'] as const)).flatMap(
      (whose): Check<Modelled>[] => {
        const of = whose === 'survey' ? `${kind}, R’s` : kind
        const beyond = whose === 'survey'
        return [
          {
            kind: 'coverage',
            what: `planted slope, ${of}`,
            truth: PLANTED,
            beyond,
            intervalOf: (draw) => draw[kind][whose].slope,
          },
          {
            kind: 'rejection',
            what: `no effect of a group of three, ${of}`,
            beyond,
            pOf: (draw) => draw[kind][whose].p,
          },
        ]
      },
    ),
  )
}

function modelScenario(name: string, plan: PanelPlan, isFew = false): Scenario<Modelled> {
  return {
    name,
    draw: (random) => {
      const panel = drawRelated(random, plan)
      const [linear, logit, ordinal] = KINDS.map((kind) => told(panel, kind))
      return { linear: linear!, logistic: logit!, ordinal: ordinal! }
    },
    checks: modelChecks(isFew),
  }
}

export const modelScenarios: readonly Scenario<Modelled>[] = [
  modelScenario('models, 300 alike', { personas: 300 }),
  modelScenario('models, 400, CV .5', { personas: 400, weightCv: 0.5 }),
  modelScenario('models, 60 alike', { personas: 60 }, true),
  modelScenario('models, 100, CV 1', { personas: 100, weightCv: 1 }, true),
  modelScenario('models, 200, CV 1.5', { personas: 200, weightCv: 1.5 }, true),
  modelScenario(
    'models, 80 asked twice, ICC .5, CV 1',
    { personas: 80, replicates: 2, weightCv: 1 },
    true,
  ),
]
