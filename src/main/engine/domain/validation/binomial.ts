/**
 * A binomial draw. By inversion where few successes are expected, else by transformed rejection with
 * squeeze (BTRS, Hörmann 1993): the work does not grow with n.
 *
 * @param uniform  next number on [0, 1)
 */
export function binomial(uniform: () => number, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomial(uniform, n, 1 - p)
  return n * p < 10 ? byInversion(uniform, n, p) : byRejection(uniform, n, p)
}

/**
 * Counts of a multinomial sample: one binomial after the other, of what is left.
 *
 * @param shares  sum 1, shape [categories]
 * @param into    where the counts go, shape [categories]
 */
export function multinomial(
  uniform: () => number,
  n: number,
  shares: readonly number[],
  into = new Float64Array(shares.length),
): Float64Array {
  let left = n
  let rest = 1
  for (let k = 0; k < shares.length; k++) {
    const isLast = k === shares.length - 1
    const count = isLast ? left : binomial(uniform, left, Math.min(1, shares[k]! / rest))
    into[k] = count
    left -= count
    rest = Math.max(rest - shares[k]!, Number.MIN_VALUE)
  }
  return into
}

function byInversion(uniform: () => number, n: number, p: number): number {
  const odds = p / (1 - p)
  let term = (1 - p) ** n
  let u = uniform()
  let k = 0
  while (u > term && k < n) {
    u -= term
    k += 1
    term *= (odds * (n - k + 1)) / k
  }
  return k
}

function byRejection(uniform: () => number, n: number, p: number): number {
  const spq = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spq
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const c = n * p + 0.5
  const vr = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spq
  const odds = Math.log(p / (1 - p))
  const mode = Math.floor((n + 1) * p)
  const h = logFactorial(mode) + logFactorial(n - mode)
  for (;;) {
    const u = uniform() - 0.5
    const v = uniform()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + c)
    if (k < 0 || k > n) continue
    if (us >= 0.07 && v <= vr) return k
    const bound = h - logFactorial(k) - logFactorial(n - k) + (k - mode) * odds
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k
  }
}

const SMALL = 1024
const smallFactorials = new Float64Array(SMALL)
for (let k = 2; k < SMALL; k++) smallFactorials[k] = smallFactorials[k - 1]! + Math.log(k)

/** ln k!, beyond a table by Stirling's series: exact to 1e-13 there. */
function logFactorial(k: number): number {
  if (k < SMALL) return smallFactorials[k]!
  return (
    (k + 0.5) * Math.log(k) - k + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * k) - 1 / (360 * k ** 3)
  )
}
