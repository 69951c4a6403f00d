import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Run } from '../../src/shared/contract/runs.ts'
import { createOpenAiChat } from '../../src/main/engine/models/openai-chat.ts'
import { startFakeOpenAi } from '../helpers/fake-openai-server.ts'
import { memorySecrets } from '../helpers/memory-secrets.ts'
import {
  launchSmallStudy,
  openTestEngine,
  waitForRun,
  type TestEngine,
} from '../helpers/test-engine.ts'

type Server = Awaited<ReturnType<typeof startFakeOpenAi>>

const PLACES = 8
let servers: [Server, Server]
let engine: TestEngine

const modelAt = ({ baseUrl }: Server, model: string) =>
  createOpenAiChat({ baseUrl, model }, { secrets: memorySecrets(), now: Date.now })

beforeEach(async () => {
  servers = [await startFakeOpenAi(), await startFakeOpenAi()]
  for (const server of servers)
    server.behave({ kind: 'answer', words: ['Answer: ', 'Agree'], delayMs: 15 })
  const [here, there] = servers
  engine = await openTestEngine({
    one: modelAt(here, 'one'),
    two: modelAt(here, 'two'),
    far: modelAt(there, 'far'),
  })
})
afterEach(async () => {
  await engine.close()
  for (const server of servers) await server.stop()
})

const launch = (model: string, people: number) =>
  launchSmallStudy(engine, { people, design: { model, maxConcurrency: PLACES } })
const act = async ({ id }: Run, verb: string) =>
  (await engine.call<{ run: Run }>('POST', `/runs/${id}/${verb}`)).run

/** Calls by model among those seen from one number on to another. */
function callsOf({ seen }: Server, from = 0, to = seen.length): Record<string, number> {
  const counts: Record<string, number> = { one: 0, two: 0 }
  for (const { body } of seen.slice(from, to)) counts[String(body['model'])]! += 1
  return counts
}

/** Nothing is in hand any more: what a cancel interrupts is put away a moment after it. */
const isOver = ({ tasks }: Run) => tasks.queued + tasks.running === 0

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 2000 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(isSo()).toBe(true)
}

it('on one endpoint share it within a tenth while both have work, whoever came first', async () => {
  const [server] = servers
  const runs = [await launch('one', 90), await launch('two', 90)]
  const firstOfSecond = () => server.seen.findIndex(({ body }) => body['model'] === 'two')
  await until(() => firstOfSecond() !== -1)
  // From when the second has got its share up to where one of them runs out.
  const from = firstOfSecond() + 2 * PLACES
  await until(() => server.seen.length >= from + 80)
  const { one, two } = callsOf(server, from, from + 80)
  expect(one! / 80).toBeGreaterThanOrEqual(0.4)
  expect(two! / 80).toBeGreaterThanOrEqual(0.4)
  for (const { id } of runs)
    expect(await waitForRun(engine, id)).toMatchObject({ status: 'succeeded' })
  expect(server.mostInFlight()).toBeLessThanOrEqual(PLACES)
  expect(server.seen).toHaveLength(180)
})

it('on two endpoints do not wait for each other', async () => {
  const [near, far] = servers
  far.behave({ kind: 'silence' })
  const stuck = await launch('far', 20)
  const quick = await launch('one', 40)
  expect(await waitForRun(engine, quick.id)).toMatchObject({ tasks: { succeeded: 40 } })
  expect(near.seen).toHaveLength(40)
  expect(far.mostInFlight()).toBe(PLACES)
  await act(stuck, 'cancel')
  expect(await waitForRun(engine, stuck.id, isOver)).toMatchObject({
    status: 'cancelled',
    tasks: { succeeded: 0, cancelled: 20 },
  })
})

it('one paused leaves its share to the other, and goes on where it was', async () => {
  const [server] = servers
  const one = await launch('one', 60)
  const two = await launch('two', 60)
  await until(() => server.seen.length > 20)
  await act(one, 'pause')
  await waitForRun(engine, two.id)
  const before = callsOf(server)
  const paused = await waitForRun(engine, one.id, ({ status }) => status === 'paused')
  expect(paused.tasks.succeeded).toBeLessThan(60)
  await act(one, 'resume')
  const resumed = await waitForRun(engine, one.id)
  expect(resumed).toMatchObject({ status: 'succeeded', tasks: { succeeded: 60, failed: 0 } })
  // What the pause interrupted may have been asked once more, and nothing else.
  const again = callsOf(server)['one']! - 60
  expect(again).toBeGreaterThanOrEqual(0)
  expect(again).toBeLessThanOrEqual(PLACES)
  expect(callsOf(server)['two']).toBe(before['two'])
})

it('one cancelled sends nothing more and does not disturb the other', async () => {
  const [server] = servers
  const one = await launch('one', 60)
  const two = await launch('two', 60)
  await until(() => server.seen.length > 20)
  await act(one, 'cancel')
  const cancelled = await waitForRun(engine, one.id, isOver)
  const sent = callsOf(server)['one']!
  expect(sent).toBeLessThan(60)
  const done = await waitForRun(engine, two.id)
  expect(done).toMatchObject({ status: 'succeeded', tasks: { succeeded: 60, failed: 0 } })
  expect(callsOf(server)).toEqual({ one: sent, two: 60 })
  expect(cancelled.tasks.succeeded + cancelled.tasks.cancelled).toBe(60)
  expect(cancelled.spending).toMatchObject({ heldIn: 0, heldOut: 0 })
})
