import type {
  Crosstab,
  CrosstabCell,
  CrosstabColumn,
  CrosstabRow,
} from '../../../../shared/contract/crosstab.ts'
import {
  decimalsFor,
  formatEstimate,
  formatNumber,
  formatP,
  formatShare,
  formatShareInterval,
} from '../../lib/format.ts'

/** What a cell says; its interval apart, where there is room for it. */
export function cellTexts(row: CrosstabRow, { estimate }: CrosstabCell, unit: string | null) {
  const { estimate: middle, lower, upper } = estimate
  if (estimate.size === 'suppressed') return { number: 'too few', interval: '' }
  if (middle === null) return { number: '–', interval: '' }
  if (row.isShare) {
    const ends = lower === null || upper === null ? null : [lower, upper]
    return {
      number: formatShare(middle),
      interval: ends?.map((end) => formatNumber(end * 100)).join('–') ?? '',
    }
  }
  const decimals = decimalsFor(middle)
  return {
    number: `${formatNumber(middle, decimals)}${row.kind !== 'share' && unit ? ` ${unit}` : ''}`,
    interval:
      lower === null || upper === null
        ? ''
        : [lower, upper].map((end) => formatNumber(end, decimals)).join(lower < 0 ? ' to ' : '–'),
  }
}

/** Number and interval in one line, as tables and labels say it. */
export function cellText(
  row: CrosstabRow,
  { estimate }: CrosstabCell,
  unit: string | null,
): string {
  if (estimate.size === 'suppressed') return 'too few'
  return row.isShare
    ? formatShareInterval(estimate)
    : formatEstimate(estimate, { unit: row.kind === 'share' ? null : unit })
}

/** `↑A C`: higher than those columns. */
export function lettersText(letters: readonly string[]): string {
  return letters.length === 0 ? '' : `↑${letters.join('\u2009')}`
}

export function columnName({ parent, label }: Pick<CrosstabColumn, 'parent' | 'label'>): string {
  return parent ? `${parent.label}, ${label}` : label
}

export function rowName({ group, label }: Pick<CrosstabRow, 'group' | 'label'>): string {
  return group === null ? label : `${group}: ${label}`
}

/** A cell in words, for those who point at it or hear it read. */
export function explainCell(
  row: CrosstabRow,
  column: CrosstabColumn | null,
  cell: CrosstabCell,
): string {
  const who = column ? columnName(column) : 'all columns together'
  const { estimate, count, letters } = cell
  const { n, effectiveN, lower, upper, level, size } = estimate
  const where = `${rowName(row)}, ${who}`
  if (size === 'suppressed')
    return `${where}: ${n} answers of fewer than 5 personas are too few to show.`
  if (estimate.estimate === null) return `${where}: nothing to estimate from.`
  const [text, write] = row.isShare
    ? [formatShare(estimate.estimate), (end: number) => formatShare(end)]
    : [
        formatNumber(estimate.estimate, decimalsFor(estimate.estimate)),
        (end: number) => formatNumber(end, decimalsFor(estimate.estimate ?? 0)),
      ]
  const of =
    row.kind === 'share'
      ? `${formatNumber(count)} of ${formatNumber(n)} answers, weighted`
      : `the ${row.kind === 'mean' ? 'mean' : row.label.toLowerCase()} of ${formatNumber(n)} answers`
  const interval =
    lower === null || upper === null
      ? 'No interval can be given.'
      : `With ${formatNumber(level * 100)} % confidence between ${write(lower)} and ${write(upper)} for personas like these; effective n ${formatNumber(effectiveN)}.`
  const higher = letters.length > 0 ? ` Higher than column ${letters.join(', ')}.` : ''
  const small = size === 'small' ? ' Under 30 effective answers: do not act on it alone.' : ''
  return `${where}: ${text}, ${of}. ${interval}${higher}${small}`
}

/** The test of the table in a line; why there is none where there is none. */
export function testSentence({ test, testNote }: Crosstab): string {
  if (!test) return testNote ?? ''
  const { statistic, numeratorDf, denominatorDf, p } = test
  const f = `F(${formatNumber(numeratorDf, 1)}, ${formatNumber(denominatorDf, 1)}) = ${formatNumber(statistic, 2)}`
  if (p === null) return `Rows and columns together: ${f} (Rao–Scott). ${testNote ?? ''}`
  return `Rows and columns together: ${f}, ${formatP(p)} (Rao–Scott). ${testNote ?? ''}`.trim()
}
