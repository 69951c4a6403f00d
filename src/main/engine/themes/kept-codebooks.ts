import type { RunId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { foldCodebook } from '../domain/themes/codebook.ts'
import type { KeptCodebook } from '../domain/themes/coding-of.ts'
import { listCodebooks } from './codebooks.repo.ts'

/** The codebooks of a run as they stand, by question: what its evidence is coded by. */
export async function keptCodebooks(
  db: ReadDb,
  runId: RunId,
): Promise<Record<string, KeptCodebook>> {
  const stored = await listCodebooks(db, runId)
  return Object.fromEntries(
    stored.map(({ questionId, start, events }) => {
      const { themes, coded } = foldCodebook(start, events)
      return [questionId, { themes, coded: [...coded] }]
    }),
  )
}
