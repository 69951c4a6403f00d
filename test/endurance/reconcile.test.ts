import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { EntryId, PersonaId } from '../../src/shared/contract/ids.ts'
import type { ReconcileJob, ReconcileReport } from '../../src/shared/contract/reconcile.ts'
import { indexedRows, operate } from '../helpers/index-surgery.ts'
import { seed } from '../helpers/rest.ts'
import { openTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let workspaceDir: string
let engine: TestEngine
let maya: string
let ada: string
const index = () => join(workspaceDir, 'vectors')

beforeEach(async () => {
  workspaceDir = await mkdtemp(join(tmpdir(), 'reconcile-'))
  engine = await openTestEngine({}, { workspaceDir })
  maya = await newPersona('Maya')
  ada = await newPersona('Ada')
  await settled()
})
afterEach(async () => {
  await engine.close()
  await rm(workspaceDir, { recursive: true, force: true })
})

async function newPersona(firstName: string): Promise<string> {
  const body = { seed: seed(firstName) }
  const { persona } = await engine.call<{ persona: { id: string } }>('POST', '/personas', body)
  return persona.id
}

/** Until the index has taken up everything. */
const settled = () =>
  expect
    .poll(async () => {
      type Workspace = { vectorIndex: { pending: number } }
      return (await engine.call<Workspace>('GET', '/workspace')).vectorIndex.pending
    })
    .toBe(0)

async function finish(jobId: string): Promise<ReconcileJob> {
  let job: ReconcileJob
  do {
    await new Promise((resolve) => setTimeout(resolve, 10))
    job = await engine.call<ReconcileJob>('GET', `/timeline/reconcile/${jobId}`)
  } while (job.status === 'queued' || job.status === 'running')
  return job
}

async function reconcile(options: object = {}, personaId?: string): Promise<ReconcileReport> {
  const path = personaId === undefined ? '/timeline' : `/personas/${personaId}/timeline`
  const { jobId } = await engine.call<{ jobId: string }>('POST', `${path}/reconcile`, options)
  const job = await finish(jobId)
  expect(job).toMatchObject({ status: 'succeeded' })
  expect(job.progress!.done).toBe(job.progress!.total)
  return job.report!
}

const ask = (path: string, init: RequestInit = {}) =>
  engine.app.fetch(new Request(`http://localhost${path}`, init), {
    principal: engine.principal('cli'),
  })

/** Reads SQLite beside the engine. */
function read(sql: string): unknown[] {
  const db = new SqliteDatabase(join(workspaceDir, 'workspace.db'), { readonly: true })
  const rows = db.prepare(sql).all()
  db.close()
  return rows
}
type Stored = { id: string; persona_id: string; sequence: number; superseded: number }
const stored = () =>
  read(
    `select id, persona_id, sequence, superseded_by is not null as superseded
     from timeline_entry order by id`,
  ) as Stored[]
const held = async () =>
  (await indexedRows(index()))
    .map((row) => ({
      id: row.entryId as string,
      persona_id: row.personaId as string,
      sequence: row.sequence,
      superseded: row.superseded ? 1 : 0,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Changes SQLite behind the engine's back. */
function tamper(sql: string, ...values: unknown[]): void {
  const db = new SqliteDatabase(join(workspaceDir, 'workspace.db'), { timeout: 5000 })
  db.prepare(sql).run(...values)
  db.close()
}

const sound = {
  embedded: 0,
  missing: 0,
  stale: 0,
  ghost: 0,
  duplicate: 0,
  repaired: 0,
  rebuilt: null,
  fullText: 0,
  features: 0,
  sequenceGaps: 0,
  renumbered: 0,
  otherModels: [],
  droppedEmbeddings: 0,
}

it('finds nothing to repair in a workspace that nobody touched, however deep it looks', async () => {
  const entries = stored().length
  expect(await reconcile()).toMatchObject({ ...sound, personaId: null, entries })
  expect(await reconcile({}, maya)).toMatchObject({
    ...sound,
    personaId: maya,
    entries: stored().filter(({ persona_id }) => persona_id === maya).length,
  })
})

it('finds and repairs every way in which the index can differ', async () => {
  await operate(index(), async ({ rows, insert, remove }) => {
    const all = await rows()
    const mine = all.filter(({ personaId }) => personaId === maya)
    const [gone, turned, moved, marked, twice, lent] = mine
    await remove([gone!, turned!, moved!, marked!, lent!].map(({ entryId }) => entryId))
    await insert([
      { ...turned!, vector: turned!.vector.toReversed() },
      { ...moved!, sequence: 99 },
      { ...marked!, superseded: true },
      { ...lent!, personaId: ada as PersonaId },
      twice!,
      { ...gone!, entryId: randomUUID() as EntryId },
      { ...gone!, entryId: randomUUID() as EntryId, personaId: randomUUID() as PersonaId },
    ])
  })

  const report = await reconcile()

  const found = { missing: 1, stale: 4, ghost: 2, duplicate: 1, repaired: 8 }
  expect(report).toMatchObject({ ...sound, ...found })
  expect(await held()).toEqual(stored())
  expect(await reconcile()).toMatchObject(sound)
})

it('repairs one persona and leaves the others as they are', async () => {
  await operate(index(), async ({ rows, remove }) => {
    const all = await rows()
    const first = (personaId: string) => all.find((row) => row.personaId === personaId)!.entryId
    await remove([first(maya), first(ada)])
  })
  expect(await reconcile({}, maya)).toMatchObject({ missing: 1, repaired: 1 })
  expect(await held()).toHaveLength(stored().length - 1)
  expect(await reconcile()).toMatchObject({ missing: 1, repaired: 1 })
})

it('takes what is being written meanwhile for no drift', async () => {
  const entry = {
    eventAt: '2020-05-01',
    eventLabel: 'A day',
    facts: 'We rented a boat.',
    feelings: 'Calm.',
    interpretation: 'Good.',
  }
  const { jobId } = await engine.call<{ jobId: string }>('POST', '/timeline/reconcile', {})
  for (let i = 0; i < 20; i++) {
    const entries = Array.from({ length: 10 }, () => entry)
    await engine.call('POST', `/personas/${maya}/timeline`, { entries })
  }
  expect((await finish(jobId)).report).toMatchObject(sound)
  await settled()
  expect(await held()).toEqual(stored())
})

it('fills the index again when asked, for one persona or for all', async () => {
  await operate(index(), async ({ rows, insert }) => {
    const [row] = (await rows()).filter(({ personaId }) => personaId === maya)
    await insert([{ ...row!, entryId: randomUUID() as EntryId }, row!])
  })
  const mine = stored().filter(({ persona_id }) => persona_id === maya).length
  expect(await reconcile({ rebuild: true }, maya)).toMatchObject({
    rebuilt: 'asked',
    repaired: mine,
  })
  expect(await held()).toEqual(stored())
  expect(await reconcile({ rebuild: true })).toMatchObject({
    rebuilt: 'asked',
    repaired: stored().length,
  })
  expect(await held()).toEqual(stored())
})

it('embeds again what has no sound vector, and everything when asked', async () => {
  const [first, second] = stored()
  const rowOf = '(select row from timeline_entry where id = ?)'
  tamper(`delete from embedding where row = ${rowOf}`, first!.id)
  tamper(`update embedding set vector = x'00000000' where row = ${rowOf}`, second!.id)
  expect(await reconcile()).toMatchObject({ embedded: 2, missing: 0 })
  const mine = stored().filter(({ persona_id }) => persona_id === maya).length
  expect(await reconcile({ reembed: true }, maya)).toMatchObject({ embedded: mine, stale: 0 })
  expect(await held()).toEqual(stored())
})

it('repairs full text that lost an entry, holds other words or words of nobody', async () => {
  const entry = {
    eventAt: '2020-05-01',
    eventLabel: 'The zeppelin museum',
    facts: 'We went there by tram.',
    feelings: 'Calm.',
    interpretation: 'Good.',
  }
  await engine.call('POST', `/personas/${maya}/timeline`, entry)
  const rows = () =>
    read(`select rowid from timeline_text where timeline_text match 'text:zeppelin'`)
  const [{ rowid }] = rows() as [{ rowid: number }]
  tamper('delete from timeline_text where rowid = ?', rowid)
  tamper(`insert into timeline_text (rowid, persona, text) values (987654, 'x', 'nobody')`)
  expect(await reconcile()).toMatchObject({ fullText: 2 })
  expect(rows()).toEqual([{ rowid }])

  // As many words as before, so that only reading them shows the difference.
  const [{ sz }] = read(`select hex(sz) as sz from timeline_text_docsize where id = ${rowid}`) as [
    { sz: string },
  ]
  const words = Array.from({ length: Number.parseInt(sz.slice(2), 16) }, () => 'other').join(' ')
  tamper('delete from timeline_text where rowid = ?', rowid)
  const token = maya.replaceAll('-', '')
  tamper('insert into timeline_text (rowid, persona, text) values (?, ?, ?)', rowid, token, words)
  expect(await reconcile({}, maya)).toMatchObject({ fullText: 1 })
  expect(rows()).toEqual([{ rowid }])
  expect(await reconcile({}, maya)).toMatchObject(sound)
})

it('computes anew what search compares, where it is missing, empty or outdated', async () => {
  const total = stored().length
  tamper(`update memory_feature set data = x'' where row = (select min(row) from memory_feature)`)
  tamper(`delete from memory_feature where row = (select max(row) from memory_feature)`)
  tamper(`update memory_feature set data = zeroblob(length(data)) where row = (
    select row from memory_feature where length(data) > 0 limit 1)`)
  expect(await reconcile()).toMatchObject({ ...sound, features: 3, entries: total })
  expect(await reconcile()).toMatchObject(sound)
})

it('puts a timeline right that counts behind its last entry, so that it can grow again', async () => {
  tamper('update persona set timeline_length = 1 where id = ?', maya)
  await reconcile({}, maya)
  const entry = {
    eventAt: '2020-05-01',
    eventLabel: 'A day',
    facts: 'We rented a boat.',
    feelings: 'Calm.',
    interpretation: 'Good.',
  }
  await engine.call('POST', `/personas/${maya}/timeline`, entry)
})

it('drops what other models embedded only when asked', async () => {
  tamper(`insert into embedding_model (name) values ('old-model')`)
  tamper(`insert into embedding (model, persona_row, row, vector)
    select (select id from embedding_model where name = 'old-model'), persona_row, row, vector
    from embedding`)
  const n = stored().length
  expect(await reconcile()).toMatchObject({ otherModels: [{ model: 'old-model', entries: n }] })
  expect(await reconcile({ dropOtherModels: true })).toMatchObject({
    otherModels: [],
    droppedEmbeddings: n,
  })
  expect(await reconcile()).toMatchObject(sound)
})

it('joins the job that does the same, and refuses one that would get in its way', async () => {
  const post = (path: string, body: object) =>
    ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  const answers = await Promise.all([
    post('/timeline/reconcile', {}),
    post('/timeline/reconcile', {}),
    post('/timeline/reconcile', { rebuild: true }),
    post(`/personas/${maya}/timeline/reconcile`, {}),
  ])
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 409, 409])
  const [first, second, refused] = (await Promise.all(answers.map((it) => it.json()))) as {
    jobId: string
    error: string
  }[]
  expect(second!.jobId).toBe(first!.jobId)
  expect(refused!.error).toContain(first!.jobId)
  await finish(first!.jobId)
  const { jobs } = await engine.call<{ jobs: ReconcileJob[] }>('GET', '/timeline/reconcile')
  expect(jobs.map(({ jobId, reason }) => ({ jobId, reason }))).toEqual([
    { jobId: first!.jobId, reason: 'asked' },
  ])
})

it('takes a call without a body, records its use, and can be cancelled', async () => {
  const answer = await ask('/timeline/reconcile', { method: 'POST' })
  expect(answer.status).toBe(202)
  const { jobId } = (await answer.json()) as { jobId: string }
  const cancelled = await engine.call<ReconcileJob>('POST', `/timeline/reconcile/${jobId}/cancel`)
  expect(cancelled).toMatchObject({ jobId, personaId: null })
  expect(['cancelled', 'succeeded']).toContain(cancelled.status)
  const path = '/usage/events?type=timeline_reconcile_job'
  const { events } = await engine.call<{ events: { data: object }[] }>('GET', path)
  expect(events.map(({ data }) => data)).toMatchObject([{ jobId, personaId: null }])
  expect((await ask(`/timeline/reconcile/${randomUUID()}`)).status).toBe(404)
})
