import { z } from 'zod'
import { LintDismissal } from '../../../../../shared/contract/lint-rules.ts'
import { Question } from '../../../../../shared/contract/questions.ts'
import { EvaluationRule } from '../../../../../shared/contract/skill-evaluation.ts'
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
    // Drafts of before there were rules have none.
    evaluation: z.array(z.looseObject({ id: z.string() })).default([]),
    dismissals: z.array(LintDismissal).default([]),
  }),
})
export type StoredDraft = { base: string | null; draft: SkillDraft }

const keyOf = (place: string) => `workbench-skill-draft:${place}`
/** Where a draft that cannot be read waits until it is thrown away. */
const asideOf = (place: string) => `workbench-skill-draft-unreadable:${place}`

type Read = {
  /** What was being written; undefined: nothing, or nothing readable. */
  readonly stored: StoredDraft | undefined
  /** Text of a draft that cannot be shown; it is kept until it is thrown away. */
  readonly unreadable: string | undefined
}

/** What was being written in a place. */
export function readStoredDraft(place: string): Read {
  try {
    const text = localStorage.getItem(keyOf(place))
    const stored = text === null ? undefined : readDraft(text)
    if (text !== null && !stored) setAside(place, text)
    return { stored, unreadable: localStorage.getItem(asideOf(place)) ?? undefined }
  } catch {
    // Storage that is shut off: there is nothing in it.
    return { stored: undefined, unreadable: undefined }
  }
}

/** Undefined for a text that the editor could not show. */
export function readDraft(text: string): StoredDraft | undefined {
  try {
    const stored = Stored.parse(JSON.parse(text))
    const { cards, evaluation } = stored.draft
    const canBeShown =
      cards.every(({ question }) => hasShape(Question, question)) &&
      evaluation.every((rule) => hasShape(EvaluationRule, rule)) &&
      new Set(cards.map(({ key }) => key)).size === cards.length
    return canBeShown ? (stored as unknown as StoredDraft) : undefined
  } catch {
    // No JSON, or of another make.
    return undefined
  }
}

/** A number that was cleared is missing while one writes; everything else has to be of its kind. */
function hasShape(schema: z.ZodType, value: unknown): boolean {
  const issues = schema.safeParse(value).error?.issues ?? []
  return issues.every(
    ({ code, ...issue }) =>
      code !== 'invalid_union' &&
      (code !== 'invalid_type' || ('expected' in issue && issue.expected === 'number')),
  )
}

/** Takes a draft out of the way of the editor. @returns its text */
export function setStoredAside(place: string): string | undefined {
  try {
    const text = localStorage.getItem(keyOf(place))
    if (text !== null) setAside(place, text)
    return text ?? undefined
  } catch {
    // Storage that is shut off: nothing was kept.
    return undefined
  }
}

export function forgetUnreadable(place: string): void {
  localStorage.removeItem(asideOf(place))
}

function setAside(place: string, text: string): void {
  localStorage.setItem(asideOf(place), text)
  localStorage.removeItem(keyOf(place))
}

export function storeDraft(place: string, stored: StoredDraft | null): void {
  try {
    if (stored === null) localStorage.removeItem(keyOf(place))
    else localStorage.setItem(keyOf(place), JSON.stringify(stored))
  } catch {
    // Storage that is full or shut off: the draft lives as long as the page.
  }
}
