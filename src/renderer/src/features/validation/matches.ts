import type { ItemUse } from '../../../../shared/contract/human-surveys.ts'
import type {
  ItemMatch,
  MatchProposals,
  ProposedMatch,
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
export type Candidate = MatchProposals['questions'][number]['candidates'][number]

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

/** A question with the item that was chosen for it beside those proposed. */
export function withChosen(question: ProposedMatch, chosen: Candidate | undefined): ProposedMatch {
  const others = question.candidates.filter(({ itemId }) => itemId !== chosen?.itemId)
  return chosen ? { ...question, candidates: [...others, chosen] } : question
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
  { questions, segments }: MatchProposals,
  matches: Matches,
): { matches: ItemMatch[]; segments: SegmentMatch[] } {
  return {
    matches: questions.flatMap(({ questionId }) => {
      const match = matches[questionId]
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
