import type { RunId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { foldCodebook } from '../domain/themes/codebook.ts'
import type { KeptCodebook } from '../domain/themes/coding-of.ts'
import { listCodebooks } from './codebooks.repo.ts'

export type KeptCodebooks = {
  /** By question. */
  readonly codebooks: Readonly<Record<string, KeptCodebook>>
  /** Another one after every edit. */
  readonly stamp: string
}

/** The codebooks of a run as they stand: what its evidence is coded by. */
export async function keptCodebooks(db: ReadDb, runId: RunId): Promise<KeptCodebooks> {
  const stored = await listCodebooks(db, runId)
  const codebooks = Object.fromEntries(
    stored.map(({ questionId, start, events }) => {
      const { themes, coded, frozenAt } = foldCodebook(start, events)
      return [questionId, { themes, coded: [...coded], isFrozen: frozenAt !== null }]
    }),
  )
  const stamp = stored.map(({ id, events }) => `${id} ${events.length}`).join()
  return { codebooks, stamp }
}
