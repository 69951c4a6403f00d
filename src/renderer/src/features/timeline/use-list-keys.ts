import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from 'react'
import type { EntryListProps } from './entry-list.tsx'
import { rowElementId } from './entry-row.tsx'

type Context = Pick<EntryListProps, 'shown' | 'layout' | 'scroller' | 'selected' | 'onClear'> & {
  /** First row near the screen: where the keyboard enters when it was nowhere yet. */
  first: number
}

const page = 12

/** How far a key moves; Infinity: to the end. */
const steps: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: page,
  PageUp: -page,
  End: Infinity,
  Home: -Infinity,
}

/** One memory at a time has the keyboard; j and k reach the list from anywhere on the page. */
export function useListKeys({ shown, layout, scroller, selected, onClear, first }: Context) {
  // By entry, not by row: what has the keyboard keeps it when rows come and go around it.
  const [active, setActive] = useState<number | undefined>(selected)
  const wantsFocus = useRef(false)
  const known = active === undefined ? -1 : shown.indexOf(active)
  const activeRow = known >= 0 ? known : Math.min(first, shown.length - 1)

  const moveTo = (row: number) => {
    const target = Math.max(0, Math.min(shown.length - 1, row))
    const element = scroller.current
    if (!element || shown.length === 0) return
    wantsFocus.current = true
    setActive(shown[target])
    const [top, bottom] = [layout.tops[target]!, layout.tops[target + 1]!]
    const { scrollTop, clientHeight } = element
    if (top < scrollTop) element.scrollTo({ top })
    else if (bottom > scrollTop + clientHeight) element.scrollTo({ top: bottom - clientHeight })
  }
  useLayoutEffect(() => {
    if (!wantsFocus.current || active === undefined) return
    wantsFocus.current = false
    document.getElementById(rowElementId(active))?.focus({ preventScroll: true })
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const step = steps[event.key]
    if (step !== undefined) moveTo(activeRow + step)
    else if (event.key === 'Escape') onClear()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onFocus = (event: FocusEvent) => {
    const index = Number(/^memory-(\d+)$/.exec(event.target.id)?.[1] ?? NaN)
    if (Number.isInteger(index)) setActive(index)
  }

  const enter = useEffectEvent((step: number) => moveTo(known < 0 ? activeRow : activeRow + step))
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey
      if (!isPlain || (event.key !== 'j' && event.key !== 'k') || isBusy(event.target)) return
      event.preventDefault()
      enter(steps[event.key]!)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return { activeRow, onKeyDown, onFocus }
}

/** Typing, or in a dialog: letters belong to it. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)
  )
}
