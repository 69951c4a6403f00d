import type { SourcedClaim } from '../claims/claim.ts'
import { gapDays } from '../claims/days.ts'
import { conflicts } from './conflict.ts'
import { crowdedPairs } from './crowded-pairs.ts'

export type Contradiction = { readonly a: SourcedClaim; readonly b: SourcedClaim }

/** Of one attribute; more are no news, and a timeline of strangers would have millions. */
const MAX_PER_KEY = 100
/** From here on, not every two values are compared. */
const CROWDED = 150

/**
 * Contradictions among claims of one key. One claim against ten that agree is one contradiction,
 * with the nearest of them in time.
 *
 * @param isInvolved  what one of the two must be; undefined: any
 */
export function findContradictions(
  claims: readonly SourcedClaim[],
  isInvolved?: (claim: SourcedClaim) => boolean,
): Contradiction[] {
  if (claims.length < 2) return []
  const pairs = isInvolved
    ? pairsOf(claims.filter(isInvolved), claims)
    : claims.length > CROWDED
      ? crowdedPairs(claims)
      : pairsOfValues(claims)
  const found: Contradiction[] = []
  let beginnings: Float64Array | undefined
  for (const [claim, partner] of pairs) {
    beginnings ??= beginningsOf(claims)
    if (!changedBetween(claim, partner, beginnings)) found.push(inOrder(claim, partner))
    if (found.length >= MAX_PER_KEY) break
  }
  return found
}

type Pair = readonly [claim: SourcedClaim, partner: SourcedClaim]

function* pairsOf(some: readonly SourcedClaim[], claims: readonly SourcedClaim[]): Generator<Pair> {
  // Most of what is said of one thing agrees: who agrees has the same few claims to be held against.
  for (const agreeing of groupByValue(some).values()) {
    const others = claims.filter((other) => !agree(agreeing[0]!, other))
    if (others.length === 0) continue
    for (const claim of agreeing) {
      const partner = nearestConflict(claim, others)
      if (partner) yield [claim, partner]
    }
  }
}

/** Every claim of the smaller of two groups that exclude each other, with its nearest in the other. */
function* pairsOfValues(claims: readonly SourcedClaim[]): Generator<Pair> {
  const groups = [...groupByValue(claims).values()]
  for (let i = 0; i < groups.length; i++) {
    for (let j = i + 1; j < groups.length; j++) {
      const [one, other] = [groups[i]!, groups[j]!]
      const [few, many] = one.length <= other.length ? [one, other] : [other, one]
      for (const claim of few) {
        const partner = nearestConflict(claim, many)
        if (partner) yield [claim, partner]
      }
    }
  }
}

function groupByValue(claims: readonly SourcedClaim[]): Map<string, SourcedClaim[]> {
  const groups = new Map<string, SourcedClaim[]>()
  for (const claim of claims) {
    const time = claim.policy === 'dated' ? `${claim.days.from} ${claim.days.to}` : ''
    const key = `${claim.polarity} ${claim.value} ${time}`
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return groups
}

/** Whether the two say the same, so that nothing is left to compare. */
function agree(a: SourcedClaim, b: SourcedClaim): boolean {
  if (a.value !== b.value || a.polarity !== b.polarity) return false
  return a.policy !== 'dated' || (a.days.from === b.days.from && a.days.to === b.days.to)
}

function nearestConflict(
  claim: SourcedClaim,
  others: readonly SourcedClaim[],
): SourcedClaim | undefined {
  let best: SourcedClaim | undefined
  let bestDistance = Infinity
  for (const other of others) {
    const distance = Math.abs(claim.source.eventDay - other.source.eventDay)
    if (distance < bestDistance && conflicts(claim, other)) {
      best = other
      bestDistance = distance
    }
  }
  return best
}

/** Two remarks about the present, and word of a change, a beginning, on a day between them. */
function changedBetween(a: SourcedClaim, b: SourcedClaim, beginnings: Float64Array): boolean {
  if (a.policy !== 'state' || gapDays(a.days, b.days) === 0) return false
  const [from, to] = [Math.min(a.days.to, b.days.to), Math.max(a.days.from, b.days.from)]
  const first = beginnings[firstFrom(beginnings, from)]
  return first !== undefined && first <= to + 1
}

/** Days on which something is said to begin, in order. */
function beginningsOf(claims: readonly SourcedClaim[]): Float64Array {
  const beginning = claims.filter(({ begins }) => begins === true)
  return Float64Array.from(beginning, ({ days }) => days.from).sort()
}

/** The place of the first day that is not before the one given; the length where there is none. */
function firstFrom(days: Float64Array, from: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}

function inOrder(a: SourcedClaim, b: SourcedClaim): Contradiction {
  const later = a.source.sequence - b.source.sequence || a.start - b.start
  return later <= 0 ? { a, b } : { a: b, b: a }
}
