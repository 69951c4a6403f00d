import type { z } from 'zod'
import type { SessionId, TenantId } from '../../../shared/contract/ids.ts'
import type {
  ListSessionsQuery,
  SessionAnswer,
  SessionList,
} from '../../../shared/contract/prompts.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { findSession, listSessionRows, listTurns } from './prompting.repo.ts'

/** Sessions, the one talked in last first. */
export async function listSessions(
  db: ReadDb,
  tenantId: TenantId,
  query: ListSessionsQuery,
): Promise<z.infer<typeof SessionList>> {
  const after = query.cursor === undefined ? null : positionOf(query.cursor)
  const found = await listSessionRows(db, tenantId, { ...query, limit: query.limit + 1 }, after)
  const sessions = found.slice(0, query.limit)
  const last = sessions.at(-1)
  const nextCursor =
    last && found.length > sessions.length
      ? encodeCursor([Date.parse(last.updatedAt), last.id])
      : null
  return { sessions, nextCursor }
}

/** A session with all its turns, each with what it was made from. */
export async function getSession(
  db: ReadDb,
  tenantId: TenantId,
  sessionId: SessionId,
): Promise<SessionAnswer> {
  const session = await findSession(db, tenantId, sessionId)
  if (!session) throw new EngineError('not_found', `No session ${sessionId}`)
  return { session, turns: await listTurns(db, tenantId, sessionId) }
}

function positionOf(cursor: string): { updatedAt: number; id: string } {
  const [updatedAt, id] = decodeCursor(cursor)
  if (typeof updatedAt === 'number' && typeof id === 'string') return { updatedAt, id }
  throw new EngineError('invalid_input', 'cursor is not one that this list has answered', {
    details: [{ path: 'cursor', message: 'must be the nextCursor of the page before' }],
  })
}
