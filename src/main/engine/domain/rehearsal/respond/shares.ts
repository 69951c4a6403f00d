import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { answerTexts } from '../../questions/ask-question.ts'
import { largestRemainder } from '../../statistics/largest-remainder.ts'
import { rescale } from '../cut-points.ts'
import { totalOf } from '../latent.ts'
import { variances } from '../loadings.ts'
import { candidatesOf, interceptsOf } from './options.ts'
import { latentOf, scaleShares } from './scales.ts'
import { listText, type Responder } from './survey-item.ts'

const occasionSd = Math.sqrt(variances.occasion)
/** Places of the integral over what the occasion adds to one option. */
const PLACES = 200

/**
 * A share per answer: what the persona would say over many occasions, worked out from the response
 * model with everything given but the occasion. Whole percents.
 */
export const sharesOfAnswers: Responder = (persona, item) => {
  const texts = answerTexts(item.question)
  const parts = latentOf(persona, item)
  const shares =
    item.template.type === 'single'
      ? choiceShares(persona, item)
      : pointShares(totalOf(parts) - parts.occasion, scaleShares(item.template))
  const percents = largestRemainder(shares, 100)
  return {
    value: null,
    text: listText(texts.map((text, i) => `${text}: ${percents[i]} %`)),
    eta: totalOf(parts) - parts.occasion,
    parts,
  }
}

/** @param mean  of the latent answer over occasions  @returns in the order of the answers */
function pointShares(mean: number, reference: readonly number[]): number[] {
  // "Yes" comes first and is the higher end.
  const ascending = rescale(reference.length === 2 ? reference.toReversed() : reference)
  let cumulative = 0
  const bounds = ascending.map((share) => {
    cumulative += share
    return cumulative >= 1 - 1e-12 ? Infinity : normalQuantile(cumulative, 0, 1)
  })
  const below = bounds.map((bound) => normalCdf(bound, mean, occasionSd))
  const shares = below.map((share, i) => share - (i === 0 ? 0 : below[i - 1]!))
  return reference.length === 2 ? shares.toReversed() : shares
}

/** P(option i has the highest utility), each with an occasion of its own, in the order shown. */
function choiceShares(...[persona, item]: Parameters<Responder>): number[] {
  const intercepts = interceptsOf(item)
  const candidates = candidatesOf(persona, item)
  const means = candidates.map(({ eta, parts }, i) => eta - parts.occasion + intercepts[i]!)
  const shares = means.map((mean, i) => {
    let sum = 0
    for (let place = 0; place < PLACES; place++) {
      const z = normalQuantile((place + 0.5) / PLACES, 0, 1)
      const utility = mean + occasionSd * z
      sum += means.reduce(
        (product, other, j) =>
          j === i ? product : product * normalCdf(utility, other, occasionSd),
        1,
      )
    }
    return sum / PLACES
  })
  const shown = answerTexts(item.question)
  const shareOf = new Map(candidates.map(({ text }, i) => [text, shares[i]!]))
  return shown.map((text) => shareOf.get(text) ?? 0)
}
