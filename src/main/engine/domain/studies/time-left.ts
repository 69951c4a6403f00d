/** Finishes counted in equal spans of time, oldest first. */
export type Finishes = { readonly counts: readonly number[]; readonly spanMs: number }

export type TimeLeft = {
  readonly ratePerSecond: number | null
  readonly remainingMs: number | null
  /** Nine of ten cases. */
  readonly range: { readonly lowMs: number; readonly highMs: number } | null
}

/** Both tails of a standard normal cut off one in ten. */
const Z_90 = 1.645
/** Fewer finishes, or spans, say nothing about how even they come. */
const FEWEST_FINISHES = 8
const FEWEST_SPANS = 4
/** A perfectly even past is no promise. */
const LEAST_RELATIVE_ERROR = 0.02

/**
 * How long the waiting tasks take at the pace of late. Its uncertainty is that of the rate, with
 * finishes that come in bursts counted as such (index of dispersion of the counts; Cox & Lewis 1966),
 * and that of the tasks to come, which vary as those before did.
 */
export function timeLeft({ counts, spanMs }: Finishes, waiting: number): TimeLeft {
  const finishes = counts.reduce((sum, count) => sum + count, 0)
  const seconds = (counts.length * spanMs) / 1000
  if (finishes < 2 || seconds <= 0) return { ratePerSecond: null, remainingMs: null, range: null }
  const ratePerSecond = finishes / seconds
  const remainingMs = Math.round((waiting / ratePerSecond) * 1000)
  if (finishes < FEWEST_FINISHES || counts.length < FEWEST_SPANS || waiting === 0)
    return { ratePerSecond, remainingMs, range: null }
  const dispersion = dispersionOf(counts)
  const relative = Math.sqrt(dispersion / finishes + dispersion / waiting)
  // Time is the inverse of a rate: the same error makes it more too long than too short.
  const factor = Math.exp(Z_90 * Math.max(LEAST_RELATIVE_ERROR, relative))
  return {
    ratePerSecond,
    remainingMs,
    range: {
      lowMs: Math.round(remainingMs / factor),
      highMs: Math.round(remainingMs * factor),
    },
  }
}

/** Variance over mean of the counts: 1 where finishes come independently, 0 where evenly. */
function dispersionOf(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0)
  return squares / (counts.length - 1) / mean
}
