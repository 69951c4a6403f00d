import { afterEach, beforeEach, expect, it } from 'vitest'
import { setMemorySettings } from '../../src/main/engine/memory/memory-settings.ts'
import { MemorySettings } from '../../src/shared/contract/memory-settings.ts'
import type { ErrorBody } from '../../src/shared/contract/errors.ts'
import type { TimelineMap } from '../../src/shared/contract/timeline-map.ts'
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

const append = async (...entries: ReturnType<typeof anEntry>[]): Promise<TimelineEntry[]> => {
  const { body }: Answer<{ entries: TimelineEntry[] }> = await app.send('POST', path, { entries })
  return body.entries
}
const readMap = async (query = ''): Promise<TimelineMap> => {
  const { body }: Answer<{ map: TimelineMap }> = await app.send('GET', `${path}/map${query}`)
  return body.map
}
const findMatches = async (q: string): Promise<string[]> => {
  const found: Answer<{ entryIds: string[] }> = await app.send(
    'GET',
    `${path}/matches?q=${encodeURIComponent(q)}`,
  )
  return found.body.entryIds
}

it('answers a timeline in columns, linked where one entry replaces another', async () => {
  const [lake, exam] = await append(
    anEntry({ eventLabel: 'Lake', memoryStrength: 80 }),
    anEntry({ eventLabel: 'Exam', eventAt: '2012-03-01', memoryType: 'pride' }),
  )
  const { body }: Answer<{ entry: TimelineEntry }> = await app.send(
    'POST',
    `${path}/${lake!.id}/supersede`,
    { reason: 'It was a river', entry: anEntry({ eventLabel: 'River', knownAt: '2020-01-01' }) },
  )
  expect(await readMap()).toEqual({
    ids: [lake!.id, exam!.id, body.entry.id],
    sequences: [1, 2, 3],
    eventAt: ['2015-06-01', '2012-03-01', '2015-06-01'].map((day) => Date.parse(day)),
    knownAt: ['2015-06-01', '2012-03-01', '2020-01-01'].map((day) => Date.parse(day)),
    labels: ['Lake', 'Exam', 'River'],
    types: ['normal', 'pride', 'revised'],
    sources: ['user', 'user', 'user'],
    strengths: [80, 50, 50],
    effectiveStrengths: [80, 50, 50],
    supersedes: [-1, -1, 0],
    supersededBy: [2, -1, -1],
  })
})

it('leaves out what does not exist as of then, and lets stand what is replaced later', async () => {
  const [lake] = await append(
    anEntry({ eventLabel: 'Lake' }),
    anEntry({ eventLabel: 'Heard of later', knownAt: '2020-01-01' }),
    anEntry({ eventLabel: 'Happened later', eventAt: '2020-01-01' }),
  )
  const entry = anEntry({ eventLabel: 'River', knownAt: '2020-01-01' })
  await app.send('POST', `${path}/${lake!.id}/supersede`, { reason: 'It was a river', entry })
  const { labels, supersedes, supersededBy } = await readMap('?asOf=2016-01-01T00:00:00Z')
  expect({ labels, supersedes, supersededBy }).toEqual({
    labels: ['Lake'],
    supersedes: [-1],
    supersededBy: [-1],
  })
})

it('has strengths as forgetting leaves them at the time that is asked about', async () => {
  await setMemorySettings(app.db, MemorySettings.parse({ forgetting: { enabled: true } }))
  const eventAt = '2015-06-01T00:00:00.000Z'
  const [faded] = await append(
    anEntry({ eventAt, memoryStrength: 80 }),
    anEntry({ eventAt, memoryStrength: 80, memoryType: 'shame' }),
  )
  const threeYearsLater = '?asOf=2018-06-01T00:00:00Z'
  const strengthsThen = async () =>
    (await readMap(threeYearsLater)).effectiveStrengths.map((strength) => Math.round(strength))
  expect((await readMap()).strengths).toEqual([80, 80])
  // 80 · (1 + 3)^−0.3
  expect(await strengthsThen()).toEqual([53, 80])

  const personaId = app.ada.id
  const at = Date.parse('2018-06-01')
  await app.db
    .insertInto('rehearsal')
    .values({ entry_id: faded!.id, turn_id: 'turn', persona_id: personaId, at })
    .execute()
  expect(await strengthsThen()).toEqual([81, 80])
})

it('answers a long timeline whole', async () => {
  const label = (i: number) => `Day ${i}`
  for (const start of [0, 1000, 2000])
    await append(
      ...Array.from({ length: start === 2000 ? 7 : 1000 }, (_, i) =>
        anEntry({ eventLabel: label(start + i) }),
      ),
    )
  expect((await readMap()).labels).toEqual(Array.from({ length: 2007 }, (_, i) => label(i)))
})

it('finds entries by parts of words in any field, whatever their case and accents', async () => {
  const [lake, exam] = await append(
    anEntry({ eventLabel: 'Lake', facts: 'A boat with Zoë.', emotionTags: ['Sérénité'] }),
    anEntry({ eventLabel: 'Exam', facts: 'Passed.', feelings: 'Proud, as Zoe was.' }),
  )
  expect(await Promise.all(['zoe', 'zoe serenit', 'BOAT', '%'].map(findMatches))).toEqual([
    [lake!.id, exam!.id],
    [lake!.id],
    [lake!.id],
    [],
  ])
})

it('reads the entries asked for by id, in sequence, and no others', async () => {
  const [first, , third] = await append(anEntry(), anEntry(), anEntry())
  const { body }: Answer<TimelineAnswer> = await app.send(
    'GET',
    `${path}?ids=${third!.id},${first!.id}`,
  )
  expect(body).toEqual({ entries: [first, third], nextCursor: null })
})

it('says what is wrong with a list of ids', async () => {
  const { status, body }: Answer<ErrorBody> = await app.send('GET', `${path}?ids=none`)
  expect({ status, path: body.details?.[0]?.path }).toEqual({ status: 400, path: 'ids.0' })
})

it.each(['map', 'matches?q=x'])(
  'does not know the %s of a persona that is not there',
  async (part) => {
    const { status }: Answer<ErrorBody> = await app.send(
      'GET',
      `/personas/00000000-0000-4000-8000-000000000000/timeline/${part}`,
    )
    expect(status).toBe(404)
  },
)
