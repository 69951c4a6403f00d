import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TenantId } from '../../../shared/contract/ids.ts'
import { openDatabase, type OpenDatabase } from '../db/open.ts'
import { EngineError } from '../errors.ts'
import { createJobQueue, type JobHandler, type JobQueue, type JobQueueDeps } from './job-queue.ts'

const tenantId = randomUUID() as TenantId

let open: OpenDatabase
let queues: JobQueue[]
let logged: unknown[]
let clock: number

beforeEach(async () => {
  open = await openDatabase(':memory:')
  queues = []
  logged = []
  clock = 1_000
})
afterEach(async () => {
  for (const queue of queues) await queue.stop()
  await open.close()
})

async function start(handler: JobHandler, overrides: Partial<JobQueueDeps> = {}) {
  const queue = createJobQueue({
    db: open.db,
    now: () => clock,
    owner: `process-${queues.length}`,
    logError: (error) => logged.push(error),
    ...overrides,
  })
  queues.push(queue)
  queue.register('work', handler)
  await queue.start()
  return queue
}

const settled = (queue: JobQueue, id: Parameters<JobQueue['find']>[1]) =>
  expect
    .poll(async () => (await queue.find(tenantId, id))?.status, { timeout: 5_000, interval: 5 })
    .not.toMatch(/queued|running/)

const untilAborted: JobHandler = (_, { signal }) =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })

it('runs a job and keeps its result', async () => {
  const queue = await start((job, { complete }) => complete(async () => ({ got: job.payload })))
  const { id, status } = await queue.enqueue(tenantId, 'work', 'a', { n: 1 })
  await settled(queue, id)
  expect(status).toBe('queued')
  expect(await queue.find(tenantId, id)).toMatchObject({
    status: 'succeeded',
    attempts: 1,
    result: { got: { n: 1 } },
    error: null,
  })
})

it('takes the same unit twice for one job', async () => {
  let runs = 0
  const queue = await start(async () => {
    runs += 1
  })
  const first = await queue.enqueue(tenantId, 'work', 'a', 1)
  await settled(queue, first.id)
  const second = await queue.enqueue(tenantId, 'work', 'a', 2)
  expect({ same: second.id === first.id, status: second.status, runs }).toEqual({
    same: true,
    status: 'succeeded',
    runs: 1,
  })
})

it('stores what the work wrote only together with its end', async () => {
  const queue = await start((_, { complete }) =>
    complete(async (trx) => {
      await trx.insertInto('setting').values({ name: 'half', value: '1' }).execute()
      throw new Error('no')
    }),
  )
  const { id } = await queue.enqueue(tenantId, 'work', 'a', null)
  await settled(queue, id)
  expect(await queue.find(tenantId, id)).toMatchObject({
    status: 'failed',
    error: { code: 'internal', message: 'Something went wrong in the workbench' },
  })
  expect(await open.db.selectFrom('setting').selectAll().execute()).toEqual([])
  expect(logged).toEqual([new Error('no')])
})

it('tries what may pass again, up to three times, and says why it gave up', async () => {
  let runs = 0
  const queue = await start(
    async () => {
      runs += 1
      throw new EngineError('model_failed', `Failure ${runs}`)
    },
    // A clock that leaps: however long the wait, it is over at the next look.
    { now: () => (clock += 10_000) },
  )
  const { id } = await queue.enqueue(tenantId, 'work', 'a', null)
  await settled(queue, id)
  expect({ runs, job: await queue.find(tenantId, id) }).toMatchObject({
    runs: 3,
    job: { status: 'failed', attempts: 3, error: { code: 'model_failed', message: 'Failure 3' } },
  })
})

it('waits as long as the other side asked', async () => {
  const queue = await start(async () => {
    throw new EngineError('rate_limited', 'Slow down', { retryAfterSeconds: 90 })
  })
  const { id } = await queue.enqueue(tenantId, 'work', 'a', null)
  await expect
    .poll(async () => {
      const row = await open.db.selectFrom('job').selectAll().executeTakeFirstOrThrow()
      return { status: row.status, wait: row.run_after - clock, attempts: row.attempts }
    })
    .toEqual({ status: 'queued', wait: 90_000, attempts: 1 })
  expect((await queue.find(tenantId, id))?.error).toBeNull()
})

it('does not try again what cannot pass', async () => {
  let runs = 0
  const queue = await start(async () => {
    runs += 1
    throw new EngineError('blocked_by_policy', 'Rule: blocked term')
  })
  const { id } = await queue.enqueue(tenantId, 'work', 'a', null)
  await settled(queue, id)
  expect({ runs, error: (await queue.find(tenantId, id))?.error }).toEqual({
    runs: 1,
    error: { code: 'blocked_by_policy', message: 'Rule: blocked term' },
  })
})

it('cancels a running job: its work is told, and nothing of it is stored', async () => {
  let told = false
  const queue = await start(async (_, { signal, complete }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    told = true
    await complete(async () => 'too late')
  })
  const { id } = await queue.enqueue(tenantId, 'work', 'a', null)
  await expect.poll(async () => (await queue.find(tenantId, id))?.status).toBe('running')
  expect((await queue.cancel(tenantId, id))?.status).toBe('cancelled')
  await expect.poll(() => told).toBe(true)
  await queue.stop()
  expect(await queue.find(tenantId, id)).toMatchObject({ status: 'cancelled', result: null })
})

it('cancels a waiting job, which then never runs', async () => {
  const queue = await start(untilAborted, { concurrency: 1 })
  await queue.enqueue(tenantId, 'work', 'blocks', null)
  const { id } = await queue.enqueue(tenantId, 'work', 'waits', null)
  expect(await queue.cancel(tenantId, id)).toMatchObject({ status: 'cancelled', attempts: 0 })
})

it('leaves a finished job as it is when it is cancelled too late', async () => {
  const queue = await start((_, { complete }) => complete(async () => 'done'))
  const { id } = await queue.enqueue(tenantId, 'work', 'a', null)
  await settled(queue, id)
  expect(await queue.cancel(tenantId, id)).toMatchObject({ status: 'succeeded', result: 'done' })
})

it('shows another tenant nothing', async () => {
  const queue = await start((_, { complete }) => complete(async () => 'done'))
  const { id } = await queue.enqueue(tenantId, 'work', 'a', null)
  const stranger = randomUUID() as TenantId
  expect(await queue.find(stranger, id)).toBeUndefined()
  expect(await queue.cancel(stranger, id)).toBeUndefined()
})

it('runs no more at once than it may', async () => {
  let [current, most] = [0, 0]
  const queue = await start(
    async () => {
      current += 1
      most = Math.max(most, current)
      await new Promise((resolve) => setTimeout(resolve, 5))
      current -= 1
    },
    { concurrency: 3 },
  )
  const units = Array.from({ length: 12 }, (_, i) => queue.enqueue(tenantId, 'work', `${i}`, null))
  for (const { id } of await Promise.all(units)) await settled(queue, id)
  expect(most).toBe(3)
})

it('goes on after a restart with what was running and what was waiting', async () => {
  const first = await start(untilAborted, { concurrency: 1 })
  const a = await first.enqueue(tenantId, 'work', 'a', null)
  const b = await first.enqueue(tenantId, 'work', 'b', null)
  await expect.poll(async () => (await first.find(tenantId, a.id))?.status).toBe('running')
  await first.stop()
  const second = await start((job, { complete }) => complete(async () => job.unitKey))
  await settled(second, a.id)
  await settled(second, b.id)
  expect(await second.find(tenantId, a.id)).toMatchObject({ result: 'a', attempts: 1 })
})

it('takes up a job whose process was killed, and gives up on one that keeps killing it', async () => {
  const queue = await start((_, { complete }) => complete(async () => 'recovered'))
  await queue.stop()
  const [once, thrice] = [
    await queue.enqueue(tenantId, 'work', 'once', null),
    await queue.enqueue(tenantId, 'work', 'thrice', null),
  ]
  const asIfKilled = { status: 'running', lease_owner: 'gone' }
  await open.db
    .updateTable('job')
    .set({ ...asIfKilled, attempts: 1 })
    .where('id', '=', once.id)
    .execute()
  await open.db
    .updateTable('job')
    .set({ ...asIfKilled, attempts: 3 })
    .where('id', '=', thrice.id)
    .execute()

  const second = await start((_, { complete }) => complete(async () => 'recovered'))
  await settled(second, once.id)

  expect(await second.find(tenantId, once.id)).toMatchObject({ result: 'recovered', attempts: 2 })
  expect(await second.find(tenantId, thrice.id)).toMatchObject({ status: 'failed', attempts: 3 })
})
