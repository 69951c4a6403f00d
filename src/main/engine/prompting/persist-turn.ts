import type { PersonaId, SessionId, TenantId, TurnId } from '../../../shared/contract/ids.ts'
import type { Session } from '../../../shared/contract/prompts.ts'
import { orderedUuid } from '../db/ordered-uuid.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { insertSession, insertTurnRows, updateSession } from './prompting.repo.ts'
import type { DraftTurn } from './turn.ts'

export type SessionSpec = {
  /** Of the session to continue, or of the one to begin. */
  readonly sessionId: SessionId
  readonly kind: Session['kind']
  readonly title: string
  readonly personaId: PersonaId
  readonly tenantId: TenantId
  /** The session's id was made for these turns: there is none to look for. */
  readonly isNew?: boolean
}

/**
 * Stores turns at the end of a session, which begins with them where there is none, inside the
 * caller's transaction.
 *
 * @returns the ids of the turns, in order
 * @throws EngineError `conflict` when the session belongs to another persona
 */
export async function insertTurns(
  trx: WriteDb,
  spec: SessionSpec,
  drafts: readonly DraftTurn[],
  now: number,
): Promise<TurnId[]> {
  const last = drafts.at(-1)
  if (!last) return []
  const session = spec.isNew ? undefined : await findSession(trx, spec.sessionId)
  if (session && (session.persona_id !== spec.personaId || session.tenant_id !== spec.tenantId)) {
    throw new EngineError('conflict', `Session ${spec.sessionId} belongs to another persona`)
  }
  const after = { ...last.session, turnCount: (session?.turn_count ?? 0) + drafts.length }
  if (session) await updateSession(trx, spec, after, now)
  else await insertSession(trx, spec, after, now)
  const turns = drafts.map((draft, i) => ({
    draft,
    id: draft.id ?? (orderedUuid(now) as TurnId),
    index: (session?.turn_count ?? 0) + i,
  }))
  await insertTurnRows(trx, spec, turns, now)
  return turns.map(({ id }) => id)
}

function findSession(db: ReadDb, id: SessionId) {
  return db
    .selectFrom('session')
    .select(['persona_id', 'tenant_id', 'turn_count'])
    .where('id', '=', id)
    .executeTakeFirst()
}
