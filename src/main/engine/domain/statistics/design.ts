import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { unitsOf, type Units } from './units.ts'

/**
 * The survey design `svydesign(ids = ~persona, strata = ~cohort, weights = ~w, nest = TRUE)`: one
 * row per task, personas as sampling units (PSUs), each in exactly one stratum. Every field has the
 * shape [rows] and is never changed after its first use: what follows from it is remembered.
 */
export type SurveyDesign = {
  /** Index of the persona, ≥ 0. */
  readonly unit: Int32Array
  /** Index of the cohort, ≥ 0; the same for all rows of a unit. */
  readonly stratum: Int32Array
  /** ≥ 0; only ratios matter. */
  readonly weight: Float64Array
  /**
   * Margins the weights were raked on, a category per row each: variances then take the raking into
   * account, as after R's `rake()`. Absent: the weights are constants.
   */
  readonly rakedOn?: readonly Int32Array[]
}

export type Estimate = {
  readonly estimate: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
  /** Nominal coverage, e.g. 0.95. */
  readonly level: number
  /** Rows in the domain. */
  readonly n: number
  /** Personas with a weight in the domain. */
  readonly personas: number
  /** Kish (1965): (Σw)² / Σw² over the rows of the domain. */
  readonly effectiveN: number
  readonly degreesOfFreedom: number
  /** Of shares and means that few personas carry; absent where the interval will do. */
  readonly cautious?: CautiousInterval
}

/** A wider interval beside the ordinary one; see `cautious.ts`. */
export type CautiousInterval = {
  readonly lower: number
  readonly upper: number
  /** Personas of equal weight who would tell as much of the error. */
  readonly carriers: number
}

/**
 * Rows of a domain: 1 inside, 0 outside (missing answers are outside). Shape [rows]; never changed
 * after its first use.
 */
export type Domain = Uint8Array

export const DEFAULT_LEVEL = 0.95

/** What follows from a domain whatever is estimated in it. */
type DomainSize = {
  readonly degreesOfFreedom: number
  readonly rows: number
  readonly effectiveN: number
  readonly carriers: number
  readonly personas: number
  readonly personaEffectiveN: number
}

// Every share and mean of a question asks for the size of the same few domains.
const remembered = new WeakMap<SurveyDesign, WeakMap<Domain, DomainSize>>()

function sizeOf(design: SurveyDesign, domain: Domain): DomainSize {
  const domains = remembered.get(design) ?? new WeakMap<Domain, DomainSize>()
  remembered.set(design, domains)
  const known = domains.get(domain)
  if (known) return known
  const size = measure(design, domain)
  domains.set(domain, size)
  return size
}

function measure(design: SurveyDesign, domain: Domain): DomainSize {
  const units = unitsOf(design)
  const { unitOf, stratumOf, strata } = units
  const unitSeen = new Uint8Array(stratumOf.length)
  const stratumSeen = new Uint8Array(strata)
  const unitWeight = new Float64Array(stratumOf.length)
  let sum = 0
  let squares = 0
  for (let row = 0; row < domain.length; row++) {
    const weight = design.weight[row]!
    if (!domain[row] || weight === 0) continue
    const unit = unitOf[row]!
    unitSeen[unit] = 1
    stratumSeen[stratumOf[unit]!] = 1
    unitWeight[unit]! += weight
    sum += weight
    squares += weight * weight
  }
  return {
    degreesOfFreedom: countRows(unitSeen) - countRows(stratumSeen),
    rows: countRows(domain),
    effectiveN: squares === 0 ? 0 : sum ** 2 / squares,
    carriers: carriersIn(unitWeight),
    ...personasOf(unitWeight, units),
  }
}

/** A persona in two cohorts is two units, and one person. */
function personasOf(
  unitWeight: Float64Array,
  { personaOf, personas }: Units,
): Pick<DomainSize, 'personas' | 'personaEffectiveN'> {
  const weights = new Float64Array(personas)
  for (let unit = 0; unit < unitWeight.length; unit++)
    weights[personaOf[unit]!]! += unitWeight[unit]!
  let count = 0
  let sum = 0
  let squares = 0
  for (const weight of weights) {
    if (weight > 0) count += 1
    sum += weight
    squares += weight ** 2
  }
  return { personas: count, personaEffectiveN: squares === 0 ? 0 : sum ** 2 / squares }
}

function carriersIn(unitWeight: Float64Array): number {
  let squares = 0
  let fourths = 0
  for (const weight of unitWeight) {
    squares += weight ** 2
    fourths += weight ** 4
  }
  return fourths === 0 ? 0 : squares ** 2 / fourths
}

/** Units − strata, counting those with a weight in the domain (R: `degf` of the subset design). */
export function degreesOfFreedom(design: SurveyDesign, domain: Domain): number {
  return sizeOf(design, domain).degreesOfFreedom
}

/** Kish (1965): (Σw)² / Σw² over the rows of the domain; 0 when it is empty. */
export function kishEffectiveN(design: SurveyDesign, domain: Domain): number {
  return sizeOf(design, domain).effectiveN
}

/**
 * (ΣW²)² / ΣW⁴ of the personas' weights in a domain: as many of equal weight would tell as much of
 * a standard error, since its variance has so many degrees of freedom for normal answers
 * (Satterthwaite 1946). 0 when it is empty.
 */
export function carriersOf(design: SurveyDesign, domain: Domain): number {
  return sizeOf(design, domain).carriers
}

/** Distinct personas with a weight in the domain, whatever the number of their interviews. */
export function personasIn(design: SurveyDesign, domain: Domain): number {
  return sizeOf(design, domain).personas
}

/**
 * Kish's n over personas, each with the sum of its rows' weights: interviews of one persona are not
 * independent, and where all answers are alike no variance says so. 0 when the domain is empty.
 */
export function personaEffectiveN(design: SurveyDesign, domain: Domain): number {
  return sizeOf(design, domain).personaEffectiveN
}

export function countRows(domain: Domain): number {
  let n = 0
  for (let row = 0; row < domain.length; row++) n += domain[row]!
  return n
}

/**
 * What Korn & Graubard (1998) multiply an effective n by: it moves from the t at n − 1 to the t at the
 * design's degrees of freedom.
 */
export function degreesAdjustment(level: number, n: number, df: number): number {
  return (tFactor(level, n - 1) / tFactor(level, df)) ** 2
}

/** Half-width factor of a t interval; NaN without degrees of freedom. */
export function tFactor(level: number, df: number): number {
  return df > 0 ? tQuantile(1 - (1 - level) / 2, df) : Number.NaN
}
