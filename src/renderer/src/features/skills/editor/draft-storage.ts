import { z } from 'zod'
import type { SkillDraft } from './skill-draft.ts'

/** Loose inside: a draft is what it is, and the editor shows what is wrong with it. */
const Stored = z.object({
  /** The version it began from; null: a new skill. */
  base: z.string().nullable(),
  draft: z.object({
    name: z.string(),
    objective: z.string(),
    decision: z.string(),
    successSignal: z.string(),
    instructions: z.string(),
    cards: z.array(
      z.object({
        key: z.string(),
        question: z.looseObject({ id: z.string(), type: z.string(), text: z.string() }),
      }),
    ),
    rotation: z.object({ blocks: z.boolean(), within: z.array(z.string()) }),
  }),
})
export type StoredDraft = { base: string | null; draft: SkillDraft }

const keyOf = (place: string) => `workbench-skill-draft:${place}`

/** What was being written in a place; undefined when nothing readable is there. */
export function readStoredDraft(place: string): StoredDraft | undefined {
  try {
    const stored = Stored.parse(JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null'))
    return stored as unknown as StoredDraft
  } catch {
    // Nothing there, or of another make: the saved version is shown.
    return undefined
  }
}

export function storeDraft(place: string, stored: StoredDraft | null): void {
  try {
    if (stored === null) localStorage.removeItem(keyOf(place))
    else localStorage.setItem(keyOf(place), JSON.stringify(stored))
  } catch {
    // Storage that is full or shut off: the draft lives as long as the page.
  }
}
