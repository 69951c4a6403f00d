import { useEffect, useState, type RefObject } from 'react'

/** As far as this from the screen a part is drawn before anybody gets there. */
const NEAR = '900px 0px'

/**
 * Whether a part has come near the screen, or there was time to spare for it, so that a page of many
 * charts is there at once and scrolls freely. What was drawn stays.
 *
 * @param isLazy  false: it is drawn at once
 */
export function useWhenNear(place: RefObject<Element | null>, isLazy: boolean): boolean {
  const [isDrawn, setDrawn] = useState(!isLazy)
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
  }, [isDrawn, place])
  return isDrawn
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
