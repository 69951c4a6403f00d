const thinSpace = '\u2009'
const minus = '\u2212'

/** Thousands apart by a thin space, a true minus, and no more decimals than asked. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thinSpace)
  const text = fraction ? `${grouped}.${fraction}` : grouped
  const isZero = /^[0.\u2009]*$/.test(text)
  return value < 0 && !isZero ? minus + text : text
}

/** A share of 1 as percent: no decimals, except where they are all there is. */
export function formatShare(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 1) return `<${thinSpace}1${thinSpace}%`
  if (percent > 99 && percent < 100) return `>${thinSpace}99${thinSpace}%`
  return `${formatNumber(percent)}${thinSpace}%`
}

/** `37 % ± 6`, or both ends where the interval leans to one side. */
export function formatShareInterval(share: {
  estimate: number | null
  lower: number | null
  upper: number | null
}): string {
  if (share.estimate === null) return '–'
  if (share.lower === null || share.upper === null) return formatShare(share.estimate)
  const [below, above] = [share.estimate - share.lower, share.upper - share.estimate]
  if (Math.abs(below - above) <= 0.015)
    return `${formatShare(share.estimate)} ±${thinSpace}${formatNumber(((above + below) / 2) * 100)}`
  return `${formatShare(share.estimate)} (${formatNumber(share.lower * 100)}–${formatNumber(share.upper * 100)})`
}

/** Decimals that keep about three figures. */
export function decimalsFor(value: number): number {
  const size = Math.abs(value)
  if (size >= 100) return 0
  return size >= 10 ? 1 : 2
}

export function formatEstimate(
  estimate: { estimate: number | null; lower: number | null; upper: number | null },
  {
    unit,
    decimals = decimalsFor(estimate.estimate ?? 0),
  }: { unit?: string | null; decimals?: number } = {},
): string {
  if (estimate.estimate === null) return '–'
  const tail = unit ? `${thinSpace}${unit}` : ''
  const middle = formatNumber(estimate.estimate, decimals)
  if (estimate.lower === null || estimate.upper === null) return middle + tail
  // A dash between two minus signs cannot be read.
  const between = estimate.lower < 0 ? ' to ' : '–'
  const ends = [estimate.lower, estimate.upper]
    .map((end) => formatNumber(end, decimals))
    .join(between)
  return `${middle}${tail} (${ends})`
}

/** `p = 0.032`, `p < 0.001`. */
export function formatP(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`
}

export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}

/** `3 min 20 s`: two units at most. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 1) return 'under a second'
  if (seconds < 60) return `${seconds}${thinSpace}s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}${thinSpace}min ${seconds % 60}${thinSpace}s`
  return `${formatNumber(Math.floor(minutes / 60))}${thinSpace}h ${minutes % 60}${thinSpace}min`
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

export function formatRelative(iso: string, now: Date): string {
  const seconds = (Date.parse(iso) - now.getTime()) / 1000
  const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' })
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit)
  }
  return 'just now'
}

export function formatDateTime(iso: string): string {
  return new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
}

/** The day as it is in the record, which is in UTC. */
export function formatDay(iso: string): string {
  return new Date(iso).toLocaleDateString(undefined, { dateStyle: 'medium', timeZone: 'UTC' })
}
