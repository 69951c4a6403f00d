import { afterEach, expect, it } from 'vitest'
import type { PromptAnswer, PromptJob, SessionAnswer } from '../../src/shared/contract/prompts.ts'
import { modelFailure, type FakeBehaviour } from '../helpers/fake-chat-model.ts'
import { parseEvents, startPromptApp } from '../helpers/prompt-app.ts'
import { insertPersona } from '../helpers/seeded-persona.ts'

type App = Awaited<ReturnType<typeof startPromptApp>>
type Answer<T> = { status: number; body: T }

let app: App
afterEach(() => app.close())

async function start(options: FakeBehaviour & { credits?: number } = {}): Promise<App> {
  app = await startPromptApp(options)
  return app
}

const ask = (userPrompt: string, more: object = {}): Promise<Answer<PromptAnswer>> =>
  app.send('POST', '/personas/prompt', { personaId: app.ada.id, userPrompt, ...more })

async function stream(userPrompt: string, more: object = {}) {
  const body = { personaId: app.ada.id, userPrompt, ...more }
  const response = await app.request('POST', '/personas/prompt/stream', body)
  return { response, events: parseEvents(await response.text()) }
}

const countTurns = async () => (await app.db.selectFrom('turn').selectAll().execute()).length

it('answers, stores the turn with its reasons, and settles what it used', async () => {
  await start({ answer: () => 'I grew up by the lake.' })
  const [lake] = await app.remember({ eventLabel: 'The boat on the lake' })
  const { status, body } = await ask('Tell me about the lake')

  expect({ status, body }).toEqual({
    status: 200,
    body: {
      prompt: 'Tell me about the lake',
      response: 'I grew up by the lake.',
      sessionId: expect.any(String),
      turnId: expect.any(String),
      modelName: 'fake-1',
      rehearsal: true,
      tokensIn: 10,
      tokensOut: 6,
      latencyMs: expect.any(Number),
      recalled: [expect.objectContaining({ entryId: lake!.id })],
      mood: expect.anything(),
      escalations: [],
      consolidation: expect.objectContaining({ action: 'ignore' }),
      issues: [],
    },
  })
  const { body: stored }: Answer<SessionAnswer> = await app.send(
    'GET',
    `/personas/prompt/sessions/${body.sessionId}`,
  )
  expect(stored.session).toMatchObject({ turnCount: 1, title: 'Tell me about the lake' })
  expect(stored.turns[0]).toMatchObject({
    id: body.turnId,
    index: 0,
    response: body.response,
    recalled: body.recalled,
    messages: app.model().requests[0]!.messages,
  })
  expect(await app.db.selectFrom('turn_embedding').selectAll().execute()).toHaveLength(1)
  expect(app.settled).toEqual([6])
  expect(app.usage).toMatchObject([
    { type: 'persona_prompt', data: { personaId: app.ada.id, sessionId: body.sessionId } },
  ])
})

it('continues a session with what was said before', async () => {
  await start()
  const first = await ask('My name is Kim')
  await ask('What is my name?', { sessionId: first.body.sessionId })
  expect(app.model().requests[1]!.messages.slice(1)).toEqual([
    { role: 'user', content: 'My name is Kim' },
    { role: 'assistant', content: 'You asked: My name is Kim' },
    { role: 'user', content: 'What is my name?' },
  ])
})

it('answers two prompts to one session one after the other', async () => {
  await start()
  const { body } = await ask('first')
  const { sessionId } = body
  const answers = await Promise.all(['a', 'b', 'c'].map((text) => ask(text, { sessionId })))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const histories = app.model().requests.map(({ context }) => context.history.length)
  expect(histories).toEqual([0, 1, 2, 3])
})

it('keeps a shut memory out of everything the model is given, until pressure opens it', async () => {
  await start()
  await app.remember({
    eventLabel: 'The fire at the cabin',
    facts: 'I left the candle burning and the cabin burned down.',
    feelings: 'Terror.',
    interpretation: 'It was me.',
    memoryType: 'repressed',
    memoryStrength: 50,
  })
  const first = await ask('What happened with the fire?')
  const { sessionId } = first.body
  const given = JSON.stringify(app.model().requests[0])
  expect(given).toContain('something around this topic that you avoid')
  expect(given).not.toMatch(/cabin|candle|Terror|It was me/)
  await ask('The fire?', { sessionId })
  await ask('I mean the fire', { sessionId })
  const opened = JSON.stringify(app.model().requests[2]!.messages)
  expect(opened).toContain('candle burning')
})

it('raises mood with kind words and lets it settle again', async () => {
  await start({ answer: () => 'Mm.' })
  const { body } = await ask('You are wonderful, I love how kind and warm you are, thanks')
  const before = app.ada.moodBaseline.valence
  expect(body.mood.valence).toBeGreaterThan(before)
  const { body: later } = await ask('And the bus?', { sessionId: body.sessionId })
  expect(later.mood.valence).toBeGreaterThan(before)
  expect(later.mood.valence).toBeLessThan(body.mood.valence)
})

it.each([
  { name: 'an unknown persona', more: { personaId: crypto.randomUUID() }, status: 404 },
  { name: 'an unknown session', more: { sessionId: crypto.randomUUID() }, status: 404 },
  { name: 'a blocked prompt', more: { userPrompt: 'forbidden' }, status: 422 },
  { name: 'another tenant', more: { tenantId: crypto.randomUUID() }, status: 403 },
  { name: 'an unknown field', more: { prompt: 'x' }, status: 400 },
])('refuses $name with $status: synchronous, asynchronous and streamed', async (example) => {
  await start()
  const body = { personaId: app.ada.id, userPrompt: 'Hi', ...example.more }
  const statuses = [
    (await app.request('POST', '/personas/prompt', body)).status,
    (await app.request('POST', '/personas/prompt', { ...body, mode: 'async' })).status,
    (await app.request('POST', '/personas/prompt/stream', body)).status,
  ]
  expect(statuses).toEqual([example.status, example.status, example.status])
  expect({ asked: app.model().requests.length, turns: await countTurns() }).toEqual({
    asked: 0,
    turns: 0,
  })
})

it('refuses a session of another persona, and one that a study recorded', async () => {
  await start()
  const bo = await insertPersona(app.db, { tenantId: app.ada.tenantId, firstName: 'Bo' })
  const { body } = await ask('Hi')
  const other = await ask('Hi', { personaId: bo.id, sessionId: body.sessionId })
  await app.db.updateTable('session').set({ kind: 'study' }).execute()
  const study = await ask('Hi', { sessionId: body.sessionId })
  expect([other.status, study.status]).toEqual([409, 409])
})

it('asks nothing of the model when the credits do not suffice', async () => {
  await start({ credits: 5 })
  const { status } = await ask('Hi')
  expect({ status, asked: app.model().requests.length }).toEqual({ status: 402, asked: 0 })
})

it('names escalation keywords in the answer', async () => {
  await start()
  expect((await ask('This is a crisis')).body.escalations).toEqual(['crisis'])
})

it.each([
  { error: modelFailure, failAfterWords: 0 },
  { error: modelFailure, failAfterWords: 3 },
])('stores nothing of an answer that fails after $failAfterWords words', async (behaviour) => {
  await start({ ...behaviour, answer: () => 'One two three four five.' })
  const { status, body } = await ask('Hi')
  expect({ status, body }).toMatchObject({ status: 502, body: { code: 'model_failed' } })
  expect({ turns: await countTurns(), settled: app.settled }).toEqual({ turns: 0, settled: [] })
})

it('takes an empty answer for a failure', async () => {
  await start({ answer: () => ' ' })
  expect((await ask('Hi')).status).toBe(502)
})

it('streams ready, tokens that add up to the answer, and the answer', async () => {
  await start({ answer: () => 'Well, to be fair, I like it. It is warm here. Come in!' })
  const { response, events } = await stream('Hi')
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(events[0]).toEqual({ event: 'ready', data: { startedAt: expect.any(String) } })
  const tokens = events.filter(({ event }) => event === 'token')
  const done = events.at(-1)!
  expect(tokens.length).toBeGreaterThan(1)
  expect(tokens.map(({ data }) => data['delta']).join('')).toBe(done.data['response'])
  expect(done).toMatchObject({ event: 'done', data: { modelName: 'fake-1', rehearsal: true } })
  expect(await countTurns()).toBe(1)
})

it('streams no half of a term that the policy blocks, and stores nothing', async () => {
  await start({
    answer: () => 'Hello there. Fine, thanks. I once saw, a classified, file. And it was. Odd.',
  })
  const { events } = await stream('Hi')
  const shown = events.filter(({ event }) => event === 'token').map(({ data }) => data['delta'])
  expect(shown.join('')).toContain('Hello there.')
  expect(shown.join('')).not.toContain('classified')
  expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'blocked_by_policy' } })
  expect(await countTurns()).toBe(0)
})

it('ends a stream whose model fails with one error event', async () => {
  await start({ error: modelFailure, failAfterWords: 2 })
  const { response, events } = await stream('Hi')
  expect(response.status).toBe(200)
  expect(events.map(({ event }) => event)).toEqual(['ready', 'error'])
  expect(events[1]!.data).toEqual({ error: modelFailure.message, code: 'model_failed' })
})

it('logs a bug in a stream and hides it from the client', async () => {
  await start({ error: new TypeError('x is undefined') })
  const { events } = await stream('Hi')
  expect(events.at(-1)!.data).toMatchObject({ code: 'internal' })
  expect(JSON.stringify(events)).not.toContain('x is undefined')
  expect(app.logged).toHaveLength(1)
})

it.each(['cancels the body', 'aborts the request'])(
  'stops the model and frees the session when a client %s',
  async (how) => {
    await start()
    const { body } = await ask('Hi')
    app.behave({ stallAfterWords: 1 })
    const stalled = app.model()
    const leaving = new AbortController()
    const request = { personaId: app.ada.id, userPrompt: 'Go on', sessionId: body.sessionId }
    const response = await app.request('POST', '/personas/prompt/stream', request, leaving.signal)
    await expect.poll(() => stalled.requests.length).toBe(1)
    if (how === 'cancels the body') await response.body!.cancel()
    else leaving.abort()
    await expect.poll(() => stalled.abandoned()).toBe(1)
    app.behave({})
    const next = await ask('Again', { sessionId: body.sessionId })
    expect({ status: next.status, turns: await countTurns() }).toEqual({ status: 200, turns: 2 })
    expect(app.logged).toEqual([])
  },
)

it('answers an asynchronous prompt as a job', async () => {
  await start()
  const accepted: Answer<{ jobId: string; status: string }> = await app.send(
    'POST',
    '/personas/prompt',
    { personaId: app.ada.id, userPrompt: 'Hi', mode: 'async' },
  )
  expect(accepted).toMatchObject({ status: 202, body: { status: 'queued' } })
  const job = await untilOver(accepted.body.jobId)
  expect(job).toMatchObject({ status: 'succeeded', result: { response: 'You asked: Hi' } })
  expect(await countTurns()).toBe(1)
})

it('cancels an asynchronous prompt: the model stops, nothing is stored', async () => {
  await start({ stallAfterWords: 1 })
  const { body }: Answer<{ jobId: string }> = await app.send('POST', '/personas/prompt', {
    personaId: app.ada.id,
    userPrompt: 'Hi',
    mode: 'async',
  })
  await expect.poll(() => app.model().requests.length).toBe(1)
  const cancelled = await app.send('POST', `/personas/prompt/jobs/${body.jobId}/cancel`)
  expect(cancelled).toEqual({ status: 200, body: { jobId: body.jobId, status: 'cancelled' } })
  await expect.poll(() => app.model().abandoned()).toBe(1)
  expect(await countTurns()).toBe(0)
})

it('says why an asynchronous prompt failed', async () => {
  await start({ answer: () => 'a classified, file' })
  const { body }: Answer<{ jobId: string }> = await app.send('POST', '/personas/prompt', {
    personaId: app.ada.id,
    userPrompt: 'Hi',
    mode: 'async',
  })
  expect(await untilOver(body.jobId)).toMatchObject({
    status: 'failed',
    error: expect.stringContaining('safety policy'),
  })
})

it('answers 404 for a job nobody has', async () => {
  await start()
  const id = crypto.randomUUID()
  const answers = [
    await app.send('GET', `/personas/prompt/jobs/${id}`),
    await app.send('POST', `/personas/prompt/jobs/${id}/cancel`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
})

it('pages sessions, the one talked in last first, and only those of the tenant', async () => {
  await start()
  const ids: string[] = []
  for (const text of ['one', 'two', 'three']) ids.unshift((await ask(text)).body.sessionId)
  type Page = { sessions: { id: string }[]; nextCursor: string | null }
  const first: Answer<Page> = await app.send('GET', '/personas/prompt/sessions?limit=2')
  const second: Answer<Page> = await app.send(
    'GET',
    `/personas/prompt/sessions?limit=2&cursor=${first.body.nextCursor}`,
  )
  expect([...first.body.sessions, ...second.body.sessions].map(({ id }) => id)).toEqual(ids)
  expect(second.body.nextCursor).toBeNull()
  app.as({ tenantId: crypto.randomUUID() as App['ada']['tenantId'] })
  const stranger: Answer<Page> = await app.send('GET', '/personas/prompt/sessions')
  expect(stranger.body.sessions).toEqual([])
  expect((await app.send('GET', `/personas/prompt/sessions/${ids[0]}`)).status).toBe(404)
})

it('lets a key that may only read ask nothing', async () => {
  await start()
  app.as({ profile: 'read' })
  expect((await ask('Hi')).status).toBe(403)
})

async function untilOver(jobId: string): Promise<PromptJob> {
  let job: Answer<PromptJob> | undefined
  await expect
    .poll(async () => {
      job = await app.send('GET', `/personas/prompt/jobs/${jobId}`)
      return job.body.status
    })
    .not.toMatch(/queued|running/)
  return job!.body
}
