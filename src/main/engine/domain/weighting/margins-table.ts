import type { Margin } from '../../../../shared/contract/populations.ts'

export type MarginRow = {
  readonly variable: string
  readonly category: string
  readonly share: string
}

/** A table of margins that cannot be read; the message names the row. */
export class MarginsTableError extends Error {
  override readonly name = 'MarginsTableError'
}

const CROSS = /\s*[×*]\s*/

/**
 * Margins from a table with one row per category: variable (fields crossed by ×), category, share
 * (0–1, or per cent). Categories such as "18–34", "55+" or "under 18" make bands of a number.
 *
 * @throws MarginsTableError
 */
export function marginsFromTable(rows: readonly MarginRow[]): Margin[] {
  const byVariable = Map.groupBy(rows.map(checkRow), ({ variable }) => variable)
  return [...byVariable].map(([variable, members]) => {
    const targets = members.map(({ category, share }) => ({ category, share }))
    const bands = bandsOf(targets.map(({ category }) => category))
    return { fields: variable.split(CROSS), targets, ...(bands ? { bands } : {}) }
  })
}

function checkRow({ variable, category, share }: MarginRow, index: number) {
  const place = `Row ${index + 2} of the margins`
  if (!variable?.trim() || !category?.trim())
    throw new MarginsTableError(`${place} needs variable, category and share`)
  const text = String(share ?? '').trim()
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
  if (text === '' || !Number.isFinite(value) || value < 0 || value > 1)
    throw new MarginsTableError(`${place}: the share “${text}” is not a number from 0 to 1`)
  return { variable: variable.trim(), category: category.trim(), share: value }
}

/**
 * Where bands begin, ascending, of the first crossed field whose every category is a band; undefined
 * where there is none. A band's end begins another, so that a gap in the table is a band of its own.
 */
function bandsOf(categories: readonly string[]): number[] | undefined {
  const parts = categories.map((category) => category.split(CROSS))
  for (let field = 0; field < parts[0]!.length; field++) {
    const edges = parts.map((part) => edgesOf(part[field] ?? ''))
    if (edges.every((found) => found !== undefined))
      return [...new Set(edges.flat())].toSorted((a, b) => a - b)
  }
  return undefined
}

/** First number of a band and of the one after it: 18 and 35 for "18–34". */
function edgesOf(category: string): number[] | undefined {
  const { under, from, to } =
    /^(?:under\s+(?<under>[\d.]+)|(?<from>[\d.]+)\s*(?:[-–—]\s*(?<to>\d+)|\+))$/i.exec(
      category.trim(),
    )?.groups ?? {}
  const edges = [under, from, to === undefined ? undefined : Number(to) + 1]
  const found = edges.filter((edge) => edge !== undefined).map(Number)
  return found.length === 0 || found.some(Number.isNaN) ? undefined : found
}
