import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { createDraftsStore } from '../../lib/drafts-store.ts'
import { emptyDraft, StudyDraft, type CohortDraft } from './draft.ts'

/** What has been created so far, each with the body it was created from. */
type Saved = {
  cohorts: Record<string, { body: string; id: string; size: number }>
  /** `people`: the part of the draft it was made from. */
  population: { body: string; id: string; people: string } | null
  skill: { body: string; id: string } | null
  /** `draft`: what it was saved from. */
  study: { id: string; populationId: string; skillId: string; draft: string } | null
}
const nothingSaved: Saved = { cohorts: {}, population: null, skill: null, study: null }

type SavedState = { saved: Saved; save: (part: Partial<Saved>) => void; forget: () => void }

export const useSavedStore = create<SavedState>()(
  persist(
    (set) => ({
      saved: nothingSaved,
      save: (part) => set(({ saved }) => ({ saved: { ...saved, ...part } })),
      forget: () => set({ saved: nothingSaved }),
    }),
    { name: 'workbench-study-saved', storage: createJSONStorage(() => localStorage), version: 1 },
  ),
)

const useStudyDrafts = createDraftsStore({ name: 'workbench-study-drafts', schema: StudyDraft })
/** The one study that is being built. */
const NEW = 'new'
const base = emptyDraft()

/** @param merge  changes of one kind in quick succession are one step of undo */
function changeDraft(part: Partial<StudyDraft>, merge = mergeOf(part)): void {
  const next = { ...readDraft(), ...part }
  useStudyDrafts.getState().change(NEW, { versionId: null, edit: base }, next, merge)
}

/** Typing is one step, adding and removing are one each. */
function mergeOf(part: object): string {
  const isTyped = Object.values(part).every((value) => ['string', 'number'].includes(typeof value))
  return isTyped ? Object.keys(part).join() : ''
}

function changeCohort(key: string, part: Partial<CohortDraft>): void {
  const { cohorts } = readDraft()
  const merge = mergeOf(part)
  changeDraft(
    { cohorts: cohorts.map((cohort) => (cohort.key === key ? { ...cohort, ...part } : cohort)) },
    merge && `${key} ${merge}`,
  )
}

export function readDraft(): StudyDraft {
  return useStudyDrafts.getState().drafts[NEW]?.present ?? base
}

/** The draft became a study, and is over. */
export function forgetDraft(): void {
  useStudyDrafts.getState().discard(NEW)
  useSavedStore.getState().forget()
}

/** The study being built. It outlives a reload and a restart. */
export function useBuilderStore() {
  const history = useStudyDrafts(({ drafts }) => drafts[NEW])
  const { undo, redo } = useStudyDrafts()
  return {
    draft: history?.present ?? base,
    isBegun: history !== undefined,
    change: changeDraft,
    changeCohort,
    undo: history?.past.length ? () => undo(NEW) : undefined,
    redo: history?.future.length ? () => redo(NEW) : undefined,
    /** A step that can be undone, as any other. */
    startOver: () => {
      changeDraft(emptyDraft(), '')
      useSavedStore.getState().forget()
    },
  }
}

/** What the population of a draft is made from. */
export function peopleKey({ cohorts, margins, trim }: StudyDraft): string {
  return JSON.stringify([cohorts, margins, trim])
}
