import { entryText } from '../domain/memory/entry-text.ts'
import { countMissingEmbeddings } from './embedding.repo.ts'
import type { ReconcileReport } from '../../../shared/contract/reconcile.ts'
import {
  countOtherModels,
  deleteOtherModels,
  findEntriesToEmbed,
  replaceEmbeddings,
  type EmbedScope,
} from './reconcile-embeddings.repo.ts'
import type { ReconcileWork } from './reconcile.repo.ts'
import type { Reconcile, ReconcileDeps, Step } from './reconcile-step.ts'

/** Texts embedded per transaction: the built-in model computes in this thread. */
const BATCH = 32
/** Rows looked at per query. */
const SCAN = 500
const DELETED_PER_TURN = 200

/**
 * Embeds what the current model has not embedded, or everything where that was asked. Recall goes
 * on by words meanwhile.
 */
export function embedStep(size: number): Step {
  return {
    name: 'embed',
    size,
    async run(reconcile) {
      const { deps, signal } = reconcile
      const { id: model } = deps.embedding
      const scope = scopeOf(reconcile)
      if (reconcile.light && (await countMissingEmbeddings(deps.db, model)) === 0) return
      for (let after = Number(reconcile.cursor ?? 0); ;) {
        const page = await findEntriesToEmbed(deps.db, scope, { after, limit: BATCH, scan: SCAN })
        if (page.scannedTo === null) return
        after = page.scannedTo
        const vectors =
          page.entries.length === 0
            ? []
            : await deps.embedding.embed(page.entries.map(entryText), signal)
        const rows = page.entries.map((entry, i) => ({ ...entry, vector: vectors[i]! }))
        await reconcile.advance({
          cursor: after,
          done: page.scanned,
          found: { embedded: rows.length },
          ...(rows.length > 0 ? { write: (trx) => replaceEmbeddings(trx, model, rows) } : {}),
        })
        if (rows.length > 0) deps.vectors.notify()
      }
    },
  }
}

/** Deletes what other models made, where that was asked, and lets the index forget them too. */
export function otherModelsStep(): Step {
  return {
    name: 'models',
    size: 0,
    async run(reconcile) {
      const { deps, work, signal } = reconcile
      if (work.options.dropOtherModels) {
        const scope = scopeOf(reconcile)
        for (;;) {
          signal.throwIfAborted()
          const droppedEmbeddings = await deleteOtherModels(deps.db, scope, DELETED_PER_TURN)
          if (droppedEmbeddings === 0) break
          await reconcile.advance({ cursor: null, done: 0, found: { droppedEmbeddings } })
        }
      }
      // Everything is embedded by the current model now. An index of another one can be filled
      // again from SQLite, as long as its embeddings are there.
      if (work.personaId === null) {
        const dropped = await deps.vectors.exclusively((index) => index.dropOthers())
        if (dropped > 0) deps.log(`Dropped the vector index of ${dropped} other embedding models`)
      }
    },
  }
}

/** What other models left in the timelines looked at. */
export function findOtherModels(
  deps: ReconcileDeps,
  work: ReconcileWork,
): Promise<ReconcileReport['otherModels']> {
  return countOtherModels(deps.db, scopeOf({ deps, work }))
}

function scopeOf({ deps, work }: Pick<Reconcile, 'deps' | 'work'>): EmbedScope {
  return {
    model: deps.embedding.id,
    dimensions: deps.embedding.dimensions,
    personaId: work.personaId,
    all: work.options.reembed,
  }
}
