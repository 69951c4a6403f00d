import type { SourcedClaim } from '../claims/claim.ts'
import { gapDays } from '../claims/days.ts'
import { namesExclude } from '../lexicon/person-names.ts'
import { placesExclude } from '../lexicon/places.ts'
import { valuesExclude } from './values-exclude.ts'

/** Whether two claims of one key cannot both be true, going by values and times. */
export function conflicts(a: SourcedClaim, b: SourcedClaim): boolean {
  if (a.policy !== b.policy) return false
  if (sameEntry(a, b) && a.policy !== 'permanent') return false
  switch (a.policy) {
    case 'permanent':
      return a.polarity === b.polarity ? a.polarity && valuesExclude(a, b) : a.value === b.value
    case 'state':
      return statesExclude(a, b) && holdTogether(a, b)
    case 'polar':
      return a.polarity !== b.polarity && holdTogether(a, b) && aboutOne(a, b)
    case 'dated':
      return sameEvent(a, b) && gapDays(a.days, b.days) > Math.max(a.slack ?? 0, b.slack ?? 0)
  }
}

function statesExclude(a: SourcedClaim, b: SourcedClaim): boolean {
  if (a.polarity !== b.polarity) return a.value === b.value
  return a.polarity && valuesExclude(a, b)
}

/** A remark about the present holds a while; a stated beginning, end or stretch is exact. */
function holdTogether(a: SourcedClaim, b: SourcedClaim): boolean {
  const [earlier, later] = a.days.from <= b.days.from ? [a, b] : [b, a]
  const { slackBefore = later.slack ?? 0 } = later
  return gapDays(a.days, b.days) <= Math.min(earlier.slack ?? 0, slackBefore)
}

function sameEntry(a: SourcedClaim, b: SourcedClaim): boolean {
  return a.source.entryId === b.source.entryId && a.source.turnId === b.source.turnId
}

// Where both say which of several it was: two weddings, by whom one married.
function sameEvent(a: SourcedClaim, b: SourcedClaim): boolean {
  return a.value === '' || b.value === '' || !namesExclude(a.value, b.value)
}

const others = new Set(['speaking another language', 'citizen of another country'])

// "Nowhere else" than where, "no other" than which: only another contradicts it.
function aboutOne(a: SourcedClaim, b: SourcedClaim): boolean {
  if (others.has(a.attribute)) return a.value !== b.value
  return a.attribute !== 'having lived elsewhere' || placesExclude(a.value, b.value)
}
