import { useCallback, useMemo, useState } from 'react'
import { headOf, type Life } from './life.ts'

export type Selection = {
  /** Index of the entry that is open beside the timeline. */
  selected: number | undefined
  /** Revisions whose earlier versions are shown: those opened by hand, and of what is selected. */
  unfolded: ReadonlySet<number>
  onFold: (index: number) => void
}

export function useSelection(life: Life, entryId: string | undefined): Selection {
  const selected = useMemo(() => {
    const index = entryId === undefined ? -1 : (life.map.ids as string[]).indexOf(entryId)
    return index < 0 ? undefined : index
  }, [life, entryId])
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const onFold = useCallback(
    (index: number) =>
      setOpened((before) => {
        const next = new Set(before)
        if (!next.delete(index)) next.add(index)
        return next
      }),
    [],
  )
  const isReplaced = selected !== undefined && life.map.supersededBy[selected]! >= 0
  const head = isReplaced ? headOf(life, selected) : undefined
  const unfolded = useMemo(
    () => (head === undefined || opened.has(head) ? opened : new Set([...opened, head])),
    [opened, head],
  )
  return { selected, unfolded, onFold }
}
