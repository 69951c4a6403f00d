/** Of `drawn` out of `all`, of which `marked` are marked. */
export type Draw = { readonly all: number; readonly marked: number; readonly drawn: number }

/**
 * P(at least `hits` marked ones are drawn), without replacement: the one-sided exact test of Fisher
 * (1935).
 */
export function drawnAtLeast(hits: number, { all, marked, drawn }: Draw): number {
  const most = Math.min(marked, drawn)
  if (hits > most) return 0
  const least = Math.max(0, drawn - (all - marked))
  if (hits <= least) return 1
  let term = Math.exp(
    logChoose(marked, hits) + logChoose(all - marked, drawn - hits) - logChoose(all, drawn),
  )
  let sum = 0
  for (let k = hits; k <= most; k++) {
    sum += term
    term *= ((marked - k) * (drawn - k)) / ((k + 1) * (all - marked - drawn + k + 1))
  }
  return Math.min(1, sum)
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

const known = [0]

/** Log of n!, remembered. */
function logFactorial(n: number): number {
  for (let k = known.length; k <= n; k++) known.push(known[k - 1]! + Math.log(k))
  return known[n]!
}
