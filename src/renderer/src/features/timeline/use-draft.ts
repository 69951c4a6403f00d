import { useCallback, useEffect, useRef, useState } from 'react'
import type { TimelineSearch } from './timeline.search.ts'

export type SearchChange = Partial<TimelineSearch>
export type OnSearch = (change: SearchChange, options?: { replace?: boolean }) => void

/** How long typing rests before the address follows. */
const restMs = 300

export type Draft = {
  /** What the address says, and over it what is being dragged or typed. */
  live: TimelineSearch
  /** Shows a change that the address does not have yet. */
  preview: (change: SearchChange) => void
  commit: OnSearch
  /** Shows a change at once; the address follows when the user rests. */
  commitSoon: (change: SearchChange) => void
}

/** The address is the state; what moves many times a second is drafted over it first. */
export function useDraft(search: TimelineSearch, onSearch: OnSearch): Draft {
  const [draft, setDraft] = useState<SearchChange>({})
  const [isTyping, setIsTyping] = useState(false)
  const [seen, setSeen] = useState(search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pending = useRef<SearchChange>({})
  useEffect(() => () => clearTimeout(timer.current), [])
  if (seen !== search) {
    setSeen(search)
    // The address has caught up, unless more was typed meanwhile.
    if (!isTyping) setDraft({})
  }

  const preview = useCallback(
    (change: SearchChange) => setDraft((before) => ({ ...before, ...change })),
    [],
  )
  const commit: OnSearch = useCallback(
    (change, options) => {
      preview(change)
      clearTimeout(timer.current)
      // What rests half-typed goes along, unless this takes it back.
      const whole = { ...pending.current, ...change }
      pending.current = {}
      setIsTyping(false)
      onSearch(whole, options)
    },
    [preview, onSearch],
  )
  const commitSoon = useCallback(
    (change: SearchChange) => {
      preview(change)
      setIsTyping(true)
      clearTimeout(timer.current)
      pending.current = { ...pending.current, ...change }
      timer.current = setTimeout(() => commit({}, { replace: true }), restMs)
    },
    [preview, commit],
  )
  return { live: { ...search, ...draft }, preview, commit, commitSoon }
}
