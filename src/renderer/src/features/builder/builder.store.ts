import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { emptyDraft, type CohortDraft, type StudyDraft } from './draft.ts'

/** What has been created so far, each with the body it was created from. */
type Saved = {
  cohorts: Record<string, { body: string; id: string; size: number }>
  population: { body: string; id: string } | null
  skill: { body: string; id: string } | null
}
const nothingSaved: Saved = { cohorts: {}, population: null, skill: null }

type BuilderState = {
  draft: StudyDraft
  saved: Saved
  change: (part: Partial<StudyDraft>) => void
  changeCohort: (key: string, part: Partial<CohortDraft>) => void
  save: (part: Partial<Saved>) => void
  reset: () => void
}

/** The study being built. It outlives a reload of the tab. */
export const useBuilderStore = create<BuilderState>()(
  persist(
    (set) => ({
      draft: emptyDraft(),
      saved: nothingSaved,
      change: (part) => set(({ draft }) => ({ draft: { ...draft, ...part } })),
      changeCohort: (key, part) =>
        set(({ draft }) => ({
          draft: {
            ...draft,
            cohorts: draft.cohorts.map((cohort) =>
              cohort.key === key ? { ...cohort, ...part } : cohort,
            ),
          },
        })),
      save: (part) => set(({ saved }) => ({ saved: { ...saved, ...part } })),
      reset: () => set({ draft: emptyDraft(), saved: nothingSaved }),
    }),
    { name: 'workbench-study-draft', storage: createJSONStorage(() => sessionStorage), version: 1 },
  ),
)
