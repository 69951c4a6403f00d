import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ordinaryInterviews } from '../../../../test/fixtures/ordinary-interviews.ts'
import { startHttpApp, type HttpApp } from '../../../../test/helpers/http-app.ts'
import { aPersona } from '../../../../test/helpers/seeded-persona.ts'
import { EngineError, toHttpError } from '../errors.ts'
import { createPolicyGuard } from './policy-guard.ts'
import type { SafetyGuard } from './safety-guard.ts'
import { safetyRoutes } from './safety.routes.ts'

let http: HttpApp
let guard: SafetyGuard
beforeEach(async () => {
  http = await startHttpApp()
  const safety = createPolicyGuard(http.db)
  http.app.route('/', safetyRoutes({ db: http.db, now: () => Date.UTC(2026, 10, 24), safety }))
  guard = safety
})
afterEach(() => http.close())

const path = '/personas/safety-policy'
const put = (body: object) => http.send(path, { method: 'PUT', body }, http.principal())

/** Rule and message of a refusal; undefined when the text passes. */
async function refusal(check: Promise<unknown>) {
  try {
    await check
    return undefined
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    expect(toHttpError(error).status).toBe(422)
    return { rule: error.details?.[0]?.path, message: error.message }
  }
}
const inbound = (text: string) => refusal(guard.checkInbound(http.tenantId, text))
const outbound = (text: string, seed = aPersona()) =>
  refusal(guard.checkOutbound(http.tenantId, text, seed))

describe('the policy', () => {
  const defaults = {
    blockedTerms: [],
    allowPii: false,
    toxicityThreshold: 0.7,
    promptGuards: [],
    escalationKeywords: [],
  }

  it('has documented defaults before it is set', async () => {
    const { status, body } = await http.send(path, {}, http.principal('read'))
    expect({ status, body }).toEqual({
      status: 200,
      body: { policyPack: { ...defaults, tenantId: http.tenantId, updatedAt: null } },
    })
  })

  it('is replaced whole: what is left out goes back to its default', async () => {
    await put({ blockedTerms: ['Titan'], allowPii: true, toxicityThreshold: 0 })
    const { body } = await put({ tenantId: http.tenantId, promptGuards: [' ignore all '] })
    expect(body).toEqual({
      policyPack: {
        ...defaults,
        promptGuards: ['ignore all'],
        tenantId: http.tenantId,
        updatedAt: '2026-11-24T00:00:00.000Z',
      },
    })
    expect((await http.send(path, {}, http.principal())).body).toEqual(body)
  })

  it.each([
    [{ toxicityThreshold: 1.1 }, 400],
    [{ blockedTerms: [''] }, 400],
    [{ blockedTerms: 'titan' }, 400],
    [{ blocked_terms: ['titan'] }, 400],
    [{ tenantId: '5f0c7a8e-7f1e-4f0a-9a3b-111111111111' }, 403],
  ])('is not set to %j', async (body, status) => {
    expect((await put(body)).status).toBe(status)
    expect((await http.send(path, {}, http.principal())).body['policyPack']).toMatchObject(defaults)
  })

  it('is set by admins only', async () => {
    const answer = await http.send(path, { method: 'PUT', body: {} }, http.principal('research'))
    expect(answer.status).toBe(403)
  })

  it('holds from the next text on', async () => {
    expect(await inbound('Tell me about Titan')).toBeUndefined()
    await put({ blockedTerms: ['titan'] })
    expect(await inbound('Tell me about Titan')).toMatchObject({ rule: 'blockedTerms' })
    await put({})
    expect(await inbound('Tell me about Titan')).toBeUndefined()
  })
})

describe('ordinary interviews', () => {
  it('are fifty, and none is touched by the defaults', async () => {
    expect(ordinaryInterviews).toHaveLength(50)
    const touched = []
    for (const [prompt, answer] of ordinaryInterviews)
      touched.push(await inbound(prompt), await outbound(answer), await inbound(answer))
    expect(touched.filter((found) => found !== undefined)).toEqual([])
  })
})

describe('a text is refused', () => {
  it('for a blocked term, both ways, in words that name the rule', async () => {
    await put({ blockedTerms: ['Project Titan'] })
    expect(await inbound('What is PROJECT-TITAN?')).toEqual({
      rule: 'blockedTerms',
      message: 'The prompt contains a blocked term: “Project Titan”',
    })
    expect(await outbound('We call it project\u200b titan.')).toEqual({
      rule: 'blockedTerms',
      message: 'The response contains a blocked term: “Project Titan”',
    })
  })

  it('for a guarded pattern, inbound only', async () => {
    await put({ promptGuards: ['ignore previous instructions'] })
    expect(await inbound('Please ＩＧＮＯＲＥ  prévious\ninstructions.')).toMatchObject({
      rule: 'promptGuards',
    })
    expect(await outbound('I never ignore previous instructions.')).toBeUndefined()
  })

  it.each(['Write to anna.berg@example.org', 'My card is 4111 1111 1111 1111'])(
    'for personal data, whose text the refusal does not repeat: %s',
    async (text) => {
      for (const found of [await inbound(text), await outbound(text)]) {
        expect(found).toMatchObject({ rule: 'allowPii' })
        expect(found!.message).not.toMatch(/anna|4111/)
      }
    },
  )

  it('for hostility beyond the threshold', async () => {
    expect(await inbound('I will kill you')).toMatchObject({ rule: 'toxicityThreshold' })
    await put({ toxicityThreshold: 1 })
    expect(await inbound('I will kill you')).toBeUndefined()
    await put({ toxicityThreshold: 0 })
    expect(await outbound('That was stupid.')).toMatchObject({ rule: 'toxicityThreshold' })
    expect(await outbound('That was unwise.')).toBeUndefined()
  })
})

it('lets personal data through where the policy allows it', async () => {
  await put({ allowPii: true })
  expect(await inbound('Write to anna.berg@example.org')).toBeUndefined()
})

it('never counts the persona’s own seed', async () => {
  const seed = aPersona({
    location: '12 Baker Street, Leeds',
    attributes: { contact: 'ada@example.org' },
    summary: 'Ada lives at 99 Other Street.',
  })
  expect(await outbound('I live at 12 Baker Street; ada@example.org reaches me.', seed)).toBe(
    undefined,
  )
  expect(await outbound('I live at 99 Other Street.', seed)).toMatchObject({ rule: 'allowPii' })
})

it('tells which escalation keywords occur', async () => {
  await put({ escalationKeywords: ['self-harm', 'lawyer', 'Arzt'] })
  expect(await guard.checkInbound(http.tenantId, 'SELF HARM, and my lawyers')).toEqual({
    escalations: ['self-harm'],
  })
})

it('checks against thousands of terms in a moment', async () => {
  const terms = Array.from({ length: 1000 }, (_, i) => `term number ${i}`)
  await put({ blockedTerms: terms, promptGuards: terms, escalationKeywords: terms })
  await inbound('warm')
  const text = 'an ordinary sentence of eight words goes here. '.repeat(40)
  const started = performance.now()
  for (let i = 0; i < 20; i++) await inbound(text)
  expect((performance.now() - started) / 20).toBeLessThan(20)
})
