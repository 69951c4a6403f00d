import type { Persona } from '../../../shared/contract/personas.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { Finding } from '../domain/consistency/finding.ts'
import type { PassagePair } from '../domain/consistency/judge-pairs.ts'
import { findMemories } from '../memory/find-memories.ts'
import type { RecallDeps } from '../memory/recall.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { judgePairs } from './judge-pairs.ts'

/** Memories, newest first, whose likes are looked for; likes of each; pairs per question. */
const LOOKED_AT = 60
const LIKES = 2
const PAIRS_PER_QUESTION = 12

export type LeftOpen = {
  readonly entries: readonly TimelineEntry[]
  readonly byRules: readonly Finding[]
  readonly nowMs: number
}

/** What rules leave open: memories that are about the same and that no rule has said anything of. */
export async function judgeTimeline(
  deps: RecallDeps & { readonly model: ChatModel },
  persona: Persona,
  leftOpen: LeftOpen,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const pairs = await findPairs(deps, persona, leftOpen, signal)
  const findings: Finding[] = []
  for (let start = 0; start < pairs.length; start += PAIRS_PER_QUESTION) {
    const asked = pairs.slice(start, start + PAIRS_PER_QUESTION)
    findings.push(...(await judgePairs(deps.model, persona, asked, signal)))
  }
  return findings
}

async function findPairs(
  deps: RecallDeps,
  { tenantId, id: personaId }: Persona,
  { entries, byRules, nowMs }: LeftOpen,
  signal?: AbortSignal,
): Promise<PassagePair[]> {
  const settled = new Set(byRules.map(({ entryIds }) => entryIds.toSorted().join(' ')))
  const pairs = new Map<string, PassagePair>()
  const current = entries.filter(({ supersededBy }) => !supersededBy)
  for (const entry of current.slice(-LOOKED_AT)) {
    const query = { text: `${entry.eventLabel}. ${entry.facts}`.slice(0, 2000), asOf: nowMs }
    const found = await findMemories(deps, { tenantId, personaId }, query, signal)
    for (const other of found.filter(({ id }) => id !== entry.id).slice(0, LIKES)) {
      const key = [entry.id, other.id].sort().join(' ')
      if (settled.has(key)) continue
      const [first, second] = entry.sequence < other.sequence ? [entry, other] : [other, entry]
      pairs.set(key, [toPassage(first), toPassage(second)])
    }
  }
  return [...pairs.values()]
}

export function toPassage(entry: TimelineEntry) {
  return { entry, text: `${entry.eventLabel}. ${entry.facts}` }
}
