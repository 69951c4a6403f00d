import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anEntry, insertPersona } from '../../../../test/helpers/seeded-persona.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import { openDatabase, type OpenDatabase } from '../db/open.ts'
import type { Horizon } from '../domain/memory/existing-rows.ts'
import { entryFeatures } from '../domain/memory/search/features.ts'
import { buildPersonaIndex } from '../domain/memory/search/persona-index.ts'
import { createOfflineEmbedding } from '../models/offline-embedding.ts'
import { insertPrepared, prepareEntries } from './append-entries.ts'
import { memoryTypes } from './feature-record.ts'
import { listEntries, markSuperseded } from './memory.repo.ts'
import { recall, type RecallInput } from './recall.ts'
import { createTimelineCache, type Timelines } from './timeline-cache.ts'
import { createTimelineReader } from './timeline-reader.ts'

const embedding = createOfflineEmbedding()
const DAY_MS = 86_400_000
const START = Date.UTC(2000, 0)

const words =
  `lake boat dog garden exam train market letter sister wedding storm bicycle choir winter
  cabin river school doctor journey kitchen`.split(/\s+/)

const word = fc.constantFrom(...words)
const day = fc.integer({ min: 0, max: 40 })
const types = fc.constantFrom('normal', 'normal', 'pride', 'shame', 'repressed', 'exaggerated')

const anyEntry = fc.record({
  label: fc.tuple(word, word),
  facts: fc.array(word, { minLength: 1, maxLength: 8 }),
  eventDay: day,
  knownAfter: fc.integer({ min: 0, max: 5 }),
  memoryType: types,
  memoryStrength: fc.integer({ min: 0, max: 100 }),
  trigger: word,
  asks: fc.boolean(),
})

const step = fc.oneof(
  { weight: 3, arbitrary: fc.array(anyEntry, { minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.record({ revise: fc.nat(), by: anyEntry }) },
)

const question = fc.record({
  query: fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => `the ${list.join(' and ')}?`),
  asOfDay: fc.option(day),
  maxSequence: fc.option(fc.integer({ min: 0, max: 30 })),
})

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type AnyEntry = typeof anyEntry extends fc.Arbitrary<infer T> ? T : never

function toNew(entry: AnyEntry, memoryType: string = entry.memoryType) {
  const at = (days: number) => new Date(START + days * DAY_MS).toISOString()
  return anEntry({
    eventLabel: `The ${entry.label.join(' of the ')}`,
    facts: `It was the ${entry.facts.join(' with the ')}${entry.asks ? '?' : '.'}`,
    eventAt: at(entry.eventDay),
    knownAt: at(entry.eventDay + entry.knownAfter),
    memoryType: memoryType as TimelineEntry['memoryType'],
    memoryStrength: entry.memoryStrength,
    metadata: { triggers: [entry.trigger] },
  })
}

async function take({ db }: OpenDatabase, ada: Persona, one: Step): Promise<void> {
  const owner = { tenantId: ada.tenantId, personaId: ada.id }
  if (Array.isArray(one)) {
    const entries = one.map((entry) => toNew(entry))
    const prepared = await prepareEntries({ embedding }, [{ ...owner, entries, source: 'user' }])
    await db.transaction().execute((trx) => insertPrepared(trx, prepared, 0))
    return
  }
  const filter = { limit: 1_000, includeSuperseded: 'false' as const, after: 0 }
  const current = await listEntries(db, owner, filter)
  if (current.length === 0) return
  const old = current[one.revise % current.length]!
  const entries = [toNew(one.by, 'revised')]
  const prepared = await prepareEntries({ embedding }, [{ ...owner, entries, source: 'user' }])
  await db.transaction().execute(async (trx) => {
    const revision = prepared.map((entry) => ({ ...entry, supersedes: old.id }))
    const [by] = await insertPrepared(trx, revision, 0)
    await markSuperseded(trx, owner, { entryId: old.id, by: by!.id, reason: 'It was otherwise' })
  })
}

/** What exists, told from the entries one by one, and compared with nothing kept and nothing packed. */
function plainTimelines(open: OpenDatabase, horizon: Horizon): Timelines {
  const stored = createTimelineReader(open.reader, embedding.id)
  return {
    stored,
    async open(owner) {
      const filter = { limit: 1_000, includeSuperseded: 'true' as const, after: 0 }
      const all = await listEntries(open.db, owner, filter)
      const exists = (entry: TimelineEntry) =>
        Date.parse(entry.eventAt) <= (horizon.asOf ?? Infinity) &&
        Date.parse(entry.knownAt) <= (horizon.asOf ?? Infinity) &&
        entry.sequence <= (horizon.maxSequence ?? Infinity)
      const visible = all.filter(
        (entry) => exists(entry) && !all.some((by) => by.id === entry.supersededBy && exists(by)),
      )
      const texts = visible.map((entry) =>
        [entry.eventLabel, entry.facts, entry.feelings, entry.interpretation].join('\n'),
      )
      const withTags = texts.map((text, i) => [text, visible[i]!.emotionTags.join(' ')])
      const vectors = await embedding.embed(
        withTags.map((parts) => parts.filter(Boolean).join('\n')),
      )
      const rows = open.sqlite.prepare('select row from timeline_entry where id = ?').pluck()
      return {
        index: buildPersonaIndex(
          visible.map((entry, i) => ({
            sequence: entry.sequence,
            eventAtMs: Date.parse(entry.eventAt),
            features: entryFeatures(entry, entry.eventAt),
            vector: vectors[i]!,
          })),
        ),
        entryRows: visible.map(({ id }) => rows.get(id) as number),
        knownAtMs: visible.map(({ knownAt }) => Date.parse(knownAt)),
        strengths: visible.map(({ memoryStrength }) => memoryStrength),
        types: visible.map(({ memoryType }) => memoryTypes.indexOf(memoryType)),
        memories: new Map(),
        supersededBy: null,
      }
    },
  }
}

it('recalls the same from memory, from disk, and from what is visible alone', async () => {
  const steps = fc.array(fc.record({ step, question }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const open = await openDatabase(':memory:')
      const { db, reader } = open
      const ada = await insertPersona(db)
      const live = createTimelineCache({ reader, embedding })
      for (const { step: one, question: asked } of all) {
        await take(open, ada, one)
        const asOf = asked.asOfDay === null ? null : START + asked.asOfDay * DAY_MS
        const input: RecallInput = {
          tenantId: ada.tenantId,
          personaId: ada.id,
          query: asked.query,
          k: 5,
          ...(asOf === null ? {} : { asOf }),
          ...(asked.maxSequence === null ? {} : { maxSequence: asked.maxSequence }),
        }
        const by = (timelines: Timelines) => recall({ db, embedding, timelines }, input)
        const horizon = { asOf, maxSequence: asked.maxSequence }
        const expected = await by(plainTimelines(open, horizon))
        expect(await by(live)).toEqual(expected)
        expect(await by(createTimelineCache({ reader, embedding }))).toEqual(expected)
      }
      await open.close()
    }),
    { numRuns: 60 },
  )
}, 60_000)

it('finds what is committed at once, and nothing of a transaction that is still open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recall-paths-'))
  const { db, reader, close } = await openDatabase(join(folder, 'workspace.db'))
  const ada = await insertPersona(db)
  const owner = { tenantId: ada.tenantId, personaId: ada.id }
  const timelines = createTimelineCache({ reader, embedding })
  const ask = async () =>
    (
      await recall({ db, embedding, timelines }, { ...owner, query: 'the lake', k: 8 })
    ).recalled.map(({ eventLabel }) => eventLabel)
  const lake = (eventLabel: string) =>
    prepareEntries({ embedding }, [
      { ...owner, entries: [anEntry({ eventLabel, facts: 'The lake.' })], source: 'user' },
    ])

  const [first, second] = [await lake('First at the lake'), await lake('Second at the lake')]
  await db.transaction().execute((trx) => insertPrepared(trx, first, 0))
  const before = await ask()
  const during = await db.transaction().execute(async (trx) => {
    await insertPrepared(trx, second, 0)
    return ask()
  })
  const after = await ask()
  await close()
  await rm(folder, { recursive: true })

  expect({ before, during }).toEqual({ before: ['First at the lake'], during: before })
  expect(after.toSorted()).toEqual(['First at the lake', 'Second at the lake'])
})

it('forgets the timelines asked longest ago when they take too much room', async () => {
  const open = await openDatabase(':memory:')
  const { db, reader } = open
  const people = [await insertPersona(db)]
  people.push(await insertPersona(db, { tenantId: people[0]!.tenantId }))
  for (const { id: personaId, tenantId } of people) {
    const entries = Array.from({ length: 50 }, (_, i) => anEntry({ facts: `Fact ${i}` }))
    const items = [{ personaId, tenantId, entries, source: 'user' as const }]
    const prepared = await prepareEntries({ embedding }, items)
    await db.transaction().execute((trx) => insertPrepared(trx, prepared, 0))
  }
  const keptOf = async (maxBytes: number) => {
    const timelines = createTimelineCache({ reader, embedding, maxBytes })
    const owner = ({ id: personaId, tenantId }: Persona) => ({ personaId, tenantId })
    const [one, two] = people.map(owner)
    const first = await timelines.open(one!)
    await timelines.open(two!)
    return (await timelines.open(one!)) === first
  }

  expect([await keptOf(1_000_000), await keptOf(30_000)]).toEqual([true, false])
  await open.close()
})
