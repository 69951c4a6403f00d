import type { SourcedClaim } from '../claims/claim.ts'
import { conflicts } from './conflict.ts'

type Pair = readonly [claim: SourcedClaim, partner: SourcedClaim]

/** Partners tried per claim: a bound on the work, reached only where nearly all disagree. */
const MAX_TRIES = 400

/**
 * Conflicting pairs among very many claims of one key, at most one per claim and without comparing
 * every two: of times that do not meet, against the time that most agree on; of anything else,
 * along the order of time.
 */
export function* crowdedPairs(claims: readonly SourcedClaim[]): Generator<Pair> {
  yield* claims[0]!.policy === 'dated' ? outliers(claims) : alongTime(claims)
}

function* outliers(claims: readonly SourcedClaim[]): Generator<Pair> {
  const day = mostAgreedDay(claims)
  const agreeing = claims.filter(({ days }) => days.from <= day && day <= days.to)
  for (const claim of claims) {
    if (claim.days.from <= day && day <= claim.days.to) continue
    const partner = agreeing.find((other) => conflicts(claim, other))
    if (partner) yield [claim, partner]
  }
}

/** A day that lies in the most spans. */
function mostAgreedDay(claims: readonly SourcedClaim[]): number {
  const edges = claims.flatMap(({ days }) => [
    { day: days.from, step: 1 },
    { day: days.to, step: -1 },
  ])
  edges.sort((a, b) => a.day - b.day || b.step - a.step)
  let open = 0
  let most = 0
  let best = edges[0]!.day
  for (const { day, step } of edges) {
    open += step
    if (open <= most) continue
    most = open
    best = day
  }
  return best
}

function* alongTime(claims: readonly SourcedClaim[]): Generator<Pair> {
  const ordered = claims.toSorted((a, b) => a.days.from - b.days.from)
  for (const [i, claim] of ordered.entries()) {
    const until = claim.days.to + (claim.slack ?? 0)
    const last = Math.min(ordered.length, i + MAX_TRIES)
    for (let j = i + 1; j < last && ordered[j]!.days.from <= until; j++) {
      if (!conflicts(claim, ordered[j]!)) continue
      yield [claim, ordered[j]!]
      break
    }
  }
}
