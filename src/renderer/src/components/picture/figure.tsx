import { useRef, type ReactNode } from 'react'
import classes from './figure.module.css'
import { PictureMenu } from './picture-menu.tsx'
import type { Caption } from './to-svg.ts'
import type { Table } from './to-table.ts'
import { useMarkKeys } from './use-mark-keys.ts'

type Props = {
  /** Unique on the page: what an address points at. */
  id: string
  /** What files that are saved of it are called. */
  name: string
  caption: Caption
  /** The same numbers, for the clipboard. */
  table: () => Table
  /** Under the title, in place of the plain facts. */
  facts?: ReactNode
  tools?: ReactNode
  /** False: it is a table already, of which no picture can be taken. */
  hasChart?: boolean
  /** Below the chart and not part of its picture. */
  below?: ReactNode
  children: ReactNode
}

/**
 * A chart with its title, what it rests on and how to take it along. Arrows move between its marks;
 * what is copied carries title, n, labels and caveat inside.
 */
export function Figure(props: Props) {
  const { id, name, caption, table, facts, tools, hasChart = true, below, children } = props
  const chart = useRef<HTMLDivElement>(null)
  useMarkKeys(chart)
  return (
    <section id={id} className={`${classes.figure} card`} aria-label={caption.title}>
      <header className={classes.head}>
        <div>
          <h2>{caption.title}</h2>
          <div className={`${classes.facts} quiet small`}>{facts ?? caption.facts}</div>
        </div>
        <div className={classes.tools}>
          {tools}
          <PictureMenu {...{ name, chart, caption, table, hasChart }} />
        </div>
      </header>
      <div ref={chart} className={classes.chart}>
        {children}
      </div>
      {below}
    </section>
  )
}
