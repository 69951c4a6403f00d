import type { CrosstabQuery } from '../../../../../shared/contract/crosstab.ts'
import type { EvidenceInput } from '../evidence-input.ts'
import { classify, cross, type Classification } from './classification.ts'
import type { CrosstabParts } from './crosstab.ts'
import { showsOf } from './crosstab-rows.ts'

/** A table wider than this is read by nobody. */
const MAX_COLUMNS = 60

export type CrosstabProblem = { readonly path: string; readonly message: string }

/** The variables of a table, or why there can be no such table. */
export function planCrosstab(
  input: EvidenceInput,
  query: CrosstabQuery,
): CrosstabParts | CrosstabProblem {
  const { rows, columns, nested, show } = query
  if (new Set([rows, columns, nested ?? '']).size < 3)
    return { path: nested === columns ? 'nested' : 'columns', message: 'is in the table already' }
  const found = { rows: classify(input, rows), columns: classify(input, columns) }
  const inner = nested === undefined ? null : classify(input, nested)
  if (!found.rows) return unknown('rows')
  if (!found.columns) return unknown('columns')
  if (inner === undefined) return unknown('nested')
  const shows = showsOf(found.rows)
  if (shows.length === 0 && found.rows.question?.type === 'open')
    return { path: 'rows', message: 'has no themes: too few answers, or all alike' }
  if (shows.length === 0 && found.rows.question)
    return { path: 'rows', message: 'is a question whose answers are read, not counted' }
  if (show !== undefined && shows.length > 0 && !shows.includes(show))
    return { path: 'show', message: `must be ${shows.join(', ')} for these rows` }
  for (const [path, part] of [
    ['columns', found.columns],
    ['nested', inner],
  ] as const)
    if (part?.question && part.categories.length === 0)
      return {
        path,
        message:
          part.question.type === 'open'
            ? 'has no themes: too few answers, or all alike'
            : 'is a question whose answers are no categories',
      }
  return withColumns(query, { rows: found.rows, outer: found.columns, nested: inner })
}

function withColumns(
  query: CrosstabQuery,
  parts: { rows: Classification; outer: Classification; nested: Classification | null },
): CrosstabParts | CrosstabProblem {
  const { outer, nested } = parts
  const columns = nested ? cross(outer, nested) : outer
  const count = columns.categories.length
  if (count > MAX_COLUMNS)
    return { path: 'columns', message: `makes ${count} columns: ${MAX_COLUMNS} are the most` }
  return { query, ...parts, columns }
}

function unknown(path: string): CrosstabProblem {
  return { path, message: 'is no question of this run' }
}
