import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ReconcileJob, ReconcileReport } from '../../src/shared/contract/reconcile.ts'
import type { TimelineAnswer, TimelineEntry } from '../../src/shared/contract/timeline.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import { indexedRows } from '../helpers/index-surgery.ts'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

let workspaceDir: string
let engine: TestEngine
let personaId: string
let runId: string

beforeEach(async () => {
  workspaceDir = await mkdtemp(join(tmpdir(), 'renumber-'))
  engine = await openTestEngine({ offline: createFakeChatModel() }, { workspaceDir })
  runId = (await runSmallStudy(engine, { people: 1 })).id
  const { personas } = await engine.call<{ personas: { id: string }[] }>('GET', '/personas')
  personaId = personas[0]!.id
  await append(12)
})
afterEach(async () => {
  await engine.close()
  await rm(workspaceDir, { recursive: true, force: true })
})

const anEntry = (i: number) => ({
  eventAt: '2020-05-01',
  eventLabel: `Day ${i}`,
  facts: 'We rented a boat.',
  feelings: 'Calm.',
  interpretation: 'Good.',
})
const append = (n: number) =>
  engine.call('POST', `/personas/${personaId}/timeline`, {
    entries: Array.from({ length: n }, (_, i) => anEntry(i)),
  })
const timeline = (query = '') =>
  engine.call<TimelineAnswer>('GET', `/personas/${personaId}/timeline${query}`)

function sqlite<T>(sql: string, ...values: unknown[]): T[] {
  const db = new SqliteDatabase(join(workspaceDir, 'workspace.db'), { timeout: 5000 })
  const statement = db.prepare(sql)
  const rows = statement.reader ? statement.all(...values) : (statement.run(...values), [])
  db.close()
  return rows as T[]
}

/** Entries that vanish leave gaps; nothing in the workbench deletes one. */
const vanish = (...sequences: number[]) =>
  sequences.forEach((sequence) =>
    sqlite('delete from timeline_entry where persona_id = ? and sequence = ?', personaId, sequence),
  )
const frozenAt = () =>
  sqlite<{ n: number }>('select last_sequence as n from run_member where run_id = ?', runId)[0]!.n

async function reconcile(options: object): Promise<ReconcileReport> {
  const path = `/personas/${personaId}/timeline/reconcile`
  const { jobId } = await engine.call<{ jobId: string }>('POST', path, options)
  const job = () => engine.call<ReconcileJob>('GET', `/timeline/reconcile/${jobId}`)
  await expect.poll(async () => (await job()).status).toBe('succeeded')
  return (await job()).report!
}

it('reports gaps, and closes them only when asked', async () => {
  const before = (await timeline()).entries
  vanish(3, 5)
  expect(await reconcile({})).toMatchObject({ sequenceGaps: 2, renumbered: 0 })
  expect(await reconcile({ renumber: true })).toMatchObject({
    sequenceGaps: 2,
    renumbered: before.length - 4,
  })
  const after = (await timeline()).entries
  const expected = before.filter(({ sequence }) => ![3, 5].includes(sequence))
  expect(after.map(({ id, sequence }) => ({ id, sequence }))).toEqual(
    expected.map(({ id }, i) => ({ id, sequence: i + 1 })),
  )
  const indexed = await indexedRows(join(workspaceDir, 'vectors'))
  const numbers = new Map(indexed.map(({ entryId, sequence }) => [entryId, sequence]))
  expect(after.every(({ id, sequence }) => numbers.get(id) === sequence)).toBe(true)
  const { entries } = await engine.call<{ entries: TimelineEntry[] }>(
    'POST',
    `/personas/${personaId}/timeline`,
    anEntry(0),
  )
  expect(entries[0]!.sequence).toBe(after.length + 1)
})

it('moves what runs froze, keeps revision chains, and leaves a cursor where it was', async () => {
  const launched = frozenAt()
  const old = (await timeline()).entries.at(-1)!
  const path = `/personas/${personaId}/timeline/${old.id}/supersede`
  const { entry: revision } = await engine.call<{ entry: TimelineEntry }>('POST', path, {
    reason: 'It was another day',
    entry: anEntry(99),
  })
  const first = await timeline('?limit=5')
  const rest = (await timeline(`?cursor=${first.nextCursor}`)).entries
  vanish(2, 4)

  await reconcile({ renumber: true })

  expect(frozenAt()).toBe(launched - 2)
  const { entries } = await timeline()
  expect(entries.find(({ id }) => id === old.id)?.supersededBy).toBe(revision.id)
  expect(entries.find(({ id }) => id === revision.id)?.supersedes).toBe(old.id)
  const restNow = (await timeline(`?cursor=${first.nextCursor}`)).entries
  expect(restNow.map(({ id }) => id)).toEqual(rest.map(({ id }) => id))
})

it('refuses while a run reads the timeline, and says which', async () => {
  sqlite(`update run set status = 'paused' where id = ?`, runId)
  vanish(3)
  const path = `/personas/${personaId}/timeline/reconcile`
  await expect(engine.call('POST', path, { renumber: true })).rejects.toThrow(
    new RegExp(`409 .*Run ${runId} is in progress`),
  )
  expect(await reconcile({})).toMatchObject({ sequenceGaps: 1, renumbered: 0 })
})
