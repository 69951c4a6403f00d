import {
  countTexts,
  deleteTexts,
  findLastText,
  findMismeasured,
  findOrphanedTexts,
  findTexts,
  holdsText,
  replaceText,
  type IndexedText,
} from './reconcile-text.repo.ts'
import type { Reconcile, Step } from './reconcile-step.ts'

/** Texts cut into words between two turns of the event loop. */
const BATCH = 50
const ROWS_PER_LOOK = 5_000

/**
 * Checks that full text holds every entry as it should: of one persona word by word, of everybody
 * by the number of words.
 */
export function textStep(size: number): Step {
  return {
    name: 'text',
    size,
    async run(reconcile) {
      const { deps, work, light } = reconcile
      if (light) {
        const { entries, texts } = await countTexts(deps.db)
        if (entries === texts) return
      }
      for (let after = Number(reconcile.cursor ?? 0); ;) {
        const texts = await findTexts(deps.db, work.personaId, { after, limit: BATCH })
        if (texts.length === 0) break
        after = texts.at(-1)!.row
        const fullText = await repairTexts(reconcile, texts)
        await reconcile.advance({ cursor: after, done: texts.length, found: { fullText } })
      }
      if (work.personaId === null) await dropOrphans(reconcile)
    },
  }
}

async function repairTexts(reconcile: Reconcile, texts: readonly IndexedText[]): Promise<number> {
  const { deps, work } = reconcile
  const mismeasured = await deps.db.transaction().execute((trx) => findMismeasured(trx, texts))
  const wrong: IndexedText[] = []
  for (const item of texts) {
    const isWrong =
      mismeasured.has(item.row) ||
      item.storedLength !== item.text.length ||
      (work.personaId !== null && !(await holdsText(deps.db, item)))
    if (isWrong) wrong.push(item)
  }
  if (wrong.length > 0) {
    await deps.db.transaction().execute(async (trx) => {
      for (const item of wrong) await replaceText(trx, item)
    })
  }
  return wrong.length
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
