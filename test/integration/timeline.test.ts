import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ErrorBody } from '../../src/shared/contract/errors.ts'
import type { RecallAnswer } from '../../src/shared/contract/recall.ts'
import type { TimelineAnswer, TimelineEntry } from '../../src/shared/contract/timeline.ts'
import { startPromptApp } from '../helpers/prompt-app.ts'
import { anEntry } from '../helpers/seeded-persona.ts'

type Answer<T> = { status: number; body: T }

let app: Awaited<ReturnType<typeof startPromptApp>>
let path: string

beforeEach(async () => {
  app = await startPromptApp()
  path = `/personas/${app.ada.id}/timeline`
})
afterEach(() => app.close())

const append = (body: unknown): Promise<Answer<{ entries: TimelineEntry[] }>> =>
  app.send('POST', path, body)
const read = (query = ''): Promise<Answer<TimelineAnswer>> => app.send('GET', path + query)
const supersede = (entryId: string, body: unknown): Promise<Answer<{ entry: TimelineEntry }>> =>
  app.send('POST', `${path}/${entryId}/supersede`, body)

it('appends one entry, with the documented defaults, and reads it back', async () => {
  const { emotionTags: _, memoryType: __, memoryStrength: ___, ...required } = anEntry()
  const { status, body } = await append(required)
  expect(status).toBe(201)
  expect(body.entries).toEqual([
    {
      ...required,
      id: expect.any(String),
      personaId: app.ada.id,
      sequence: 1,
      eventAt: '2015-06-01T00:00:00.000Z',
      knownAt: '2015-06-01T00:00:00.000Z',
      emotionTags: [],
      memoryType: 'normal',
      memoryStrength: 50,
      metadata: {},
      source: 'user',
      supersedes: null,
      supersededBy: null,
      supersedeReason: null,
      createdAt: expect.stringMatching(/^2026-03-01T12:00:00\.\d{3}Z$/),
    },
  ])
  expect((await read()).body).toEqual({ entries: body.entries, nextCursor: null })
  expect(app.usage).toEqual([
    {
      type: 'persona_timeline_append',
      data: {
        personaId: app.ada.id,
        memoryType: 'normal',
        strength: 50,
        label: required.eventLabel,
      },
    },
  ])
})

it('appends a thousand at once, in order, and pages through them', async () => {
  const entries = Array.from({ length: 1000 }, (_, i) => anEntry({ eventLabel: `Day ${i}` }))
  const { body } = await append({ entries })
  const read: TimelineEntry[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Answer<TimelineAnswer> = await app.send('GET', `${path}?limit=150${cursor}`)
    read.push(...page.body.entries)
    cursor = page.body.nextCursor && `&cursor=${page.body.nextCursor}`
  }
  expect(read).toEqual(body.entries)
  expect(read.map(({ eventLabel }) => eventLabel)).toEqual(entries.map((e) => e.eventLabel))
})

it('numbers entries that arrive at the same time without gap or double', async () => {
  await Promise.all(Array.from({ length: 20 }, () => append(anEntry())))
  const { entries } = (await read()).body
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, i) => i + 1))
})

it.each([
  { name: 'a missing field', body: { eventAt: '2015-06-01' }, path: 'facts' },
  { name: 'a day that is not', body: anEntry({ eventAt: '2015-02-30' }), path: 'eventAt' },
  { name: 'too much strength', body: anEntry({ memoryStrength: 101 }), path: 'memoryStrength' },
  { name: 'an unknown field', body: { ...anEntry(), colour: 'red' }, path: '' },
  { name: 'an empty list', body: { entries: [] }, path: 'entries' },
  {
    name: 'one bad entry among good ones',
    body: { entries: [anEntry(), anEntry({ eventLabel: ' ' })] },
    path: 'entries.1.eventLabel',
  },
])('refuses $name, says where, and stores nothing', async ({ body, path: where }) => {
  const answer = (await append(body)) as Answer<unknown> as Answer<ErrorBody>
  expect({ status: answer.status, code: answer.body.code }).toEqual({
    status: 400,
    code: 'invalid_input',
  })
  expect(answer.body.details?.map((detail) => detail.path)).toContain(where)
  expect((await read()).body.entries).toEqual([])
})

it('supersedes an entry: both stay in the history, linked, with the reason', async () => {
  const [old] = (await append(anEntry({ facts: 'In Lyon.' }))).body.entries
  const entry = anEntry({ facts: 'In Lille.', memoryType: 'pride' })
  const { status, body } = await supersede(old!.id, { reason: 'Wrong town', entry })
  expect({ status, entry: body.entry }).toMatchObject({
    status: 201,
    entry: {
      sequence: 2,
      memoryType: 'revised',
      supersedes: old!.id,
      knownAt: expect.stringContaining('2026-03-01'),
    },
  })
  const { entries } = (await read()).body
  expect(entries).toEqual([
    { ...old, supersededBy: body.entry.id, supersedeReason: 'Wrong town' },
    body.entry,
  ])
  expect((await read('?includeSuperseded=false')).body.entries).toEqual([body.entry])
  expect(app.usage.at(-1)).toEqual({
    type: 'persona_timeline_supersede',
    data: { entryId: old!.id, reason: 'Wrong town' },
  })
})

it('refuses to supersede an entry twice, also at the same moment', async () => {
  const [old] = (await append(anEntry())).body.entries
  const request = { reason: 'Again', entry: anEntry() }
  const answers = await Promise.all([supersede(old!.id, request), supersede(old!.id, request)])
  const third = await supersede(old!.id, request)
  expect([...answers.map(({ status }) => status).sort(), third.status]).toEqual([201, 409, 409])
  expect((await read()).body.entries).toHaveLength(2)
})

it('filters by type', async () => {
  await append({ entries: [anEntry(), anEntry({ memoryType: 'shame' })] })
  expect((await read('?type=shame')).body.entries.map(({ sequence }) => sequence)).toEqual([2])
})

it('answers 404 for personas and entries that are not there, or another tenant’s', async () => {
  const [entry] = (await append(anEntry())).body.entries
  const elsewhere = `/personas/${crypto.randomUUID()}`
  const request = { reason: 'x', entry: anEntry() }
  const missing: Answer<unknown>[] = [
    await app.send('GET', `${elsewhere}/timeline`),
    await app.send('POST', `${elsewhere}/timeline`, anEntry()),
    await app.send('GET', `${elsewhere}/recall?q=x`),
    await supersede(crypto.randomUUID(), request),
  ]
  app.as({ tenantId: crypto.randomUUID() as typeof app.ada.tenantId })
  missing.push(await read(), await supersede(entry!.id, request))
  expect(missing.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
})

it('recalls what was appended a moment ago, with reasons, and notes pressure asked for', async () => {
  await append(anEntry({ eventLabel: 'The boat', memoryType: 'shame' }))
  const recall = (query: string): Promise<Answer<RecallAnswer>> =>
    app.send('GET', `/personas/${app.ada.id}/recall?${query}`)
  const calm = await recall('q=the%20boat')
  const pressed = await recall('q=the%20boat&pressure=0.5')
  const before = await recall('q=the%20boat&asOf=2015-05-31T23:59:59Z')
  expect([calm, pressed, before].map(({ body }) => body.recalled[0]?.directive.kind)).toEqual([
    'deflect',
    'admit-part',
    undefined,
  ])
})

it('refuses a cursor that no list has answered', async () => {
  expect((await read('?cursor=zzz')).status).toBe(400)
})

it('explains of any entry why it comes to mind, or why not', async () => {
  const body = await append({
    entries: [
      anEntry({ eventLabel: 'The dog Biscuit', facts: 'We adopted a beagle from the shelter.' }),
      anEntry({ eventLabel: 'The exam', facts: 'I passed chemistry in a hot hall.' }),
      anEntry({ eventLabel: 'The move', facts: 'We took a van north.', eventAt: '2020-01-01' }),
    ],
  })
  const [dog, exam, move] = body.body.entries
  await supersede(exam!.id, { reason: 'It was physics', entry: anEntry({ facts: 'Physics.' }) })
  const explain = async (entryId: string, more = '') => {
    const query = `q=Which+dog+did+you+adopt%3F&explain=${entryId}${more}`
    const answer: Answer<RecallAnswer> = await app.send(
      'GET',
      `/personas/${app.ada.id}/recall?${query}`,
    )
    return answer.body.explained
  }
  expect(await explain(dog!.id)).toMatchObject({
    outcome: 'recalled',
    reason: expect.stringContaining('Place 1'),
  })
  expect(await explain(exam!.id)).toMatchObject({ outcome: 'not-there' })
  expect(await explain(move!.id, '&asOf=2016-01-01T00:00:00Z')).toMatchObject({
    outcome: 'not-there',
  })
  expect(['left-out', 'not-found']).toContain((await explain(move!.id))?.outcome)
})
