import type { Question } from '../../../../../shared/contract/skills.ts'
import { likeness } from './word-runs.ts'

/** A question in both versions, with its positions, from 0. */
export type Match = {
  readonly before: Question
  readonly after: Question
  readonly from: number
  readonly to: number
}
export type Matched = {
  readonly pairs: readonly Match[]
  readonly removed: readonly { readonly question: Question; readonly at: number }[]
  readonly added: readonly { readonly question: Question; readonly at: number }[]
}

/** Shares of text in common from which a question under another id is the same one, renamed. */
const RENAMED = 0.8

/** Pairs questions by id, then what is left by type and wording. */
export function matchQuestions(before: readonly Question[], after: readonly Question[]): Matched {
  const ids = new Map(before.map((question, from) => [question.id, { question, from }]))
  const pairs: Match[] = []
  const added: Matched['added'][number][] = []
  for (const [to, question] of after.entries()) {
    const known = ids.get(question.id)
    if (!known) added.push({ question, at: to })
    else {
      pairs.push({ before: known.question, after: question, from: known.from, to })
      ids.delete(question.id)
    }
  }
  const left = [...ids.values()].map(({ question, from }) => ({ question, at: from }))
  return pairRenamed(pairs, left, added)
}

function pairRenamed(
  pairs: readonly Match[],
  removed: Matched['removed'],
  added: Matched['added'],
): Matched {
  const renamed: Match[] = []
  const taken = new Set<number>()
  for (const one of added) {
    const twin = removed.find(
      ({ question, at }) =>
        !taken.has(at) &&
        question.type === one.question.type &&
        likeness(question.text, one.question.text) >= RENAMED,
    )
    if (!twin) continue
    taken.add(twin.at)
    renamed.push({ before: twin.question, after: one.question, from: twin.at, to: one.at })
  }
  const kept = new Set(renamed.map(({ to }) => to))
  return {
    pairs: [...pairs, ...renamed].toSorted((a, b) => a.to - b.to),
    removed: removed.filter(({ at }) => !taken.has(at)),
    added: added.filter(({ at }) => !kept.has(at)),
  }
}

/**
 * The pairs that moved: as few as possible, the rest keep their order among each other (they are
 * a longest increasing subsequence). `pairs` are in their later order.
 */
export function movedPairs(pairs: readonly Match[]): readonly Match[] {
  const best: { length: number; previous: number }[] = []
  for (let i = 0; i < pairs.length; i++) {
    best.push({ length: 1, previous: -1 })
    for (let j = 0; j < i; j++)
      if (pairs[j]!.from < pairs[i]!.from && best[j]!.length + 1 > best[i]!.length)
        best[i] = { length: best[j]!.length + 1, previous: j }
  }
  const longest = Math.max(0, ...best.map(({ length }) => length))
  const stay = new Set<number>()
  let at = best.findIndex(({ length }) => length === longest)
  while (at >= 0) {
    stay.add(at)
    at = best[at]!.previous
  }
  return pairs.filter((_, i) => !stay.has(i))
}
