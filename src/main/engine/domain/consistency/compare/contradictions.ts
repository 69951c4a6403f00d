import type { EntryId } from '../../../../../shared/contract/ids.ts'
import type { SourcedClaim } from '../claims/claim.ts'
import { gapDays } from '../claims/days.ts'
import { conflicts } from './conflict.ts'

/** Of one attribute; more are no news, and a timeline of strangers would have millions. */
const MAX_PER_KEY = 100

export type Contradiction = { readonly a: SourcedClaim; readonly b: SourcedClaim }

/**
 * Contradictions among claims of one key. One claim against ten that agree is one contradiction,
 * with the nearest of them in time.
 *
 * @param only  entries one of which must be involved; undefined for all
 */
export function findContradictions(
  claims: readonly SourcedClaim[],
  only?: ReadonlySet<EntryId>,
): Contradiction[] {
  if (claims.length < 2) return []
  const groups = [...groupByValue(claims).values()]
  const found: Contradiction[] = []
  for (let i = 0; i < groups.length; i++) {
    for (
      let j = groups[0]!.every(({ policy }) => policy === 'dated') ? i : i + 1;
      j < groups.length;
      j++
    ) {
      found.push(...between(groups[i]!, groups[j]!, claims, only))
      if (found.length >= MAX_PER_KEY) return found.slice(0, MAX_PER_KEY)
    }
  }
  return found
}

function groupByValue(claims: readonly SourcedClaim[]): Map<string, SourcedClaim[]> {
  const groups = new Map<string, SourcedClaim[]>()
  for (const claim of claims) {
    const key = `${claim.polarity} ${claim.value} ${claim.policy === 'dated' ? claim.days.from : ''}`
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return groups
}

function between(
  one: readonly SourcedClaim[],
  other: readonly SourcedClaim[],
  all: readonly SourcedClaim[],
  only: ReadonlySet<EntryId> | undefined,
): Contradiction[] {
  if (one === other) return []
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  if (only) {
    const isAdded = ({ source }: SourcedClaim) =>
      source.entryId === null || only.has(source.entryId)
    return [
      ...partners(few.filter(isAdded), many, all),
      ...partners(many.filter(isAdded), few, all),
    ]
  }
  return partners(few, many, all)
}

function partners(
  few: readonly SourcedClaim[],
  many: readonly SourcedClaim[],
  all: readonly SourcedClaim[],
): Contradiction[] {
  return few.flatMap((claim) => {
    const partner = nearest(claim, many)
    return partner && !changedBetween(claim, partner, all) ? [inOrder(claim, partner)] : []
  })
}

function nearest(claim: SourcedClaim, others: readonly SourcedClaim[]): SourcedClaim | undefined {
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

/** Two remarks about the present, and word of a change on a day between them. */
function changedBetween(a: SourcedClaim, b: SourcedClaim, all: readonly SourcedClaim[]): boolean {
  if (a.policy !== 'state' || gapDays(a.days, b.days) === 0) return false
  const [from, to] = [Math.min(a.days.to, b.days.to), Math.max(a.days.from, b.days.from)]
  return all.some(({ begins, days }) => begins === true && days.from >= from && days.from <= to + 1)
}

function inOrder(a: SourcedClaim, b: SourcedClaim): Contradiction {
  const later = a.source.sequence - b.source.sequence || a.start - b.start
  return later <= 0 ? { a, b } : { a: b, b: a }
}
