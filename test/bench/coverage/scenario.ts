import { randomOf, type Random } from './panel.ts'

export type Interval = {
  readonly lower: number
  readonly upper: number
  readonly standardError: number
}

/** One thing that is judged in every draw. */
export type Check<Draw> =
  | {
      readonly kind: 'coverage'
      readonly what: string
      readonly truth: number
      /** The share estimated, where it is one: coverage is discrete where hits are few. */
      readonly share?: number
      /** n_eff·p(1 − p) of one draw, where it is not that of `share`. */
      informationOf?(draw: Draw): number
      /** More than .97 may hold it. */
      readonly atMost?: number
      /** Not promised, as something else is shown first there; measured all the same. */
      readonly beyond?: boolean
      intervalOf(draw: Draw): Interval
    }
  | {
      /** Of a null that is true, at 5 %. */
      readonly kind: 'rejection'
      readonly what: string
      /** It may be rejected less often than that, R's too. */
      readonly cautious?: boolean
      readonly beyond?: boolean
      pOf(draw: Draw): number
    }
  | {
      readonly kind: 'average'
      readonly what: string
      readonly truth: number
      readonly within: number
      valueOf(draw: Draw): number
    }

export type Scenario<Draw> = {
  readonly name: string
  draw(random: Random): Draw
  readonly checks: readonly Check<Draw>[]
}

export type Finding = {
  readonly scenario: string
  readonly what: string
  /** Share of draws that cover or reject; of an average, the average. */
  readonly found: number
  /** Bounds it must lie in; null beyond what is promised. */
  readonly from: number | null
  readonly to: number | null
  /** n_eff · p(1 − p) of shares; of a difference, that of the side which knows less. */
  readonly information: number | null
  /** Within its bounds, give or take two standard errors of the simulation for coverage. */
  readonly holds: boolean
}

/** Under this n_eff · p(1 − p) an interval of a share may cover more than its level. */
const ENOUGH = 5

export function runScenario<Draw>(
  { name, draw, checks }: Scenario<Draw>,
  draws: number,
): Finding[] {
  const sums = checks.map(() => ({ hits: 0, variance: 0, information: 0 }))
  for (let i = 0; i < draws; i++) {
    const drawn = draw(randomOf(i + 1))
    checks.forEach((check, at) => {
      const sum = sums[at]!
      switch (check.kind) {
        case 'coverage': {
          const { lower, upper, standardError } = check.intervalOf(drawn)
          if (lower <= check.truth && check.truth <= upper) sum.hits += 1
          sum.variance += standardError ** 2
          sum.information += check.informationOf?.(drawn) ?? 0
          break
        }
        case 'rejection':
          if (check.pOf(drawn) < 0.05) sum.hits += 1
          break
        case 'average':
          sum.hits += check.valueOf(drawn)
      }
    })
  }
  return checks.map((check, at) => findingOf(name, check, sums[at]!, draws))
}

function findingOf<Draw>(
  scenario: string,
  check: Check<Draw>,
  { hits, variance, ...sum }: { hits: number; variance: number; information: number },
  draws: number,
): Finding {
  const found = hits / draws
  const information = informationIn(check, variance / draws, sum.information / draws)
  const [from, to] = boundsOf(check, information)
  const beyond = check.kind !== 'average' && check.beyond === true
  const error = check.kind === 'coverage' ? 2 * Math.sqrt((found * (1 - found)) / draws) : 0
  return {
    scenario,
    what: check.what,
    found,
    from: beyond ? null : from,
    to: beyond ? null : to,
    information,
    holds: beyond || (found >= from - error && found <= to + error),
  }
}

function informationIn<Draw>(check: Check<Draw>, variance: number, given: number): number | null {
  if (check.kind !== 'coverage') return null
  if (check.informationOf) return given
  return check.share === undefined ? null : (check.share * (1 - check.share)) ** 2 / variance
}

function boundsOf<Draw>(check: Check<Draw>, information: number | null): [number, number] {
  if (check.kind === 'average') return [check.truth - check.within, check.truth + check.within]
  if (check.kind === 'rejection') return [check.cautious ? 0 : 0.04, 0.06]
  return [0.93, information !== null && information < ENOUGH ? 1 : (check.atMost ?? 0.97)]
}
