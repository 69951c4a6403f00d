import normalCdf from '@stdlib/stats-base-dists-normal-cdf'

/** Even; the error is under 1e-9 from two degrees of freedom on. */
const INTERVALS = 800

/**
 * P(T > t) of Student's noncentral t: the normal tail averaged over the distribution of the
 * estimated SD, S = χ/√df (Johnson, Kotz & Balakrishnan 1995, ch. 31), by Simpson's rule.
 *
 * @param df  degrees of freedom, ≥ 1, need not be whole
 */
export function noncentralTUpperTail(t: number, df: number, noncentrality: number): number {
  const spread = 1 / Math.sqrt(2 * df)
  const from = Math.max(1e-9, 1 - 9 * spread)
  const step = (1 + 12 * spread - from) / INTERVALS
  // The density up to a constant, at most 1: the constant falls out of the quotient.
  const mode = Math.sqrt(Math.max(df - 1, 1e-9) / df)
  const logDensity = (s: number) => (df - 1) * Math.log(s) - (df * s * s) / 2
  const highest = logDensity(Math.max(mode, from))
  let tail = 0
  let total = 0
  for (let i = 0; i <= INTERVALS; i++) {
    const s = from + i * step
    const simpson = i === 0 || i === INTERVALS ? 1 : i % 2 === 1 ? 4 : 2
    const weight = simpson * Math.exp(logDensity(s) - highest)
    total += weight
    tail += weight * normalCdf(noncentrality - t * s, 0, 1)
  }
  return tail / total
}
