import type { Population } from '../../../../shared/contract/populations.ts'
import { useDraftsStore } from './draft.store.ts'
import { emptyEdit, toEdit, type PopulationEdit } from './population-draft.ts'

export type Editing = {
  edit: PopulationEdit
  /** @param merge  changes of one kind in quick succession are one step of undo */
  change: (next: PopulationEdit, merge?: string) => void
  isChanged: boolean
  /** A newer version was frozen since these edits began. */
  isOutdated: boolean
  undo: (() => void) | undefined
  redo: (() => void) | undefined
  discard: () => void
}

/** Edits of a population, or of a new one, kept until they are frozen or discarded. */
export function usePopulationEdit(population: Population | undefined): Editing {
  const id = population?.id ?? 'new'
  const { drafts, change, undo, redo, discard } = useDraftsStore()
  const history = drafts[id]
  const base = population ? toEdit(population) : emptyEdit
  const edit = history?.present ?? base
  const versionId = population?.versionId ?? null
  const canUndo = (history?.past.length ?? 0) > 0
  const canRedo = (history?.future.length ?? 0) > 0
  return {
    edit,
    change: (next, merge) => change(id, { versionId, edit: base }, next, merge),
    isChanged: JSON.stringify(edit) !== JSON.stringify(base),
    isOutdated: history !== undefined && history.versionId !== versionId,
    undo: canUndo ? () => undo(id) : undefined,
    redo: canRedo ? () => redo(id) : undefined,
    discard: () => discard(id),
  }
}
