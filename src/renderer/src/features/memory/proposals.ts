import type { ProposedMemory } from '../../../../shared/contract/memory-files.ts'
import type { NewTimelineEntry } from '../../../../shared/contract/timeline.ts'

/** A proposed memory as it is being edited. */
export type Draft = ProposedMemory & { readonly kept: boolean }

export function toDrafts(proposals: readonly ProposedMemory[]): Draft[] {
  return proposals.map((proposal) => ({ ...proposal, kept: true }))
}

export function changeDraft(
  drafts: readonly Draft[],
  key: string,
  change: Partial<NewTimelineEntry>,
): Draft[] {
  return drafts.map((draft) =>
    draft.key === key
      ? {
          ...draft,
          entry: { ...draft.entry, ...change },
          // A date that somebody has set is no assumption any more.
          ...(change.eventAt === undefined ? {} : { dateFrom: 'text' as const }),
        }
      : draft,
  )
}

export function setKept(drafts: readonly Draft[], key: string, kept: boolean): Draft[] {
  return drafts.map((draft) => (draft.key === key ? { ...draft, kept } : draft))
}

/** What is wrong with a draft that is to be kept; null when it can be stored. */
export function problemOf({ entry }: Draft): string | null {
  const needed = [
    ['what happened', entry.eventLabel, 500],
    ['facts', entry.facts, 5000],
    ['feelings', entry.feelings, 5000],
    ['interpretation', entry.interpretation, 5000],
  ] as const
  for (const [name, text, limit] of needed) {
    const length = text.trim().length
    if (length === 0) return `It needs ${name}`
    if (length > limit) return `Too long: ${name}`
  }
  return entry.eventAt === '' ? 'It needs a date' : null
}
