import type { SuggestedSupersede } from '../../../../../shared/contract/consistency.ts'
import type {
  EntrySource,
  NewTimelineEntry,
  TimelineEntry,
} from '../../../../../shared/contract/timeline.ts'
import type { SourcedClaim } from '../claims/claim.ts'
import type { Contradiction } from './contradictions.ts'

/** A memory this much weaker than another (0–100) is the likelier error. */
const CLEARLY_WEAKER = 15

/** Said in conversation counts less than what somebody wrote down on purpose. */
const trust: Readonly<Record<EntrySource, number>> = {
  seed: 2,
  user: 2,
  file: 1,
  study: 0,
  conversation: 0,
}

// Values that can be put in each other's place without touching the words around them.
const replaceable = new Set([
  'home',
  'childhood-place',
  'birthplace',
  "partner's name",
  "pet's name",
  'name',
  'employer',
  'mother tongue',
  'eye colour',
  'writing hand',
  'age at leaving school',
  'favourite',
])

/**
 * The weaker memory with the stronger one's value in it. Undefined where it is not clear which of
 * them is right: of two memories of a passing state neither is, unless one is clearly weaker.
 */
export function suggestSupersede(
  { a, b }: Contradiction,
  entryOf: (claim: SourcedClaim) => TimelineEntry | undefined,
): SuggestedSupersede | undefined {
  if (!replaceable.has(a.attribute) || !a.polarity || !b.polarity) return undefined
  const order = byCertainty(a, b)
  if (!order) return undefined
  const [right, wrong] = order
  const entry = entryOf(wrong)
  if (!entry || wrong.field === 'response' || !hasOwnValue(right) || !hasOwnValue(wrong))
    return undefined
  const [said, instead] = [valueText(wrong), valueText(right)]
  const text = entry[wrong.field]
  const corrected = text.slice(0, wrong.valueStart) + instead + text.slice(wrong.valueEnd)
  return {
    entryId: entry.id,
    reason: `${instead} instead of ${said}, as memory ${right.source.sequence} has it`,
    entry: { ...toNewEntry(entry), [wrong.field]: corrected },
  }
}

/** The more certain one first. */
function byCertainty(
  a: SourcedClaim,
  b: SourcedClaim,
): readonly [SourcedClaim, SourcedClaim] | undefined {
  const byTrust = trustOf(a) - trustOf(b)
  if (byTrust !== 0) return byTrust > 0 ? [a, b] : [b, a]
  const byStrength = a.source.strength - b.source.strength
  if (Math.abs(byStrength) >= CLEARLY_WEAKER) return byStrength > 0 ? [a, b] : [b, a]
  if (a.policy !== 'permanent') return undefined
  return a.source.sequence <= b.source.sequence ? [a, b] : [b, a]
}

function trustOf({ source }: SourcedClaim): number {
  return source.origin ? trust[source.origin] : 0
}

function hasOwnValue({ start, end, valueStart, valueEnd }: SourcedClaim): boolean {
  return valueStart > start || valueEnd < end
}

function valueText({ text, start, valueStart, valueEnd }: SourcedClaim): string {
  return text.slice(valueStart - start, valueEnd - start)
}

function toNewEntry(entry: TimelineEntry): NewTimelineEntry {
  const {
    eventAt,
    eventLabel,
    facts,
    feelings,
    interpretation,
    emotionTags,
    memoryStrength,
    metadata,
  } = entry
  return {
    eventAt,
    eventLabel,
    facts,
    feelings,
    interpretation,
    emotionTags,
    memoryType: 'revised',
    memoryStrength,
    metadata,
  }
}
