import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aTurn } from '../../../../test/helpers/a-turn.ts'
import { startHttpApp, type HttpApp } from '../../../../test/helpers/http-app.ts'
import { createPlanLimits } from './plan-limits.ts'
import { getSetting, setSetting } from './settings.ts'
import { ensureTenant } from './tenant.ts'
import { createUsageLog } from './usage-log.ts'

let http: HttpApp
beforeEach(async () => {
  http = await startHttpApp()
})
afterEach(() => http.close())

describe('keys', () => {
  it('are shown once, and stored as a hash', async () => {
    const { status, body } = await http.send(
      '/keys',
      { body: { profile: 'research', name: ' CI ', expiresAt: '2027-01-01T00:00:00+01:00' } },
      http.principal(),
    )
    const key = body['key'] as unknown as string
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        key: expect.stringMatching(/^pk_/),
        apiKey: {
          id: expect.any(String),
          name: 'CI',
          prefix: key.slice(0, 11),
          profile: 'research',
          createdAt: '2026-11-24T09:00:00.000Z',
          lastUsedAt: null,
          expiresAt: '2026-12-31T23:00:00.000Z',
          revokedAt: null,
        },
      },
    })
    const rows = await http.db.selectFrom('api_key').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(key.slice(12, 44))
  })

  it('are listed newest first, in pages, without their secret', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await http.send('/keys', { body: { profile: 'read', name } }, http.principal())
      if (name !== 'c') http.pass(1000)
    }
    const names: string[] = []
    let path = '/keys?limit=2'
    for (let i = 0; i < 3; i++) {
      const { body, text } = await http.send(path, {}, http.principal())
      expect(text).not.toContain('hash')
      names.push(...(body['keys'] as unknown as { name: string }[]).map(({ name }) => name))
      path = `/keys?limit=2&cursor=${body['nextCursor']}`
      expect(body['nextCursor'] === null).toBe(i === 2)
    }
    expect(names.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect([names[0], names[4]]).toEqual(['e', 'a'])
  })

  it('say when they were used, written at most once a minute', async () => {
    const key = await http.key('read')
    const used = async () => {
      await http.send('/things', { key })
      const { last_used_at } = await http.db
        .selectFrom('api_key')
        .select('last_used_at')
        .executeTakeFirstOrThrow()
      return new Date(last_used_at!).toISOString().slice(11, 19)
    }
    const times = [await used()]
    http.pass(59_000)
    times.push(await used())
    http.pass(1_000)
    times.push(await used())
    expect(times).toEqual(['09:00:00', '09:00:00', '09:01:00'])
  })

  it('are managed by admins only', async () => {
    const key = await http.key('research')
    const statuses = [
      await http.send('/keys', { key }),
      await http.send('/keys', { key, body: { profile: 'admin' } }),
      await http.send('/keys/5f0c7a8e-7f1e-4f0a-9a3b-111111111111', { key, method: 'DELETE' }),
      await http.send('/usage', { key, method: 'PATCH', body: { plan: 'starter' } }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([403, 403, 403, 403])
  })

  it.each([
    [{ profile: 'owner' }, 400],
    [{ profile: 'read', expiresAt: '2020-01-01T00:00:00Z' }, 400],
    [{ profile: 'read', expiresAt: 'tomorrow' }, 400],
    [{ profile: 'read', admin: true }, 400],
    [{ profile: 'read', tenantId: '5f0c7a8e-7f1e-4f0a-9a3b-111111111111' }, 403],
  ])('are not made from %j', async (body, status) => {
    expect((await http.send('/keys', { body }, http.principal())).status).toBe(status)
  })

  it('stay revoked from the first time on', async () => {
    await http.key('read')
    const { id } = await http.db.selectFrom('api_key').select('id').executeTakeFirstOrThrow()
    const revoke = () => http.send(`/keys/${id}`, { method: 'DELETE' }, http.principal())
    expect((await revoke()).status).toBe(204)
    http.pass(5000)
    expect((await revoke()).status).toBe(204)
    const { body } = await http.send('/keys', {}, http.principal())
    expect(body['keys']).toMatchObject([{ revokedAt: '2026-11-24T09:00:00.000Z' }])
    const unknown = '/keys/5f0c7a8e-7f1e-4f0a-9a3b-111111111111'
    expect((await http.send(unknown, { method: 'DELETE' }, http.principal())).status).toBe(404)
  })
})

describe('the plan', () => {
  const limits = () => createPlanLimits(http.db)
  const change = (body: object) => http.send('/usage', { method: 'PATCH', body }, http.principal())

  it('is unlimited on one’s own machine, and still counts what is used', async () => {
    await limits().requireCredits(http.tenantId, 1e12)
    await limits().requireRoom(http.tenantId, 'personas', 1e9)
    await limits().settle(http.tenantId, 120)
    const { body } = await http.send('/usage', {}, http.principal())
    expect(body).toMatchObject({ plan: 'local', credits: { available: null, used: 120 } })
  })

  it('refuses what its credits do not cover, with the documented body', async () => {
    await change({ plan: 'starter', credits: 100 })
    await expect(limits().requireCredits(http.tenantId, 100)).resolves.toBeUndefined()
    const error = await limits()
      .requireCredits(http.tenantId, 100.5)
      .catch((thrown: { message: string; code: string; fields: object }) => thrown)
    expect({ error: error!.message, code: error!.code, ...error!.fields }).toEqual({
      error: 'Insufficient credits',
      code: 'insufficient_credits',
      requiredCredits: 101,
      availableCredits: 100,
      action: 'upgrade_or_topup',
      billingPath: '/dashboard/billing',
    })
  })

  it('settles what was used, never below nothing', async () => {
    await change({ plan: 'starter', credits: 100 })
    await limits().settle(http.tenantId, 30)
    await limits().settle(http.tenantId, 90)
    const { body } = await http.send('/usage', {}, http.principal())
    expect(body['credits']).toEqual({ available: 0, used: 120 })
  })

  it('refuses what it has no room for', async () => {
    await change({ plan: 'starter' })
    await expect(limits().requireRoom(http.tenantId, 'personas', 100)).resolves.toBeUndefined()
    await expect(limits().requireRoom(http.tenantId, 'personas', 101)).rejects.toMatchObject({
      message: 'Usage limit exceeded',
      code: 'usage_limit_exceeded',
    })
  })

  it('brings its starting credits, and keeps the balance when nothing changes', async () => {
    expect((await change({ plan: 'starter' })).body['credits']).toEqual({
      available: 50_000,
      used: 0,
    })
    await limits().settle(http.tenantId, 10)
    expect((await change({ plan: 'starter' })).body['credits']).toMatchObject({ available: 49_990 })
    expect((await change({ plan: 'gold' })).status).toBe(400)
    expect((await change({ credits: -1 })).status).toBe(400)
  })

  it('counts turns by what they used, and keeps the count when they are purged', async () => {
    await aTurn(http, { tokensIn: 100, tokensOut: 40 })
    await aTurn(http, { tokensIn: 10, tokensOut: 2 })
    await http.db.deleteFrom('turn').execute()
    const { body } = await http.send('/usage', {}, http.principal())
    expect(body).toMatchObject({ prompts: 2, tokensIn: 110, tokensOut: 42 })
  })
})

describe('usage events', () => {
  const record = (count: number) => {
    for (let i = 0; i < count; i++)
      http.usage.record(http.tenantId, i % 2 ? 'persona_list' : 'persona_prompt', { i })
  }

  it('are listed newest first, by type and in pages', async () => {
    record(5)
    const first = await http.send('/usage/events?limit=2', {}, http.principal())
    const next = await http.send(
      `/usage/events?limit=2&cursor=${first.body['nextCursor']}`,
      {},
      http.principal(),
    )
    const prompts = await http.send('/usage/events?type=persona_prompt', {}, http.principal())
    const numbers = [first, next, prompts].map(({ body }) =>
      (body['events'] as unknown as { data: { i: number } }[]).map(({ data }) => data.i),
    )
    expect(numbers).toEqual([
      [4, 3],
      [2, 1],
      [4, 2, 0],
    ])
    expect(first.body['events']).toMatchObject([
      { id: '5', type: 'persona_prompt', createdAt: '2026-11-24T09:00:00.000Z' },
      {},
    ])
  })

  it.each(['cursor=WyJ4Il0', 'cursor=W10', 'cursor=zzz', 'type=persona_dance', 'limit=0'])(
    'are not listed by %s',
    async (query) => {
      expect((await http.send(`/usage/events?${query}`, {}, http.principal())).status).toBe(400)
      if (query.startsWith('cursor'))
        expect((await http.send(`/keys?${query}`, {}, http.principal())).status).toBe(400)
    },
  )

  it('are exported whole, as lines or as a table', async () => {
    record(450)
    const lines = await http.send('/usage/events/export', {}, http.principal())
    expect(
      lines.text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).data.i),
    ).toEqual(Array.from({ length: 450 }, (_, i) => 449 - i))
    const table = await http.send('/usage/events/export?format=csv', {}, http.principal())
    const rows = table.text.trimEnd().split('\n')
    expect([rows.length, rows[0], rows[450]]).toEqual([
      451,
      'id,createdAt,type,data',
      '1,2026-11-24T09:00:00.000Z,persona_prompt,"{""i"":0}"',
    ])
    expect(table.headers.get('content-disposition')).toContain('usage-events.csv')
  })

  it('are exported as an empty table when there are none', async () => {
    const { text } = await http.send('/usage/events/export?format=csv', {}, http.principal())
    expect(text).toBe('id,createdAt,type,data\n')
  })

  it('of a change are stored before the change is answered', async () => {
    http.usage.record(http.tenantId, 'persona_create', {})
    await http.send('/things', { body: { name: 'a' } }, http.principal())
    expect(await http.db.selectFrom('usage_event').selectAll().execute()).toHaveLength(1)
  })

  it('outlast a database that cannot be written for a moment', async () => {
    const errors: unknown[] = []
    const usage = createUsageLog(
      http.db,
      () => 0,
      (error) => errors.push(error),
    )
    await http.db.schema.alterTable('usage_event').renameTo('away').execute()
    usage.record(http.tenantId, 'persona_list', { n: 1 })
    await expect(usage.flush()).rejects.toThrow()
    await http.db.schema.alterTable('away').renameTo('usage_event').execute()
    await usage.close()
    expect(await http.db.selectFrom('usage_event').select('data').execute()).toEqual([
      { data: '{"n":1}' },
    ])
  })
})

it('makes the tenant once', async () => {
  expect(await ensureTenant(http.db, 1)).toBe(http.tenantId)
  expect(await http.db.selectFrom('tenant').selectAll().execute()).toHaveLength(1)
})

it('keeps settings as they were written', async () => {
  expect(await getSetting(http.db, 'theme')).toBeUndefined()
  await setSetting(http.db, 'theme', { dark: [true, null, 'ü'] })
  await setSetting(http.db, 'other', null)
  await setSetting(http.db, 'theme', { dark: false })
  expect([await getSetting(http.db, 'theme'), await getSetting(http.db, 'other')]).toEqual([
    { dark: false },
    null,
  ])
})
