import { useEffect, type RefObject } from 'react'

const steps: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/**
 * One stop of the Tab key for all marks of a chart; arrows go from mark to mark by where they are,
 * Home and End to the first and the last, Enter opens one.
 */
export function useMarkKeys(chart: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = chart.current
    if (!element) return undefined
    const marks = () => marksIn(element)
    const settle = (current?: HTMLElement) => {
      const all = marks()
      const stop = current ?? all.find((mark) => mark.getAttribute('tabindex') === '0') ?? all[0]
      for (const mark of all) {
        const index = mark === stop ? '0' : '-1'
        if (mark.getAttribute('tabindex') !== index) mark.setAttribute('tabindex', index)
      }
    }
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && marks().includes(target)) settle(target)
    }
    const onKey = (event: KeyboardEvent) => {
      const all = marks()
      const from = all.find((mark) => mark === document.activeElement)
      if (!from) return
      const next = nextMark(all, from, event.key)
      if (next === undefined) return
      event.preventDefault()
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
    }
    settle()
    const watch = new MutationObserver(() => settle())
    watch.observe(element, { childList: true, subtree: true })
    element.addEventListener('focusin', onFocus)
    element.addEventListener('keydown', onKey)
    return () => {
      watch.disconnect()
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('keydown', onKey)
    }
  }, [chart])
}

function marksIn(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('button:not([data-tool], [class*="mantine-"])')]
}

function nextMark(
  all: readonly HTMLElement[],
  from: HTMLElement,
  key: string,
): HTMLElement | undefined {
  if (key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  const step = steps[key]
  if (!step) return undefined
  const start = centreOf(from)
  const found = all
    .filter((mark) => mark !== from)
    .map((mark) => ({ mark, cost: costOf(start, centreOf(mark), step) }))
    .filter(({ cost }) => cost !== null)
    .toSorted((a, b) => a.cost! - b.cost!)
  return found[0]?.mark
}

type Point = { x: number; y: number }

/** How far a mark is in a direction, straying aside counting more; null: it is not that way. */
function costOf(from: Point, to: Point, [x, y]: readonly [number, number]): number | null {
  const along = (to.x - from.x) * x + (to.y - from.y) * y
  const aside = Math.abs((to.x - from.x) * y) + Math.abs((to.y - from.y) * x)
  // Marks of one column stand at different places of the scale: up and down go by rows alone.
  return along < 1 ? null : along + aside * (y === 0 ? 4 : 0.2)
}

function centreOf(element: HTMLElement): Point {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}
