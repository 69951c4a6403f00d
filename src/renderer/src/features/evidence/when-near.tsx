import { useEffect, useRef, useState, type ReactNode } from 'react'
import classes from './when-near.module.css'

/** As far as this from the screen a part is drawn before anybody gets there. */
const NEAR = '900px 0px'

/**
 * Draws what it holds when it comes near the screen, or earlier where there is time to spare, so
 * that a page of many charts is there at once and scrolls freely. What was drawn stays.
 */
export function WhenNear({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    if (isDrawn) return undefined
    const watch = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setDrawn(true),
      // The page scrolls within itself: the margin must be its own, not the window's.
      { scrollMargin: NEAR, rootMargin: NEAR } as IntersectionObserverInit,
    )
    watch.observe(place.current!)
    const leave = whenIdle(() => setDrawn(true))
    return () => {
      watch.disconnect()
      leave()
    }
  }, [isDrawn])
  return (
    <div ref={place} className={classes.part} data-drawn={isDrawn || undefined}>
      {isDrawn && children}
    </div>
  )
}

const waiting = new Set<() => void>()
let scheduled = false

/** One after the other, a part per idle moment. @returns what takes it off the list */
function whenIdle(draw: () => void): () => void {
  waiting.add(draw)
  schedule()
  return () => waiting.delete(draw)
}

function schedule(): void {
  if (scheduled || waiting.size === 0) return
  scheduled = true
  requestIdleCallback(() => {
    scheduled = false
    const [next] = waiting
    if (!next) return
    waiting.delete(next)
    next()
    schedule()
  })
}
