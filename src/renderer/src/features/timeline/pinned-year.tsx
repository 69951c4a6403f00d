import { useEffect, useState, type RefObject } from 'react'
import classes from './pinned-year.module.css'
import { rowAt, type RowLayout } from './row-layout.ts'
import { toYear } from './time-words.ts'

type Props = { scroller: RefObject<HTMLElement | null>; layout: RowLayout }

/** The year at the upper edge, for as long as its own mark is out of sight. */
export function PinnedYear({ scroller, layout }: Props) {
  const [year, setYear] = useState<number | null>(null)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const update = () => {
      const row = rowAt(layout, element.scrollTop)
      const at = layout.times[row]
      const before = layout.times[row - 1]
      const isMarked = before === undefined || (at !== undefined && toYear(before) !== toYear(at))
      const isWhole = element.scrollTop <= (layout.tops[row] ?? 0) + 4
      setYear(at === undefined || (isMarked && isWhole) ? null : toYear(at))
    }
    update()
    element.addEventListener('scroll', update, { passive: true })
    return () => element.removeEventListener('scroll', update)
  }, [scroller, layout])
  return (
    <div className={classes.pin} aria-hidden>
      {year !== null && <span>{year}</span>}
    </div>
  )
}
