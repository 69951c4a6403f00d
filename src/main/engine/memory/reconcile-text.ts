import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  deleteTexts,
  findLastText,
  findMismeasured,
  findOrphanedTexts,
  findTexts,
  holdsWords,
  isComplete,
  replaceFeatures,
  replaceText,
  type IndexedText,
} from './reconcile-text.repo.ts'
import type { Page, Reconcile, Step } from './reconcile-step.ts'

/** Texts cut into words between two turns of the event loop. */
const BATCH = 25
const ROWS_PER_LOOK = 5_000

/**
 * Checks that full text and the features that search compares hold every entry as they should: full
 * text of one persona word by word, of everybody by the number of words.
 */
export function textStep(size: number): Step {
  return {
    name: 'text',
    size,
    async run(reconcile) {
      const { deps, work, light } = reconcile
      if (light && (await isComplete(deps.db))) return
      for (let after = Number(reconcile.cursor ?? 0); ;) {
        const texts = await findTexts(deps.db, work.personaId, { after, limit: BATCH })
        if (texts.length === 0) break
        after = texts.at(-1)!.row
        const repair = await compareTexts(reconcile, texts)
        await reconcile.advance({ cursor: after, done: texts.length, ...repair })
      }
      if (work.personaId === null) await dropOrphans(reconcile)
    },
  }
}

async function compareTexts(
  reconcile: Reconcile,
  texts: readonly IndexedText[],
): Promise<Pick<Page, 'found' | 'write'>> {
  const { deps, work } = reconcile
  const mismeasured = await deps.db.transaction().execute((trx) => findMismeasured(trx, texts))
  const wrong: IndexedText[] = []
  for (const item of texts) {
    const isMismeasured = mismeasured.has(item.row) || item.storedLength !== item.text.length
    if (isMismeasured || (work.personaId !== null && !(await holds(reconcile, item))))
      wrong.push(item)
  }
  const outdated = texts.filter(({ record, storedRecord }) => !isSame(record, storedRecord))
  if (wrong.length + outdated.length === 0) return {}
  return {
    found: { fullText: wrong.length, features: outdated.length },
    write: async (trx) => {
      for (const item of wrong) await replaceText(trx, item)
      for (const item of outdated) await replaceFeatures(trx, item)
    },
  }
}

async function holds({ deps, signal }: Reconcile, item: IndexedText): Promise<boolean> {
  signal.throwIfAborted()
  await nextTurn()
  return holdsWords(deps.db, item)
}

function isSame(record: Uint8Array, stored: Uint8Array | null): boolean {
  return stored !== null && Buffer.compare(record, stored) === 0
}

async function dropOrphans(reconcile: Reconcile): Promise<void> {
  const { db } = reconcile.deps
  const last = await findLastText(db)
  for (let after = 0; after < last; after += ROWS_PER_LOOK) {
    const rows = await findOrphanedTexts(db, { after, limit: ROWS_PER_LOOK })
    if (rows.length === 0) continue
    await db.transaction().execute((trx) => deleteTexts(trx, rows))
    const found = { fullText: rows.length }
    await reconcile.advance({ cursor: reconcile.cursor, done: 0, found })
  }
}
