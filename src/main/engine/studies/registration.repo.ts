import type { StudyId } from '../../../shared/contract/ids.ts'
import { RegisteredPlan } from '../../../shared/contract/study-history.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

export type StoredRegistration = {
  readonly plan: RegisteredPlan
  readonly hash: string
  readonly runsBefore: number
  /** Milliseconds. */
  readonly registeredAt: number
}

export async function findRegistration(
  db: ReadDb,
  studyId: StudyId,
): Promise<StoredRegistration | undefined> {
  const row = await db
    .selectFrom('study_registration')
    .selectAll()
    .where('study_id', '=', studyId)
    .executeTakeFirst()
  return (
    row && {
      plan: RegisteredPlan.parse(JSON.parse(row.plan)),
      hash: row.hash,
      runsBefore: row.runs_before,
      registeredAt: row.registered_at,
    }
  )
}

/** The first one stands. False when there is one already. */
export async function insertRegistration(
  db: WriteDb,
  studyId: StudyId,
  registration: Omit<StoredRegistration, 'plan'> & { readonly text: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('study_registration')
    .values({
      study_id: studyId,
      plan: registration.text,
      hash: registration.hash,
      runs_before: registration.runsBefore,
      registered_at: registration.registeredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
