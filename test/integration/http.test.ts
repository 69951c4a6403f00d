import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ErrorBody } from '../../src/shared/contract/errors.ts'
import { openRest, seed, type Call, type Rest } from '../helpers/rest.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'

let rest: Rest
let personaId: string
beforeAll(async () => {
  rest = await openRest()
  personaId = (await rest.get('/personas', { body: { seed: seed() } })).persona.id
})
afterAll(async () => {
  await rest.close()
})

describe('a key', () => {
  const refusal = async (call: Call) => {
    const { status, body } = await rest.ask('/personas', call)
    expect(status).toBe(401)
    expect(ErrorBody.parse(body)).toEqual({ error: expect.any(String), code: 'unauthorized' })
    return body.error as string
  }

  it('is asked for, and a bad one is told from a missing one', async () => {
    const key = await rest.newKey('read')
    const swapped = key.slice(0, -1) + (key.endsWith('a') ? 'b' : 'a')
    const other = await openRest()
    const foreign = await other.newKey('read')
    await other.close()
    expect(await refusal({ key: null })).toMatch(/No key/)
    expect(await refusal({ key: swapped })).toMatch(/typo/)
    expect(await refusal({ key: foreign })).toMatch(/not known/)
    expect(await refusal({ key, headers: { authorization: `Bearer ${foreign}` } })).toMatch(
      /different keys/,
    )
  })

  it('stops when it is revoked or expires', async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString()
    const [brief, revoked] = [await rest.newKey('read', { expiresAt }), await rest.newKey('read')]
    for (const key of [brief, revoked])
      expect((await rest.ask('/personas', { key })).status).toBe(200)
    const { keys } = await rest.get('/keys')
    const { id } = keys.find(({ prefix }: { prefix: string }) => revoked.startsWith(prefix))
    expect((await rest.ask(`/keys/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect(await refusal({ key: revoked })).toMatch(/revoked/)
    rest.pass(61_000)
    expect(await refusal({ key: brief })).toMatch(/expired/)
  })

  it('may come as a Bearer', async () => {
    const headers = { authorization: `Bearer ${await rest.newKey('read')}` }
    expect((await rest.ask('/personas', { key: null, headers })).status).toBe(200)
  })

  it('does what its profile includes and no more', async () => {
    const prompt = { body: { personaId, userPrompt: 'Hello' } }
    const calls: [profile: string, path: string, call: Call][] = [
      ['prompt', '/personas/prompt', prompt],
      ['prompt', '/personas/prompt/stream', prompt],
      ['research', '/personas', { body: { seed: seed() } }],
      ['research', `/personas/${personaId}`, { method: 'PATCH', body: { lastName: 'Chen' } }],
      ['research', `/personas/${personaId}/fork`, { body: {} }],
      ['research', '/skills', { body: { name: 'a', objective: 'b', questions: [question] } }],
      ['research', '/cohorts', { body: { name: 'a', criteria: { all: [] } } }],
      ['admin', '/keys', { body: { profile: 'read' } }],
      ['admin', '/usage', { method: 'PATCH', body: {} }],
      ['admin', '/personas/safety-policy', { method: 'PUT', body: {} }],
    ]
    const order = ['read', 'prompt', 'research', 'admin'] as const
    const keys = await Promise.all(order.map((profile) => rest.newKey(profile)))
    for (const [needed, path, call] of calls)
      for (const [i, profile] of order.entries()) {
        const { status, body } = await rest.ask(path, { ...call, key: keys[i]! })
        if (i >= order.indexOf(needed as 'read'))
          expect([path, profile, status]).toEqual([
            path,
            profile,
            expect.toSatisfy((code) => code < 300),
          ])
        else
          expect([path, profile, status, body]).toEqual([
            path,
            profile,
            403,
            {
              error: `This key has the profile "${profile}"; this call needs "${needed}" or more`,
              code: 'forbidden',
            },
          ])
      }
  })

  it('belongs to one tenant: another tenantId is refused in every body that takes one', async () => {
    const tenantId = crypto.randomUUID()
    const bodies: Record<string, object> = {
      '/personas': { seed: seed() },
      '/personas/prompt': { personaId, userPrompt: 'Hi' },
      '/personas/prompt/stream': { personaId, userPrompt: 'Hi' },
      '/skills': { name: 'a', objective: 'b', questions: [question] },
      '/cohorts': { name: 'a', criteria: { all: [] } },
      '/cohorts/preview': { criteria: { all: [] } },
      '/populations': { name: 'a', cohorts: [{ cohortId: personaId, targetShare: 1 }] },
      '/studies': { name: 'a', populationId: personaId, skillId: personaId },
      [`/studies/${personaId}/runs`]: {},
      '/study-files': { file: {} },
      '/keys': { profile: 'read' },
    }
    for (const [path, body] of Object.entries(bodies))
      expect([path, (await rest.ask(path, { body: { tenantId, ...body } })).body]).toEqual([
        path,
        { error: 'tenantId is not the tenant of this key', code: 'forbidden' },
      ])
    const put = { method: 'PUT', body: { tenantId } }
    expect((await rest.ask('/personas/safety-policy', put)).status).toBe(403)
    expect((await rest.ask(`/personas/prompt/sessions?tenantId=${tenantId}`)).status).toBe(403)
  })
})

const smallStudy = {
  workbench: 1,
  name: 'Small',
  personas: { inline: [seed()] },
  cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
  population: {},
  skill: {
    name: 'Small',
    objective: 'Test',
    questions: [{ id: 'q', type: 'open', text: 'Well?' }],
  },
}
const question = { id: 'q', type: 'open', text: 'Well?' }

describe('a body', () => {
  const json = { 'content-type': 'application/json' }
  it.each<[string, Call, number, RegExp]>([
    ['malformed', { body: '{"seed": {', headers: json }, 400, /Malformed JSON/],
    ['absent', { method: 'POST', headers: json }, 400, /./],
    [
      'of another type',
      { body: 'a=b', headers: { 'content-type': 'text/plain' } },
      415,
      /text\/plain/,
    ],
    ['too large', { body: ' '.repeat(10 * 1024 * 1024 + 1), headers: json }, 413, /10 MiB/],
  ])('%s is refused', async (_, call, status, words) => {
    const answer = await rest.ask('/personas', { method: 'POST', ...call })
    expect(answer.status).toBe(status)
    expect(ErrorBody.parse(answer.body).error).toMatch(words)
  })

  it('is told the name of every field it must not have', async () => {
    const { status, body } = await rest.ask('/personas', {
      body: { seed: { ...seed(), shoeSize: 41 }, colour: 'red' },
    })
    expect(status).toBe(400)
    const told = JSON.stringify(body.details)
    expect(told).toContain('shoeSize')
    expect(told).toContain('colour')
  })
})

describe('a path that is not there', () => {
  it('is a 404 in the contract’s shape', async () => {
    const { status, body } = await rest.ask('/nowhere?x=1')
    expect([status, body]).toEqual([404, { error: 'No route GET /nowhere', code: 'not_found' }])
  })
})

describe('the plan "starter"', () => {
  it('refuses with the documented bodies: 402 for credits, 403 for anything else', async () => {
    const plan = await openRest()
    const { persona } = await plan.get('/personas', { body: { seed: seed() } })
    await plan.get('/usage', { method: 'PATCH', body: { plan: 'starter', credits: 3 } })
    const prompt = { personaId: persona.id, userPrompt: 'How are you?' }
    for (const [path, body] of [
      ['/personas/prompt', prompt],
      ['/personas/prompt', { ...prompt, mode: 'async' }],
      ['/personas/prompt/stream', prompt],
    ] as const) {
      const answer = await plan.ask(path, { body })
      expect(answer.status).toBe(402)
      expect(answer.body).toEqual({
        error: 'Insufficient credits',
        requiredCredits: expect.any(Number),
        availableCredits: 3,
        action: 'upgrade_or_topup',
        billingPath: '/dashboard/billing',
        code: 'insufficient_credits',
      })
      expect(answer.body.requiredCredits).toBeGreaterThan(3)
    }
    const { study } = await plan.get('/study-files', { body: { file: smallStudy } })
    const launch = await plan.ask(`/studies/${study.id}/runs`, { body: {} })
    expect([launch.status, launch.body.requiredCredits > 3]).toEqual([402, true])
    expect((await plan.get('/runs')).runs).toEqual([])

    const lines = Array.from({ length: 99 }, (_, i) => JSON.stringify(seed(`P${i}`))).join('\n')
    const imported = await plan.get('/personas/import', {
      body: lines,
      headers: { 'content-type': 'application/x-ndjson' },
    })
    expect(imported.imported).toBe(99)
    const answer = await plan.ask('/personas', { body: { seed: seed('One too many') } })
    expect([answer.status, answer.body]).toEqual([
      403,
      expect.objectContaining({ error: 'Usage limit exceeded', code: 'usage_limit_exceeded' }),
    ])
    expect((await plan.get('/usage')).personas).toEqual({ used: 100, limit: 100 })
    await plan.close()
  })
})

describe('the rate limit', () => {
  it('answers 429 with when to come back, and keeps to it', async () => {
    const limited = await openRest({ rateLimit: { perMinute: 60, burst: 3 } })
    const key = await limited.newKey('read')
    const other = await limited.newKey('read')
    const first = await limited.ask('/personas', { key })
    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=3;w=3')
    expect(first.headers.get('ratelimit')).toMatch(/^"default";r=2;/)
    await limited.ask('/personas', { key })
    await limited.ask('/personas', { key })
    const refused = await limited.ask('/personas', { key })
    expect(refused.status).toBe(429)
    expect(ErrorBody.parse(refused.body).code).toBe('rate_limited')
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.headers.get('ratelimit')).toBe('"default";r=0;t=1')
    expect((await limited.ask('/personas', { key: other })).status).toBe(200)
    limited.pass(1_000)
    expect((await limited.ask('/personas', { key })).status).toBe(200)
    await limited.close()
  })
})

describe('a bug', () => {
  it('is answered without a trace of itself and logged once', async () => {
    const broken = createFakeChatModel()
    broken.stream = () => {
      throw new TypeError('secret of the house')
    }
    const buggy = await openRest({
      models: {
        get: () => broken,
        list: () => [{ name: 'broken', rehearsal: false }],
        embedding: createOfflineEmbedding(),
      },
    })
    const { persona } = await buggy.get('/personas', { body: { seed: seed() } })
    const body = { personaId: persona.id, userPrompt: 'Hello' }
    const answer = await buggy.ask('/personas/prompt', { body })
    expect([answer.status, answer.body]).toEqual([
      500,
      { error: 'Something went wrong in the workbench', code: 'internal' },
    ])
    expect(buggy.bugs).toEqual([
      { error: new TypeError('secret of the house'), message: 'A request failed' },
    ])
    const stream = await buggy.ask('/personas/prompt/stream', { body })
    expect(stream.text).not.toContain('secret')
    expect(stream.text).toMatch(/event: error\ndata: \{"error":"Something went wrong/)
    expect(buggy.bugs).toHaveLength(2)
    await buggy.close()
  })
})

describe('Idempotency-Key', () => {
  it('makes one persona of two calls, and is a conflict with another body', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const count = async () => (await rest.get('/personas?limit=1')).total
    const before = await count()
    const create = (name: string) => rest.ask('/personas', { body: { seed: seed(name) }, headers })
    const [first, again, other] = [await create('Ida'), await create('Ida'), await create('Eva')]
    expect([first.status, again.status, other.status]).toEqual([201, 201, 409])
    expect(again.body).toEqual(first.body)
    expect(other.body.code).toBe('conflict')
    expect(await count()).toBe(before + 1)
  })

  it('answers a prompt once: the session has one turn', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const body = { personaId, userPrompt: 'Where do you live?' }
    const [first, again] = await Promise.all([
      rest.get('/personas/prompt', { body, headers }),
      rest.get('/personas/prompt', { body, headers }),
    ])
    expect(again).toEqual(first)
    expect((await rest.get(`/personas/prompt/sessions/${first.sessionId}`)).turns).toHaveLength(1)
  })
})

describe('the safety policy', () => {
  it('blocks with 422 and the rule that did', async () => {
    const policy = { blockedTerms: ['acme corp'], promptGuards: ['pretend you are'] }
    await rest.get('/personas/safety-policy', { method: 'PUT', body: policy })
    for (const [userPrompt, rule] of [
      ['What about ACME Corp?', 'blockedTerms'],
      ['Pretend you are a pirate', 'promptGuards'],
      ['Call me on +44 20 7946 0958', 'allowPii'],
    ] as const) {
      const body = { personaId, userPrompt }
      for (const path of ['/personas/prompt', '/personas/prompt/stream']) {
        const answer = await rest.ask(path, { body })
        expect([userPrompt, answer.status, answer.body?.code]).toEqual([
          userPrompt,
          422,
          'blocked_by_policy',
        ])
        expect(answer.body.details[0].path).toBe(rule)
      }
      const asynchronous = { ...body, mode: 'async' }
      expect((await rest.ask('/personas/prompt', { body: asynchronous })).status).toBe(422)
    }
    await rest.get('/personas/safety-policy', { method: 'PUT', body: {} })
  })
})

describe('links', () => {
  it('to a download work once, without a key', async () => {
    const { url } = await rest.get('/downloads', { body: { path: '/personas/export?format=csv' } })
    const first = await rest.ask(url, { key: null })
    expect(first.status).toBe(200)
    expect(first.headers.get('content-disposition')).toMatch(/^attachment; filename=/)
    expect(first.text).toContain('Maya')
    expect((await rest.ask(url, { key: null })).status).toBe(404)
  })

  it('to a download that cannot be are no bug', async () => {
    for (const path of [
      '//',
      '//[',
      '/\\',
      '/%',
      '/%E0%A4%A',
      '/downloads/x',
      '/nowhere',
      '//x:99999/',
    ]) {
      const { status, body } = await rest.ask('/downloads', { body: { path } })
      if (status === 400) continue
      const answer = await rest.ask(body.url, { key: null })
      expect([path, answer.status]).toEqual([
        path,
        expect.toSatisfy((code) => code >= 400 && code < 500),
      ])
      ErrorBody.parse(answer.body)
    }
    expect(rest.bugs).toEqual([])
  })

  it('to the page swap their token once', async () => {
    const body = { token: rest.engine.issueUiToken() }
    const first = await rest.ask('/ui/session', { key: null, body })
    expect(first.status).toBe(200)
    expect((await rest.ask('/personas', { key: first.body.key })).status).toBe(200)
    expect((await rest.ask('/ui/session', { key: null, body })).status).toBe(401)
  })
})
