import { MarginsTableError } from './margins-table-error.ts'

/** What a column holds, by the words tables name it with. */
const NAMES = {
  variable: ['variable', 'field', 'margin', 'dimension', 'question', 'attribute'],
  category: ['category', 'value', 'level', 'label', 'group', 'answer'],
  share: [
    'share',
    'percent',
    'percentage',
    'pct',
    '%',
    'proportion',
    'target',
    'weight',
    'column %',
  ],
  count: ['count', 'n', 'number', 'frequency', 'freq', 'population', 'persons', 'people', 'total'],
} as const

export type Columns = {
  /** Absent in a table of one variable: then its name is the heading of the categories. */
  readonly variable: number | undefined
  readonly category: number
  readonly value: number
  readonly kind: 'share' | 'count'
  readonly variableName: string | undefined
}

/**
 * Finds the columns of a table of margins by its first line, in any order; others are left alone.
 *
 * @throws MarginsTableError saying which columns are wanted and which were found
 */
export function readHeader(head: readonly string[]): Columns {
  const names = head.map(plain)
  const find = (kind: keyof typeof NAMES) =>
    names.findIndex((name) => (NAMES[kind] as readonly string[]).includes(name))
  const [variable, category, share, count] = [
    find('variable'),
    find('category'),
    find('share'),
    find('count'),
  ]
  const value = share === -1 ? count : share
  const kind = share === -1 ? 'count' : 'share'
  if (variable !== -1 && category !== -1 && value !== -1)
    return { variable, category, value, kind, variableName: undefined }
  // Two columns, "Age | Share": a table of one variable, named by its heading.
  if (head.length === 2 && value !== -1 && head[1 - value] !== '')
    return { variable: undefined, category: 1 - value, value, kind, variableName: head[1 - value]! }
  throw new MarginsTableError(
    `The first line must name the columns variable, category and share (or count), in any order; it names ${head.length === 0 ? 'nothing' : head.map((name) => `“${name}”`).join(', ')}`,
  )
}

/** "Share (%)" is a share; case and space do not matter. */
function plain(heading: string): string {
  return heading
    .toLocaleLowerCase('en')
    .replace(/[([].*?[)\]]/g, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
}
