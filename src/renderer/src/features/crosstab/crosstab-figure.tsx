import { IconUsers } from '@tabler/icons-react'
import type { Crosstab } from '../../../../shared/contract/crosstab.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { Figure } from '../../components/picture/figure.tsx'
import type { Caption } from '../../components/picture/to-svg.ts'
import type { Table } from '../../components/picture/to-table.ts'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { captionLabels } from '../evidence/caption-labels.ts'
import { marksIn } from '../evidence/method-of.ts'
import classes from './crosstab-page.module.css'
import { CrosstabTable, type CellPlace } from './crosstab-table.tsx'
import { cellTexts, columnName, lettersText, rowName, testSentence } from './crosstab-words.ts'
import type { Sort } from './sort-rows.ts'

type Props = {
  table: Crosstab
  view: 'table' | 'whiskers'
  sort: Sort | null
  isFetching: boolean
  onSort: (sort: Sort | null) => void
  onOpen: (place: CellPlace) => void
}

/** The table with what it is about, its test, and what the reader should know. */
export function CrosstabFigure({ table, view, sort, isFetching, onSort, onOpen }: Props) {
  const { rowVariable, columnVariable, nestedVariable, columns, base } = table
  if (columns.length === 0 || base.n === 0)
    return (
      <EmptyState icon={<IconUsers size={28} />} title="No answer is in this table">
        {table.leftOut > 0
          ? `Nobody who answered has a value of ${(nestedVariable ?? columnVariable).label}. Choose other columns.`
          : 'Nobody has answered yet.'}
      </EmptyState>
    )
  const caption: Caption = {
    title: rowVariable.label,
    facts: factsOf(table),
    labels: captionLabels(table),
    notes: [
      testSentence(table),
      kindSentence(table),
      marksSentence(table, view),
      table.method,
      table.caveat,
    ].filter(Boolean),
  }
  return (
    <div className={classes.result} aria-busy={isFetching}>
      <Figure
        id="crosstab"
        name={`crosstab ${rowVariable.questionId ?? rowVariable.label}`}
        caption={caption}
        table={() => toTable(table)}
        facts={
          <>
            <span>{factsOf(table)}</span>
            {table.rehearsal && <RehearsalLabel />}
            {table.trueByConstruction && <Label tone="warn">true by construction</Label>}
          </>
        }
        below={<Notes table={table} view={view} />}
      >
        <div className={classes.scroll}>
          <CrosstabTable {...{ table, view, sort, onSort, onOpen }} />
        </div>
      </Figure>
    </div>
  )
}

function Notes({ table, view }: Pick<Props, 'table' | 'view'>) {
  const marks = marksSentence(table, view)
  return (
    <div className={classes.notes}>
      <p className={classes.test}>
        <span>{testSentence(table)}</span>
        <Label tone={table.kind === 'primary' ? 'accent' : 'quiet'}>
          {table.kind === 'primary' ? 'named before launch' : 'exploratory'}
        </Label>
      </p>
      <LettersNote table={table} />
      {marks && <p className="quiet small">{marks}</p>}
      <p className="quiet small">{table.method}</p>
      <p className="quiet small">{table.caveat}</p>
    </div>
  )
}

/** Why there are no letters, where that is not said already; else how many pairs were looked at. */
function LettersNote({ table }: { table: Crosstab }) {
  const { lettersNote, testNote } = table
  if (lettersNote !== null && lettersNote === testNote) return null
  const note = lettersNote ?? kindSentence(table)
  return note && <p className="quiet small">{note}</p>
}

function factsOf(table: Crosstab): string {
  const { base, leftOut, columnsOverlap, columnVariable, nestedVariable } = table
  const by = [columnVariable, nestedVariable].flatMap((one) => {
    if (!one) return []
    return one.questionId === null ? one.label.toLowerCase() : `“${one.label}”`
  })
  return [
    `By ${by.join(' and ')}`,
    `n ${formatNumber(base.n)}, effective n ${formatNumber(base.effectiveN)}, weighted`,
    leftOut > 0 && `${formatCount(leftOut, 'answer')} in no column left out`,
    columnsOverlap && 'columns overlap',
  ]
    .filter(Boolean)
    .join(' · ')
}

function kindSentence({ kind, comparisons, lettersNote }: Crosstab): string {
  if (lettersNote !== null || comparisons === 0) return ''
  const pairs = formatCount(comparisons, 'pair')
  return kind === 'primary'
    ? `This comparison was named before launch; ${pairs} of columns tested together.`
    : `Exploratory: not named before launch, ${pairs} of columns tested together. Confirm it in a new run before acting on it.`
}

/** Cautious intervals are drawn, not written: numbers alone do not bear their mark. */
function marksSentence({ rows }: Crosstab, view: Props['view']): string {
  const shown = rows
    .flatMap(({ total, cells }) => [...(total ? [total] : []), ...cells])
    .map(({ estimate: { cautious, ...rest } }) =>
      view === 'whiskers' && cautious ? { ...rest, cautious } : rest,
    )
  return marksIn(shown).join(' ')
}

/** Both ends in every cell: a column of one shape can be taken apart. */
function pastedText(...cell: Parameters<typeof cellTexts>): string {
  const { number, interval } = cellTexts(...cell)
  return interval === '' ? number : `${number} (${interval})`
}

function toTable({ columns, rows, unit, base, lettersNote }: Crosstab): Table {
  const hasTotal = rows.some(({ total }) => total !== null)
  return {
    header: [
      '',
      ...(hasTotal ? ['All'] : []),
      ...columns.map(
        (column) => `${columnName(column)}${lettersNote === null ? ` (${column.letter})` : ''}`,
      ),
    ],
    rows: [
      ...rows.map((row) => [
        rowName(row),
        ...(row.total ? [pastedText(row, row.total, unit)] : []),
        ...row.cells.map((cell) =>
          [pastedText(row, cell, unit), lettersText(cell.letters)].filter(Boolean).join(' '),
        ),
      ]),
      ['n, unweighted', ...(hasTotal ? [base.n] : []), ...columns.map(({ n }) => n)],
      [
        'effective n',
        ...(hasTotal ? [Math.round(base.effectiveN)] : []),
        ...columns.map(({ effectiveN }) => Math.round(effectiveN)),
      ],
    ],
  }
}
