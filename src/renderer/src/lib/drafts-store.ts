import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { z } from 'zod'

/** Edits of one thing since the version they began from. */
export type History<Edit> = {
  /** Version they began from; null for a new one. */
  versionId: string | null
  past: Edit[]
  present: Edit
  future: Edit[]
}
export type DraftsState<Edit> = {
  /** By id, or `new`. */
  drafts: Record<string, History<Edit>>
  change: (
    id: string,
    from: { versionId: string | null; edit: Edit },
    next: Edit,
    merge?: string,
  ) => void
  undo: (id: string) => void
  redo: (id: string) => void
  discard: (id: string) => void
}

const STEPS_KEPT = 100
/** Changes of one kind within this time are one step: a drag, a number typed. */
const ONE_STEP_MS = 800

type Options<Edit> = {
  /** In the page's storage. */
  name: string
  /** What a kept edit must look like; one that does not is dropped, the others stay. */
  schema: z.ZodType<Edit>
}

/** Edits that are not saved yet. They outlive a reload and a restart of the workbench. */
export function createDraftsStore<Edit>({ name, schema }: Options<Edit>) {
  let last = { id: '', merge: '', at: 0 }
  const step = (
    drafts: Record<string, History<Edit>>,
    id: string,
    move: (history: History<Edit>) => History<Edit> | undefined,
  ): Partial<DraftsState<Edit>> => {
    last = { id: '', merge: '', at: 0 }
    const history = drafts[id]
    const moved = history && move(history)
    return moved ? { drafts: { ...drafts, [id]: moved } } : {}
  }
  return create<DraftsState<Edit>>()(
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
            const past = joins
              ? history.past
              : [...history.past, history.present].slice(-STEPS_KEPT)
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
        name,
        version: 1,
        storage: createJSONStorage(() => localStorage),
        // A page's storage is a few megabytes: the edits outlive a reload, their history does not.
        partialize: ({ drafts }) => ({
          drafts: Object.fromEntries(
            Object.entries(drafts).map(([id, history]) => [
              id,
              { ...history, past: [], future: [] },
            ]),
          ),
        }),
        merge: (kept, state) => ({ ...state, drafts: readDrafts(kept, schema) }),
      },
    ),
  )
}

/** What is kept may have been written by another version of the workbench, or by hand. */
function readDrafts<Edit>(kept: unknown, schema: z.ZodType<Edit>): Record<string, History<Edit>> {
  const drafts = (kept as { drafts?: Record<string, Partial<History<unknown>>> } | null)?.drafts
  return Object.fromEntries(
    Object.entries(drafts ?? {}).flatMap(([id, history]) => {
      const present = schema.safeParse(history?.present)
      if (!present.success) return []
      const versionId = typeof history.versionId === 'string' ? history.versionId : null
      return [[id, { versionId, past: [], present: present.data, future: [] }]]
    }),
  )
}
