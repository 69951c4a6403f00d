import { useNavigate } from '@tanstack/react-router'
import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { PersonaSort, type PersonaListItem } from '../../../../shared/contract/personas.ts'
import { columns, columnTracks, features } from './persona-columns.tsx'
import classes from './persona-table.module.css'
import { RowLink } from './row-link.tsx'

type Sort = ReturnType<typeof PersonaSort.parse>
type Order = 'asc' | 'desc'

type Props = {
  /** Read so far; the table is as long as `total`. */
  personas: PersonaListItem[]
  total: number
  sort: Sort
  order: Order
  onSort: (sort: Sort, order: Order) => void
  isFetching: boolean
  /** Absent when everything has been read. */
  readMore: (() => void) | undefined
}

const rowHeight = 36

export function PersonaTable(props: Props) {
  const { personas, total, isFetching, readMore } = props
  const scroller = useRef<HTMLDivElement>(null)
  const table = useTable({ features, columns, data: personas, getRowId: ({ id }) => id })
  const rows = table.getRowModel().rows
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is not in use
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const visible = virtualizer.getVirtualItems()
  const lastVisible = visible.at(-1)?.index ?? 0
  useEffect(() => {
    if (readMore && !isFetching && lastVisible >= personas.length - 1) readMore()
  }, [readMore, isFetching, lastVisible, personas.length])

  const [active, setActive] = useState(0)
  const moveTo = (index: number) => {
    const target = Math.max(0, Math.min(total - 1, index))
    setActive(target)
    virtualizer.scrollToIndex(target)
  }
  const onKeyDown = useTableKeys({ active, moveTo, personas })

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label="Personas"
      aria-rowcount={total + 1}
      aria-activedescendant={personas[active] ? rowId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        className={classes.head}
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: columnTracks }}
      >
        {table.getHeaderGroups()[0]?.headers.map((header) => (
          <HeaderCell key={header.id} id={header.id} {...props}>
            {String(header.column.columnDef.header)}
          </HeaderCell>
        ))}
      </div>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="rowgroup">
        {visible.map(({ index, start }) => {
          const row = rows[index]
          return (
            <div
              key={index}
              id={rowId(index)}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === active}
              className={classes.row}
              style={{ transform: `translateY(${start}px)`, gridTemplateColumns: columnTracks }}
            >
              {row ? (
                row.getAllCells().map((cell, place) => (
                  <div key={cell.id} role="gridcell" className={`${classes.cell} truncate`}>
                    {place === 0 ? (
                      <RowLink persona={row.original}>
                        <table.FlexRender cell={cell} />
                      </RowLink>
                    ) : (
                      <table.FlexRender cell={cell} />
                    )}
                  </div>
                ))
              ) : (
                <div role="gridcell" className={classes.pending} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const rowId = (index: number) => `persona-row-${index}`

type HeaderProps = Pick<Props, 'sort' | 'order' | 'onSort'> & { id: string; children: string }

function HeaderCell({ id, sort, order, onSort, children }: HeaderProps) {
  const sortable = PersonaSort.safeParse(id)
  if (!sortable.success)
    return (
      <div role="columnheader" className={classes.cell}>
        {children}
      </div>
    )
  const isSorted = sort === sortable.data
  const next: Order = isSorted && order === 'asc' ? 'desc' : 'asc'
  return (
    <div
      role="columnheader"
      className={classes.cell}
      aria-sort={isSorted ? (order === 'asc' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" className={classes.sort} onClick={() => onSort(sortable.data, next)}>
        {children} <span aria-hidden>{isSorted ? (order === 'asc' ? '↑' : '↓') : ''}</span>
      </button>
    </div>
  )
}

type KeysContext = {
  active: number
  moveTo: (index: number) => void
  personas: PersonaListItem[]
}

function useTableKeys({ active, moveTo, personas }: KeysContext) {
  const navigate = useNavigate()
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + 15,
    PageUp: active - 15,
    Home: 0,
    End: Number.MAX_SAFE_INTEGER,
  }
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const step = steps[event.key]
    const persona = personas[active]
    if (step !== undefined) moveTo(step)
    else if (event.key === 'Enter' && persona)
      void navigate({ to: '/personas/$personaId', params: { personaId: persona.id } })
    else return
    event.preventDefault()
  }
}
