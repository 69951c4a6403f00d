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
  readonly recodes: ReadonlyMap<string, string | null>
  readonly usedFor: readonly ItemUse[]
} | null
/** By question. */
export type Matches = Readonly<Record<string, Match>>
type Candidate = MatchProposals['questions'][number]['candidates'][number]

/** Below this a proposal is shown, but not taken by itself. */
const SURE = 0.5

/** Answers that fit none of the question's come first, left out until it is said what they count as. */
export function toMatch({ itemId, recodes, unmatched, usedFor }: Candidate): NonNullable<Match> {
  const all = [
    ...unmatched.map((from) => [from, null] as const),
    ...recodes.map(({ from, to }) => [from, to] as const),
  ]
  return { itemId, recodes: new Map(all), usedFor }
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
      if (!match || [...match.recodes.values()].every((to) => to === null)) return []
      const { itemId, usedFor } = match
      const recodes = Array.from(match.recodes, ([from, to]) => ({ from, to }))
      return [{ questionId, itemId, recodes, usedFor: [...usedFor] }]
    }),
    segments: segments.flatMap(({ itemId, candidates: [best] }) =>
      best ? [{ itemId, field: best.field, recodes: best.recodes }] : [],
    ),
  }
}
