import { Tooltip } from '@mantine/core'
import type {
  Crosstab,
  CrosstabCell,
  CrosstabColumn,
  CrosstabRow,
} from '../../../../shared/contract/crosstab.ts'
import { Fragment } from 'react'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { numbersWidth } from '../evidence/chart-widths.ts'
import { DotWhisker } from '../evidence/dot-whisker.tsx'
import { isFirst, TableHead } from './crosstab-head.tsx'
import classes from './crosstab-table.module.css'
import { cellText, cellTexts, columnName, explainCell, lettersText } from './crosstab-words.ts'
import { rowScales, shadeOf, type RowScale } from './row-scales.ts'
import type { Sort } from './sort-rows.ts'

export type CellPlace = { row: number | 'all'; column: number | 'all' }

type Props = {
  table: Crosstab
  view: 'table' | 'whiskers'
  sort: Sort | null
  onSort: (sort: Sort | null) => void
  onOpen: (place: CellPlace) => void
}

/** The table: each cell shaded by its number, its interval below, its letters beside. */
export function CrosstabTable({ table, view, sort, onSort, onOpen }: Props) {
  const scales = rowScales(table)
  const width = `${numbersWidth(textsOf(table))}px`
  const hasTotal = table.rows.some(({ total }) => total !== null)
  return (
    <table
      className={classes.table}
      style={{ '--text-width': width } as React.CSSProperties}
      data-picture
    >
      <TableHead {...{ table, hasTotal, sort, onSort }} />
      <tbody>
        {table.rows.map((row, at) => (
          <Fragment key={`${row.kind} ${row.value}`}>
            {startsGroup(table.rows, at) && (
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={table.columns.length + 2}
                  className={`${classes.group} eyebrow`}
                >
                  {row.group ?? 'Means'}
                </th>
              </tr>
            )}
            <tr data-mean={row.kind === 'mean' || undefined}>
              <th scope="row" className={classes.rowHead}>
                {row.label}
              </th>
              {row.total && (
                <Cell
                  {...{ table, row, view, scale: scales[at]!, cell: row.total, column: null }}
                  onOpen={() => onOpen({ row: at, column: 'all' })}
                />
              )}
              {row.cells.map((cell, i) => (
                <Cell
                  key={i}
                  {...{ table, row, view, scale: scales[at]!, cell, column: table.columns[i]! }}
                  onOpen={() => onOpen({ row: at, column: i })}
                />
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
      <TableFoot {...{ table, view, hasTotal, onOpen }} scale={scales[0]} />
    </table>
  )
}

function textsOf({ rows }: Crosstab): string[] {
  return rows.flatMap((row) =>
    [...(row.total ? [row.total] : []), ...row.cells].map((cell) => whiskerText(row, cell)),
  )
}

/** Without a unit, which would be said in every cell. */
function whiskerText(row: CrosstabRow, cell: CrosstabCell): string {
  return [cellText(row, cell, null), lettersText(cell.letters)].filter(Boolean).join(' ')
}

function startsGroup(rows: readonly CrosstabRow[], at: number): boolean {
  const [before, row] = [rows[at - 1], rows[at]!]
  if (row.group !== null) return row.group !== before?.group
  return row.kind === 'mean' && before !== undefined && before.kind === 'share'
}

type CellProps = {
  table: Crosstab
  row: CrosstabRow
  column: CrosstabColumn | null
  cell: CrosstabCell
  scale: RowScale
  view: 'table' | 'whiskers'
  onOpen: () => void
}

function Cell({ table, row, column, cell, scale, view, onOpen }: CellProps) {
  const { estimate, letters } = cell
  const words = explainCell(row, column, cell)
  const shade = { '--shade': shadeOf(scale, estimate) } as React.CSSProperties
  const at = column ? table.columns.indexOf(column) : -1
  const place = {
    'data-all': column === null || undefined,
    'data-first': (at >= 0 && isFirst(table.columns, at)) || undefined,
  }
  if (view === 'whiskers')
    return (
      <td className={classes.whisker} {...place}>
        <DotWhisker
          estimate={estimate}
          scale={scale}
          colour={column ? at : null}
          text={whiskerText(row, cell)}
          label={words}
          onOpen={onOpen}
        />
      </td>
    )
  const { number, interval } = cellTexts(row, cell, table.unit)
  return (
    <td {...place}>
      <Tooltip label={words} multiline w={300} openDelay={250} events={tooltipEvents}>
        <button
          type="button"
          className={classes.cell}
          style={shade}
          data-size={estimate.size}
          aria-label={words}
          onClick={onOpen}
        >
          <span className={classes.value}>
            {number}
            {estimate.size === 'small' && <span aria-hidden> ◦</span>}
            {letters.length > 0 && <span className={classes.letters}>{lettersText(letters)}</span>}
          </span>
          <span className={classes.interval}>{interval}</span>
        </button>
      </Tooltip>
    </td>
  )
}

const tooltipEvents = { hover: true, focus: true, touch: false }

type FootProps = Pick<Props, 'table' | 'view' | 'onOpen'> & {
  hasTotal: boolean
  scale: RowScale | undefined
}

/** Whom each column rests on. */
function TableFoot({ table, view, hasTotal, scale, onOpen }: FootProps) {
  const { base, columns } = table
  return (
    <tfoot>
      {view === 'whiskers' && scale && table.rows[0]?.isShare && (
        <tr aria-hidden>
          <th scope="row" />
          {Array.from({ length: columns.length + (hasTotal ? 1 : 0) }, (_, i) => (
            <td key={i} className={classes.axis}>
              <span>{formatShare(scale.from)}</span>
              <span>{formatShare(scale.to)}</span>
            </td>
          ))}
        </tr>
      )}
      <tr>
        <th scope="row">n, unweighted</th>
        {hasTotal && (
          <td data-all>
            <CountButton
              n={base.n}
              who="Everyone"
              onOpen={() => onOpen({ row: 'all', column: 'all' })}
            />
          </td>
        )}
        {columns.map((column, i) => (
          <td key={i} data-first={isFirst(columns, i) || undefined}>
            <CountButton
              n={column.n}
              who={columnName(column)}
              onOpen={() => onOpen({ row: 'all', column: i })}
            />
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">effective n</th>
        {hasTotal && <td data-all>{formatNumber(base.effectiveN)}</td>}
        {columns.map((column, i) => (
          <td key={i} data-first={isFirst(columns, i) || undefined}>
            {formatNumber(column.effectiveN)}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function CountButton({ n, who, onOpen }: { n: number; who: string; onOpen: () => void }) {
  return (
    <button type="button" className={classes.count} aria-label={`${who}: n ${n}`} onClick={onOpen}>
      {formatNumber(n)}
    </button>
  )
}
