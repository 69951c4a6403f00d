import { afterEach, beforeEach, expect, it } from 'vitest'
import { anEntry, insertPersona } from '../../../../test/helpers/seeded-persona.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { openDatabase, type OpenDatabase } from '../db/open.ts'
import { createOfflineEmbedding } from '../models/offline-embedding.ts'
import { insertPrepared, prepareEntries } from './append-entries.ts'
import { fillFeatures } from './fill-features.ts'
import { recall } from './recall.ts'
import { createTimelineCache } from './timeline-cache.ts'

const embedding = createOfflineEmbedding()
let open: OpenDatabase
let ada: Persona

beforeEach(async () => {
  open = await openDatabase(':memory:')
  ada = await insertPersona(open.db)
})
afterEach(() => open.close())

async function remember(...facts: string[]) {
  const entries = facts.map((fact) => anEntry({ eventLabel: fact, facts: `${fact} it was.` }))
  const prepared = await prepareEntries({ embedding }, [
    { personaId: ada.id, tenantId: ada.tenantId, entries, source: 'user' },
  ])
  return open.db.transaction().execute((trx) => insertPrepared(trx, prepared, 0))
}

const timelines = () => createTimelineCache({ reader: open.reader, embedding })

async function ask(query: string, from = timelines()) {
  const deps = { db: open.db, embedding, timelines: from, vectors: { search: async () => [] } }
  const input = { tenantId: ada.tenantId, personaId: ada.id, query, k: 5 }
  return recall(deps, input)
}

function stored() {
  const features = open.sqlite.prepare('select row, data from memory_feature order by row').all()
  const texts = open.sqlite
    .prepare(`select rowid from timeline_text where timeline_text match 'text:(lake)'`)
    .pluck()
    .all()
  return { features, texts }
}

it('fills what an earlier version did not write, the same as when it is written', async () => {
  await remember(...Array.from({ length: 120 }, (_, i) => `lake ${i}`))
  const before = stored()
  const answered = await ask('lake 7')
  open.sqlite.exec(`update memory_feature set data = x''; delete from timeline_text`)

  expect(await ask('lake 7')).toEqual(answered)
  expect([await fillFeatures(open.db), await fillFeatures(open.db)]).toEqual([120, 0])
  expect(stored()).toEqual(before)
  expect(await ask('lake 7')).toEqual(answered)
})

it('notices a text that was changed underneath, in memory too', async () => {
  const [entry] = await remember('a lake', 'a garden')
  const live = timelines()
  await ask('the lake', live)
  open.sqlite
    .prepare(`update timeline_entry set event_label = 'a train', facts = 'A train.' where id = ?`)
    .run(entry!.id)

  const found = await ask('the train', live)
  await fillFeatures(open.db)

  expect(found.recalled.map(({ eventLabel }) => eventLabel)).toEqual(['a train'])
  expect(stored().texts).toEqual([])
})

it('drops what is known of an entry with the entry', async () => {
  const [entry] = await remember('a lake', 'a garden')
  const live = timelines()
  await ask('the lake', live)
  open.sqlite.prepare('delete from timeline_entry where id = ?').run(entry!.id)

  const found = await ask('the lake', live)

  expect(found.recalled).toEqual([])
  expect({ ...stored(), features: stored().features.length }).toEqual({ features: 1, texts: [] })
  expect(open.sqlite.prepare('select count(*) from embedding').pluck().get()).toBe(1)
})
