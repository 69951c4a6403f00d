import type { EntryId } from '../../../shared/contract/ids.ts'
import type { ExplainedEntry } from '../../../shared/contract/recall.ts'
import type { ReadDb } from '../db/schema.ts'
import { findEntry, findVisible } from './memory.repo.ts'
import type { Recalled } from './recall.ts'
import type { TimelineOwner } from './timeline.ts'

/** Why one entry is among what was recalled, or why not. */
export async function explainEntry(
  db: ReadDb,
  owner: TimelineOwner,
  entryId: EntryId,
  { recalled, cut, asOf }: Pick<Recalled, 'recalled' | 'cut'> & { readonly asOf: number | null },
): Promise<ExplainedEntry> {
  const place = recalled.findIndex((memory) => memory.entryId === entryId)
  if (place >= 0) {
    const { score, directive } = recalled[place]!
    const reason = `Place ${place + 1} of ${recalled.length}, score ${score.toFixed(2)}. ${directive.text}`
    return { entryId, outcome: 'recalled', reason }
  }
  const refused = cut.find((memory) => memory.entryId === entryId)
  if (refused) {
    const reason = `${refused.reason} (score ${refused.score.toFixed(2)})`
    return { entryId, outcome: 'left-out', reason }
  }
  const visible = await findVisible(db, owner, { asOf, maxSequence: null }, [entryId])
  if (!visible.has(entryId)) return { entryId, ...(await whyNotThere(db, owner, entryId)) }
  return {
    entryId,
    outcome: 'not-found',
    reason: 'Neither its words nor its meaning is near the question',
  }
}

async function whyNotThere(db: ReadDb, owner: TimelineOwner, entryId: EntryId) {
  const entry = await findEntry(db, owner, entryId)
  const outcome = 'not-there' as const
  if (!entry) return { outcome, reason: 'It is not on this timeline' }
  if (entry.supersededBy) return { outcome, reason: 'A later version has replaced it' }
  return { outcome, reason: 'It has not happened yet, or is not known yet, at that time' }
}
