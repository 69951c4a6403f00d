import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { generateTurn } from '../../src/main/engine/prompting/generate-turn.ts'
import type { Said } from '../../src/main/engine/prompting/keeping.ts'
import { insertTurns, type SessionSpec } from '../../src/main/engine/prompting/persist-turn.ts'
import { newSession } from '../../src/main/engine/prompting/turn.ts'
import type { SessionId, TurnId } from '../../src/shared/contract/ids.ts'
import { startPromptApp } from '../helpers/prompt-app.ts'

let app: Awaited<ReturnType<typeof startPromptApp>>
const answer = () => 'I sold my violin last winter to pay for a boat.'
beforeEach(async () => {
  app = await startPromptApp({ rehearsal: false, answer })
})
afterEach(() => app.close())

const sessionId = randomUUID() as SessionId

async function anExchange(): Promise<Said> {
  const { ada, deps } = app
  const input = {
    tenantId: ada.tenantId,
    persona: ada,
    session: newSession(ada),
    userPrompt: 'What is new?',
    model: app.model(),
    seed: 1,
    temperature: 0,
  }
  for await (const event of generateTurn(deps, input))
    if (event.type === 'turn')
      return {
        turn: { ...event.turn, id: randomUUID() as TurnId },
        persona: ada,
        sessionId,
        asOf: null,
        onTheRecord: true,
      }
  throw new Error('no turn')
}

/** Stores an exchange as an interview does. @param end  called before the commit */
async function keep(said: Said, { withTurn = true, end = () => {} } = {}) {
  const { tenantId, personaId } = said.turn
  const spec: SessionSpec = { sessionId, kind: 'interview', title: 't', personaId, tenantId }
  const weighed = await app.deps.keeping.weigh(said)
  return app.db
    .transaction()
    .execute(async (trx) => {
      if (withTurn) await insertTurns(trx, spec, [said.turn], app.deps.now())
      const kept = await weighed.store(trx)
      end()
      return kept
    })
    .finally(weighed.end)
}

async function counts() {
  const count = async (table: 'turn' | 'consolidation' | 'timeline_entry' | 'rehearsal') =>
    (await app.db.selectFrom(table).select('persona_id').execute()).length
  return {
    turns: await count('turn'),
    consolidations: await count('consolidation'),
    memories: await count('timeline_entry'),
  }
}

it('commits the turn, what became of it and the memory together', async () => {
  const { consolidation } = await keep(await anExchange())
  expect(consolidation).toMatchObject({ action: 'add' })
  expect(await counts()).toEqual({ turns: 1, consolidations: 1, memories: 1 })
})

it('leaves nothing when the process dies in between, and one memory when it is tried again', async () => {
  const said = await anExchange()
  const dies = keep(said, {
    end: () => {
      throw new Error('killed')
    },
  })
  await expect(dies).rejects.toThrow('killed')
  expect(await counts()).toEqual({ turns: 0, consolidations: 0, memories: 0 })
  await keep(said)
  expect(await counts()).toEqual({ turns: 1, consolidations: 1, memories: 1 })
})

it('keeps a turn once, however often it is kept', async () => {
  const said = await anExchange()
  const first = await keep(said)
  const second = await keep(said, { withTurn: false })
  expect(second).toEqual(first)
  expect(await counts()).toEqual({ turns: 1, consolidations: 1, memories: 1 })
})

it('lets the answer stand when keeping it fails, and says so in the log', async () => {
  await app.db.schema.dropTable('consolidation').execute()
  const { status, body } = (await app.send('POST', '/personas/prompt', {
    personaId: app.ada.id,
    userPrompt: 'What is new?',
  })) as { status: number; body: { response: string; consolidation: unknown } }
  expect({ status, response: body.response, consolidation: body.consolidation }).toEqual({
    status: 200,
    response: answer(),
    consolidation: null,
  })
  expect(app.logged.map(String)).toEqual([expect.stringContaining('no such table')])
  expect((await app.db.selectFrom('turn').selectAll().execute()).length).toBe(1)
  expect((await app.db.selectFrom('timeline_entry').selectAll().execute()).length).toBe(0)
})

it('lets the answer stand when the plan has no room for another memory', async () => {
  const full = new Error('full')
  app.deps.limits.requireRoom = async () => {
    throw full
  }
  const { status, body } = (await app.send('POST', '/personas/prompt', {
    personaId: app.ada.id,
    userPrompt: 'What is new?',
  })) as { status: number; body: { consolidation: unknown } }
  expect([status, body.consolidation, app.logged]).toEqual([200, null, [full]])
})
