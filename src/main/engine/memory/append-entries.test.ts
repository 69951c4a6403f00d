import { afterEach, beforeEach, expect, it } from 'vitest'
import { anEntry, insertPersona } from '../../../../test/helpers/seeded-persona.ts'
import { wordEmbedding } from '../../../../test/helpers/word-embedding.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { openDatabase, type OpenDatabase } from '../db/open.ts'
import { insertPrepared, prepareEntries, type EntriesToAppend } from './append-entries.ts'

const NOW = Date.parse('2026-03-01T12:00:00.000Z')
const deps = { embedding: wordEmbedding }

let open: OpenDatabase
let ada: Persona

beforeEach(async () => {
  open = await openDatabase(':memory:')
  ada = await insertPersona(open.db)
})
afterEach(() => open.close())

async function append(items: readonly Omit<EntriesToAppend, 'tenantId'>[]) {
  const prepared = await prepareEntries(
    deps,
    items.map((item) => ({ tenantId: ada.tenantId, ...item })),
  )
  return open.db.transaction().execute((trx) => insertPrepared(trx, prepared, NOW))
}

it('numbers the entries of each persona on its own, in the order given', async () => {
  const bo = await insertPersona(open.db, { tenantId: ada.tenantId, firstName: 'Bo' })
  await append([{ personaId: ada.id, source: 'seed', entries: [anEntry()] }])

  const entries = await append([
    { personaId: ada.id, source: 'seed', entries: [anEntry({ eventLabel: 'a' })] },
    { personaId: bo.id, source: 'seed', entries: [anEntry({ eventLabel: 'b' })] },
    { personaId: ada.id, source: 'seed', entries: [anEntry({ eventLabel: 'c' })] },
  ])

  expect(entries.map(({ eventLabel, sequence }) => [eventLabel, sequence])).toEqual([
    ['a', 2],
    ['b', 1],
    ['c', 3],
  ])
  const lengths = await open.db.selectFrom('persona').select(['id', 'timeline_length']).execute()
  expect(new Map(lengths.map((row) => [row.id, row.timeline_length]))).toEqual(
    new Map([
      [ada.id, 3],
      [bo.id, 1],
    ]),
  )
})

it('writes embedding, outbox and a full-text row that only its persona matches', async () => {
  const bo = await insertPersona(open.db, { tenantId: ada.tenantId })
  const [leak] = await append([
    { personaId: ada.id, source: 'seed', entries: [anEntry({ facts: 'The boat leaked.' })] },
    { personaId: bo.id, source: 'seed', entries: [anEntry({ facts: 'The boat leaked.' })] },
  ])

  const matches = open.sqlite
    .prepare(
      `select e.id from timeline_text t join timeline_entry e on e.row = t.rowid
       where timeline_text match ?`,
    )
    .pluck()
    .all(`persona:${ada.id.replaceAll('-', '')} AND text:(leak)`)
  expect(matches).toEqual([leak!.id])
  const embedding = await open.db
    .selectFrom('embedding as v')
    .innerJoin('embedding_model as m', 'm.id', 'v.model')
    .innerJoin('timeline_entry as e', 'e.row', 'v.row')
    .select(['m.name', 'v.vector'])
    .where('e.id', '=', leak!.id)
    .executeTakeFirstOrThrow()
  expect({ model: embedding.name, bytes: embedding.vector.length }).toEqual({
    model: 'words-64',
    bytes: 4 + 64,
  })
  const outbox = await open.db.selectFrom('outbox').select(['persona_id', 'op']).execute()
  expect(outbox).toEqual([
    { persona_id: ada.id, op: 'upsert' },
    { persona_id: bo.id, op: 'upsert' },
  ])
})

it.each([
  { source: 'seed', knownAt: undefined, stored: '2015-06-01T00:00:00.000Z' },
  { source: 'study', knownAt: undefined, stored: '2026-03-01T12:00:00.000Z' },
  { source: 'conversation', knownAt: undefined, stored: '2026-03-01T12:00:00.000Z' },
  { source: 'user', knownAt: '2020-01-01T01:00:00+01:00', stored: '2020-01-01T00:00:00.000Z' },
] as const)('knows a $source entry from $stored', async ({ source, knownAt, stored }) => {
  const entry = anEntry(knownAt ? { knownAt } : {})
  const [appended] = await append([{ personaId: ada.id, source, entries: [entry] }])
  expect(appended!.knownAt).toBe(stored)
})

it('refuses an instant that its offset moves out of the years an answer can name', async () => {
  const entry = anEntry({ eventAt: '0000-01-01T00:00:00+05:00' })
  await expect(
    append([{ personaId: ada.id, source: 'user', entries: [entry] }]),
  ).rejects.toMatchObject({ code: 'invalid_input', details: [{ path: 'eventAt' }] })
})

it('stores nothing when one of the personas is not there', async () => {
  const missing = crypto.randomUUID() as Persona['id']
  await expect(
    append([
      { personaId: ada.id, source: 'seed', entries: [anEntry()] },
      { personaId: missing, source: 'seed', entries: [anEntry()] },
    ]),
  ).rejects.toMatchObject({ code: 'not_found' })
  expect(await open.db.selectFrom('timeline_entry').selectAll().execute()).toEqual([])
})

it('takes more entries than one statement holds', async () => {
  const entries = Array.from({ length: 1000 }, (_, i) => anEntry({ eventLabel: `Day ${i + 1}` }))
  const appended = await append([{ personaId: ada.id, source: 'user', entries }])
  expect(appended.map((entry) => entry.sequence)).toEqual(entries.map((_, i) => i + 1))
  expect(appended.map((entry) => entry.eventLabel)).toEqual(entries.map((e) => e.eventLabel))
})
