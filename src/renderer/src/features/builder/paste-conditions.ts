import type { ConditionDraft } from './draft.ts'
import { parseGrid } from './parse-grid.ts'

/**
 * Conditions from cells of a spreadsheet: the first column names them, the others fill the variables
 * by their headings, or in order where no heading names a variable. Null for a single cell: that is
 * text for a field.
 */
export function conditionsFrom(
  text: string,
  variables: readonly string[],
): ConditionDraft[] | null {
  const grid = parseGrid(text)
  const headings = (grid[0] ?? []).map(bare)
  if (headings.length < 2) return null
  const isHeaded = headings
    .slice(1)
    .some((heading) => variables.some((name) => same(name, heading)))
  const columns = isHeaded
    ? variables.map((name) => headings.findIndex((heading, i) => i > 0 && same(heading, name)))
    : variables.map((_, i) => i + 1)
  return grid.slice(isHeaded ? 1 : 0).map((row, i) => ({
    id: `c${i + 1}`,
    name: row[0] ?? '',
    variables: Object.fromEntries(
      variables.flatMap((name, v) => {
        const value = row[columns[v]!]
        return value === undefined ? [] : [[name, value]]
      }),
    ),
  }))
}

const bare = (heading: string) => heading.replaceAll(/[{}]/g, '').trim()
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
