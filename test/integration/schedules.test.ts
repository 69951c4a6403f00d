import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Schedule } from '../../src/shared/contract/schedules.ts'
import { openRest, type Rest } from '../helpers/rest.ts'

let rest: Rest
let workspaceDir: string
let time = Date.parse('2026-11-27T09:30:00.000Z')
const open = async () => {
  rest = await openRest({ workspaceDir, now: () => time })
}

beforeEach(async () => {
  time = Date.parse('2026-11-27T09:30:00.000Z')
  workspaceDir = await mkdtemp(join(tmpdir(), 'workbench-schedules-'))
  await open()
})
afterEach(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
  await rm(workspaceDir, { recursive: true, force: true })
})

async function aStudy(): Promise<string> {
  const person = { firstName: 'Ada', lastName: 'Berg', age: 30, location: 'Leeds' }
  const file = {
    workbench: 1,
    name: 'Weekly',
    personas: { inline: [{ ...person, baseOccupation: 'Nurse' }] },
    cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
    population: {},
    skill: { name: 'S', objective: 'T', questions: [{ id: 'q', type: 'likert', text: 'Fine?' }] },
  }
  return (await rest.get('/study-files', { body: { file } })).study.id
}
const make = async (body: object): Promise<Schedule> =>
  (await rest.get('/schedules', { body })).schedule
const read = async (id: string): Promise<Schedule> => (await rest.get(`/schedules/${id}`)).schedule
const runsOf = async (studyId: string) =>
  (await rest.get(`/studies/${studyId}/runs`)).runs as { id: string }[]

it('shows the next firings in the schedule’s time zone', async () => {
  const studyId = await aStudy()
  const schedule = await make({ studyId, cron: '0 9 * * 1', timeZone: 'Europe/Paris' })
  expect(schedule).toMatchObject({
    studyName: 'Weekly',
    name: 'Weekly',
    enabled: true,
    firings: [],
  })
  expect(schedule.nextFirings.slice(0, 2)).toEqual([
    '2026-11-30T08:00:00.000Z',
    '2026-12-07T08:00:00.000Z',
  ])
  expect((await rest.get(`/schedules?studyId=${studyId}`)).schedules).toHaveLength(1)
})

it('makes up for what was missed while it was closed by one run', async () => {
  const studyId = await aStudy()
  const { id } = await make({ studyId, cron: '0 9 * * *' })
  await rest.close()
  time += 3.5 * 24 * 3_600_000
  await open()
  const { firings, nextFirings } = await read(id)
  expect(firings).toHaveLength(1)
  expect(firings[0]).toMatchObject({ dueAt: '2026-11-30T09:00:00.000Z', missed: 2, error: null })
  expect(nextFirings[0]).toBe('2026-12-01T09:00:00.000Z')
  const runs = await runsOf(studyId)
  expect(runs.map((run) => run.id)).toEqual([firings[0]!.runId])

  // Once: the next start has nothing to make up for.
  await rest.close()
  await open()
  expect(await runsOf(studyId)).toHaveLength(1)
})

it('fires nothing while it is off, and begins from now when turned on', async () => {
  const studyId = await aStudy()
  const { id } = await make({ studyId, cron: '0 9 * * *', enabled: false })
  expect((await read(id)).nextFirings).toEqual([])
  time += 5 * 24 * 3_600_000
  const change = { method: 'PATCH', body: { enabled: true } }
  const { schedule } = await rest.get(`/schedules/${id}`, change)
  expect(schedule.nextFirings[0]).toBe('2026-12-03T09:00:00.000Z')
  expect(await runsOf(studyId)).toEqual([])
})

it('says why a firing launched nothing', async () => {
  const studyId = await aStudy()
  const { id } = await make({ studyId, cron: '0 9 * * *' })
  const { personas } = await rest.get('/personas')
  await rest.get(`/personas/${personas[0].id}`, { method: 'DELETE' })
  time += 24 * 3_600_000
  // Any change makes it look at the clock.
  await rest.get(`/schedules/${id}`, { method: 'PATCH', body: { name: 'Other' } })
  await expect.poll(async () => (await read(id)).firings[0]?.error).toContain('in the trash')
  expect(await runsOf(studyId)).toEqual([])
})

it('goes to the trash and comes back turned off', async () => {
  const studyId = await aStudy()
  const { id } = await make({ studyId, cron: '0 9 * * *' })
  await rest.get(`/schedules/${id}`, { method: 'DELETE' })
  expect((await rest.ask(`/schedules/${id}`)).status).toBe(404)
  expect((await rest.get('/schedules')).schedules).toEqual([])
  const { schedule } = await rest.get(`/schedules/${id}/restore`, { method: 'POST' })
  expect(schedule).toMatchObject({ enabled: false, nextFirings: [] })
})

it.each([
  [{ cron: '* * * * * *' }, 'cron'],
  [{ cron: '99 9 * * *' }, 'cron'],
  [{ cron: '0 9 * * *', timeZone: 'Nowhere/Here' }, 'timeZone'],
  [{ cron: '0 9 * * *', surprise: 1 }, ''],
])('refuses %j by name', async (body, path) => {
  const answer = await rest.ask('/schedules', { body: { studyId: await aStudy(), ...body } })
  expect([answer.status, answer.body.details[0].path]).toEqual([400, path])
})

it('is nothing for a key that may only read', async () => {
  const key = await rest.newKey('read')
  const body = { studyId: await aStudy(), cron: '0 9 * * *' }
  expect((await rest.ask('/schedules', { body, key })).status).toBe(403)
})
