import type { SurveyColumn, TableLayout } from '../../../../shared/contract/human-surveys.ts'
import {
  isLong,
  isWide,
  rolesOfLong,
  rolesOfWide,
  type ColumnCells,
  type Role,
} from './propose-published.ts'
import { missingAmong, numberOf, plainText } from './value-text.ts'

/** More different answers than this are no categories. */
export const MOST_VALUES = 200
const SHOWN = 30

const named = (pattern: string) => new RegExp(`^(?:${pattern})$`)
const WEIGHT = named(
  '(?:.* )?(?:w|wt|wts|wgt|wght|weight|weights|weighting|pweight|gewicht|poids)(?: .*|\\d*)|wts.*|wt[a-z]+\\d+\\w*',
)
const PERSON = named(
  'id|case ?id|resp(?:ondent)? ?(?:id|no|number)?|person ?(?:id|no)?|participant(?: ?id)?|subject ?(?:id)?|pid|uuid|serial(?: ?no)?|user ?id|response ?id|seqn|worker ?id',
)
const SEGMENT = named(
  '(?:.* )?(?:gender|sex|age|age ?(?:group|band|cat|class)\\w*|agecat|region|state|country|nation|race|ethnicity|ethnic\\w*|education|educ|degree|income|household ?income|class|religion|party|partyid|urban\\w*|marital\\w*|occupation|employment|condition|arm|treatment|group|segment|cohort|wave|year)(?: ?\\d*)',
)
/** How a table is laid out, and what its columns seem to hold and why. */
export function proposeColumns(
  columns: readonly ColumnCells[],
  wanted?: TableLayout,
): { layout: TableLayout; columns: SurveyColumn[] } {
  const layout = wanted ?? (isLong(columns) ? 'counts' : isWide(columns) ? 'wide' : 'answers')
  if (layout === 'answers')
    return { layout, columns: columns.map((column) => describe(column, roleInAnswers)) }
  const roles = (layout === 'counts' ? rolesOfLong : rolesOfWide)(columns, isSegment)
  return { layout, columns: columns.map((column, i) => describe(column, () => roles[i]!)) }
}

function isSegment({ name, cells }: ColumnCells): boolean {
  return SEGMENT.test(plainText(name)) && new Set(cells).size <= MOST_VALUES
}

function describe(
  { name, cells }: ColumnCells,
  roleOf: (name: string, answers: readonly string[], rows: number) => Role,
): SurveyColumn {
  const occurrences = new Map<string, number>()
  for (const cell of cells) occurrences.set(cell, (occurrences.get(cell) ?? 0) + 1)
  const all = [...occurrences.keys()]
  const missing = all.length <= 4 * MOST_VALUES ? missingAmong(all) : all.filter((v) => v === '')
  const answers = all.filter((value) => !missing.includes(value))
  const [role, reason] = roleOf(plainText(name), answers, cells.length)
  return {
    name,
    role,
    reason,
    distinct: answers.length,
    values: [...occurrences]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, SHOWN)
      .map(([value, count]) => ({ value, count })),
    missing: role === 'question' || role === 'segment' ? missing.slice(0, MOST_VALUES) : [],
  }
}

function roleInAnswers(name: string, answers: readonly string[], rows: number): Role {
  if (answers.length === 0) return ['ignore', 'Has no answers.']
  const numbers = answers.filter((answer) => numberOf(answer) >= 0).length
  // A few that are none are bad lines, not another kind of column.
  if (WEIGHT.test(name) && numbers >= 0.8 * answers.length)
    return ['weight', 'Named like a weight, and numbers.']
  if (PERSON.test(name) && answers.length > rows / 2)
    return ['person', 'Named like an id, and no two alike.']
  if (answers.length === 1) return ['ignore', 'Says the same in every row.']
  if (answers.length > MOST_VALUES || (rows >= 30 && answers.length > rows * 0.8))
    return tooMany(answers.length)
  if (SEGMENT.test(name)) return ['segment', 'Named like what people are compared by.']
  if (name === '') return ['ignore', 'Has no name.']
  return ['question', `${answers.length} different answers.`]
}

function tooMany(values: number): Role {
  return ['ignore', `${values} different values: open text or numbers, no categories.`]
}
