import { createTimelineCache } from '../../src/main/engine/memory/timeline-cache.ts'
import { recall } from '../../src/main/engine/memory/recall.ts'
import { supersedeEntry } from '../../src/main/engine/memory/supersede-entry.ts'
import {
  appendTimeline,
  type TimelineDeps,
  type TimelineOwner,
} from '../../src/main/engine/memory/timeline.ts'
import type { OpenDatabase } from '../../src/main/engine/db/open.ts'
import type { WriteDb } from '../../src/main/engine/db/schema.ts'
import { getPersona } from '../../src/main/engine/personas/find-personas.ts'
import { updatePersona } from '../../src/main/engine/personas/update-persona.ts'
import { generateTurn } from '../../src/main/engine/prompting/generate-turn.ts'
import { insertTurns } from '../../src/main/engine/prompting/persist-turn.ts'
import { loadSessionState } from '../../src/main/engine/prompting/session-state.ts'
import { uniform } from '../../src/main/engine/domain/random.ts'
import type { EmbeddingModel } from '../../src/main/engine/models/embedding-model.ts'
import type { DraftTurn } from '../../src/main/engine/prompting/turn.ts'
import type { EntryId, SessionId, TenantId, TurnId } from '../../src/shared/contract/ids.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import type { DatedEdit, DatedEntry, DatedLife, DatedTurn } from './dated-life.ts'
import { createFakeChatModel } from './fake-chat-model.ts'
import { insertPersona } from './seeded-persona.ts'

/** Words weigh by what they are: no two texts are equally near. */
const embedding: EmbeddingModel = {
  id: 'weighed-words-64',
  dimensions: 64,
  embed: async (texts) =>
    texts.map((text) => {
      const vector = new Float32Array(64)
      for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? [])
        vector[Math.floor(uniform(word) * 64)]! += 0.5 + uniform('weight', word)
      const length = Math.hypot(...vector) || 1
      return vector.map((value) => value / length)
    }),
}

/** A dated life in a database, its entries by their place in it. */
export type Lived = {
  readonly persona: Persona
  readonly entryIds: readonly EntryId[]
  readonly sessionId: SessionId | undefined
}

/** Writes a life down by the use cases that people write with. */
export async function live(db: WriteDb, life: DatedLife, tenantId: TenantId): Promise<Lived> {
  const createdAt = new Date(life.createdAt).toISOString()
  const key = { personaKey: 'lived', firstName: 'Ada', age: life.age }
  const { id } = await insertPersona(db, { tenantId, ...key, createdAt, updatedAt: createdAt })
  for (const edit of life.edits) await applyEdit(db, tenantId, id, edit)
  const entryIds = await remember(db, { tenantId, personaId: id }, life.entries)
  const persona = await getPersona(db, tenantId, id)
  return { persona, entryIds, sessionId: await talk(db, persona, entryIds, life.turns) }
}

/** What follows without a correction is written down together. */
async function remember(
  db: WriteDb,
  owner: TimelineOwner,
  entries: readonly DatedEntry[],
): Promise<EntryId[]> {
  const deps = timelineDeps(db)
  const ids: EntryId[] = []
  while (ids.length < entries.length) {
    const { supersedes, entry } = entries[ids.length]!
    if (supersedes !== null) {
      const correction = { reason: 'It was otherwise', entry }
      ids.push((await supersedeEntry(deps, { ...owner, entryId: ids[supersedes]! }, correction)).id)
      continue
    }
    const next = entries.findIndex((one, i) => i > ids.length && one.supersedes !== null)
    const together = entries.slice(ids.length, next === -1 ? undefined : next)
    const added = await appendTimeline(
      deps,
      owner,
      together.map((one) => one.entry),
    )
    ids.push(...added.map((one) => one.id))
  }
  return ids
}

/** Everything a model is given, and what recall says of it, without ids. */
export async function lookBack(
  { db, reader }: Pick<OpenDatabase, 'db' | 'reader'>,
  lived: Lived,
  life: DatedLife,
) {
  const { persona, sessionId, entryIds } = lived
  const { asOf, question } = life
  const { tenantId } = persona
  const timelines = createTimelineCache({ reader, embedding })
  const deps = { db, embedding, timelines, now: () => 0 }
  const model = createFakeChatModel({ answer: () => 'Well.' })
  const session = await loadSessionState(deps, persona, { tenantId, sessionId, asOf })
  const input = { tenantId, persona, session, userPrompt: question, model, seed: 1 }
  const turns = generateTurn({ ...deps, safety }, { ...input, temperature: 0, asOf })
  for await (const event of turns) if (event.type === 'turn') break
  const { recalled, cut, budget } = await recall(deps, {
    tenantId,
    personaId: persona.id,
    query: question,
    k: 3,
    session,
    asOf,
  })
  const { messages, context } = model.requests[0]!
  const names = new Map<string, string>(
    entryIds.map((entryId, i) => [entryId, life.entries[i]!.token]),
  )
  const nameOf = (entryId: string) => names.get(entryId) ?? 'unknown'
  const named = ({ entryId, ...memory }: (typeof recalled)[number]) => ({
    ...memory,
    sequence: null,
    entry: nameOf(entryId),
  })
  return {
    messages,
    turnCount: session.turnCount,
    mood: session.mood,
    recalled: recalled.map(named),
    cut: cut.map(({ entryId, ...rest }) => ({ ...rest, entry: nameOf(entryId) })),
    budget,
    given: context.recalled.map(named),
    pressed: Object.entries(session.pressure)
      .map(([entryId, hundredths]) => [nameOf(entryId), hundredths] as const)
      .filter(([name]) => name !== 'unknown'),
  }
}

function timelineDeps(db: WriteDb): TimelineDeps {
  return {
    db,
    now: () => 0,
    embedding,
    limits: { requireRoom: async () => {} },
    usage,
    vectors: { notify() {} },
  }
}

const usage = { record() {} }
const safety = { checkInbound: async () => ({ escalations: [] }), checkOutbound: async () => {} }

async function applyEdit(
  db: WriteDb,
  tenantId: TenantId,
  id: Persona['id'],
  { at, change }: DatedEdit,
): Promise<void> {
  await updatePersona({ db, usage, now: () => at }, tenantId, id, change)
}

async function talk(
  db: WriteDb,
  { id: personaId, tenantId }: Persona,
  entryIds: readonly EntryId[],
  turns: readonly DatedTurn[],
): Promise<SessionId | undefined> {
  if (turns.length === 0) return undefined
  const sessionId = crypto.randomUUID() as SessionId
  const spec = { sessionId, kind: 'interview', title: 'Talk', personaId, tenantId } as const
  const drafts = turns.map((turn): DraftTurn => ({
    id: crypto.randomUUID() as TurnId,
    tenantId,
    personaId,
    questionId: null,
    prompt: turn.prompt,
    response: turn.response,
    modelName: 'fake',
    rehearsal: true,
    tokensIn: 1,
    tokensOut: 1,
    seed: 0,
    cacheKey: null,
    fromCache: false,
    latencyMs: 1,
    clock: turn.clock,
    recalled: [],
    messages: [],
    embedding: { model: embedding.id, vector: new Float32Array(64) },
    session: {
      mood: { valence: turn.valence, arousal: 0, dominance: 0 },
      pressure: Object.fromEntries(turn.pressure.map(([i, value]) => [entryIds[i]!, value])),
      surfaced: turn.surfaced.map((i) => entryIds[i]!),
      history: [],
    },
    escalations: [],
  }))
  await db.transaction().execute((trx) => insertTurns(trx, spec, drafts, 0))
  return sessionId
}
