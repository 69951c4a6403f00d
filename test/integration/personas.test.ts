import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Persona, PersonaList } from '../../src/shared/contract/personas.ts'
import {
  Persona as PersonaSchema,
  PersonaList as PersonaListSchema,
} from '../../src/shared/contract/personas.ts'
import { createPersonas } from '../../src/main/engine/personas/create-personas.ts'
import {
  countPersonas,
  findPersonas,
  listAllPersonas,
} from '../../src/main/engine/personas/find-personas.ts'
import { startPersonaApp, testNow } from '../helpers/persona-app.ts'

const seed = {
  firstName: 'Maria',
  lastName: 'Keller',
  age: 34,
  location: 'Lyon, France',
  baseOccupation: 'Nurse',
}

let app: Awaited<ReturnType<typeof startPersonaApp>>

beforeEach(async () => {
  app = await startPersonaApp()
})
afterEach(() => app.close())

async function create(overrides: object = {}, randomSeed = 0): Promise<Persona> {
  const answer = await app.send('POST', '/personas', {
    seed: { ...seed, ...overrides },
    randomSeed,
  })
  expect(answer.status).toBe(201)
  return (answer.body as { persona: Persona }).persona
}

async function list(query = ''): Promise<PersonaList> {
  const answer = await app.send('GET', `/personas?${query}`)
  expect(answer.status).toBe(200)
  return PersonaListSchema.parse(answer.body)
}

const timelineOf = (personaId: string) =>
  app.db
    .selectFrom('timeline_entry')
    .selectAll()
    .where('persona_id', '=', personaId)
    .orderBy('sequence')
    .execute()

describe('POST /personas', () => {
  it('answers the whole persona, its memories stored in order of time', async () => {
    const persona = await create({ attributes: { likesTea: true, rent: 700 } })

    PersonaSchema.parse(persona)
    expect(persona).toMatchObject({
      ...seed,
      tenantId: app.tenantId,
      attributes: { likesTea: true, rent: 700 },
      createdAt: new Date(testNow).toISOString(),
    })
    const entries = await timelineOf(persona.id)
    expect(entries.length).toBeGreaterThanOrEqual(8)
    expect(persona.timelineLength).toBe(entries.length)
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, i) => i + 1))
    expect(entries.map((entry) => entry.event_at)).toEqual(
      entries.map((entry) => entry.event_at).toSorted((a, b) => a - b),
    )
    expect(new Set(entries.map(({ source }) => source))).toEqual(new Set(['seed']))
    const stored = await app.send('GET', `/personas/${persona.id}`)
    expect(stored.body).toEqual({ persona })
  })

  it('makes the same person of the same seed and another of another number', async () => {
    const [one, same, other] = [await create(), await create(), await create({}, 1)]
    const { id: _id, ...person } = one
    expect(same).toMatchObject(person)
    expect(other.traits).not.toEqual(one.traits)
    expect(other.personaKey).not.toBe(one.personaKey)
  })

  it('logs tenant, seed and time', async () => {
    await create()
    const timestamp = new Date(testNow).toISOString()
    expect(app.recorded).toEqual([
      { type: 'persona_create', data: { tenant: app.tenantId, seed, timestamp } },
    ])
  })

  it.each([
    { what: 'a missing field', body: { seed: { ...seed, age: undefined } }, path: 'seed.age' },
    { what: 'an impossible age', body: { seed: { ...seed, age: 121 } }, path: 'seed.age' },
    { what: 'an unknown field', body: { seed: { ...seed, town: 'x' } }, path: 'seed' },
    { what: 'a blank name', body: { seed: { ...seed, firstName: '  ' } }, path: 'seed.firstName' },
    { what: 'no seed', body: {}, path: 'seed' },
  ])('refuses $what by name', async ({ body, path }) => {
    const answer = await app.send('POST', '/personas', body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ code: 'invalid_input', details: [{ path }] })
  })

  it('refuses another tenant, a reading key and a full plan', async () => {
    const foreign = await app.send('POST', '/personas', { tenantId: randomUUID(), seed })
    expect(foreign.status).toBe(403)
    app.as({ profile: 'prompt' })
    expect((await app.send('POST', '/personas', { seed })).status).toBe(403)

    const full = await startPersonaApp({ room: 0 })
    const answer = await full.send('POST', '/personas', { seed })
    expect(answer.body).toMatchObject({ code: 'usage_limit_exceeded' })
    expect(await countPersonas(full.db, full.tenantId)).toBe(0)
    await full.close()
  })
})

describe('GET /personas', () => {
  beforeEach(async () => {
    const people = [
      ['Zoé', 'Adler', 61, 'Lyon', 'Baker', 'woman'],
      ['adam', 'brandt', 25, 'Berlin', 'Bus driver', 'man'],
      ['Bruno', 'Adler', 25, 'Lyon', 'Teacher', 'man'],
      ['Chiara', '100%_real', 40, 'Turin', 'Architect', 'woman'],
      ['Dora', 'Quist', 17, 'Lyon', 'Student', undefined],
    ] as const
    await createPersonas(
      app.deps,
      app.tenantId,
      people.map(([firstName, lastName, age, location, baseOccupation, gender]) => ({
        seed: { firstName, lastName, age, location, baseOccupation, ...(gender && { gender }) },
      })),
    )
  })

  const names = (page: PersonaList) => page.personas.map(({ firstName }) => firstName)

  it.each([
    { query: 'sort=firstName', expected: ['adam', 'Bruno', 'Chiara', 'Dora', 'Zoé'] },
    { query: 'sort=firstName&order=desc', expected: ['Zoé', 'Dora', 'Chiara', 'Bruno', 'adam'] },
    { query: 'sort=age&minAge=18&maxAge=40&location=lyon', expected: ['Bruno'] },
    { query: 'sort=firstName&gender=WOMAN', expected: ['Chiara', 'Zoé'] },
    { query: 'sort=firstName&q=lyo+adl', expected: ['Bruno', 'Zoé'] },
    { query: 'q=zoe', expected: ['Zoé'] },
    { query: 'q=yon', expected: [] },
    { query: 'q=100%25_real', expected: ['Chiara'] },
    { query: 'q=%27zz%25+or+1%3D1%22', expected: [] },
  ])('answers $query with $expected', async ({ query, expected }) => {
    const page = await list(query)
    expect(names(page)).toEqual(expected)
    expect(page.total).toBe(expected.length)
  })

  it.each(['createdAt', 'firstName', 'lastName', 'age', 'location', 'baseOccupation'])(
    'pages by %s without losing or repeating anybody, in both directions',
    async (sort) => {
      for (const order of ['asc', 'desc']) {
        const seen: string[] = []
        let cursor: string | null = null
        do {
          const page: PersonaList = await list(
            `sort=${sort}&order=${order}&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
          )
          expect(page.total).toBe(5)
          seen.push(...page.personas.map(({ id }) => id))
          cursor = page.nextCursor
        } while (cursor)
        const whole = await list(`sort=${sort}&order=${order}`)
        expect(seen).toEqual(whole.personas.map(({ id }) => id))
        expect(new Set(seen).size).toBe(5)
      }
    },
  )

  it.each([
    'cursor=nonsense',
    'cursor=W10',
    'sort=age&cursor=WyJmaXJzdE5hbWUiLCJhc2MiLCJhIiwiYiJd',
    'limit=0',
    'sort=salary',
    'minAge=old',
  ])('refuses %s', async (query) => {
    const answer = await app.send('GET', `/personas?${query}`)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  })

  it('logs what was asked and how many came', async () => {
    app.recorded.length = 0
    await list('q=adler&limit=1')
    expect(app.recorded).toEqual([
      {
        type: 'persona_list',
        data: { query: expect.objectContaining({ q: 'adler', limit: 1 }), resultCount: 1 },
      },
    ])
  })

  it('shows a tenant nothing of another', async () => {
    const { personas } = await list()
    app.as({ tenantId: await app.addTenant() })
    expect((await list()).total).toBe(0)
    const id = personas[0]!.id
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/fork'],
      ['POST', '/restore'],
    ]) {
      expect((await app.send(method!, `/personas/${id}${path}`)).status).toBe(404)
    }
    expect((await app.send('PATCH', `/personas/${id}`, { age: 1 })).status).toBe(404)
  })
})

describe('one persona', () => {
  it('is corrected without changing what was generated', async () => {
    const before = await create()
    const answer = await app.send('PATCH', `/personas/${before.id}`, {
      lastName: 'Møller',
      age: 34,
    })

    const { persona } = answer.body as { persona: Persona }
    expect(persona).toEqual({ ...before, lastName: 'Møller' })
    expect((await app.send('GET', `/personas/${before.id}`)).body).toEqual({ persona })
    expect(app.recorded.at(-1)).toEqual({
      type: 'persona_update',
      data: { personaId: before.id, fields: ['lastName'] },
    })
    expect((await list('q=moller')).total + (await list('q=m%C3%B8ller')).total).toBe(1)
    expect((await list('q=keller')).total).toBe(0)
  })

  it('keeps the memories appended while it was being corrected', async () => {
    const { id, timelineLength } = await create()
    await app.db
      .updateTable('persona')
      .set({ timeline_length: timelineLength + 3 })
      .execute()
    await app.send('PATCH', `/personas/${id}`, { summary: 'Another one.' })
    const answer = await app.send('GET', `/personas/${id}`)
    expect(answer.body).toMatchObject({
      persona: { timelineLength: timelineLength + 3, summary: 'Another one.' },
    })
  })

  it('refuses fields that are not identity', async () => {
    const { id } = await create()
    const answer = await app.send('PATCH', `/personas/${id}`, { traits: {} })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  })

  it('goes to the trash and comes back with its timeline', async () => {
    const persona = await create()
    expect(await app.send('DELETE', `/personas/${persona.id}`)).toMatchObject({ status: 200 })
    expect(app.recorded.at(-1)).toMatchObject({
      type: 'persona_delete',
      data: { personaId: persona.id, tenant: app.tenantId },
    })
    for (const method of ['GET', 'DELETE']) {
      expect((await app.send(method, `/personas/${persona.id}`)).status).toBe(404)
    }
    expect((await list()).total).toBe(0)
    expect(await countPersonas(app.db, app.tenantId)).toBe(0)

    const restored = await app.send('POST', `/personas/${persona.id}/restore`)
    expect(restored.body).toEqual({ persona })
    expect((await app.send('POST', `/personas/${persona.id}/restore`)).status).toBe(404)
  })

  it('is forked with its timeline, revisions, vectors and full text', async () => {
    const { id } = await create()
    const [first, second] = await timelineOf(id)
    await app.db
      .updateTable('timeline_entry')
      .set({ superseded_by: second!.id })
      .where('id', '=', first!.id)
      .execute()
    await app.db
      .updateTable('timeline_entry')
      .set({ supersedes: first!.id })
      .where('id', '=', second!.id)
      .execute()

    const answer = await app.send('POST', `/personas/${id}/fork`)

    expect(answer.status).toBe(201)
    const { persona: fork } = answer.body as { persona: Persona }
    const { persona: original } = (await app.send('GET', `/personas/${id}`)).body as {
      persona: Persona
    }
    expect(fork).toEqual({ ...original, id: fork.id })
    const [before, after] = [await timelineOf(id), await timelineOf(fork.id)]
    const told = ({
      row: _row,
      id: _id,
      persona_id: _owner,
      supersedes: _of,
      superseded_by: _by,
      ...rest
    }: (typeof before)[number]) => rest
    expect(after.map(told)).toEqual(before.map(told))
    expect(after[0]!.superseded_by).toBe(after[1]!.id)
    expect(after[1]!.supersedes).toBe(after[0]!.id)
    expect(new Set([...before, ...after].map((entry) => entry.id)).size).toBe(before.length * 2)
    const rowsOf = async (table: 'embedding' | 'memory_feature') =>
      (await app.db.selectFrom(table).select('row').execute()).map(({ row }) => row)
    const allRows = new Set([...before, ...after].map((entry) => entry.row))
    expect(new Set(await rowsOf('embedding'))).toEqual(allRows)
    expect(new Set(await rowsOf('memory_feature'))).toEqual(allRows)
    const { count } = await app.db
      .selectFrom('outbox')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('persona_id', '=', fork.id)
      .executeTakeFirstOrThrow()
    expect(count).toBe(before.length)
    // What was superseded stays searchable: a recall may look back to before the revision.
    const { rows } = await sql<{ rowid: number }>`
      select rowid from timeline_text
      where timeline_text match ${`persona:${fork.id.replaceAll('-', '')}`} order by rowid
    `.execute(app.db)
    expect(rows.map(({ rowid }) => rowid)).toEqual(after.map(({ row }) => row))
  })

  it.each(['prompt', 'not-a-uuid'])('refuses the id %s', async (id) => {
    expect(await app.send('GET', `/personas/${id}`)).toMatchObject({ status: 400 })
  })
})

describe('use cases for other features', () => {
  it('finds the personas asked for and leaves out the others', async () => {
    const [kept, trashed, other] = [await create(), await create({}, 1), await create({}, 2)]
    await app.send('DELETE', `/personas/${trashed.id}`)
    const unknown = randomUUID() as Persona['id']
    const found = await findPersonas(app.db, app.tenantId, [kept.id, trashed.id, unknown])
    expect([...found]).toEqual([[kept.id, kept]])
    const all = await listAllPersonas(app.db, app.tenantId)
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set([kept.id, other.id]))
  })

  it('creates many in order, tells how far it is, and keeps what was stored before an abort', async () => {
    const wanted = Array.from({ length: 45 }, (_, i) => ({ seed: { ...seed, firstName: `P${i}` } }))
    const progress: number[] = []
    const controller = new AbortController()
    const work = createPersonas(app.deps, app.tenantId, wanted, {
      signal: controller.signal,
      onProgress: (done, total) => {
        progress.push(done)
        expect(total).toBe(45)
        if (done >= 40) controller.abort()
      },
    })
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
    expect(progress).toEqual([20, 40])
    expect(await countPersonas(app.db, app.tenantId)).toBe(40)

    const all = await createPersonas(app.deps, app.tenantId, wanted)
    expect(all.map(({ firstName }) => firstName)).toEqual(wanted.map((one) => one.seed.firstName))
  })

  it('names the first bad seed and stores nothing', async () => {
    const wanted = [{ seed }, { seed: { ...seed, age: -1 } }]
    await expect(createPersonas(app.deps, app.tenantId, wanted)).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ path: 'personas.1.seed.age' }],
    })
    expect(await countPersonas(app.db, app.tenantId)).toBe(0)
  })
})
