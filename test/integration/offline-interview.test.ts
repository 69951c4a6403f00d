import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../src/main/engine/db/open.ts'
import { insertPrepared, prepareEntries } from '../../src/main/engine/memory/append-entries.ts'
import { createTimelineCache } from '../../src/main/engine/memory/timeline-cache.ts'
import { createOfflineChat } from '../../src/main/engine/models/offline-chat.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { generateTurn } from '../../src/main/engine/prompting/generate-turn.ts'
import { insertTurns } from '../../src/main/engine/prompting/persist-turn.ts'
import {
  newSession,
  type DraftTurn,
  type SessionState,
} from '../../src/main/engine/prompting/turn.ts'
import { openVectors, type Vectors } from '../../src/main/engine/vectors/open-vectors.ts'
import type { SessionId } from '../../src/shared/contract/ids.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import { anEntry, insertPersona } from '../helpers/seeded-persona.ts'

const embedding = createOfflineEmbedding()
const model = createOfflineChat({ matches: () => false })

let open: OpenDatabase
let vectors: Vectors
let ada: Persona

beforeEach(async () => {
  open = await openDatabase(':memory:')
  vectors = await openVectors({ db: open.db, embedding, folder: null, log: () => {} })
  ada = await insertPersona(open.db)
  const { id: personaId, tenantId } = ada
  const entries = [
    anEntry({
      eventLabel: 'The fire at the cabin',
      facts: 'I left the candle burning and the cabin burned down.',
      feelings: 'Terror and guilt.',
      interpretation: 'It was my doing.',
      memoryType: 'repressed',
      memoryStrength: 40,
    }),
    anEntry({
      eventLabel: 'Our dog Biscuit',
      facts: 'We adopted a beagle called Biscuit from the shelter.',
      feelings: 'I was delighted.',
      interpretation: 'Animals need us.',
      memoryStrength: 80,
    }),
  ]
  const prepared = await prepareEntries({ embedding }, [
    { personaId, tenantId, entries, source: 'seed' },
  ])
  await open.db.transaction().execute((trx) => insertPrepared(trx, prepared, 0))
})
afterEach(async () => {
  await vectors.close()
  await open.close()
})

async function ask(userPrompt: string, session: SessionState): Promise<DraftTurn> {
  const safety = {
    checkInbound: async () => ({ escalations: [] }),
    checkOutbound: async () => {},
  }
  const deps = {
    db: open.db,
    embedding,
    vectors,
    timelines: createTimelineCache({ reader: open.reader, embedding }),
    safety,
    now: () => 0,
  }
  const input = {
    tenantId: ada.tenantId,
    persona: ada,
    session,
    userPrompt,
    model,
    seed: 7,
    temperature: 0.7,
  }
  for await (const event of generateTurn(deps, input)) {
    if (event.type === 'turn') return event.turn
  }
  throw new Error('No turn')
}

async function interview(prompts: readonly string[]): Promise<DraftTurn[]> {
  const turns: DraftTurn[] = []
  for (const prompt of prompts) {
    turns.push(await ask(prompt, turns.at(-1)?.session ?? newSession(ada)))
  }
  return turns
}

it('draws on what it recalls', async () => {
  const [turn] = await interview(['Tell me about your dog'])
  expect(turn!.recalled.map(({ eventLabel }) => eventLabel)).toEqual(['Our dog Biscuit'])
  expect(turn!.response).toMatch(/Biscuit|beagle|shelter/)
  expect(turn!.rehearsal).toBe(true)
})

it('keeps a repressed memory to itself until it opens, in prompt and answer alike', async () => {
  const probes = ['What about the fire?', 'The fire, I mean', 'Please, the fire']
  const turns = await interview(probes)
  const secrets = /candle|cabin|burn|guilt|my doing/i
  for (const { response, messages } of turns.slice(0, 2)) {
    expect(response).not.toMatch(secrets)
    expect(JSON.stringify(messages)).not.toMatch(secrets)
  }
  expect(turns[2]!.recalled[0]!.directive.kind).toBe('surface')
  expect(JSON.stringify(turns[2]!.messages)).toMatch(/candle/)
})

it('answers the same to the same, and stores the whole interview in one go', async () => {
  const prompts = ['Hello', 'Tell me about your dog', 'And the fire?']
  const [turns, again] = [await interview(prompts), await interview(prompts)]
  const withoutIds = (all: readonly DraftTurn[]) => all.map((turn) => ({ ...turn, id: null }))
  expect(withoutIds(again)).toEqual(withoutIds(turns))

  const { id: personaId, tenantId } = ada
  const sessionId = crypto.randomUUID() as SessionId
  const spec = { sessionId, kind: 'study', title: 'Task', personaId, tenantId } as const
  const store = (drafts: readonly DraftTurn[]) =>
    open.db.transaction().execute((trx) => insertTurns(trx, spec, drafts, 5))
  const ids = [...(await store(turns.slice(0, 2))), ...(await store(turns.slice(2)))]
  const rows = await open.db.selectFrom('turn').selectAll().orderBy('turn_index').execute()
  expect(rows.map(({ id, prompt, turn_index: index }) => [id, prompt, index])).toEqual(
    prompts.map((prompt, i) => [ids[i], prompt, i]),
  )
  const session = await open.db.selectFrom('session').selectAll().executeTakeFirstOrThrow()
  expect(session).toMatchObject({
    turn_count: 3,
    pressure: JSON.stringify(turns[2]!.session.pressure),
  })

  const stranger = { ...spec, personaId: crypto.randomUUID() as typeof personaId }
  await expect(
    open.db.transaction().execute((trx) => insertTurns(trx, stranger, turns, 5)),
  ).rejects.toMatchObject({ code: 'conflict' })
})
