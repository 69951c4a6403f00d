import { useEffect, useEffectEvent, type RefObject } from 'react'
import { anchorOf } from './question-evidence.tsx'

/** T turns a chart into its table and back: the chart that has the focus, the pointer, or the top. */
export function useTableKey(
  list: RefObject<HTMLElement | null>,
  toggle: (questionId: string) => void,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.metaKey || event.ctrlKey || event.altKey) return
    if (isBusy(event.target) || !list.current) return
    const sections = [...list.current.children].filter(({ id }) => id !== '')
    const section =
      sections.find((one) => one.contains(document.activeElement)) ??
      sections.find((one) => one.matches(':hover')) ??
      sections.find((one) => one.getBoundingClientRect().bottom > 120)
    if (section) toggle(section.id.slice(anchorOf('').length))
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** Letters belong to a field or to what lies over the page. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)
  )
}
