import type { Question } from '../../../../../shared/contract/questions.ts'

export type ExpectedVariance = {
  readonly variance: number
  /** `declared`: from what the author expects. `scale`: if every point were as likely. */
  readonly from: 'declared' | 'scale'
}

const NODES = 401
const WIDEST = 5

/** The spread that answers are held against; undefined where the question has no scale of its own. */
export function expectedVarianceOf(question: Question): ExpectedVariance | undefined {
  switch (question.type) {
    case 'likert':
      return question.referenceShares
        ? { variance: varianceOfPoints(question.referenceShares), from: 'declared' }
        : { variance: uniformVariance(question.labels.length), from: 'scale' }
    case 'nps':
      return question.referenceShares
        ? { variance: varianceOfPoints(question.referenceShares), from: 'declared' }
        : { variance: uniformVariance(11), from: 'scale' }
    case 'numeric':
      // A range says what may be typed, not how far people lie apart.
      return question.reference
        ? { variance: clampedVariance(question, question.reference), from: 'declared' }
        : undefined
    default:
      return undefined
  }
}

/** Of k points that are equally likely: the null of r_wg (James, Demaree & Wolf 1984). */
function uniformVariance(k: number): number {
  return (k * k - 1) / 12
}

function varianceOfPoints(shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const mean = shares.reduce((sum, share, point) => sum + (share / total) * point, 0)
  return shares.reduce((sum, share, point) => sum + (share / total) * (point - mean) ** 2, 0)
}

/** Variance of a normal variable whose values beyond the range are moved to its ends. */
function clampedVariance(
  { min, max }: { min: number; max: number },
  { mean, sd }: { mean: number; sd: number },
): number {
  let [mass, first, second] = [0, 0, 0]
  for (let node = 0; node < NODES; node++) {
    const z = -WIDEST + (2 * WIDEST * node) / (NODES - 1)
    const density = Math.exp((-z * z) / 2)
    const value = Math.min(max, Math.max(min, mean + sd * z))
    mass += density
    first += density * value
    second += density * value * value
  }
  return second / mass - (first / mass) ** 2
}
