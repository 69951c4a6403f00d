import { END_OF_SKILL } from '../../../../../shared/contract/questions.ts'
import type { LogicEdge } from '../../../../../shared/contract/skill-logic.ts'

/** To the neighbour in the list, or along a jump, there and back. */
export type MapStep = 'next' | 'before' | 'jump' | 'back'

/**
 * Where a key leads on the map; it stays where nothing leads on.
 *
 * @param at  from 0
 */
export function stepOnMap(
  ids: readonly string[],
  edges: readonly LogicEdge[],
  at: number,
  step: MapStep,
): number {
  if (step === 'next') return Math.min(at + 1, ids.length - 1)
  if (step === 'before') return Math.max(at - 1, 0)
  const id = ids[at]
  const others = edges
    .filter(({ from, to }) => (step === 'jump' ? from : to) === id)
    .map(({ from, to }) => ids.indexOf(step === 'jump' ? to : from))
    .filter((place) => place !== -1 && Math.abs(place - at) > 1)
  return others[0] ?? at
}

/** "Leads to q4 when …", for who does not see the arrows; empty where it goes on as listed. */
export function sayWhereTo(edges: readonly LogicEdge[], id: string): string {
  return edges
    .filter(({ from, when }) => from === id && when !== null)
    .map(({ to, when }) => `To ${to === END_OF_SKILL ? 'the end' : to} when ${when}`)
    .join('. ')
}
