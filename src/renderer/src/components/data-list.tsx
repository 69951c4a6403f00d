import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import classes from './data-list.module.css'

export type Column<Item> = {
  label: string
  align?: 'end'
  cell: (item: Item) => ReactNode
}

type Props<Item> = {
  label: string
  items: readonly Item[]
  columns: readonly Column<Item>[]
  keyOf: (item: Item) => string
  /** Address of the row's page; the first cell is the link. */
  hrefOf?: (item: Item) => string
}

/** A table of things made by hand: dozens, not thousands. */
export function DataList<Item>({ label, items, columns, keyOf, hrefOf }: Props<Item>) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" data-align={column.align}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)}>
            {columns.map((column, index) => (
              <td key={column.label} data-align={column.align}>
                {index === 0 && hrefOf ? (
                  <Link to={hrefOf(item)} className={classes.link}>
                    {column.cell(item)}
                  </Link>
                ) : (
                  column.cell(item)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
