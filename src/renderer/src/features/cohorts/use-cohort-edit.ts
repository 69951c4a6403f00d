import type { Cohort } from '../../../../shared/contract/cohorts.ts'
import { createDraftsStore } from '../../lib/drafts-store.ts'
import { CohortEdit, emptyCohort, toCohortEdit } from './cohort-draft.ts'

const useCohortDrafts = createDraftsStore({ name: 'workbench-cohort-drafts', schema: CohortEdit })

export type CohortEditing = {
  edit: CohortEdit
  /** @param merge  changes of one kind in quick succession are one step of undo */
  change: (next: CohortEdit, merge?: string) => void
  isChanged: boolean
  /** A newer revision was saved since these edits began. */
  isOutdated: boolean
  undo: (() => void) | undefined
  redo: (() => void) | undefined
  discard: () => void
}

/** Edits of a cohort, or of a new one, kept until they are saved or discarded. */
export function useCohortEdit(cohort: Cohort | undefined): CohortEditing {
  const id = cohort?.id ?? 'new'
  const { drafts, change, undo, redo, discard } = useCohortDrafts()
  const history = drafts[id]
  const base = cohort ? toCohortEdit(cohort) : emptyCohort
  const edit = history?.present ?? base
  const versionId = cohort ? String(cohort.revision) : null
  return {
    edit,
    change: (next, merge) => change(id, { versionId, edit: base }, next, merge),
    isChanged: JSON.stringify(edit) !== JSON.stringify(base),
    isOutdated: history !== undefined && history.versionId !== versionId,
    undo: history?.past.length ? () => undo(id) : undefined,
    redo: history?.future.length ? () => redo(id) : undefined,
    discard: () => discard(id),
  }
}
