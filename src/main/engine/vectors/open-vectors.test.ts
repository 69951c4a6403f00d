import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anEntry, insertPersona } from '../../../../test/helpers/seeded-persona.ts'
import { wordEmbedding } from '../../../../test/helpers/word-embedding.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import { openDatabase, type OpenDatabase } from '../db/open.ts'
import { dequantise } from '../domain/vectors/quantise.ts'
import { insertPrepared, prepareEntries } from '../memory/append-entries.ts'
import { fromQuantisedBlob } from './vector-blob.ts'
import { openVectors, type OpenVectorsDeps, type Vectors } from './open-vectors.ts'

let folder: string
let open: OpenDatabase
let ada: Persona
let logged: string[]
let opened: Vectors[]

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'vectors-')), 'index')
  open = await openDatabase(':memory:')
  ada = await insertPersona(open.db)
  logged = []
  opened = []
})
afterEach(async () => {
  for (const vectors of opened) await vectors.close()
  await open.close()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

async function start(overrides: Partial<OpenVectorsDeps> = {}): Promise<Vectors> {
  const vectors = await openVectors({
    db: open.db,
    embedding: wordEmbedding,
    folder,
    log: (message) => logged.push(message),
    // Each search asks the index itself.
    conversations: 0,
    ...overrides,
  })
  opened.push(vectors)
  return vectors
}

async function append(persona: Persona, facts: readonly string[]): Promise<TimelineEntry[]> {
  const { id: personaId, tenantId } = persona
  const entries = facts.map((text) => anEntry({ facts: text, feelings: text }))
  const prepared = await prepareEntries({ embedding: wordEmbedding }, [
    { personaId, tenantId, entries, source: 'user' },
  ])
  return open.db.transaction().execute((trx) => insertPrepared(trx, prepared, 0))
}

async function nearestTo(vectors: Vectors, text: string, persona = ada, k = 10) {
  const [vector] = await wordEmbedding.embed([text])
  const hits = await vectors.search({
    tenantId: persona.tenantId,
    personaId: persona.id,
    vector: vector!,
    k,
  })
  return hits.map(({ entryId }) => entryId)
}

describe.each(['lancedb', 'exact'] as const)('%s', (kind) => {
  const startKind = () => start(kind === 'exact' ? { folder: null } : {})

  it('answers the entries of the persona asked for, nearest first', async () => {
    const bo = await insertPersona(open.db, { tenantId: ada.tenantId })
    const [zebra, apple] = await append(ada, ['zebra zebra stripes', 'apple pie apple'])
    const [other] = await append(bo, ['apple apple apple pie'])
    const vectors = await startKind()
    await vectors.flush()

    expect({
      kind: vectors.kind,
      ada: await nearestTo(vectors, 'apple pie'),
      one: await nearestTo(vectors, 'zebra stripes', ada, 1),
      bo: await nearestTo(vectors, 'zebra', bo),
    }).toEqual({ kind, ada: [apple!.id, zebra!.id], one: [zebra!.id], bo: [other!.id] })
  })

  it('gives cosines that equal the dot product of the stored vectors', async () => {
    await append(ada, ['a boat on the lake', 'a train to the city', 'the lake in winter'])
    const vectors = await startKind()
    await vectors.flush()
    const [vector] = await wordEmbedding.embed(['the lake'])
    const query = { tenantId: ada.tenantId, personaId: ada.id, vector: vector!, k: 3 }
    const stored = await open.db
      .selectFrom('embedding as v')
      .innerJoin('timeline_entry as e', 'e.row', 'v.row')
      .select(['e.id', 'v.vector'])
      .execute()
    const expected = new Map(
      stored.map((row) => {
        const values = dequantise(fromQuantisedBlob(row.vector))
        return [row.id, values.reduce((sum, value, i) => sum + value * vector![i]!, 0)]
      }),
    )

    const hits = await vectors.search(query)

    expect(hits).toHaveLength(3)
    for (const hit of hits) expect(hit.cosine).toBeCloseTo(expected.get(hit.entryId)!, 5)
  })

  it('shows another tenant nothing', async () => {
    await append(ada, ['zebra'])
    const vectors = await startKind()
    await vectors.flush()
    const stranger = { ...ada, tenantId: crypto.randomUUID() as Persona['tenantId'] }
    await nearestTo(vectors, 'zebra')
    expect(await nearestTo(vectors, 'zebra', stranger)).toEqual([])
  })

  it('finds what was appended a moment ago, before the index has it', async () => {
    const vectors = await startKind()
    await vectors.flush()
    const [old] = await append(ada, ['zebra'])
    await vectors.flush()
    expect(await nearestTo(vectors, 'zebra')).toEqual([old!.id])
    const [fresh] = await append(ada, ['zebra zebra zebra zebra'])
    expect(await vectors.pending()).toBe(1)
    expect(await nearestTo(vectors, 'zebra')).toEqual([fresh!.id, old!.id])
  })

  it('holds an entry once, however often it is handed on', async () => {
    const [entry] = await append(ada, ['zebra'])
    const vectors = await startKind()
    await vectors.flush()
    await open.db
      .insertInto('outbox')
      .values({ entry_id: entry!.id, persona_id: ada.id, op: 'upsert' })
      .execute()
    await vectors.flush()
    expect(await nearestTo(vectors, 'zebra')).toEqual([entry!.id])
  })

  it('catches up by itself, more than one batch of it', async () => {
    const vectors = await startKind()
    const entries = await append(
      ada,
      Array.from({ length: 1200 }, (_, i) => `fact number ${i}`),
    )
    vectors.notify()
    await expect.poll(() => vectors.pending(), { timeout: 10_000 }).toBe(0)
    expect(await nearestTo(vectors, 'fact', ada, 2000)).toHaveLength(entries.length)
  })
})

it('answers a persona in conversation from memory, and never from what it was', async () => {
  const vectors = await start({ conversations: 1 })
  const [old] = await append(ada, ['zebra'])
  await vectors.flush()
  const answers = [await nearestTo(vectors, 'zebra'), await nearestTo(vectors, 'zebra')]
  await rm(folder, { recursive: true })
  const [fresh] = await append(ada, ['zebra zebra'])
  answers.push(await nearestTo(vectors, 'zebra zebra'))
  expect({ answers, logged }).toEqual({
    answers: [[old!.id], [old!.id], [fresh!.id, old!.id]],
    logged: [],
  })
})

describe('an index that is not what it should be', () => {
  async function builtAndClosed(): Promise<TimelineEntry[]> {
    const entries = await append(ada, ['zebra', 'apple', 'lake'])
    const vectors = await start()
    await vectors.flush()
    await vectors.close()
    opened = []
    return entries
  }

  it('is filled again when its folder is gone', async () => {
    const entries = await builtAndClosed()
    await rm(folder, { recursive: true })
    const vectors = await start()
    expect(await nearestTo(vectors, 'zebra')).toHaveLength(entries.length)
    await vectors.flush()
    expect({ pending: await vectors.pending(), kind: vectors.kind }).toEqual({
      pending: 0,
      kind: 'lancedb',
    })
    expect(await nearestTo(vectors, 'zebra')).toHaveLength(entries.length)
  })

  it.each(['_versions', 'data'])('is filled again when its files in %s are torn', async (part) => {
    const entries = await builtAndClosed()
    await tear(part)
    const vectors = await start()
    await vectors.flush()
    const found = await nearestTo(vectors, 'zebra')
    expect({ kind: vectors.kind, found: found.length, first: found[0] }).toEqual({
      kind: 'lancedb',
      found: entries.length,
      first: entries[0]!.id,
    })
    expect(logged.join()).toContain('rebuilt')
  })

  it('answers from SQLite when its files are torn under it, and repairs itself', async () => {
    const entries = await append(ada, ['zebra', 'apple', 'lake'])
    const vectors = await start()
    await vectors.flush()
    await rm(join(await tableFolder(), 'data'), { recursive: true })
    expect(await nearestTo(vectors, 'zebra')).toHaveLength(entries.length)
    await vectors.flush()
    const before = logged.length
    expect(await nearestTo(vectors, 'zebra')).toHaveLength(entries.length)
    expect({ pending: await vectors.pending(), moreProblems: logged.length - before }).toEqual({
      pending: 0,
      moreProblems: 0,
    })
  })

  it('takes up entries that were committed while no engine ran', async () => {
    await builtAndClosed()
    const [late] = await append(ada, ['comet'])
    const vectors = await start()
    await vectors.flush()
    expect((await nearestTo(vectors, 'comet'))[0]).toBe(late!.id)
    expect(logged).toEqual([])
  })

  it('is filled again when it lost rows that nothing in the outbox explains', async () => {
    const entries = await builtAndClosed()
    await append(ada, ['comet'])
    await open.db.deleteFrom('outbox').execute()
    const vectors = await start()
    expect(await nearestTo(vectors, 'comet')).toHaveLength(entries.length + 1)
  })

  it('gives way to exact search, with a notice, where LanceDB cannot be loaded', async () => {
    const [zebra] = await append(ada, ['zebra', 'apple'])
    const vectors = await start({ load: () => Promise.reject(new Error('no build for this CPU')) })
    await vectors.flush()
    expect({ kind: vectors.kind, notice: vectors.notice }).toEqual({
      kind: 'exact',
      notice: expect.stringContaining('no build for this CPU'),
    })
    expect((await nearestTo(vectors, 'zebra'))[0]).toBe(zebra!.id)
  })

  it('opens the workspace even when the place of its folder is taken by a file', async () => {
    const [zebra] = await append(ada, ['zebra', 'apple'])
    await writeFile(folder, 'not a folder')
    const vectors = await start()
    await vectors.flush()
    expect((await nearestTo(vectors, 'zebra'))[0]).toBe(zebra!.id)
  })

  async function tear(part: string): Promise<void> {
    const place = join(await tableFolder(), part)
    for (const file of await readdir(place)) await truncate(join(place, file), 7)
  }

  async function tableFolder(): Promise<string> {
    const names = await readdir(folder)
    return join(
      folder,
      names.find((name) => name.startsWith('memories_'))!,
    )
  }
})
