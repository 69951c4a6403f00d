/** Spread of the cosines under which they tell nothing apart. */
const NO_INFORMATION = 1e-9
/** Temperature of the softmax for two answers, for which the published formula degenerates. Ours. */
const TWO_ANSWERS_TAU = 0.05

/** Vectors come in single precision (2⁻²⁴): cosines of theirs differ by about so much for nothing. */
const ROUNDING = 2 ** -21

/**
 * Cosines of an answer with the statements of one set, measured on vectors of single precision: all
 * the same where no two of them differ by more than rounding, else as they are.
 */
export function withoutRounding(cosines: readonly number[]): number[] {
  const least = Math.min(...cosines)
  const isRounding = Math.max(...cosines) - least < ROUNDING
  return cosines.map((one) => (isRounding ? least : one))
}

type Options = {
  /** Added to the least similar answer, so that it gets more than nothing. ≥ 0 */
  readonly epsilon?: number
  /** ≥ 0: below 1 sharpens, above 1 flattens; at 0 the most similar answer gets everything. */
  readonly temperature?: number
}

/**
 * Semantic similarity rating (Maier et al. 2025): shares of the answers of a scale from how similar
 * what was said is to the statements that stand for them. Per set of statements
 * p = (c − min c + ε·[least similar]) / (Σc − n·min c + ε) with c = (1 + cos) / 2; averaged over the
 * sets, then p^(1/T), rescaled. For two answers, where that gives only 0 and 1, softmax(c / τ).
 *
 * @param cosines  per set of statements, one per answer in its order, −1 … 1
 * @returns shares that sum to 1; null where no set tells the answers apart
 */
export function similarityShares(
  cosines: readonly (readonly number[])[],
  { epsilon = 0, temperature = 1 }: Options = {},
): number[] | null {
  const telling = cosines
    .map((set) => sharesOf(set, epsilon))
    .filter((shares): shares is number[] => shares !== null)
  if (telling.length === 0) return null
  const mean = telling[0]!.map(
    (_, i) => telling.reduce((sum, shares) => sum + shares[i]!, 0) / telling.length,
  )
  return sharpen(mean, temperature)
}

/** p^(1/T), rescaled: by the largest share first, so that no temperature makes all of them 0. */
function sharpen(shares: readonly number[], temperature: number): number[] {
  const most = Math.max(...shares)
  const powered = shares.map((share) => (share === most ? 1 : (share / most) ** (1 / temperature)))
  const total = powered.reduce((sum, share) => sum + share, 0)
  return powered.map((share) => share / total)
}

function sharesOf(cosines: readonly number[], epsilon: number): number[] | null {
  if (Math.max(...cosines) - Math.min(...cosines) < NO_INFORMATION) return null
  const similarities = cosines.map((cosine) => (1 + cosine) / 2)
  const least = Math.min(...similarities)
  if (similarities.length === 2) return softmax(similarities, TWO_ANSWERS_TAU)
  const leastAt = similarities.indexOf(least)
  const total = similarities.reduce((sum, c) => sum + c, 0) - similarities.length * least + epsilon
  return similarities.map((c, i) => (c - least + (i === leastAt ? epsilon : 0)) / total)
}

function softmax(values: readonly number[], tau: number): number[] {
  const most = Math.max(...values)
  const powers = values.map((value) => Math.exp((value - most) / tau))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}
