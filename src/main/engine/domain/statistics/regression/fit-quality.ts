import type { FittedModel } from './fitted-model.ts'

export type FitQuality = {
  /** Linear: share of the weighted variance explained. NaN for other models. */
  readonly rSquared: number
  /** McFadden (1974): 1 − log likelihood over that without predictors. NaN for linear models. */
  readonly mcFadden: number
  /** Nagelkerke (1991), of weighted likelihoods (R: `psrsq`). NaN for linear models. */
  readonly nagelkerke: number
}

export function fitQuality(
  { deviance, nullDeviance, weight }: FittedModel,
  isLinear: boolean,
): FitQuality {
  const explained = 1 - deviance / nullDeviance
  if (isLinear) return { rSquared: explained, mcFadden: Number.NaN, nagelkerke: Number.NaN }
  const coxSnell = 1 - Math.exp((deviance - nullDeviance) / weight)
  return {
    rSquared: Number.NaN,
    mcFadden: explained,
    nagelkerke: coxSnell / (1 - Math.exp(-nullDeviance / weight)),
  }
}
