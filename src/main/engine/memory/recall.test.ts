import { afterEach, beforeEach, expect, it } from 'vitest'
import { anEntry, insertPersona } from '../../../../test/helpers/seeded-persona.ts'
import type { EntryId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { NewTimelineEntry, TimelineEntry } from '../../../shared/contract/timeline.ts'
import { openDatabase, type OpenDatabase } from '../db/open.ts'
import { createOfflineEmbedding } from '../models/offline-embedding.ts'
import { openVectors, type Vectors } from '../vectors/open-vectors.ts'
import { insertPrepared, prepareEntries } from './append-entries.ts'
import { recall, type RecallInput } from './recall.ts'
import { supersedeEntry } from './supersede-entry.ts'
import { createTimelineCache } from './timeline-cache.ts'

const embedding = createOfflineEmbedding()
const NOW = Date.parse('2026-03-01T00:00:00.000Z')

let open: OpenDatabase
let vectors: Vectors
let ada: Persona

beforeEach(async () => {
  open = await openDatabase(':memory:')
  vectors = await openVectors({ db: open.db, embedding, folder: null, log: () => {} })
  ada = await insertPersona(open.db)
})
afterEach(async () => {
  await vectors.close()
  await open.close()
})

const deps = () => ({
  db: open.db,
  embedding,
  vectors,
  timelines: createTimelineCache({ reader: open.reader, embedding }),
})

async function remember(
  ...entries: readonly Partial<NewTimelineEntry>[]
): Promise<TimelineEntry[]> {
  const { id: personaId, tenantId } = ada
  const prepared = await prepareEntries({ embedding }, [
    { personaId, tenantId, entries: entries.map(anEntry), source: 'user' },
  ])
  return open.db.transaction().execute((trx) => insertPrepared(trx, prepared, NOW))
}

function ask(query: string, options: Partial<RecallInput> = {}) {
  const { id: personaId, tenantId } = ada
  return recall(deps(), { tenantId, personaId, query, k: 8, ...options })
}

const labels = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.recalled.map(({ eventLabel }) => eventLabel)

const dog = {
  eventLabel: 'Our dog Biscuit',
  facts: 'We adopted a beagle called Biscuit from the shelter.',
  feelings: 'Delighted.',
  interpretation: 'Animals need us.',
}
const exam = {
  eventLabel: 'The chemistry exam',
  facts: 'I sat the final chemistry exam in a hot hall and passed.',
  feelings: 'Exhausted.',
  interpretation: 'Preparation pays.',
}
const secret = {
  eventLabel: 'The fire at the cabin',
  facts: 'I left the candle burning and the cabin burned down.',
  feelings: 'Terror and guilt.',
  interpretation: 'It was me.',
  memoryType: 'repressed',
  memoryStrength: 50,
} as const

it('recalls what the question is about and cuts the rest with a reason', async () => {
  await remember(dog, exam)
  const answer = await ask('Did you ever have a dog?')
  expect(labels(answer)).toEqual([dog.eventLabel])
  expect(answer.cut).toEqual([
    expect.objectContaining({ eventLabel: exam.eventLabel, reason: 'Not about the question' }),
  ])
})

it('recalls nothing when nothing is about the question', async () => {
  await remember(dog, exam)
  expect((await ask('Explain the offside rule')).recalled).toEqual([])
})

it('recalls nothing from an empty timeline', async () => {
  expect(await ask('Anything?')).toEqual({
    recalled: [],
    cut: [],
    budget: { limit: 1200, used: 0, cut: 0 },
    pressure: {},
    surfaced: [],
    probed: [],
  })
})

it('explains every memory with parts that add up to its score, best first', async () => {
  await remember(dog, exam, { ...dog, eventLabel: 'Walking the dog', facts: 'Rain, mud, joy.' })
  const { recalled } = await ask('the dog and the chemistry exam')
  for (const { score, parts } of recalled) {
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 12)
  }
  const scores = recalled.map(({ score }) => score)
  expect(scores).toHaveLength(3)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})

it('takes a memory that only one of the two searches found', async () => {
  await remember(dog, exam)
  // Nothing is embedded by it yet.
  const blind = { ...embedding, id: 'another-model' }
  const { id: personaId, tenantId } = ada
  const input = { tenantId, personaId, query: 'a dog', k: 8 }
  const timelines = createTimelineCache({ reader: open.reader, embedding: blind })
  const { recalled } = await recall({ ...deps(), timelines }, input)
  expect(recalled.map(({ foundBy }) => foundBy)).toEqual([
    {
      vectorRank: null,
      textRank: 1,
      cosine: null,
      matchedTerms: ['dog'],
      coverage: 1,
      context: 0,
    },
  ])
})

it('never recalls what was superseded, and the revision in its place', async () => {
  const [old] = await remember(dog)
  const { id: personaId, tenantId } = ada
  await supersedeEntry(
    { ...deps(), now: () => NOW, usage: { record: () => {} }, limits: noLimits, vectors },
    { tenantId, personaId, entryId: old!.id },
    { reason: 'Wrong name', entry: anEntry({ ...dog, eventLabel: 'Our dog Crumb' }) },
  )
  expect(labels(await ask('your dog'))).toEqual(['Our dog Crumb'])
})

it('says a thing once when two memories say the same', async () => {
  await remember(dog, dog)
  const answer = await ask('your dog')
  expect(labels(answer)).toEqual([dog.eventLabel])
  expect(answer.cut[0]?.reason).toBe('Says the same as "Our dog Biscuit"')
})

it('keeps to its token budget and shows what was cut for it', async () => {
  await remember(
    { ...dog, facts: `The dog ${'ran along the river and '.repeat(40)}` },
    { ...dog, eventLabel: 'The dog at the vet', facts: 'A thorn in the paw.', memoryStrength: 45 },
  )
  const answer = await ask('the dog', { tokenBudget: 60 })
  expect(labels(answer)).toEqual(['The dog at the vet'])
  expect(answer.cut.map(({ reason }) => reason)).toEqual(['Over the budget of 60 tokens'])
})

it('gives a faded memory without its facts', async () => {
  await remember({ ...dog, memoryStrength: 30 })
  const { recalled } = await ask('your dog')
  expect(recalled[0]).toMatchObject({ vividness: 'faded', directive: { kind: 'gist' } })
  expect(recalled[0]!.text).not.toContain('beagle')
})

it('lets at most one vivid pride in that nobody asked about', async () => {
  const pride = { memoryType: 'pride', memoryStrength: 90 } as const
  await remember(
    { ...exam, ...pride, facts: `${exam.facts} I drove there through the lake fog.` },
    { ...exam, ...pride, eventLabel: 'The medal', facts: 'A medal for the lake swim.' },
  )
  const { recalled } = await ask('boat trips ferries harbours sailing on the lake with friends')
  const volunteered = recalled.filter(({ directive }) => directive.kind === 'volunteer')
  expect(volunteered.length).toBeLessThanOrEqual(1)
})

it.each([
  { pressureFloor: 0, kind: 'deflect' },
  { pressureFloor: 0.49, kind: 'deflect' },
  { pressureFloor: 0.5, kind: 'admit-part' },
])('tells a shame at pressure $pressureFloor by $kind', async ({ pressureFloor, kind }) => {
  await remember({ ...exam, memoryType: 'shame', facts: 'I copied. Twelve pages of it.' })
  const { recalled } = await ask('the chemistry exam', { pressureFloor })
  expect(recalled[0]!.directive.kind).toBe(kind)
  expect(recalled[0]!.text).not.toContain('Twelve pages')
})

it('opens a repressed memory on the third probe, for good, and keeps its facts out until then', async () => {
  await remember(secret)
  let session: { pressure: Readonly<Record<string, number>>; surfaced: readonly EntryId[] } = {
    pressure: {},
    surfaced: [],
  }
  const kinds: string[] = []
  for (const query of ['the cabin fire?', 'the fire?', 'that fire!', 'nice weather', 'the fire']) {
    const answer = await ask(query, { session })
    session = answer
    const [memory] = answer.recalled
    kinds.push(memory?.directive.kind ?? 'nothing')
    if (memory?.directive.kind === 'avoid') {
      expect(memory.text).toBe('')
      expect(memory.directive.text).not.toMatch(/fire|cabin|candle/)
    }
  }
  expect(kinds).toEqual(['avoid', 'avoid', 'surface', 'nothing', 'surface'])
})

it('opens a repressed memory at once when one of its triggers occurs', async () => {
  await remember({ ...secret, metadata: { triggers: ['smell of smoke'] } })
  const before = await ask('Do you like the smell of roses, or smoke?')
  const after = await ask('There is a Smell of Smoke in here')
  expect([before, after].map(({ recalled }) => recalled[0]?.directive.kind)).toEqual([
    undefined,
    'surface',
  ])
})

it('lets pressure fall while other things are talked about', async () => {
  const [entry] = await remember(secret)
  const first = await ask('the cabin fire', { session: { pressure: {}, surfaced: [] } })
  const second = await ask('the weather', { session: first })
  expect([first.pressure, second.pressure]).toEqual([{ [entry!.id]: 25 }, { [entry!.id]: 10 }])
})

it('applies the floor to the memories that are probed and to no others', async () => {
  const [fire, cheating] = await remember(secret, { ...exam, memoryType: 'shame' })
  const session = { pressure: { [cheating!.id]: 40 }, surfaced: [] }
  const { pressure } = await ask('the cabin fire', { session, pressureFloor: 0.9 })
  expect(pressure).toEqual({ [fire!.id]: 90, [cheating!.id]: 25 })
})

it('knows nothing dated later than asOf, whatever it would have changed', async () => {
  await remember({ ...dog, eventAt: '2010-01-01' })
  const alone = await ask('your dog and the exam', { asOf: Date.parse('2012-01-01') })
  await remember(
    { ...dog, eventLabel: 'A second dog', facts: 'A terrier.', eventAt: '2020-01-01' },
    { ...exam, eventAt: '2011-01-01', knownAt: '2019-01-01' },
  )
  expect(await ask('your dog and the exam', { asOf: Date.parse('2012-01-01') })).toEqual(alone)
  expect(labels(await ask('your dog and the exam'))).toHaveLength(3)
})

it('still tells what was revised only later, as of a day before the revision', async () => {
  const [old] = await remember({ ...dog, eventAt: '2010-01-01' })
  const { id: personaId, tenantId } = ada
  const entry = anEntry({ ...dog, eventAt: '2010-01-01', eventLabel: 'Our dog Crumb' })
  await supersedeEntry(
    { ...deps(), now: () => NOW, usage: { record: () => {} }, limits: noLimits, vectors },
    { tenantId, personaId, entryId: old!.id },
    { reason: 'Wrong name', entry },
  )
  expect(labels(await ask('your dog', { asOf: NOW - 1 }))).toEqual([dog.eventLabel])
  expect(labels(await ask('your dog', { asOf: NOW }))).toEqual(['Our dog Crumb'])
  expect(labels(await ask('your dog', { maxSequence: 1 }))).toEqual([dog.eventLabel])
})

it('finds an old memory behind more later ones than a search hands on', async () => {
  await remember({ ...dog, eventAt: '2001-01-01' })
  const later = Array.from({ length: 150 }, (_, i) => ({
    ...dog,
    eventLabel: `Dog day ${i}`,
    eventAt: '2020-01-01',
  }))
  await remember(...later)
  expect(labels(await ask('your dog', { maxSequence: 1 }))).toEqual([dog.eventLabel])
})

it('narrows by the year that a question names, even where no text mentions it', async () => {
  await remember(
    { ...dog, eventAt: '2019-04-01' },
    { ...dog, facts: 'A terrier.', eventLabel: 'A second dog', eventAt: '2022-04-01' },
    { ...exam, eventAt: '2019-06-01' },
  )
  const dogs = await ask('Tell me about your dog in 2019')
  expect(labels(dogs)[0]).toBe(dog.eventLabel)
  expect(labels(dogs)).not.toContain('A second dog')
  expect(dogs.cut).toContainEqual(
    expect.objectContaining({ reason: 'Not of the time asked about: 2019' }),
  )
  expect(labels(await ask('What happened in 2019?')).sort()).toEqual(
    [dog.eventLabel, exam.eventLabel].sort(),
  )
})

it('answers a question about a time alone with the strongest memories of it', async () => {
  await remember(
    { ...dog, eventAt: '1993-04-01', memoryStrength: 60 },
    { ...exam, eventAt: '1997-06-01', memoryStrength: 90 },
    { ...exam, eventLabel: 'Another exam', eventAt: '2003-06-01', memoryStrength: 95 },
  )
  expect(labels(await ask('What were you up to in the nineties?'))).toEqual([
    exam.eventLabel,
    dog.eventLabel,
  ])
  expect(labels(await ask('What were you up to before 1950?'))).toEqual([])
})

it('shows another tenant nothing', async () => {
  await remember(dog)
  const tenantId = crypto.randomUUID() as Persona['tenantId']
  expect((await ask('your dog', { tenantId })).recalled).toEqual([])
})

it('survives questions made of what full text would take for syntax', async () => {
  await remember(dog)
  for (const query of ['"', 'dog" OR *', 'NEAR(dog) AND NOT -x', '*', '👍', "l'été — dog:*"]) {
    await expect(ask(query)).resolves.toBeDefined()
  }
})

const noLimits = {
  requireRoom: async () => {},
  requireCredits: async () => {},
  settle: async () => {},
}
