import { z } from 'zod'
import {
  EntryId,
  type PersonaId,
  type SessionId,
  type TenantId,
  type TurnId,
} from '../../../shared/contract/ids.ts'
import { Mood } from '../../../shared/contract/personas.ts'
import { Turn, type ListSessionsQuery, type Session } from '../../../shared/contract/prompts.ts'
import type { Selectable } from 'kysely'
import { insertRow } from '../db/compile-once.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { toIso } from '../memory/instant.ts'
import { toBlob } from '../vectors/vector-blob.ts'
import type { SessionSpec } from './persist-turn.ts'
import type { SessionTable, TurnTable } from './prompting.table.ts'
import type { DraftTurn, SessionState } from './turn.ts'

type State = Omit<SessionState, 'history'>
type StateAfter = State & { readonly turnCount: number }

export async function insertSession(
  trx: WriteDb,
  spec: SessionSpec,
  after: StateAfter,
  now: number,
): Promise<void> {
  await insertRow(trx, 'session', {
    id: spec.sessionId,
    tenant_id: spec.tenantId,
    persona_id: spec.personaId,
    kind: spec.kind,
    title: spec.title,
    turn_count: after.turnCount,
    ...toColumns(after),
    created_at: now,
    updated_at: now,
  })
}

export async function updateSession(
  trx: WriteDb,
  spec: SessionSpec,
  after: StateAfter,
  now: number,
): Promise<void> {
  await trx
    .updateTable('session')
    .set({ turn_count: after.turnCount, ...toColumns(after), updated_at: now })
    .where('id', '=', spec.sessionId)
    .where('tenant_id', '=', spec.tenantId)
    .execute()
}

export async function insertTurnRows(
  trx: WriteDb,
  spec: SessionSpec,
  turns: readonly { readonly id: TurnId; readonly index: number; readonly draft: DraftTurn }[],
  now: number,
): Promise<void> {
  for (const { id, index, draft } of turns) {
    await insertRow(trx, 'turn', {
      id,
      tenant_id: spec.tenantId,
      session_id: spec.sessionId,
      persona_id: spec.personaId,
      turn_index: index,
      question_id: draft.questionId,
      prompt: draft.prompt,
      response: draft.response,
      model_name: draft.modelName,
      rehearsal: draft.rehearsal ? 1 : 0,
      tokens_in: draft.tokensIn,
      tokens_out: draft.tokensOut,
      seed: draft.seed,
      cache_key: draft.cacheKey,
      from_cache: draft.fromCache ? 1 : 0,
      latency_ms: draft.latencyMs,
      recalled: JSON.stringify(draft.recalled),
      messages: JSON.stringify(draft.messages),
      clock: draft.clock,
      ...toColumns(draft.session),
      created_at: now,
    })
    const { model, vector } = draft.embedding
    await insertRow(trx, 'turn_embedding', { turn_id: id, model, vector: toBlob(vector) })
  }
}

export async function findSession(
  db: ReadDb,
  tenantId: TenantId,
  sessionId: SessionId,
): Promise<Session | undefined> {
  const row = await db
    .selectFrom('session')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return row && toSession(row)
}

/** A turn with what the session carried after it. */
export type StoredExchange = State & {
  readonly prompt: string
  readonly response: string
  /** Milliseconds. */
  readonly clock: number
}

/**
 * The last exchanges of a session by its own clock, oldest first, and how many there are in all.
 *
 * @param asOf  milliseconds: turns of a later clock do not exist; null: all do
 */
export async function listExchanges(
  db: ReadDb,
  { tenantId, sessionId, asOf }: SessionAt,
  limit: number,
): Promise<{ count: number; exchanges: StoredExchange[] }> {
  const turns = db
    .selectFrom('turn')
    .where('tenant_id', '=', tenantId)
    .where('session_id', '=', sessionId)
    .where('clock', '<=', asOf ?? Number.MAX_SAFE_INTEGER)
  const { count } = await turns
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await turns
    .select(['prompt', 'response', 'clock', 'mood', 'pressure', 'surfaced'])
    .orderBy('clock', 'desc')
    .orderBy('turn_index', 'desc')
    .limit(limit)
    .execute()
  const exchanges = rows.reverse().map(({ prompt, response, clock, ...state }) => ({
    prompt,
    response,
    clock,
    ...fromColumns(state),
  }))
  return { count, exchanges }
}

export type SessionAt = {
  readonly tenantId: TenantId
  readonly sessionId: SessionId
  readonly asOf: number | null
}

/** All turns of a session, in order. */
export async function listTurns(
  db: ReadDb,
  tenantId: TenantId,
  sessionId: SessionId,
): Promise<Turn[]> {
  const rows = await db
    .selectFrom('turn')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('session_id', '=', sessionId)
    .orderBy('turn_index')
    .execute()
  return rows.map(toTurn)
}

/** Sessions, the one talked in last first. @param after  sort key and id of the row before */
export async function listSessionRows(
  db: ReadDb,
  tenantId: TenantId,
  filter: Pick<ListSessionsQuery, 'limit' | 'personaId' | 'kind'>,
  after: { readonly updatedAt: number; readonly id: string } | null,
): Promise<Session[]> {
  let query = db.selectFrom('session').selectAll().where('tenant_id', '=', tenantId)
  if (filter.personaId) query = query.where('persona_id', '=', filter.personaId)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (after) {
    query = query.where((eb) =>
      eb.or([
        eb('updated_at', '<', after.updatedAt),
        eb.and([eb('updated_at', '=', after.updatedAt), eb('id', '<', after.id)]),
      ]),
    )
  }
  const rows = await query
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute()
  return rows.map(toSession)
}

const Pressure = z.record(z.string(), z.number())
const Surfaced = z.array(EntryId)

function toColumns({ mood, pressure, surfaced }: State) {
  return {
    mood: JSON.stringify(mood),
    pressure: JSON.stringify(pressure),
    surfaced: JSON.stringify(surfaced),
  }
}

function fromColumns(row: Pick<TurnTable, 'mood' | 'pressure' | 'surfaced'>): State {
  return {
    mood: Mood.parse(JSON.parse(row.mood)),
    pressure: Pressure.parse(JSON.parse(row.pressure)),
    surfaced: Surfaced.parse(JSON.parse(row.surfaced)),
  }
}

function toSession(row: SessionTable): Session {
  return {
    id: row.id as SessionId,
    personaId: row.persona_id as PersonaId,
    kind: row.kind === 'study' ? 'study' : 'interview',
    title: row.title,
    turnCount: row.turn_count,
    mood: Mood.parse(JSON.parse(row.mood)),
    createdAt: toIso(row.created_at),
    updatedAt: toIso(row.updated_at),
  }
}

function toTurn(row: Selectable<TurnTable>): Turn {
  return {
    id: row.id as TurnId,
    sessionId: row.session_id as SessionId,
    personaId: row.persona_id as PersonaId,
    index: row.turn_index,
    questionId: row.question_id,
    prompt: row.prompt,
    response: row.response,
    modelName: row.model_name,
    rehearsal: row.rehearsal === 1,
    tokensIn: row.tokens_in,
    tokensOut: row.tokens_out,
    latencyMs: row.latency_ms,
    seed: row.seed,
    cacheKey: row.cache_key,
    fromCache: row.from_cache === null ? null : row.from_cache === 1,
    recalled: Turn.shape.recalled.parse(JSON.parse(row.recalled)),
    messages: Turn.shape.messages.parse(JSON.parse(row.messages)),
    createdAt: toIso(row.created_at),
  }
}
