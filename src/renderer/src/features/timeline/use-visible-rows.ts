import { useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { rowAt, type RowLayout } from './row-layout.ts'

type Rows = { first: number; last: number }

/** Rows kept ready beyond either edge, in pixels. */
const readyPx = 480

/**
 * The rows to have on the page. Their places are known from the layout, so nothing is measured, and
 * the list is drawn anew only when it runs out of ready rows, not on every scroll event.
 */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, layout: RowLayout): Rows {
  const [rows, setRows] = useState<Rows>({ first: 0, last: -1 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    let drawn = rowsAround(element, layout, readyPx)
    // oxlint-disable-next-line react/set-state-in-effect -- the height is known only once laid out
    setRows(drawn)
    const update = () => {
      const seen = rowsAround(element, layout, 0)
      const near = rowsAround(element, layout, readyPx / 2)
      if (near.first >= drawn.first && near.last <= drawn.last) return
      const isBlank = seen.first < drawn.first || seen.last > drawn.last
      drawn = rowsAround(element, layout, readyPx)
      // After a leap the next frame would be empty, so that it is drawn before it.
      if (isBlank) flushSync(() => setRows(drawn))
      else setRows(drawn)
    }
    element.addEventListener('scroll', update, { passive: true })
    const observer = new ResizeObserver(() => {
      drawn = rowsAround(element, layout, readyPx)
      setRows(drawn)
    })
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', update)
      observer.disconnect()
    }
  }, [scroller, layout])
  const last = layout.times.length - 1
  return { first: Math.min(rows.first, Math.max(0, last)), last: Math.min(rows.last, last) }
}

function rowsAround(element: HTMLElement, layout: RowLayout, beyond: number): Rows {
  const { scrollTop, clientHeight } = element
  return {
    first: rowAt(layout, scrollTop - beyond),
    last: rowAt(layout, scrollTop + clientHeight + beyond),
  }
}
