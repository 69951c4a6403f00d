import {
  countRows,
  degreesOfFreedom,
  kishEffectiveN,
  personasIn,
  tFactor,
  type Domain,
  type Estimate,
  type SurveyDesign,
} from '../design.ts'
import { standardErrorOfTotal } from '../variance.ts'
import type { Matrix } from '../matrix.ts'
import { alphaGradient, cronbachAlpha } from './alpha.ts'
import { influenceOfMoments, type Moments } from './moments.ts'
import { omegaGradient, omegaTotal } from './omega.ts'

/**
 * α with a standard error by linearisation over personas within cohorts, as all else has: intervals
 * of Feldt (1965) know neither weights nor several interviews of one persona. The interval is
 * symmetric in log(1 − α) (Bonett 2002) and needs no normal answers (Maydeu-Olivares, Coffman &
 * Hartmann 2007).
 *
 * @param moments  of the items over `domain`
 */
export function alphaEstimate(
  design: SurveyDesign,
  moments: Moments,
  domain: Domain,
  level: number,
): Estimate {
  const { covariance } = moments
  return reliability(design, moments, domain, {
    level,
    estimate: cronbachAlpha(covariance),
    gradient: alphaGradient(covariance),
  })
}

/** ω total with an interval made like that of α. NaN with fewer than three items. */
export function omegaEstimate(
  design: SurveyDesign,
  moments: Moments,
  domain: Domain,
  level: number,
): Estimate {
  const { covariance } = moments
  return reliability(design, moments, domain, {
    level,
    estimate: omegaTotal(covariance),
    gradient: omegaGradient(covariance),
  })
}

function reliability(
  design: SurveyDesign,
  moments: Moments,
  domain: Domain,
  { level, estimate, gradient }: { level: number; estimate: number; gradient: Matrix },
): Estimate {
  const influence = influenceOfMoments(design, moments, gradient, domain)
  const standardError = Number.isNaN(estimate)
    ? Number.NaN
    : standardErrorOfTotal(design, influence)
  const df = degreesOfFreedom(design, domain)
  const half = (tFactor(level, df) * standardError) / (1 - estimate)
  return {
    estimate,
    standardError,
    lower: 1 - (1 - estimate) * Math.exp(half),
    upper: 1 - (1 - estimate) * Math.exp(-half),
    level,
    n: countRows(domain),
    personas: personasIn(design, domain),
    effectiveN: kishEffectiveN(design, domain),
    degreesOfFreedom: df,
  }
}
