import type { SkillChange } from '../../../../../shared/contract/skill-difference.ts'
import { sayRuns, wordRuns } from './word-runs.ts'

export type ListPlace = {
  readonly questionId: string
  readonly position: number
  readonly list: string
}

/** What changed in a question's options, scale or rows. */
export function compareLists(
  place: ListPlace,
  before: readonly string[],
  after: readonly string[],
): SkillChange[] {
  const relabelled = relabelledAt(before, after)
  const wordings = relabelled.map((i) =>
    relabel(place, { i, before: before[i]!, after: after[i]! }),
  )
  // As they would read without the relabelling, so that it counts neither as added nor as removed.
  const earlier = before.map((text, i) => (relabelled.includes(i) ? after[i]! : text))
  const removed = earlier.filter((text) => !after.includes(text))
  const added = after.filter((text) => !earlier.includes(text))
  return [
    ...wordings,
    ...(removed.length > 0 ? [removal(place, removed)] : []),
    ...(added.length > 0 ? [addition(place, added)] : []),
    ...reorder(place, earlier, after),
  ]
}

/** Places where a text that is gone stands against one that is new, in lists of one length. */
function relabelledAt(before: readonly string[], after: readonly string[]): number[] {
  if (before.length !== after.length) return []
  return before.flatMap((text, i) =>
    text !== after[i] && !after.includes(text) && !before.includes(after[i]!) ? [i] : [],
  )
}

function relabel(
  place: ListPlace,
  { i, before, after }: { i: number; before: string; after: string },
): SkillChange {
  const words = wordRuns(before, after)
  const what =
    place.list === 'labels' ? `Point ${i + 1} of the scale` : `${nameOne(place.list)} ${i + 1}`
  const sentence = `${what} of “${place.questionId}”: “${before}” became “${after}”.`
  return { ...place, kind: 'option-relabelled', words, sentence }
}

function addition(place: ListPlace, texts: string[]): SkillChange {
  const sentence = `${nameAll(place.list)} of “${place.questionId}”: ${quote(texts)} added.`
  return { ...place, kind: 'options-added', texts, sentence }
}

function removal(place: ListPlace, texts: string[]): SkillChange {
  const sentence = `${nameAll(place.list)} of “${place.questionId}”: ${quote(texts)} removed.`
  return { ...place, kind: 'options-removed', texts, sentence }
}

function reorder(
  place: ListPlace,
  before: readonly string[],
  after: readonly string[],
): SkillChange[] {
  const kept = before.filter((text) => after.includes(text))
  const now = after.filter((text) => before.includes(text))
  if (kept.every((text, i) => text === now[i])) return []
  const sentence = `${nameAll(place.list)} of “${place.questionId}” reordered: ${now.join(' · ')}.`
  return [{ ...place, kind: 'options-reordered', before: [...before], after: [...after], sentence }]
}

const quote = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', ')

function nameAll(list: string): string {
  return list === 'labels' ? 'Scale' : list.charAt(0).toUpperCase() + list.slice(1)
}

function nameOne(list: string): string {
  return nameAll(list).replace(/s$/, '')
}

/** The sentence for a text that changed, unless nothing did. */
export function sayReworded(what: string, before: string, after: string): string {
  const said = sayRuns(wordRuns(before, after))
  return `${what} reworded: ${said}.`
}
