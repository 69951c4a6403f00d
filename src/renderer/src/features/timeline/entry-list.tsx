import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import classes from './entry-list.module.css'
import { EntryRow, type RowActions } from './entry-row.tsx'
import { earlierVersions, existsAt, isReplacedAt, type Life } from './life.ts'
import { PinnedYear } from './pinned-year.tsx'
import { gapOf, rowAt, rowNear, silenceBefore, type RowLayout } from './row-layout.ts'
import { ThreadLines } from './thread-lines.tsx'
import type { Thread } from './threads.ts'
import { axisWord, toDay } from './time-words.ts'
import { useListKeys } from './use-list-keys.ts'
import { useVisibleRows } from './use-visible-rows.ts'

export type EntryListProps = {
  personaId: string
  life: Life
  /** Indexes into the columns, one per row. */
  shown: Int32Array
  layout: RowLayout
  threads: readonly Thread[]
  asOf: number
  /** Whether what was replaced has rows of its own, so that nothing is left to unfold. */
  includesReplaced: boolean
  /** Index of the entry that is open beside the timeline. */
  selected: number | undefined
  unfolded: ReadonlySet<number>
  withBodies: boolean
  /** Folded words of the search. */
  words: readonly string[]
  badge: ((entryId: string) => ReactNode) | undefined
  actions: RowActions
  /** Esc: closes what is open, else takes the filter off. */
  onClear: () => void
  scroller: RefObject<HTMLDivElement | null>
  /** The time at the upper edge: it stays in place when rows come, go or change height. */
  anchor: RefObject<number | undefined>
  /** What follows the last memory. */
  children?: ReactNode
}

/** Memories on a spine, as time runs. Only those near the screen are on the page. */
export function EntryList(props: EntryListProps) {
  const { shown, layout, selected, scroller } = props
  useAnchor(props)
  useSelectedInView(props)
  const { first, last } = useVisibleRows(scroller, layout)
  const keys = useListKeys({ ...props, first })
  return (
    <div ref={scroller} className={classes.scroller} data-rows={shown.length}>
      <PinnedYear scroller={scroller} layout={layout} />
      <div
        className={classes.content}
        style={{
          height: layout.tops.at(-1),
          ['--row-height' as string]: `${layout.rowHeight}px`,
        }}
      >
        <ol role="list" aria-label="Memories" onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
          {rowsToDraw(first, last, keys.activeRow).map((row) => (
            <Row
              key={shown[row]}
              list={props}
              row={row}
              isActive={row === keys.activeRow}
              isSelected={shown[row] === selected}
            />
          ))}
        </ol>
        <ThreadLines threads={props.threads} layout={layout} first={first} last={last} />
      </div>
      {props.children}
    </div>
  )
}

type RowProps = { list: EntryListProps; row: number; isActive: boolean; isSelected: boolean }

function Row({ list, row, isActive, isSelected }: RowProps) {
  const { life, shown, layout, asOf, badge } = list
  const { eventAt, sources } = life.map
  const index = shown[row]!
  const before = row === 0 ? undefined : eventAt[shown[row - 1]!]!
  const isFirstOfDay = before === undefined || toDay(before) !== toDay(eventAt[index]!)
  const source = sources[index]!
  const isFirstOfRun = isFirstOfDay || sources[shown[row - 1]!] !== source
  const earlier = list.includesReplaced
    ? []
    : earlierVersions(life, index).filter((each) => existsAt(life, each, asOf))
  return (
    <EntryRow
      personaId={list.personaId}
      life={life}
      index={index}
      row={row}
      rowCount={shown.length}
      top={layout.tops[row]!}
      height={layout.tops[row + 1]! - layout.tops[row]!}
      gap={gapOf(layout, row)}
      silence={silenceBefore(layout, row)}
      axis={axisWord(eventAt[index]!, before)}
      isFirstOfDay={isFirstOfDay}
      origin={isFirstOfRun && source !== 'seed' && source !== 'user' ? source : null}
      isReplaced={isReplacedAt(life, index, asOf)}
      isSelected={isSelected}
      isActive={isActive}
      earlier={earlier.length}
      isUnfolded={list.unfolded.has(index)}
      withBody={list.withBodies}
      words={list.words}
      badge={badge}
      actions={list.actions}
    />
  )
}

/** The rows of a range, and the active one wherever it is: what has focus must stay on the page. */
function rowsToDraw(first: number, last: number, active: number): number[] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  if (active >= 0 && (active < first || active > last)) rows.push(active)
  return rows
}

/** Keeps the time at the upper edge where it is while filter, zoom or date change the rows. */
function useAnchor({ scroller, layout, anchor }: EntryListProps): void {
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || layout.times.length === 0) return
    if (anchor.current !== undefined)
      element.scrollTo({ top: layout.tops[rowNear(layout, anchor.current)]! })
    const note = () => {
      const { scrollTop } = element
      anchor.current = scrollTop === 0 ? undefined : layout.times[rowAt(layout, scrollTop)]
    }
    element.addEventListener('scroll', note, { passive: true })
    return () => element.removeEventListener('scroll', note)
  }, [scroller, layout, anchor])
}

/** Brings what was opened from elsewhere into view. */
function useSelectedInView({ scroller, layout, shown, selected }: EntryListProps): void {
  const handled = useRef<number>(undefined)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || selected === handled.current) return
    handled.current = selected
    const row = selected === undefined ? -1 : shown.indexOf(selected)
    if (row < 0) return
    const [top, bottom] = [layout.tops[row]!, layout.tops[row + 1]!]
    const { scrollTop, clientHeight } = element
    if (top < scrollTop || bottom > scrollTop + clientHeight)
      element.scrollTo({ top: (top + bottom - clientHeight) / 2 })
  }, [scroller, layout, shown, selected])
}
