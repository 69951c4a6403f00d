import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Estimate } from '../../src/shared/contract/estimate.ts'
import type {
  Run,
  RunProgress,
  TaskList,
  TaskTurn,
  TaskTurns,
} from '../../src/shared/contract/runs.ts'
import { createOpenAiChat } from '../../src/main/engine/models/openai-chat.ts'
import { startFakeOpenAi, type Behaviour } from '../helpers/fake-openai-server.ts'
import { memorySecrets } from '../helpers/memory-secrets.ts'
import {
  importStudy,
  launchSmallStudy,
  openTestEngine,
  waitForRun,
  type SmallStudy,
  type TestEngine,
} from '../helpers/test-engine.ts'

const words = ['Answer: ', 'Agree']
const fine: Behaviour = { kind: 'answer', words }

let server: Awaited<ReturnType<typeof startFakeOpenAi>>
let engine: TestEngine

beforeEach(async () => {
  server = await startFakeOpenAi()
  server.behave(fine)
  const endpoint = { baseUrl: server.baseUrl, model: 'served', stallSeconds: 1.5 }
  const model = createOpenAiChat(endpoint, { secrets: memorySecrets(), now: Date.now })
  engine = await openTestEngine({ served: model })
})
afterEach(async () => {
  await engine.close()
  await server.stop()
})

const launch = (study: SmallStudy = {}) =>
  launchSmallStudy(engine, { ...study, design: { model: 'served', ...study.design } })

const setPrice = (inputPerMillion: number, outputPerMillion: number) =>
  engine.call('PUT', '/models/pricing', {
    model: 'served',
    pricing: { inputPerMillion, outputPerMillion, currency: 'EUR' },
  })

describe('an endpoint that asks to wait', () => {
  it('is asked nothing by anybody before its time', async () => {
    // The second answer must not overtake the refusal: its place would be taken before anybody knows.
    const slow: Behaviour = { ...fine, delayMs: 800 }
    server.behave((n) =>
      n === 0
        ? { kind: 'status', status: 429, headers: { 'retry-after': '2' } }
        : n === 1
          ? slow
          : fine,
    )
    const { id } = await launch({ people: 12, design: { maxConcurrency: 2 } })
    const run = await waitForRun(engine, id)
    expect(run.tasks).toMatchObject({ succeeded: 12, failed: 0 })
    const refusedAt = server.seen[0]!.at
    // What was on its way already came at once; the rest two seconds later.
    const later = server.seen.slice(2)
    expect(Math.min(...later.map(({ at }) => at)) - refusedAt).toBeGreaterThanOrEqual(1990)
  })

  it('without saying how long is given more and more time', async () => {
    server.behave((n) => (n < 2 ? { kind: 'status', status: 429 } : fine))
    const { id } = await launch({ people: 1, design: { maxConcurrency: 1 } })
    expect((await waitForRun(engine, id)).tasks.succeeded).toBe(1)
    const [first, second, third] = server.seen.map(({ at }) => at)
    expect(second! - first!).toBeGreaterThanOrEqual(490)
    expect(third! - second!).toBeGreaterThanOrEqual(990)
  })

  it('is told apart from one that stalls, in the progress', async () => {
    server.behave({ kind: 'status', status: 429, headers: { 'retry-after': '30' } })
    const { id } = await launch({ people: 3, design: { maxConcurrency: 1 } })
    await waitForRun(engine, id, () => server.seen.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const progress = await firstProgress(id)
    expect(progress).toMatchObject({ activity: 'waiting', stalled: false })
    expect(progress.concurrency).toMatchObject({ cause: 'full', limit: 1, inFlight: 0 })
    expect(Date.parse(progress.concurrency!.pausedUntil!)).toBeGreaterThan(Date.now() + 20_000)
    expect(progress.errors[0]).toMatchObject({ code: 'rate_limited', retrying: 1, action: 'wait' })
  })
})

describe('an endpoint that misbehaves', () => {
  const faults: Behaviour[] = [
    { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
    { kind: 'status', status: 500 },
    { kind: 'stall', words: ['Ans'] },
    { kind: 'cut', words: ['Ans'] },
    { kind: 'malformed' },
    { kind: 'early-end', words: ['Ans'] },
    { kind: 'silence' },
    { kind: 'error-event' },
    { kind: 'status', status: 503, headers: { 'retry-after': '0' } },
    { kind: 'answer', words: ['   '] },
  ]

  it('in every way gets each task answered once, and what is unknown counts as spent', async () => {
    await setPrice(0.333333, 1.7)
    server.behave((n) => (n % 2 === 0 ? (faults[n / 2] ?? fine) : fine))
    const { id } = await launch({ people: 14, design: { maxConcurrency: 3, budgetMoney: 1 } })
    const run = await waitForRun(engine, id)
    expect(run).toMatchObject({ status: 'succeeded', tasks: { succeeded: 14, failed: 0 } })
    // An empty answer was paid for too.
    expect([14 * 7, 15 * 7]).toContain(run.tokensOut)
    expect(run.spending).toMatchObject({ heldIn: 0, heldOut: 0 })
    expect(run.spending.lostOut).toBeGreaterThan(0)
    expect(run.spending.money!.amount).toBeLessThan(1)
  })

  it('by trickling slowly is waited for', async () => {
    server.behave({ kind: 'answer', words: [...words, ' ', ' ', '.'], delayMs: 400 })
    const { id } = await launch({ people: 2, design: { maxConcurrency: 2 } })
    expect((await waitForRun(engine, id)).tasks.succeeded).toBe(2)
    expect(server.seen).toHaveLength(2)
  })

  it('by refusing the key fails at once, without asking again', async () => {
    server.behave({ kind: 'status', status: 401 })
    const { id } = await launch({ people: 2, design: { maxConcurrency: 1 } })
    expect((await waitForRun(engine, id)).status).toBe('failed')
    expect(server.seen).toHaveLength(2)
  })
})

describe('two runs on one endpoint', () => {
  it('share what it is given, and never more than was asked for', async () => {
    server.behave({ kind: 'answer', words, delayMs: 20 })
    const both = await Promise.all([
      launch({ people: 30, design: { maxConcurrency: 4 } }),
      launch({ people: 30, design: { maxConcurrency: 4, randomSeed: 2 } }),
    ])
    const ends = await Promise.all(both.map(({ id }) => waitForRun(engine, id)))
    expect(ends.map(({ tasks }) => tasks.succeeded)).toEqual([30, 30])
    expect(server.mostInFlight()).toBeLessThanOrEqual(4)
    const [first, second] = ends.map(({ finishedAt }) => Date.parse(finishedAt!))
    const took = Math.max(first!, second!) - Date.parse(both[0]!.createdAt)
    expect(Math.abs(first! - second!)).toBeLessThan(took / 3)
  })
})

describe('a cap', () => {
  it.each([
    [0.333333, 1.7, 0.003],
    [7.123457, 0, 0.02],
    [0, 33.333333, 0.04],
  ])('in money at %d and %d the million is never passed', async (inPrice, outPrice, budget) => {
    await setPrice(inPrice, outPrice)
    const { id } = await launch({
      people: 40,
      design: { maxConcurrency: 8, budgetMoney: budget },
    })
    const run = await waitForRun(engine, id)
    expect(run.spending.budgetMoney).toEqual({ amount: budget, currency: 'EUR' })
    expect(run.spending.money!.amount).toBeLessThanOrEqual(budget)
    const exact = (run.tokensIn * inPrice + run.tokensOut * outPrice) / 1e6
    expect(run.spending.money!.amount).toBeCloseTo(exact, 5)
    expect(run.tasks.succeeded).toBeGreaterThan(0)
    if (run.status === 'budget_stopped') expect(run.reason).toContain(`${budget} EUR`)
  })

  it('can be raised, and what was answered is not asked again', async () => {
    const { id } = await launch({
      people: 20,
      questions: [{ id: 'q', type: 'likert', text: 'Fine?' }],
      design: { maxConcurrency: 4, budgetTokens: 1200 },
    })
    const stopped = await waitForRun(engine, id)
    expect(stopped).toMatchObject({ status: 'budget_stopped' })
    expect(stopped.tokensOut).toBeLessThanOrEqual(1200)
    await expect(engine.call('POST', `/runs/${id}/resume`, { budgetTokens: 1 })).rejects.toThrow(
      'must be more than',
    )
    await engine.call('POST', `/runs/${id}/resume`, { budgetTokens: 50_000 })
    const run = await waitForRun(engine, id)
    expect(run).toMatchObject({ status: 'succeeded', tasks: { succeeded: 20 } })
    expect(server.seen).toHaveLength(20)
  })

  it('in money needs a price', async () => {
    await expect(launch({ design: { budgetMoney: 1 } })).rejects.toThrow('needs the price')
  })
})

describe('an estimate before launch', () => {
  it('comes from the prompts, then from what runs took', async () => {
    await setPrice(3, 15)
    const first = await launch({ people: 20, design: { maxConcurrency: 4, budgetMoney: 5 } })
    const run = await waitForRun(engine, first.id)
    const { estimate } = await engine.call<EstimateAnswer>(
      'POST',
      `/studies/${run.studyId}/estimate`,
    )
    expect(estimate).toMatchObject({
      tasks: 20,
      calls: 20,
      tokensOut: { likely: run.tokensOut },
      tokensIn: { likely: run.tokensIn },
      money: { likely: run.spending.money!.amount, currency: 'EUR' },
      basis: { kind: 'study', tasks: 20 },
      budget: 'fits',
    })
    expect(estimate.money!.low).toBeLessThan(estimate.money!.likely)

    const file = smallFile({ model: 'served', budgetTokens: 1 })
    const other = await importStudy(engine, { file })
    const path = `/studies/${other.id}/estimate`
    const byModel = (await engine.call<EstimateAnswer>('POST', path, { maxConcurrency: 1 }))
      .estimate
    expect(byModel).toMatchObject({ basis: { kind: 'model' }, budget: 'will_stop' })
    expect(byModel.tokensOut.high).toBeGreaterThan(byModel.tokensOut.likely)
  })

  it('names its bounds where nothing was run', async () => {
    const study = await importStudy(engine, { file: smallFile({ model: 'served' }) })
    const { estimate } = await engine.call<EstimateAnswer>('POST', `/studies/${study.id}/estimate`)
    expect(estimate).toMatchObject({ money: null, budget: null, basis: { kind: 'prompts' } })
    for (const { low, likely, high } of [
      estimate.tokensIn,
      estimate.tokensOut,
      estimate.durationMs,
    ]) {
      expect(low).toBeGreaterThan(0)
      expect(likely).toBeGreaterThan(low)
      expect(high).toBeGreaterThan(likely)
    }
  })
})

describe('equal requests', () => {
  it('are answered once, and the run says how many were', async () => {
    const first = await waitForRun(engine, (await launch({ people: 5 })).id)
    expect(first).toMatchObject({ answersFromCache: 0 })
    const again = await launchAgain(first)
    expect(await waitForRun(engine, again.id)).toMatchObject({
      status: 'succeeded',
      answersFromCache: 5,
      tokensOut: 0,
    })
    expect(server.seen).toHaveLength(5)
    const anew = await launchAgain(first, { cache: false })
    expect((await waitForRun(engine, anew.id)).answersFromCache).toBe(0)
    expect(server.seen).toHaveLength(10)
  })

  it('say in every turn what they were asked with, who answered and what that cost', async () => {
    await setPrice(2, 10)
    const first = await waitForRun(engine, (await launch({ people: 2 })).id)
    const again = await waitForRun(engine, (await launchAgain(first)).id)
    const anew = await waitForRun(engine, (await launchAgain(first, { cache: false })).id)
    const [paid, cached, uncached] = await Promise.all([first, again, anew].map(turnsOf))
    const key = expect.stringMatching(/^[0-9a-f]{64}$/)
    for (const turn of paid!)
      expect(turn).toMatchObject({ fromCache: false, cacheKey: key, cost: { currency: 'EUR' } })
    expect(paid![0]!.cost!.amount).toBeGreaterThan(0)
    expect(cached!.map(({ seed, cacheKey }) => [seed, cacheKey])).toEqual(
      paid!.map(({ seed, cacheKey }) => [seed, cacheKey]),
    )
    for (const turn of cached!) expect(turn).toMatchObject({ fromCache: true, cost: { amount: 0 } })
    for (const turn of uncached!) expect(turn).toMatchObject({ fromCache: false, cacheKey: null })
    // What the model was sent is what the turn says.
    expect(server.seen.map(({ body }) => (body as { seed: number }).seed).slice(0, 2)).toEqual(
      expect.arrayContaining(paid!.map(({ seed }) => seed)),
    )
  })
})

/** First turns of a run's tasks, by persona. */
async function turnsOf({ id }: Run): Promise<TaskTurn[]> {
  const { tasks } = await engine.call<TaskList>('GET', `/runs/${id}/tasks`)
  const byPersona = tasks.toSorted((a, b) => a.personaName.localeCompare(b.personaName))
  const all = byPersona.map(({ id: task }) => engine.call<TaskTurns>('GET', `/tasks/${task}/turns`))
  return (await Promise.all(all)).flatMap(({ turns }) => turns.slice(0, 1))
}

type EstimateAnswer = { estimate: Estimate }

function smallFile(study: object) {
  const person = { lastName: 'Berg', age: 40, location: 'Leeds, England', baseOccupation: 'Nurse' }
  return {
    workbench: 1,
    name: 'Other',
    personas: { inline: ['Ada', 'Bo', 'Cy'].map((firstName) => ({ firstName, ...person })) },
    cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
    population: {},
    skill: {
      name: 'Other',
      objective: 'Test',
      questions: [{ id: 'q', type: 'likert', text: 'Fine?' }],
    },
    study,
  }
}

async function launchAgain({ studyId }: Run, body: object = {}): Promise<Run> {
  return (await engine.call<{ run: Run }>('POST', `/studies/${studyId}/runs`, body)).run
}

async function firstProgress(runId: string): Promise<RunProgress> {
  const request = new Request(`http://localhost/runs/${runId}/events`)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  const reader = answer.body!.getReader()
  let text = ''
  while (!text.includes('\n\n')) text += new TextDecoder().decode((await reader.read()).value)
  await reader.cancel()
  return JSON.parse(/data: (.*)/.exec(text)![1]!) as RunProgress
}
