import type {
  SurveyColumn,
  SurveyColumnRole,
  SurveyLayout,
} from '../../../../shared/contract/human-surveys.ts'
import { missingAmong, numberOf, plainText } from './value-text.ts'

/** More different answers than this are no categories. */
export const MOST_VALUES = 200
const SHOWN = 30

export type ColumnCells = {
  readonly name: string
  /** Trimmed, one per readable row. */
  readonly cells: readonly string[]
}

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
const COUNT = named('count|counts|n|freq|frequency|number|cases|respondents|people|total')
const ANSWER = named('answer|answers|response|option|value|category|choice|level|label')
const QUESTION = named('question|item|variable|question ?(?:id|text|name)|statement|measure|q')

/** What a column seems to hold, and why. */
export function proposeColumns(
  columns: readonly ColumnCells[],
  wanted?: SurveyLayout,
): { layout: SurveyLayout; columns: SurveyColumn[] } {
  const plain = columns.map(({ name }) => plainText(name))
  const isCounts = plain.some((name) => COUNT.test(name)) && plain.some((name) => ANSWER.test(name))
  const layout = wanted ?? (isCounts ? 'counts' : 'answers')
  return { layout, columns: columns.map((column) => proposeColumn(column, layout)) }
}

function proposeColumn(column: ColumnCells, layout: SurveyLayout): SurveyColumn {
  const occurrences = new Map<string, number>()
  for (const cell of column.cells) occurrences.set(cell, (occurrences.get(cell) ?? 0) + 1)
  const all = [...occurrences.keys()]
  const missing = all.length <= 4 * MOST_VALUES ? missingAmong(all) : all.filter((v) => v === '')
  const answers = all.filter((value) => !missing.includes(value))
  const of = layout === 'counts' ? roleInCounts : roleInAnswers
  const [role, reason] = of(plainText(column.name), answers, column.cells.length)
  return {
    name: column.name,
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

type Role = readonly [SurveyColumnRole, string]

function roleInCounts(name: string, answers: readonly string[]): Role {
  if (COUNT.test(name)) return ['count', 'Named like a count.']
  if (ANSWER.test(name)) return ['answer', 'Named like an answer.']
  if (QUESTION.test(name)) return ['question', 'Named like a question.']
  if (answers.length > MOST_VALUES) return tooMany(answers.length)
  return SEGMENT.test(name)
    ? ['segment', 'Named like what people are compared by.']
    : ['ignore', 'Not needed to read the counts.']
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
