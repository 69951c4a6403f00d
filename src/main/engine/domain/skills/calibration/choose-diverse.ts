import { predictorsOf, type Respondent } from '../../rehearsal/predictors.ts'
import { uniform } from '../../random.ts'

/**
 * A few people as far apart as can be, by traits, values, age and gender: one drawn, then again and
 * again the one whose nearest among those chosen is farthest (Gonzalez 1985). Fewer where there are
 * no more.
 */
export function chooseDiverse<P extends Respondent>(
  people: readonly P[],
  count: number,
  randomSeed: number,
): P[] {
  if (people.length === 0) return []
  const places = people.map((person) => predictorsOf(person))
  const chosen = [Math.floor(uniform(randomSeed, 'calibration') * people.length)]
  const nearest = places.map((place) => distance(place, places[chosen[0]!]!))
  while (chosen.length < Math.min(count, people.length)) {
    let next = -1
    for (let i = 0; i < nearest.length; i++)
      if (!chosen.includes(i) && (next === -1 || nearest[i]! > nearest[next]!)) next = i
    chosen.push(next)
    for (let i = 0; i < nearest.length; i++)
      nearest[i] = Math.min(nearest[i]!, distance(places[i]!, places[next]!))
  }
  return chosen.map((i) => people[i]!)
}

function distance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0)
}
