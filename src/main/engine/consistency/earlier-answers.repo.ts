import type { TurnId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { SaidAnswer } from '../domain/consistency/check-answer.ts'
import type { Said } from '../prompting/keeping.ts'

/** Answers of a session that an answer is compared with. */
const LOOKED_BACK = 40

/** What was answered before in a session, by its clock, oldest first. */
export async function listEarlierAnswers(
  db: ReadDb,
  { sessionId, turn }: Pick<Said, 'sessionId' | 'turn'>,
): Promise<SaidAnswer[]> {
  const rows = await db
    .selectFrom('turn')
    .select(['id', 'response'])
    .where('session_id', '=', sessionId)
    .where('tenant_id', '=', turn.tenantId)
    .where('clock', '<=', turn.clock)
    .orderBy('clock', 'desc')
    .orderBy('turn_index', 'desc')
    .limit(LOOKED_BACK)
    .execute()
  return rows.reverse().map(({ id, response }) => ({ turnId: id as TurnId, text: response }))
}
