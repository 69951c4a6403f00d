import { cautiousShare } from './cautious.ts'
import { clopperPearson } from './clopper-pearson.ts'
import {
  countRows,
  DEFAULT_LEVEL,
  degreesAdjustment,
  degreesOfFreedom,
  kishEffectiveN,
  personaEffectiveN,
  personasIn,
  tFactor,
  type Domain,
  type Estimate,
  type SurveyDesign,
} from './design.ts'
import { linearisedMean } from './mean.ts'

export type ShareOptions = { readonly level?: number; readonly method?: 'beta' | 'xlogit' }

/**
 * Weighted share, 0–1, with the interval of Korn & Graubard (1998) (R: `svyciprop(method =
 * "beta")`), the effective n capped at n; at 0 or 1, where R has no interval, Clopper & Pearson
 * (1934) at Kish's effective n over personas (docs/decisions/0121). `xlogit` is R's interval on the logit scale. NaN for an empty domain.
 * Where few personas carry the weight a cautious interval comes with it.
 *
 * @param indicator  1 where the row has the property: shape [rows]
 */
export function shareEstimate(
  design: SurveyDesign,
  indicator: Uint8Array,
  domain: Domain,
  { level = DEFAULT_LEVEL, method = 'beta' }: ShareOptions = {},
): Estimate {
  const { estimate, standardError, influence } = linearisedMean(
    design,
    new Float64Array(indicator),
    domain,
  )
  const df = degreesOfFreedom(design, domain)
  const n = countRows(domain)
  const effectiveN = kishEffectiveN(design, domain)
  const [lower, upper] =
    estimate === 0 || estimate === 1
      ? clopperPearson(estimate, personaEffectiveN(design, domain), level)
      : method === 'beta'
        ? clopperPearson(estimate, trialsOf(estimate, standardError, { n, df, level }), level)
        : xlogit(estimate, standardError, df, level)
  const personas = personasIn(design, domain)
  const found = { estimate, standardError, lower, upper, level, n, personas, effectiveN }
  const cautious = cautiousShare(design, indicator, domain, { ...found, influence })
  return { ...found, degreesOfFreedom: df, ...(cautious && { cautious }) }
}

/**
 * Korn & Graubard's effective n of a share: the n whose binomial variance is the one found, moved
 * from the t at n − 1 to the t at the design's degrees of freedom.
 */
function trialsOf(
  share: number,
  standardError: number,
  { n, df, level }: { n: number; df: number; level: number },
): number {
  if (!(df > 0)) return Number.NaN
  const ofVariance = (share * (1 - share)) / standardError ** 2
  return Math.min(n, ofVariance * degreesAdjustment(level, n, df))
}

function xlogit(share: number, standardError: number, df: number, level: number): [number, number] {
  const centre = Math.log(share / (1 - share))
  const half = (tFactor(level, df) * standardError) / (share * (1 - share))
  return [expit(centre - half), expit(centre + half)]
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
