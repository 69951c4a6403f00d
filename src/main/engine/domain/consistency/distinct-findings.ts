import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import type { Finding } from './finding.ts'

/** One finding per id and per pair of passages, in the order of the first entry concerned. */
export function distinctFindings(
  findings: readonly Finding[],
  entries: readonly Pick<TimelineEntry, 'id' | 'sequence'>[],
): Finding[] {
  const seen = new Set<string>()
  const kept = findings.filter((finding) => {
    const passages = passagesOf(finding)
    if (seen.has(finding.id) || (passages !== undefined && seen.has(passages))) return false
    seen.add(finding.id)
    if (passages !== undefined) seen.add(passages)
    return true
  })
  const sequenceOf = new Map<string, number>(entries.map(({ id, sequence }) => [id, sequence]))
  const first = ({ entryIds }: Finding) =>
    Math.min(...entryIds.map((id) => sequenceOf.get(id) ?? Infinity))
  return kept.toSorted((a, b) => first(a) - first(b) || (a.id < b.id ? -1 : 1))
}

// Two attributes read from the same words ("lived in Rome": a home, and ever having lived there)
// contradict the same other words for one reason.
function passagesOf({ type, spans }: Finding): string | undefined {
  if (type !== 'contradiction' && type !== 'response_contradiction') return undefined
  return spans
    .map(({ entryId, turnId, field, start }) => `${entryId ?? turnId ?? ''} ${field} ${start}`)
    .sort()
    .join('|')
}
