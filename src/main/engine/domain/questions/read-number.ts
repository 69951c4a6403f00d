import { invalid, type Reading } from './reading.ts'

/** The one number of a line; what else is in the line does not matter. */
export function readNumber(line: string): number | Extract<Reading, { status: 'invalid' }> {
  const found = [...line.matchAll(/(?<![\p{L}\d])[-−]?\d[\d,.   ’']*\d|(?<![\p{L}\d])[-−]?\d/gu)]
  if (found.length === 0) return invalid('there is no number in it')
  if (found.length > 1) return invalid('there is more than one number in it')
  return toNumber(found[0]![0]) ?? invalid(`“${found[0]![0]}” is not a number`)
}

/** "1 200", "1,200.50", "1.200,50" and "3,5"; undefined where the marks contradict each other. */
export function toNumber(text: string): number | undefined {
  const digits = text.replaceAll(/[   ’']/g, '').replace('−', '-')
  const lastMark = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  if (lastMark === -1) return Number(digits)
  const mark = digits[lastMark]!
  const parts = digits.split(mark)
  const other = mark === ',' ? '.' : ','
  const thousands =
    parts.length > 2 || (!digits.includes(other) && mark === ',' && parts[1]!.length === 3)
  const normal = thousands
    ? digits.replaceAll(mark, '')
    : digits.replaceAll(other, '').replace(mark, '.')
  const value = Number(normal)
  return Number.isFinite(value) ? value : undefined
}
