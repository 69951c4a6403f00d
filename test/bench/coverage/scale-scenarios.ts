import { cronbachAlpha } from '../../../src/main/engine/domain/statistics/scale/alpha.ts'
import { weightedMoments } from '../../../src/main/engine/domain/statistics/scale/moments.ts'
import { omegaTotal } from '../../../src/main/engine/domain/statistics/scale/omega.ts'
import {
  alphaEstimate,
  omegaEstimate,
} from '../../../src/main/engine/domain/statistics/scale/reliability.ts'
import { drawPanel, type Panel } from './panel.ts'
import type { Scenario } from './scenario.ts'

const LOADINGS = [0.8, 0.7, 0.6, 0.5, 0.7]
/** Of normal items with these loadings and variance 1. */
const COVARIANCE = LOADINGS.map((a, i) => LOADINGS.map((b, j) => (i === j ? 1 : a * b)))

type Items = Panel & { readonly items: readonly Float64Array[] }

/** Items of one factor, asked once. */
export function scaleScenario(personas: number, weightCv: number): Scenario<Items> {
  return {
    name: `scale of five items, ${personas}${weightCv > 0 ? `, CV ${weightCv}` : ''}`,
    draw: (random) => {
      const panel = drawPanel(random, { personas, weightCv })
      const items = LOADINGS.map((loading) =>
        panel.values.map(
          (value) => loading * value + Math.sqrt(1 - loading ** 2) * random.normal(),
        ),
      )
      return { ...panel, items }
    },
    checks: [
      {
        kind: 'coverage',
        what: 'α',
        truth: cronbachAlpha(COVARIANCE),
        intervalOf: ({ design, items, everyone }) =>
          alphaEstimate(design, weightedMoments(design, items, everyone), everyone, 0.95),
      },
      {
        kind: 'coverage',
        what: 'ω',
        truth: omegaTotal(COVARIANCE),
        intervalOf: ({ design, items, everyone }) =>
          omegaEstimate(design, weightedMoments(design, items, everyone), everyone, 0.95),
      },
    ],
  }
}

export const scaleScenarios = [scaleScenario(100, 0), scaleScenario(200, 0.5)]
