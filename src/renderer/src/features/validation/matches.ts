import type { ItemUse } from '../../../../shared/contract/human-surveys.ts'
import type {
  ItemMatch,
  MatchProposals,
  SegmentMatch,
} from '../../../../shared/contract/validation-matches.ts'

/** What a question is compared with; null: with nothing. */
export type Match = {
  readonly itemId: string
  /** By the answer of people; null leaves it out. */
  readonly recodes: Readonly<Record<string, string | null>>
  readonly usedFor: readonly ItemUse[]
} | null
/** By question. */
export type Matches = Readonly<Record<string, Match>>
type Candidate = MatchProposals['questions'][number]['candidates'][number]

/** Below this a proposal is shown, but not taken by itself. */
const SURE = 0.5

export function toMatch({ itemId, recodes, usedFor }: Candidate): NonNullable<Match> {
  return {
    itemId,
    recodes: Object.fromEntries(recodes.map(({ from, to }) => [from, to])),
    usedFor,
  }
}

/** The best proposal of each question, an item once. */
export function proposedMatches({ questions }: MatchProposals): Matches {
  const taken = new Set<string>()
  const byScore = questions.toSorted(
    (a, b) => (b.candidates[0]?.score ?? 0) - (a.candidates[0]?.score ?? 0),
  )
  const found = byScore.map(({ questionId, candidates }) => {
    const best = candidates.find(({ itemId, score }) => score >= SURE && !taken.has(itemId))
    if (best) taken.add(best.itemId)
    return [questionId, best ? toMatch(best) : null] as const
  })
  return Object.fromEntries(found)
}

/** As the engine takes it: questions matched with nothing, or with no answer in common, are left out. */
export function toRequest(
  { segments }: MatchProposals,
  matches: Matches,
): { matches: ItemMatch[]; segments: SegmentMatch[] } {
  return {
    matches: Object.entries(matches).flatMap(([questionId, match]) => {
      if (!match || Object.values(match.recodes).every((to) => to === null)) return []
      const { itemId, usedFor } = match
      const recodes = Object.entries(match.recodes).map(([from, to]) => ({ from, to }))
      return [{ questionId, itemId, recodes, usedFor: [...usedFor] }]
    }),
    segments: segments.flatMap(({ itemId, candidates: [best] }) =>
      best ? [{ itemId, field: best.field, recodes: best.recodes }] : [],
    ),
  }
}
