import { randomUUID } from 'node:crypto'
import type { TenantId } from '../../src/shared/contract/ids.ts'
import type { WriteDb } from '../../src/main/engine/db/schema.ts'
import { insertPersona } from './seeded-persona.ts'

/** Stores a session of one turn, with a persona of its own. */
export async function aTurn(
  { db, tenantId }: { db: WriteDb; tenantId: TenantId },
  { tokensIn = 10, tokensOut = 5 } = {},
): Promise<void> {
  const persona = await insertPersona(db, { tenantId })
  const sessionId = randomUUID()
  const owner = { tenant_id: tenantId, persona_id: persona.id }
  await db
    .insertInto('session')
    .values({
      ...owner,
      id: sessionId,
      kind: 'interview',
      title: 'Test',
      turn_count: 1,
      mood: '{}',
      pressure: '{}',
      surfaced: '[]',
      created_at: 0,
      updated_at: 0,
    })
    .execute()
  await db
    .insertInto('turn')
    .values({
      ...owner,
      id: randomUUID(),
      session_id: sessionId,
      turn_index: 0,
      question_id: null,
      prompt: 'Well?',
      response: 'Well.',
      model_name: 'fake',
      rehearsal: 1,
      tokens_in: tokensIn,
      tokens_out: tokensOut,
      latency_ms: 1,
      recalled: '[]',
      messages: '[]',
      clock: 0,
      mood: '{}',
      pressure: '{}',
      surfaced: '[]',
      created_at: 0,
    })
    .execute()
}
