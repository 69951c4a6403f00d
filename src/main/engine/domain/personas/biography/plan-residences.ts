import type { Dice } from '../dice.ts'
import { otherPlaces, type Home } from '../places.ts'
import type { TraitScores } from '../traits.ts'
import type { EducationPlan } from './plan-education.ts'
import type { Residence } from './life.ts'

/** People who are open to new things move more. Standard deviations to log-odds; ours. */
const OPENNESS_EFFECT = 0.4
const MIN_STAY_YEARS = 1

/** Homes in order, without gaps; the last one is where the seed says somebody lives. */
export function planResidences(
  home: Home,
  age: number,
  education: EducationPlan,
  traits: TraitScores,
  dice: Dice,
): Residence[] {
  const moves = planMoves(age, education, traits, dice)
  const places = [...otherPlaces(home, moves.length, dice).slice(0, moves.length), home.city]
  const starts = [0, ...moves.slice(0, places.length - 1)]
  return places.map((place, i) => ({ place, from: starts[i]!, to: starts[i + 1] ?? null }))
}

/** Ages of moves to another place, rising, with time to live in between. */
function planMoves(
  age: number,
  { stages }: EducationPlan,
  traits: TraitScores,
  dice: Dice,
): number[] {
  const likely = (odds: number, purpose: string) => {
    const logit = Math.log(odds / (1 - odds)) + OPENNESS_EFFECT * traits.openness
    return dice.chance(1 / (1 + Math.exp(-logit)), `move:${purpose}?`)
  }
  const at = (low: number, high: number, purpose: string) =>
    dice.between(low, high, `move:${purpose}`)
  const study = stages.find(({ kind }) => kind === 'bachelor' || kind === 'vocational')
  const working = Math.max(...stages.map(({ to }) => to ?? age), 18)

  const wished = [
    likely(0.25, 'childhood') ? at(2.5, 14, 'childhood') : undefined,
    study && likely(0.4, 'study') ? study.from : undefined,
    likely(0.45, 'work') ? at(working + 0.5, Math.max(working + 4, 34), 'work') : undefined,
    likely(0.2, 'middle') ? at(36, 52, 'middle') : undefined,
    likely(0.15, 'late') ? at(54, 70, 'late') : undefined,
  ]
  const possible = wished.filter((move) => move !== undefined && move < age - 0.3) as number[]
  const moves: number[] = []
  for (const move of possible.toSorted((a, b) => a - b)) {
    if (move - (moves.at(-1) ?? 0) > MIN_STAY_YEARS && !interruptsStudy(move, stages))
      moves.push(move)
  }
  return moves
}

// Children change school when the family moves; students stay until they are done.
function interruptsStudy(move: number, stages: EducationPlan['stages']): boolean {
  return stages.some(({ kind, from, to }) => {
    const ofSchool = kind === 'primary' || kind === 'secondary'
    return !ofSchool && move > from + 0.01 && (to === null || move < to)
  })
}
