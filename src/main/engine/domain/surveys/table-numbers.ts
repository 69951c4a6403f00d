import { numberOf } from './value-text.ts'

/** Reads a cell as a number; NaN where it is none. */
export type NumberReader = (cell: string) => number

const THOUSANDS = /^\d{1,3}(?:([.,'’\u00a0\u202f ])\d{3})(?:\1\d{3})*$/

/**
 * Reads the numbers of a column of counts. "1,203" is one thousand in a file of commas and one and a
 * fifth in one of semicolons, where people write decimals so: what separates the columns tells.
 *
 * @param cells  the column's
 * @param separator  of the file's columns
 */
export function countReader(cells: readonly string[], separator: string): NumberReader {
  const both = cells.map((cell) => /\d([.,])\d{3}(?:\1\d{3})*[.,]\d+$/.exec(cell.trim())?.[1])
  const mark = both.find((one) => one !== undefined) ?? (separator === ';' ? '.' : ',')
  const marked = cells.filter((cell) => cell.includes(mark))
  const isMark = marked.length > 0 && marked.every((cell) => isGrouped(cell.trim(), mark))
  return (cell) => {
    const plain = cell.trim().replaceAll(/[ \u00a0\u202f'’](?=\d{3}(?:\D|$))/g, '')
    return numberOf(isMark ? plain.replaceAll(mark, '') : plain)
  }
}

function isGrouped(cell: string, mark: string): boolean {
  const whole = mark === '.' ? cell.replace(/,\d+$/, '') : cell.replace(/\.\d+$/, '')
  return THOUSANDS.exec(whole)?.[1] === mark
}

/** As published tables write shares: "30 %", "30,5", "<1", "*" (less than half a percent), "–" (none). */
export function shareOf(cell: string): number {
  const plain = cell.trim().replace(/\s*(?:%|percent)$/i, '')
  if (plain === '*') return 0.25
  if (/^[–—-]+$/.test(plain)) return 0
  const under = /^<\s*(.+)$/.exec(plain)
  return under ? numberOf(under[1]!) / 2 : numberOf(plain)
}
