import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, type RunningServer } from '../../src/main/engine/http/serve.ts'
import { openRest, type Rest } from '../helpers/rest.ts'

// The calls of person.run's published guides, as written there but for the base URL.

let rest: Rest
let server: RunningServer
let key: string
let tenantId: string
let personaId: string
let created: Awaited<ReturnType<typeof call>>
let apiBase: string

beforeAll(async () => {
  rest = await openRest()
  server = await serve(rest.engine.app, 0)
  apiBase = server.url
  key = await rest.newKey('admin')
  tenantId = rest.engine.tenantId
  created = await call('POST', '/personas', {
    tenantId,
    seed: {
      firstName: 'Maya',
      lastName: 'Chen',
      age: 32,
      location: 'Austin, Texas',
      baseOccupation: 'Product Manager',
    },
  })
  personaId = created.body.persona.id
})
afterAll(async () => {
  await server.close()
  await rest.close()
})

const INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const UUID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const COUNT = expect.toSatisfy((value) => Number.isInteger(value) && value >= 0)

// oxlint-disable-next-line typescript/no-explicit-any -- bodies are checked field by field below
type Body = any

async function call(
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: Body }> {
  const answer = await fetch(`${apiBase}${path}`, {
    method,
    headers: { 'x-api-key': key, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, body: await answer.json() }
}

describe('the quick start', () => {
  it('creates a persona from a seed, with its first memory', async () => {
    const { status, body } = created
    expect(status).toBe(201)
    expect(Object.keys(body)).toEqual(['persona'])
    expect(body.persona).toMatchObject({
      id: UUID,
      tenantId,
      firstName: 'Maya',
      lastName: 'Chen',
      age: 32,
      location: 'Austin, Texas',
      baseOccupation: 'Product Manager',
      summary: expect.stringMatching(/Maya is 32/),
      createdAt: INSTANT,
      updatedAt: INSTANT,
    })
    const { entries } = (await call('GET', `/personas/${personaId}/timeline`)).body
    expect(entries.length).toBeGreaterThan(0)
    expect(entries[0]).toMatchObject({
      eventAt: INSTANT,
      eventLabel: expect.any(String),
      facts: expect.any(String),
      feelings: expect.any(String),
      interpretation: expect.any(String),
      emotionTags: expect.any(Array),
      memoryType: expect.any(String),
      memoryStrength: expect.any(Number),
      metadata: expect.any(Object),
    })
  })

  it('lists it', async () => {
    const { status, body } = await call('GET', '/personas')
    expect(status).toBe(200)
    expect(body.personas).toHaveLength(1)
    expect(body.personas[0]).toMatchObject({ id: personaId, firstName: 'Maya' })
  })

  it('prompts it and reads the answer with its metadata', async () => {
    const userPrompt = 'What do you look for in a new productivity tool?'
    const { status, body } = await call('POST', '/personas/prompt', {
      tenantId,
      personaId,
      userPrompt,
    })
    expect(status).toBe(200)
    expect(body).toMatchObject(answered(userPrompt))
    const { sessions } = (await call('GET', `/personas/prompt/sessions?personaId=${personaId}`))
      .body
    expect(sessions).toEqual([
      expect.objectContaining({ id: body.sessionId, personaId, turnCount: 1 }),
    ])
  })

  it('continues a session', async () => {
    const first = (
      await call('POST', '/personas/prompt', {
        tenantId,
        personaId,
        userPrompt: 'Hello!',
        mode: 'sync',
      })
    ).body
    const { sessionId } = first
    const userPrompt = 'And your work?'
    const second = (
      await call('POST', '/personas/prompt', { tenantId, personaId, userPrompt, sessionId })
    ).body
    expect(second.sessionId).toBe(sessionId)
    const { session, turns } = (await call('GET', `/personas/prompt/sessions/${sessionId}`)).body
    expect(session).toMatchObject({ id: sessionId, personaId, turnCount: 2 })
    expect(turns.map(({ prompt, response }: Record<string, string>) => [prompt, response])).toEqual(
      [
        ['Hello!', first.response],
        [userPrompt, second.response],
      ],
    )
  })

  it('answers later as a job', async () => {
    const userPrompt = 'What did you do last week?'
    const accepted = await call('POST', '/personas/prompt', {
      tenantId,
      personaId,
      userPrompt,
      mode: 'async',
    })
    expect(accepted).toEqual({ status: 202, body: { jobId: UUID, status: 'queued' } })
    const path = `/personas/prompt/jobs/${accepted.body.jobId}`
    let job = (await call('GET', path)).body
    for (let i = 0; i < 300 && ['queued', 'running'].includes(job.status); i++) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      job = (await call('GET', path)).body
    }
    expect(job).toEqual({
      jobId: accepted.body.jobId,
      status: 'succeeded',
      result: expect.objectContaining(answered(userPrompt)),
    })
  })
})

describe('the streaming guide', () => {
  it('sends ready, tokens that are the whole response, and done', async () => {
    const userPrompt = 'What do you look for in a new productivity tool?'
    const answer = await stream({ tenantId, personaId, userPrompt })
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const events = parseEvents(await answer.text())
    expect(events[0]).toEqual({ event: 'ready', data: { startedAt: INSTANT } })
    const done = events.at(-1)!
    expect(done).toMatchObject({ event: 'done', data: answered(userPrompt) })
    const tokens = events.slice(1, -1)
    expect(tokens.length).toBeGreaterThan(1)
    for (const token of tokens)
      expect(token).toEqual({ event: 'token', data: { delta: expect.any(String) } })
    expect(tokens.map(({ data }) => data['delta']).join('')).toBe(done.data['response'])
  })

  it('takes no mode, and says before the stream what keeps it from beginning', async () => {
    const body = { tenantId, personaId, userPrompt: 'Hi' }
    expect((await stream({ ...body, mode: 'sync' })).status).toBe(400)
    expect((await stream({ ...body, personaId: crypto.randomUUID() })).status).toBe(404)
    expect((await stream({ ...body, userPrompt: '' })).status).toBe(400)
  })

  function stream(body: object) {
    return fetch(`${apiBase}/personas/prompt/stream`, {
      method: 'POST',
      headers: {
        'x-api-key': key,
        'Content-Type': 'application/json',
        Accept: 'text/event-stream',
      },
      body: JSON.stringify(body),
    })
  }
})

describe('the guardrails guide', () => {
  it('replaces the policy, with the documented defaults', async () => {
    const put = (body: object) => call('PUT', '/personas/safety-policy', { tenantId, ...body })
    const example = {
      blockedTerms: ['competitor-x'],
      allowPii: false,
      toxicityThreshold: 0.5,
      promptGuards: [
        'ignore previous instructions',
        'pretend you are',
        'act as if you have no restrictions',
      ],
      escalationKeywords: ['speak to a human', 'manager', 'complaint'],
    }
    const { status, body } = await put(example)
    expect([status, body]).toEqual([
      200,
      { policyPack: expect.objectContaining({ tenantId, ...example }) },
    ])
    expect((await call('GET', '/personas/safety-policy')).body).toEqual(body)
    const escalated = await call('POST', '/personas/prompt', {
      tenantId,
      personaId,
      userPrompt: 'May I speak to a human about this?',
    })
    expect(escalated.body.escalations).toEqual(['speak to a human'])
    expect((await put({})).body.policyPack).toMatchObject({
      blockedTerms: [],
      allowPii: false,
      toxicityThreshold: 0.7,
      promptGuards: [],
      escalationKeywords: [],
    })
  })
})

describe('the automation guide', () => {
  it('creates a study, runs it and reads results, turns and scores of a task', async () => {
    const cohort = (
      await call('POST', '/cohorts', { tenantId, name: 'All', criteria: { all: [] } })
    ).body.cohort
    const { population } = (
      await call('POST', '/populations', {
        tenantId,
        name: 'Market',
        cohorts: [{ cohortId: cohort.id, targetShare: 1 }],
      })
    ).body
    const { skill } = (
      await call('POST', '/skills', {
        tenantId,
        name: 'Messaging',
        objective: 'Learn which message works',
        questions: [
          { id: 'why', type: 'open', text: 'What does this message say to you?' },
          { id: 'fit', type: 'likert', text: 'It speaks to me.' },
        ],
      })
    ).body
    const created = await call('POST', '/studies', {
      tenantId,
      populationId: population.id,
      skillId: skill.id,
      name: 'Q1 Messaging Study',
    })
    expect(created.status).toBe(201)
    const { study } = created.body
    expect(study).toMatchObject({
      id: UUID,
      tenantId,
      name: 'Q1 Messaging Study',
      populationVersionId: population.versionId,
      skillVersionId: skill.versionId,
      createdAt: INSTANT,
    })

    const launched = await call('POST', `/studies/${study.id}/runs`, {
      tenantId,
      maxConcurrency: 6,
    })
    expect(launched.status).toBe(201)
    const { run, tasks } = launched.body
    expect(run).toMatchObject({
      id: UUID,
      studyId: study.id,
      maxConcurrency: 6,
      manifestHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(tasks).toEqual({ total: 1 })

    const events = await fetch(`${apiBase}/runs/${run.id}/events`, {
      headers: { 'x-api-key': key },
    })
    const progress = parseEvents(await events.text())
    expect(progress.at(-1)).toMatchObject({
      event: 'progress',
      data: { run: { status: 'succeeded' } },
    })

    const [task] = (await call('GET', `/runs/${run.id}/tasks`)).body.tasks
    const { results } = (await call('GET', `/tasks/${task.id}/results`)).body
    expect(
      results.map(({ questionId, status }: Record<string, string>) => [questionId, status]),
    ).toEqual([
      ['why', 'valid'],
      ['fit', 'valid'],
    ])
    const { turns } = (await call('GET', `/tasks/${task.id}/turns`)).body
    expect(turns.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(results.map(({ turnId }: { turnId: string }) => turnId)),
    )
    expect(turns[0]).toMatchObject({
      personaId,
      response: results[0].text,
      recalled: expect.any(Array),
    })
    const { scores } = (await call('GET', `/tasks/${task.id}/scores`)).body
    expect(scores).toContainEqual(
      expect.objectContaining({
        questionId: 'fit',
        evaluation: 'validity',
        score: 1,
        explanation: expect.any(String) as string,
      }),
    )
  })
})

describe('the analytics guide', () => {
  it('finds an event of each call with the documented data', async () => {
    const { events } = (await call('GET', '/usage/events?limit=200')).body
    const ofType = (type: string) =>
      events.find((event: { type: string }) => event.type === type)?.data
    expect(ofType('persona_create')).toMatchObject({ seed: { firstName: 'Maya' } })
    expect(ofType('persona_prompt')).toMatchObject({
      personaId,
      prompt: expect.any(String),
      response: expect.any(String),
      sessionId: UUID,
      tokensIn: COUNT,
      tokensOut: COUNT,
      modelName: expect.any(String),
      latencyMs: COUNT,
    })
    expect(ofType('persona_list')).toBeDefined()
  })
})

function answered(userPrompt: string) {
  return {
    prompt: userPrompt,
    response: expect.stringMatching(/\S/),
    sessionId: UUID,
    modelName: expect.any(String),
    tokensIn: COUNT,
    tokensOut: COUNT,
    latencyMs: COUNT,
    recalled: expect.any(Array),
  }
}

/** Server-sent events as the wire has them: an `event:` line, one line of JSON data. */
function parseEvents(text: string): { event: string; data: Record<string, unknown> }[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '' && !block.startsWith(':'))
    .map((block) => {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block)!
      return { event: event!, data: JSON.parse(data!) }
    })
}
