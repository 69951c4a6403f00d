import type { TenantId } from '../../../shared/contract/ids.ts'
import { ReconcileRequest } from '../../../shared/contract/reconcile.ts'
import type { WriteDb } from '../db/schema.ts'
import { getSetting, setSetting } from '../tenancy/settings.ts'
import { countMissingEmbeddings } from './embedding.repo.ts'
import type { Reconciler } from './reconcile-jobs.ts'

/** Set while the workspace is open; whoever finds it set when opening follows an unclean stop. */
const OPEN_SINCE = 'openSince'

/** @returns whether the workspace was closed properly before */
export async function markOpen(db: WriteDb, now: number): Promise<boolean> {
  const openSince = await getSetting(db, OPEN_SINCE)
  await setSetting(db, OPEN_SINCE, now)
  return typeof openSince !== 'number'
}

/** The last thing before the database is closed: what comes after it would go unnoticed. */
export async function markClosed(db: WriteDb): Promise<void> {
  await setSetting(db, OPEN_SINCE, null)
}

type StartDeps = {
  readonly db: WriteDb
  readonly embedding: { readonly id: string }
  readonly reconciler: Pick<Reconciler, 'start'>
  readonly log: (message: string) => void
}

/**
 * Starts what a workspace that was just opened needs, in the background: looks for what an unclean
 * stop left, and embeds what the current model has not embedded.
 */
export async function reconcileAfterStart(
  { db, embedding, reconciler, log }: StartDeps,
  tenantId: TenantId,
  wasClosed: boolean,
): Promise<void> {
  const missing = await countMissingEmbeddings(db, embedding.id)
  if (!wasClosed) log('The workspace was not closed properly: its indexes are checked')
  if (missing > 0) log(`${missing} memories have no embedding by ${embedding.id}: they get one`)
  if (wasClosed && missing === 0) return
  const reason = wasClosed ? 'embedding_model_changed' : 'unclean_stop'
  await reconciler.start(tenantId, null, { reason, options: ReconcileRequest.parse({}) })
}
