import { useEffect, useEffectEvent, type RefObject } from 'react'

/**
 * T turns a chart into its table and back: of the figures of the page that have both, the one that
 * has the focus, the pointer, or the top.
 */
export function useTableKey(figure: RefObject<HTMLElement | null>, toggle: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.metaKey || event.ctrlKey || event.altKey) return
    if (figure.current && !isBusy(event.target) && figure.current === currentFigure()) toggle()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** What is above this is under the page's head. */
const HEAD_PX = 120

function currentFigure(): Element | undefined {
  const figures = [...document.querySelectorAll('[data-figure]')]
  return (
    figures.find((one) => one.contains(document.activeElement)) ??
    figures.find((one) => one.matches(':hover')) ??
    figures.find((one) => one.getBoundingClientRect().bottom > HEAD_PX)
  )
}

/** Letters belong to a field or to what lies over the page. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input:not([type="radio"]), textarea, select, [role="dialog"], [role="menu"]',
      ) !== null)
  )
}
