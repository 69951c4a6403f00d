import { clopperPearson } from './clopper-pearson.ts'
import {
  carriersOf,
  degreesAdjustment,
  degreesOfFreedom,
  kishEffectiveN,
  personasIn,
  tFactor,
  type CautiousInterval,
  type Domain,
  type SurveyDesign,
} from './design.ts'
import { unitsOf } from './units.ts'
import { degreesOfVariance } from './variance.ts'

/**
 * Fewer carriers than this, and than half the degrees of freedom, and R's intervals hold the truth
 * too seldom (docs/decisions/0116).
 */
export const FEW_CARRIERS = 50

/** Expected n·p(1 − p) from which the variance found is trusted alone. */
const ENOUGH_INFORMATION = 3

/** How few carry a domain's weight; undefined where they are enough or weights nearly alike. */
function fewCarriers(design: SurveyDesign, domain: Domain): number | undefined {
  const carriers = carriersOf(design, domain)
  const isFew = carriers < FEW_CARRIERS && carriers < degreesOfFreedom(design, domain) / 2
  return isFew ? carriers : undefined
}

/** What was estimated in the ordinary way. */
type Ordinary = {
  readonly estimate: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
  readonly level: number
}

/**
 * A mean's t interval with as many degrees of freedom as there are carriers (Satterthwaite 1946:
 * those of its variance for normal answers). Undefined where the ordinary interval will do.
 */
export function cautiousMean(
  design: SurveyDesign,
  domain: Domain,
  { estimate, standardError, level }: Ordinary,
): CautiousInterval | undefined {
  const carriers = fewCarriers(design, domain)
  if (carriers === undefined || !(standardError > 0)) return undefined
  const half = tFactor(level, carriers) * standardError
  return { lower: estimate - half, upper: estimate + half, carriers }
}

/**
 * A share's interval of Korn & Graubard (1998) with as many degrees of freedom as the personas show
 * its variance to have (Valliant & Rust 2010). Where few had a say, the variance is small just when
 * the share is: the less information there is, the more the one that weights and repeated interviews
 * give by themselves takes its place, if larger (design effects of Kish 1987; Gabler, Häder & Lahiri
 * 1999). Undefined where the ordinary interval will do; never narrower.
 */
export function cautiousShare(
  design: SurveyDesign,
  indicator: Uint8Array,
  domain: Domain,
  ordinary: Ordinary & { readonly n: number; readonly influence: Float64Array },
): CautiousInterval | undefined {
  const { estimate, standardError, level, n, influence } = ordinary
  const carriers = fewCarriers(design, domain)
  if (carriers === undefined || !(standardError > 0)) return undefined
  const found = (estimate * (1 - estimate)) / standardError ** 2
  const expected = kishEffectiveN(design, domain) / clusterEffect(design, indicator, domain)
  const information = (expected * estimate * (1 - estimate)) / ENOUGH_INFORMATION
  const trust = expected < found ? Math.min(1, information) : 1
  // A power of a variance varies as much less, relative to itself, as its exponent is.
  const known = degreesOfVariance(design, influence, personasIn(design, domain)) / trust ** 2
  const df = Math.min(known, degreesOfFreedom(design, domain))
  const effectiveN = found ** trust * expected ** (1 - trust)
  const trials = Math.min(n, effectiveN * degreesAdjustment(level, n, df))
  const [lower, upper] = clopperPearson(estimate, trials, level)
  if (!(lower < ordinary.lower || upper > ordinary.upper)) return undefined
  return {
    lower: Math.min(lower, ordinary.lower),
    upper: Math.max(upper, ordinary.upper),
    carriers,
  }
}

/**
 * By how much repeated interviews of personas inflate a share's variance, without weights, which
 * would blur it; at least 1.
 */
function clusterEffect(design: SurveyDesign, indicator: Uint8Array, domain: Domain): number {
  const { unitOf, stratumOf } = unitsOf(design)
  const hits = new Float64Array(stratumOf.length)
  const rows = new Float64Array(stratumOf.length)
  let [n, yes] = [0, 0]
  for (let row = 0; row < domain.length; row++) {
    if (!domain[row] || design.weight[row] === 0) continue
    const unit = unitOf[row]!
    rows[unit]! += 1
    hits[unit]! += indicator[row]!
    n += 1
    yes += indicator[row]!
  }
  const share = yes / n
  let units = 0
  let squares = 0
  rows.forEach((count, unit) => {
    if (count > 0) units += 1
    squares += (hits[unit]! - share * count) ** 2
  })
  if (units === n) return 1
  const effect = (squares * units) / (units - 1) / (n * share * (1 - share))
  return effect > 1 ? effect : 1
}
