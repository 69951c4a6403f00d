import type { IssueSpan, Severity } from '../../../../../shared/contract/consistency.ts'
import type { TimelineEntry } from '../../../../../shared/contract/timeline.ts'
import { findingId } from '../finding-id.ts'
import type { Finding } from '../finding.ts'
import type { SourcedClaim } from '../claims/claim.ts'
import type { Contradiction } from './contradictions.ts'
import { explain } from './explain.ts'
import { suggestSupersede } from './suggestion.ts'

/**
 * - `error`: both cannot be true whenever they were said (a place of birth, never and once)
 * - `warning`: both cannot be true at that time, unless something changed that nobody mentions
 */
const severities: Readonly<Record<SourcedClaim['policy'], Severity>> = {
  permanent: 'error',
  polar: 'error',
  dated: 'warning',
  state: 'warning',
}

/** @param entryOf  the entry of a claim, where at hand: only then can a correction be suggested */
export function contradictionFinding(
  contradiction: Contradiction,
  entryOf: (claim: SourcedClaim) => TimelineEntry | undefined,
): Finding {
  const { a, b } = contradiction
  const answered = a.source.turnId !== null || b.source.turnId !== null
  const type = answered ? 'response_contradiction' : 'contradiction'
  const about = [a, b].map(({ source }) => source.entryId ?? source.turnId ?? 'profile')
  const entryIds = [a, b].flatMap(({ source }) => (source.entryId ? [source.entryId] : []))
  const suggestion = suggestSupersede(contradiction, entryOf)
  return {
    id: findingId(type, about, `${a.subject} ${a.attribute} ${a.object}`),
    type,
    severity: severities[a.policy],
    entryIds: [...new Set(entryIds)],
    spans: [spanOfClaim(a), spanOfClaim(b)],
    explanation: explain(a, b),
    ...(suggestion ? { suggestion } : {}),
  }
}

export function spanOfClaim({ source, field, start, end, text }: SourcedClaim): IssueSpan {
  return { entryId: source.entryId, turnId: source.turnId, field, start, end, text }
}

/** Finds the entry of a claim among those given. */
export function entryFinder(
  entries: readonly TimelineEntry[],
): (claim: SourcedClaim) => TimelineEntry | undefined {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return ({ source }) => (source.entryId ? byId.get(source.entryId) : undefined)
}
