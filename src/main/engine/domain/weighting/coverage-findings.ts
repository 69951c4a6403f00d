import type { CoverageFound } from './coverage.ts'

/** What the measures of coverage amount to, a sentence each. */
export function coverageFindings(found: CoverageFound, n: number): string[] {
  const { cellsReached, nearestDistance, entropyRatio, traitDiscrepancy } = found
  const [fewest] = cellsReached.randomRange
  const farther = nearestDistance.personas / nearestDistance.random - 1
  const uneven = traitDiscrepancy.personas / traitDiscrepancy.random
  return [
    `Somebody of their kind is here for ${percent(cellsReached.personas)} of the target; among ${n} random people it would be ${percent(cellsReached.random)}${cellsReached.personas < fewest ? ', so some kinds of people are missing' : ''}.`,
    `For a random person of the target the nearest persona is ${apart(farther)} the nearest of ${n} random people${nearestDistance.personas > nearestDistance.randomRange[1] ? ': corners of the space are empty' : ''}.`,
    ...(entropyRatio
      ? [
          `Weighted kinds of people are ${entropyRatio.personas < entropyRatio.randomRange[0] ? 'less varied than' : 'as varied as'} in a random sample with such weights.`,
        ]
      : []),
    `Traits are spread ${uneven > traitDiscrepancy.randomRange[1] / traitDiscrepancy.random ? `${uneven.toFixed(1)} times as unevenly as chance would have it` : 'as evenly as chance would have it'}.`,
  ]
}

function apart(farther: number): string {
  const by = Math.abs(Math.round(farther * 100))
  if (by === 0) return 'as near as'
  return `${by} % ${farther > 0 ? 'farther away' : 'closer'} than`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
