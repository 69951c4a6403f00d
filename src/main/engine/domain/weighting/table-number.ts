/**
 * How a column of numbers is to be read: what separates thousands is told from a decimal mark by the
 * whole column, since "1,234" alone could be either.
 */
export type NumberStyle = 'decimal' | 'thousands'

/** Spaces of all widths, and the apostrophe of Swiss tables. */
const SPACERS = /[\s\u00a0\u2009\u202f'’]/g
/** Nobody's numbers are longer. */
const LONGEST = 60
const GROUPED = /^\d{1,3}([.,]\d{3})+$/

/**
 * A number as statistical offices and spreadsheets write it: "1,234,567", "1 234,5", "1.234",
 * "51,2 %", "0.512". NaN for anything else.
 *
 * @param style  what a lone mark followed by three digits is
 */
export function readNumber(text: string, style: NumberStyle): number {
  const bare = text.replaceAll(SPACERS, '').replace(/%$/, '')
  if (bare.length > LONGEST) return Number.NaN
  if (!/^[+-]?[\d.,]*\d[\d.,]*(e[+-]?\d+)?$/i.test(bare)) return Number.NaN
  const marks = bare.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (last === undefined) return Number(bare)
  const isMixed = new Set(marks).size === 2
  if (!isMixed && (marks.length > 1 || style === 'thousands') && GROUPED.test(bare))
    return Number(bare.replaceAll(/[.,]/g, ''))
  const thousands = last === ',' ? /\./g : /,/g
  return Number(bare.replaceAll(thousands, '').replace(last, '.'))
}

/** Whether every number of a column could have thousands separated, and one surely is written so. */
export function couldBeThousands(texts: readonly string[]): boolean {
  const bare = texts.map((text) => text.replaceAll(SPACERS, ''))
  return (
    bare.some((text) => GROUPED.test(text)) &&
    bare.every((text) => /^\d+$/.test(text) || GROUPED.test(text))
  )
}
