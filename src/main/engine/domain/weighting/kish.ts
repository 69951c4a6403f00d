/** Kish (1965): effective n = (Σw)² / Σw²; 0 for no weights. */
export function effectiveSampleSize(weights: Float64Array): number {
  let sum = 0
  let squares = 0
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!
    squares += weights[i]! ** 2
  }
  return squares === 0 ? 0 : sum ** 2 / squares
}

/** Kish (1965): 1 + CV²(w), the factor by which weighting inflates the variance; ≥ 1. */
export function designEffect(weights: Float64Array): number {
  return weights.length === 0 ? 1 : weights.length / effectiveSampleSize(weights)
}
