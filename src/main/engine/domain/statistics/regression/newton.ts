import { solve } from '../solve.ts'
import { dot, identity, timesVector, type Matrix } from '../matrix.ts'

const MAX_STEPS = 100
const MAX_HALVINGS = 40
/** Newton decrement, relative to the log likelihood's size: steps after it change nothing. */
const CONVERGED = 1e-20
/** What summing may take off a log likelihood, relative to its size. */
const ROUNDING = 1e-13

/** A concave log likelihood at some parameters. */
export type Likelihood = {
  readonly value: number
  readonly gradient: readonly number[]
  /** Minus the second derivatives. */
  readonly information: Matrix
}

export type Maximum = {
  readonly parameters: readonly number[]
  readonly inverseInformation: Matrix
  readonly value: number
  /** False: it still rises, as it does without end where answers are separated. */
  readonly converged: boolean
}

/**
 * Newton's method with step halving.
 *
 * @param at  −Infinity or NaN as value where the parameters are not allowed
 */
export function maximise(
  at: (parameters: readonly number[]) => Likelihood,
  start: readonly number[],
): Maximum {
  let parameters = start
  let here = at(parameters)
  for (let step = 0; step < MAX_STEPS; step++) {
    const inverse = solve(here.information, identity(parameters.length))
    if (!inverse) return stopped(parameters, here)
    const move = timesVector(inverse, here.gradient)
    const decrement = dot(move, here.gradient)
    const found = stepAlong(at, parameters, here, move)
    const isDone = decrement <= CONVERGED * (1 + Math.abs(here.value))
    if (!found || isDone) {
      const end = found ?? { parameters, here }
      const last = solve(end.here.information, identity(parameters.length))
      if (!last) return stopped(parameters, here)
      const { value } = end.here
      return { parameters: end.parameters, inverseInformation: last, value, converged: isDone }
    }
    ;({ parameters, here } = found)
  }
  return stopped(parameters, here)
}

function stepAlong(
  at: (parameters: readonly number[]) => Likelihood,
  from: readonly number[],
  here: Likelihood,
  move: readonly number[],
): { parameters: readonly number[]; here: Likelihood } | undefined {
  let scale = 1
  for (let halving = 0; halving < MAX_HALVINGS; halving++) {
    const parameters = from.map((value, i) => value + scale * move[i]!)
    const there = at(parameters)
    if (there.value >= here.value - ROUNDING * Math.abs(here.value))
      return { parameters, here: there }
    scale /= 2
  }
  return undefined
}

function stopped(parameters: readonly number[], { value }: Likelihood): Maximum {
  return { parameters, inverseInformation: identity(parameters.length), value, converged: false }
}
