import type { EntryId } from '../../../shared/contract/ids.ts'
import { foldedWords, foldText } from '../../../shared/fold-text.ts'
import type { ReadDb } from '../db/schema.ts'
import { getPersona } from '../personas/find-personas.ts'
import { listTextRows, type TextRow } from './timeline-map.repo.ts'
import type { TimelineOwner } from './timeline.ts'

/** Rows searched between two turns of the event loop: about 5 ms where they are long. */
const ROWS_PER_TURN = 250

/**
 * Entries in which every word of the search occurs, superseded ones too, in sequence. Unlike recall
 * it finds parts of words and leaves nothing out: it is for someone who looks, not who remembers.
 */
export async function searchTimeline(
  db: ReadDb,
  owner: TimelineOwner,
  search: string,
): Promise<EntryId[]> {
  await getPersona(db, owner.tenantId, owner.personaId)
  const words = foldedWords(search)
  const found: EntryId[] = []
  for (let after = 0; ; await new Promise(setImmediate)) {
    const chunk = await listTextRows(db, owner, after, ROWS_PER_TURN)
    for (const row of chunk) if (contains(row, words)) found.push(row.id as EntryId)
    if (chunk.length < ROWS_PER_TURN) return found
    after = chunk.at(-1)!.sequence
  }
}

function contains(row: TextRow, words: readonly string[]): boolean {
  const fields = [row.event_label, row.facts, row.feelings, row.interpretation, row.emotion_tags]
  const text = foldText(fields.join('\n'))
  return words.every((word) => text.includes(word))
}
