/**
 * ICC(1,1): agreement of single measurements, one-way random effects (Shrout & Fleiss 1979); with
 * groups of different size, the size that the analysis of variance expects (Snedecor & Cochran
 * 1989). Below 0 where measurements of one subject differ more than those of different ones.
 *
 * @param subjects  measurements of each; subjects with fewer than two do not count
 * @returns NaN with fewer than two subjects, or when nothing varies
 */
export function icc11(subjects: readonly (readonly number[])[]): number {
  const repeated = subjects.filter(({ length }) => length >= 2)
  const n = repeated.length
  const total = sum(repeated.map(({ length }) => length))
  if (n < 2) return Number.NaN
  const grand = sum(repeated.map(sum)) / total
  let between = 0
  let within = 0
  for (const values of repeated) {
    const mean = sum(values) / values.length
    between += values.length * (mean - grand) ** 2
    for (const value of values) within += (value - mean) ** 2
  }
  const meanBetween = between / (n - 1)
  const meanWithin = within / (total - n)
  const size = (total - sum(repeated.map(({ length }) => length ** 2)) / total) / (n - 1)
  const all = meanBetween + (size - 1) * meanWithin
  return all === 0 ? Number.NaN : (meanBetween - meanWithin) / all
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
