import { parse } from 'csv-parse/browser/esm/sync'
import type { Margin } from '../../../../shared/contract/populations.ts'

/**
 * Margins from a table with the columns variable, category, share.
 *
 * Crossed variables are joined by × in `variable` and in `category`. Shares may be of 1 or percent.
 */
export function parseMargins(csv: string): Margin[] {
  const rows: string[][] = parse(csv, {
    delimiter: [',', ';', '\t'],
    skip_empty_lines: true,
    trim: true,
    bom: true,
  })
  const [head = [], ...body] = rows
  const places = ['variable', 'category', 'share'].map((name) =>
    head.findIndex((cell) => cell.toLowerCase() === name),
  )
  if (places.includes(-1))
    throw new RangeError('The first line must name the columns variable, category and share')
  const byVariable = new Map<string, { category: string; share: number }[]>()
  body.forEach((row, index) => {
    const [variable = '', category = '', share = ''] = places.map((place) => row[place] ?? '')
    const value = Number(share.replace('%', '').replace(',', '.'))
    if (variable === '' || category === '' || !Number.isFinite(value) || value < 0)
      throw new RangeError(`Line ${index + 2}: needs a variable, a category and a share`)
    byVariable.set(variable, [...(byVariable.get(variable) ?? []), { category, share: value }])
  })
  return [...byVariable].map(([variable, targets]) => toMargin(variable, targets))
}

type Target = { category: string; share: number }

function toMargin(variable: string, targets: Target[]): Margin {
  const sum = targets.reduce((total, { share }) => total + share, 0)
  const scale = sum > 1.5 ? 100 : 1
  const fields = variable.split(/\s*[×*]\s*/)
  const bands = fields.length === 1 ? readBands(targets) : null
  return {
    fields,
    ...(bands && { bands }),
    targets: targets.map(({ category, share }) => ({
      category: bands ? category.replace(/\s*[-–]\s*/, '–').replace(/\s*\+$/, '+') : category,
      share: share / scale,
    })),
  }
}

/** Lower bounds, where every category is a band such as 18–34 or 55+. */
function readBands(targets: readonly Target[]): number[] | null {
  const bounds = targets.map(({ category }) => /^(\d+)\s*(?:[-–]\s*\d+|\+)$/.exec(category)?.[1])
  if (bounds.includes(undefined)) return null
  return bounds.map(Number).toSorted((a, b) => a - b)
}
