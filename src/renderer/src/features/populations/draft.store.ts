import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { PopulationEdit } from './population-draft.ts'

/** Edits of one population since the version they began from. */
export type History = {
  /** Version they began from; null for a new population. */
  versionId: string | null
  past: PopulationEdit[]
  present: PopulationEdit
  future: PopulationEdit[]
}
type DraftsState = {
  /** By population id, or `new`. */
  drafts: Record<string, History>
  change: (
    id: string,
    from: { versionId: string | null; edit: PopulationEdit },
    next: PopulationEdit,
    merge?: string,
  ) => void
  undo: (id: string) => void
  redo: (id: string) => void
  discard: (id: string) => void
}

const STEPS_KEPT = 100
/** Changes of one kind within this time are one step: a drag, a number typed. */
const ONE_STEP_MS = 800
let last = { id: '', merge: '', at: 0 }

/** Edits that are not frozen yet. They outlive a reload and a restart of the workbench. */
export const useDraftsStore = create<DraftsState>()(
  persist(
    (set) => ({
      drafts: {},
      change: (id, { versionId, edit }, next, merge = '') =>
        set(({ drafts }) => {
          const known = drafts[id]
          const history = known ?? { versionId, past: [], present: edit, future: [] }
          const now = Date.now()
          const isSame = merge !== '' && last.id === id && last.merge === merge
          const joins = known !== undefined && isSame && now - last.at < ONE_STEP_MS
          last = { id, merge, at: now }
          const past = joins ? history.past : [...history.past, history.present].slice(-STEPS_KEPT)
          return { drafts: { ...drafts, [id]: { ...history, past, present: next, future: [] } } }
        }),
      undo: (id) =>
        set(({ drafts }) =>
          step(drafts, id, ({ past, present, future, versionId }) => {
            const previous = past.at(-1)
            return (
              previous && {
                versionId,
                past: past.slice(0, -1),
                present: previous,
                future: [present, ...future],
              }
            )
          }),
        ),
      redo: (id) =>
        set(({ drafts }) =>
          step(drafts, id, ({ past, present, future, versionId }) => {
            const [next, ...rest] = future
            return next && { versionId, past: [...past, present], present: next, future: rest }
          }),
        ),
      discard: (id) =>
        set(({ drafts }) => {
          const { [id]: _, ...others } = drafts
          return { drafts: others }
        }),
    }),
    {
      name: 'workbench-population-drafts',
      version: 1,
      storage: createJSONStorage(() => localStorage),
      // A page's storage is a few megabytes: the edits outlive a reload, their history does not.
      partialize: ({ drafts }) => ({
        drafts: Object.fromEntries(
          Object.entries(drafts).map(([id, history]) => [id, { ...history, past: [], future: [] }]),
        ),
      }),
    },
  ),
)

function step(
  drafts: Record<string, History>,
  id: string,
  move: (history: History) => History | undefined,
): Partial<DraftsState> {
  last = { id: '', merge: '', at: 0 }
  const history = drafts[id]
  const moved = history && move(history)
  return moved ? { drafts: { ...drafts, [id]: moved } } : {}
}
