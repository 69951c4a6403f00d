import { normal } from '../random.ts'
import { predictorCovariance, predictorNames } from './norms.ts'

/** Parts of the variance of the latent answer η, whose total is 1. */
export const variances = {
  /** β·x: what follows from traits, values, age and gender… */
  profile: 0.33,
  /**
   * …and from the other attributes: together .35. Small, because in a sample where all live in one
   * town, what the town does moves everybody away from the reference shares.
   */
  attributes: 0.02,
  /** u: lasting, of this persona on this question. */
  question: 0.4,
  /** e: of this occasion. */
  occasion: 0.25,
} as const

/**
 * β: weights of the standardised predictors, shape [17], from the facet's name alone, scaled by the
 * predictors' correlations so that β·x has variance `variances.profile` among the norm people.
 */
export function loadingsOf(facet: string): readonly number[] {
  const known = cache.get(facet)
  if (known) return known
  const raw = predictorNames.map((name) => relativeSize(name) * normal('loading', facet, name))
  const scale = Math.sqrt(variances.profile / predictorCovariance(raw, raw))
  const loadings = raw.map((weight) => weight * scale)
  if (cache.size >= MAX_CACHED_FACETS) cache.clear()
  cache.set(facet, loadings)
  return loadings
}

// Memory of a pure function: a run asks the same few facets of every persona.
const cache = new Map<string, readonly number[]>()
const MAX_CACHED_FACETS = 5000

// Ours: the five traits carry most; each of ten value ranks, age and gender less. Smaller weights
// on the ranks also keep β·x near a normal distribution.
function relativeSize(name: (typeof predictorNames)[number]): number {
  if (name === 'age' || name === 'gender') return 0.5
  return traits.has(name) ? 1 : 0.6
}
const traits: ReadonlySet<string> = new Set(predictorNames.slice(0, 5))
