import type { SurveyColumnChoice } from '../../../../shared/contract/human-surveys.ts'
import { MOST_VALUES } from './propose-roles.ts'
import { NO_ANSWER, type SurveyColumnData } from './survey-data.ts'
import { inOrder, splitCode } from './value-text.ts'

/** A row of the file with the line it begins on. */
export type SurveyLine = { readonly line: number; readonly cells: readonly string[] }
export type BadLine = { readonly line: number; readonly message: string }

/** What a file as a whole lacks, in words for whom it belongs to. */
export class SurveyFault extends Error {
  override readonly name = 'SurveyFault'
}

/** A column that is read, and its place in the file. */
export type ChosenColumn = SurveyColumnChoice & { readonly at: number }

/** The column that has a role. @throws SurveyFault when two have it */
export function onlyOf(columns: readonly ChosenColumn[]) {
  return (role: ChosenColumn['role']): ChosenColumn | undefined => {
    const [first, second] = columns.filter((column) => column.role === role)
    if (second)
      throw new SurveyFault(`Both “${first!.name}” and “${second.name}” are chosen as ${role}.`)
    return first
  }
}

/** Cells as codes. @param cells  trimmed, shape [rows] */
export function columnData(
  column: Omit<SurveyColumnChoice, 'role'> & { readonly role: 'question' | 'segment' },
  cells: readonly string[],
): SurveyColumnData {
  const missing = new Set(column.missing ?? [])
  const found = [...new Set(cells)].filter((cell) => cell !== '' && !missing.has(cell))
  const order = inOrder(found)
  const named = (column.values ?? []).filter((value) => !missing.has(value))
  const values = [...new Set([...named, ...order.values])].slice(0, NO_ANSWER)
  const place = new Map(values.map((value, index) => [value, index]))
  return {
    id: column.name,
    kind: column.role,
    text: column.text ?? column.name,
    ordered: column.ordered ?? order.ordered,
    values,
    labels: values.map((value) => column.labels?.[value] ?? splitCode(value).label),
    usedFor: column.usedFor ?? [],
    codes: Uint16Array.from(cells, (cell) => place.get(cell) ?? NO_ANSWER),
  }
}

/** @throws SurveyFault when there are more questions than are read */
export function checkQuestions(count: number): void {
  if (count > MOST_VALUES)
    throw new SurveyFault(`Has ${count} questions; at most ${MOST_VALUES} are read.`)
}
