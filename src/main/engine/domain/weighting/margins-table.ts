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

/** Ascending lower bounds, or undefined where the categories are no bands. */
function bandsOf(categories: readonly string[]): number[] | undefined {
  const bounds = categories.map((category) => {
    if (/^under\s/i.test(category)) return null
    const match = /^(\d+(?:\.\d+)?)\s*(?:[-–—]\s*\d+(?:\.\d+)?|\+)$/.exec(category)
    return match ? Number(match[1]) : undefined
  })
  if (bounds.some((bound) => bound === undefined)) return undefined
  const found = bounds.filter((bound): bound is number => typeof bound === 'number')
  return found.length === 0 ? undefined : found.toSorted((a, b) => a - b)
}
