import type { ReactNode } from 'react'
import type { Crosstab, CrosstabColumn } from '../../../../shared/contract/crosstab.ts'
import classes from './crosstab-table.module.css'
import { nextSort, type Sort, type SortColumn } from './sort-rows.ts'

type Props = {
  table: Crosstab
  hasTotal: boolean
  sort: Sort | null
  onSort: (sort: Sort | null) => void
}

/** What the columns are, each a button that puts the rows in its order. */
export function TableHead({ table, hasTotal, sort, onSort }: Props) {
  const { columns, columnVariable, nestedVariable } = table
  const parents = columns.flatMap(({ parent }, i) =>
    parent && columns[i - 1]?.parent?.value !== parent.value
      ? [{ ...parent, span: columns.filter((one) => one.parent?.value === parent.value).length }]
      : [],
  )
  const depth = nestedVariable ? 3 : 2
  return (
    <thead>
      <tr>
        <th rowSpan={depth} className={classes.corner} scope="col">
          <span className="quiet small">
            {table.rowVariable.questionId ?? table.rowVariable.label}
          </span>
        </th>
        {hasTotal && (
          <SortHead column="all" {...{ sort, onSort }} rowSpan={depth}>
            All
          </SortHead>
        )}
        <th colSpan={columns.length} scope="colgroup" className={`${classes.title} eyebrow`}>
          <span>
            {columnVariable.label}
            {nestedVariable && ` by ${nestedVariable.label}`}
          </span>
        </th>
      </tr>
      {nestedVariable && (
        <tr>
          {parents.map(({ value, label, span }) => (
            <th key={value} colSpan={span} scope="colgroup" className={classes.parent}>
              {label}
            </th>
          ))}
        </tr>
      )}
      <tr>
        {columns.map((column, i) => (
          <SortHead key={i} column={i} isFirst={isFirst(columns, i)} {...{ sort, onSort }}>
            <span>{column.label}</span>
            {table.lettersNote === null && <span className={classes.letter}>{column.letter}</span>}
          </SortHead>
        ))}
      </tr>
    </thead>
  )
}

type SortProps = Pick<Props, 'sort' | 'onSort'> & {
  column: SortColumn
  rowSpan?: number
  isFirst?: boolean
  children: ReactNode
}

function SortHead({ column, sort, onSort, rowSpan, isFirst: first, children }: SortProps) {
  const isSorted = sort?.column === column
  const order = isSorted ? (sort.isAscending ? 'ascending' : 'descending') : 'none'
  return (
    <th scope="col" rowSpan={rowSpan} aria-sort={order} data-first={first || undefined}>
      <button
        type="button"
        className={classes.sort}
        title={orderWords[order]}
        onClick={() => onSort(nextSort(sort, column))}
      >
        {children}
        {isSorted && <span aria-hidden>{sort.isAscending ? '▴' : '▾'}</span>}
      </button>
    </th>
  )
}

const orderWords = {
  none: 'Sort rows: highest first',
  descending: 'Sort rows: lowest first',
  ascending: 'Sort rows as in the question',
} as const

/** Whether a column is the first under its head. */
export function isFirst(columns: readonly CrosstabColumn[], at: number): boolean {
  const { parent } = columns[at]!
  return parent !== null && columns[at - 1]?.parent?.value !== parent.value
}
