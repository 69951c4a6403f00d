import { SegmentedControl } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import classes from './figure.module.css'
import { PictureMenu } from './picture-menu.tsx'
import type { Caption } from './to-svg.ts'
import type { Table } from './to-table.ts'
import { useMarkKeys } from './use-mark-keys.ts'
import { useTableKey } from './use-table-key.ts'
import { useWhenNear } from './use-when-near.ts'

type Props = {
  /** Unique on the page: what an address points at. */
  id: string
  /** What files that are saved of it are called. */
  name: string
  caption: Caption
  /** On the page, where its caption would say again what stands above. */
  heading?: string
  /** The same numbers, for the clipboard. */
  table: () => Table
  /** Under the title, in place of the plain facts. */
  facts?: ReactNode
  tools?: ReactNode
  /** The numbers to read, in place of the chart: by its switch or T. */
  asTable?: ReactNode
  /** False: nothing is drawn of which a picture could be taken. */
  hasChart?: boolean
  /** One of many: all but its head is drawn when it comes near the screen. */
  isLazy?: boolean
  /** Below the chart and not part of its picture. */
  below?: ReactNode
  children: ReactNode
}

/**
 * A chart with its title, what it rests on and how to take it along. Arrows move between its marks;
 * what is copied carries title, n, labels and caveat inside.
 */
export function Figure(props: Props) {
  const {
    id,
    name,
    caption,
    heading = caption.title,
    table,
    asTable,
    hasChart = true,
    isLazy = false,
  } = props
  const [view, setView] = useState<'picture' | 'table'>('picture')
  const figure = useRef<HTMLElement>(null)
  const chart = useRef<HTMLDivElement>(null)
  const isTable = asTable !== undefined && view === 'table'
  const isDrawn = useWhenNear(figure, isLazy)
  useMarkKeys(chart)
  useTableKey(figure, () => setView(isTable ? 'picture' : 'table'))
  return (
    <section
      ref={figure}
      id={id}
      className={`${classes.figure} card`}
      aria-label={heading}
      data-figure={asTable && 'two views'}
    >
      <header className={classes.head}>
        <div>
          <h2>{heading}</h2>
          <div className={`${classes.facts} quiet small`}>{props.facts ?? caption.facts}</div>
        </div>
        {isDrawn && (
          <div className={classes.tools}>
            {asTable && (
              <SegmentedControl
                size="xs"
                aria-label={`Show ${name} as`}
                value={view}
                onChange={setView}
                data={[
                  { value: 'picture', label: 'Chart' },
                  { value: 'table', label: 'Table' },
                ]}
              />
            )}
            {props.tools}
            <PictureMenu {...{ name, chart, caption, table }} hasChart={hasChart && !isTable} />
          </div>
        )}
      </header>
      <div
        ref={chart}
        className={classes.chart}
        data-lazy={isLazy || undefined}
        data-drawn={isDrawn || undefined}
      >
        {isDrawn && (isTable ? asTable : props.children)}
      </div>
      {isDrawn && props.below}
    </section>
  )
}
