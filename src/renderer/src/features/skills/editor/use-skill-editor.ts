import { useHotkeys } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import { forgetUnreadable, readStoredDraft, setStoredAside, storeDraft } from './draft-storage.ts'
import { afterEdit, redo, startHistory, undo, type History } from './history.ts'
import { saysTheSame, type SkillDraft } from './skill-draft.ts'

type Begin = {
  /** Where the draft is kept: the skill's id, or `new`. */
  readonly place: string
  readonly saved: SkillDraft
  /** Version that `saved` is; null: a new skill. */
  readonly base: string | null
}

/**
 * `what` names the edited thing: more of it in quick succession is one step of undo. Null: a step of
 * its own.
 */
export type Edit = (change: (draft: SkillDraft) => SkillDraft, what?: string | null) => void

/** A draft with undo, kept in the browser's storage after every edit. */
export function useSkillEditor({ place, saved, base }: Begin) {
  const [{ stored, begun, ...read }] = useState(() => ({
    ...readStoredDraft(place),
    begun: saved,
  }))
  const [unreadable, setUnreadable] = useState(read.unreadable)
  const [generation, setGeneration] = useState(0)
  const [history, setHistory] = useState(() => startHistory(stored?.draft ?? begun))
  const since = stored ? stored.base : base
  const step = useCallback(
    (next: (history: History<SkillDraft>) => History<SkillDraft>) =>
      setHistory((before) => {
        const after = next(before)
        const isSaved = saysTheSame(after.present, begun)
        storeDraft(place, isSaved ? null : { base: since, draft: after.present })
        return after
      }),
    [place, begun, since],
  )
  const edit: Edit = useCallback(
    (change, what = null) =>
      step((before) => afterEdit(before, change(before.present), { what, atMs: Date.now() })),
    [step],
  )
  const back = () => step(undo)
  const forth = () => step(redo)
  // Everywhere, in fields too: a field's own undo would not know of the draft.
  useHotkeys(
    [
      ['mod+Z', back],
      ['mod+shift+Z', forth],
      ['mod+Y', forth],
    ],
    [],
  )
  return {
    draft: history.present,
    edit,
    undo: history.past.length > 0 ? back : undefined,
    redo: history.future.length > 0 ? forth : undefined,
    isChanged: !saysTheSame(history.present, begun),
    /** Somebody saved another version since this draft began. */
    isOutdated: since !== base,
    discard: () => edit(() => begun),
    forget: () => storeDraft(place, null),
    /** Text of a draft that could not be shown. */
    unreadable,
    forgetUnreadable: () => {
      forgetUnreadable(place)
      setUnreadable(undefined)
    },
    /** The draft broke the editor: it goes on with what was saved. */
    setAside: () => {
      setUnreadable(setStoredAside(place))
      setHistory(startHistory(begun))
      setGeneration((before) => before + 1)
    },
    /** Counts the times the editor began anew. */
    generation,
  }
}
