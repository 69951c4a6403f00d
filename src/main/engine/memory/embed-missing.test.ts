import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { anEntry, insertPersona } from '../../../../test/helpers/seeded-persona.ts'
import { wordEmbedding } from '../../../../test/helpers/word-embedding.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { openDatabase, type OpenDatabase } from '../db/open.ts'
import { createOfflineEmbedding } from '../models/offline-embedding.ts'
import { openVectors } from '../vectors/open-vectors.ts'
import { insertPrepared, prepareEntries } from './append-entries.ts'
import { embedMissing } from './embed-missing.ts'

const next = createOfflineEmbedding()
const quiet = { notify: () => {} }

let open: OpenDatabase
let ada: Persona
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embed-'))
  open = await openDatabase(':memory:')
  ada = await insertPersona(open.db)
})
afterEach(async () => {
  await open.close()
  await rm(folder, { recursive: true, force: true })
})

async function appendWith(embedding: typeof next, count: number) {
  const { id: personaId, tenantId } = ada
  const entries = Array.from({ length: count }, (_, i) => anEntry({ facts: `zebra ${i}` }))
  const prepared = await prepareEntries({ embedding }, [
    { personaId, tenantId, entries, source: 'user' },
  ])
  await open.db.transaction().execute((trx) => insertPrepared(trx, prepared, 0))
}

it('embeds what another model embedded before, once, and keeps the old vectors', async () => {
  await appendWith(wordEmbedding, 700)
  await appendWith(next, 3)
  const deps = { db: open.db, embedding: next, vectors: quiet }
  expect([await embedMissing(deps), await embedMissing(deps)]).toEqual([700, 0])
  const models = await open.db
    .selectFrom('embedding as v')
    .innerJoin('embedding_model as m', 'm.id', 'v.model')
    .select(['m.name as model', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('m.name')
    .execute()
  expect(new Map(models.map(({ model, n }) => [model, n]))).toEqual(
    new Map([
      [next.id, 703],
      [wordEmbedding.id, 700],
    ]),
  )
})

it('goes on where it was cut short', async () => {
  await appendWith(wordEmbedding, 200)
  let calls = 0
  const failing = {
    ...next,
    embed: async (texts: readonly string[]) => {
      calls += 1
      if (calls === 3) throw new Error('endpoint gone')
      return next.embed(texts)
    },
  }
  await expect(embedMissing({ db: open.db, embedding: failing, vectors: quiet })).rejects.toThrow(
    'endpoint gone',
  )
  expect(await embedMissing({ db: open.db, embedding: next, vectors: quiet })).toBe(200 - 2 * 64)
})

it('fills the index of the model that is used now', async () => {
  await appendWith(wordEmbedding, 20)
  const vectors = await openVectors({ db: open.db, embedding: next, folder, log: () => {} })
  const [vector] = await next.embed(['zebra'])
  const query = { tenantId: ada.tenantId, personaId: ada.id, vector: vector!, k: 50 }
  const before = await vectors.search(query)
  await embedMissing({ db: open.db, embedding: next, vectors })
  const during = await vectors.search(query)
  await vectors.flush()
  const after = await vectors.search(query)
  await vectors.close()
  expect([before.length, during.length, after.length]).toEqual([0, 20, 20])
})
