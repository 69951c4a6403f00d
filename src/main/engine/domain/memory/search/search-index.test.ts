import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashingEmbedding } from '../../text/hashing-embedding.ts'
import { entryFeatures } from './features.ts'
import { buildPersonaIndex, extendPersonaIndex, type IndexRow } from './persona-index.ts'
import { searchIndex } from './search-index.ts'

const NOW = Date.parse('2023-12-01T00:00:00.000Z')
const DAY_MS = 86_400_000

type Turn = { readonly facts: string; readonly at?: string; readonly label?: string }

function rowOf(
  { facts, at = '2023-05-08T10:00:00.000Z', label = 'A talk' }: Turn,
  i: number,
): IndexRow {
  const entry = {
    eventLabel: label,
    facts,
    feelings: 'Neutral.',
    interpretation: 'Part of a conversation.',
    emotionTags: [],
    memoryType: 'normal' as const,
  }
  return {
    sequence: i + 1,
    eventAtMs: Date.parse(at),
    features: entryFeatures(entry, at),
    vector: hashingEmbedding(facts),
  }
}

function ask(turns: readonly (Turn | string)[], text: string, visible: Uint8Array | null = null) {
  const rows = turns.map((turn, i) => rowOf(typeof turn === 'string' ? { facts: turn } : turn, i))
  return searchRows(rows, text, visible)
}

function searchRows(rows: readonly IndexRow[], text: string, visible: Uint8Array | null = null) {
  const query = { text, vector: hashingEmbedding(text), nowMs: NOW, limit: 50 }
  return searchIndex(buildPersonaIndex(rows), query, visible)
}

const order = (result: ReturnType<typeof ask>) => result.candidates.map(({ row }) => row)

const filler = [
  'Ben: The bus was late again.',
  'Ada: I had toast for dinner.',
  'Ben: My phone is nearly empty.',
  'Ada: It rained all day.',
]

describe('what does not exist', () => {
  const lines = [
    'Ada: I bought a blue canoe at the harbour yesterday.',
    'Ben: Where did you get that canoe?',
    'Ada: From an old man by the lighthouse.',
    'Cleo: I paint canoes, in May 2019 I painted nine.',
    'Ben: My sister sailed to Oban.',
    'Ada: We moved house before the storm.',
  ]
  const anyRow = fc.record({
    facts: fc.constantFrom(...lines),
    hour: fc.integer({ min: 0, max: 60 }),
    exists: fc.boolean(),
    key: fc.constantFrom(null, null, 'session'),
  })

  it('influences nothing: ranks, scores, statistics, neighbours, speakers', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 24 }),
        fc.constantFrom(
          'Where did Ada buy the canoe?',
          'What did Cleo paint in May 2019?',
          'What happened before the move?',
          'Who sailed?',
          'What happened in 2023?',
        ),
        (items, question) => {
          const rows = items.map(({ facts, hour, key }, i) => ({
            ...rowOf(
              { facts, at: new Date(NOW - 90 * DAY_MS + hour * 3_600_000).toISOString() },
              i,
            ),
            sessionKey: key,
          }))
          const visible = Uint8Array.from(items, ({ exists }) => (exists ? 1 : 0))
          const existing = rows.filter((_, i) => visible[i] === 1)
          const all = searchRows(rows, question, visible)
          const alone = searchRows(existing, question)
          expect(
            all.candidates.map(({ row, ...rest }) => ({ ...rest, row: rows[row]!.sequence })),
          ).toEqual(
            alone.candidates.map(({ row, ...rest }) => ({ ...rest, row: existing[row]!.sequence })),
          )
          expect(all.window).toEqual(alone.window)
        },
      ),
    )
  })
})

it('finds the same whether rows came at once or later', () => {
  const rows = [...filler, 'Ada: I bought a canoe.', 'Ben: A canoe!'].map((facts, i) =>
    rowOf({ facts }, i),
  )
  const grown = buildPersonaIndex(rows.slice(0, 2))
  extendPersonaIndex(grown, rows.slice(2, 3))
  extendPersonaIndex(grown, rows.slice(3))
  const query = { text: 'canoe', vector: hashingEmbedding('canoe'), nowMs: NOW, limit: 50 }
  expect(searchIndex(grown, query, null)).toEqual(searchRows(rows, 'canoe'))
})

it('finds by text alone, by vector alone, and says which', () => {
  const rows = [
    rowOf({ facts: 'Ada: I bought a canoe.' }, 0),
    { ...rowOf({ facts: 'Ben: Toast.' }, 1) },
  ]
  const query = { text: 'canoe', nowMs: NOW, limit: 50 }
  const index = buildPersonaIndex(rows)
  const [first, ...others] = searchIndex(index, { ...query, vector: null }, null).candidates
  expect(first!.match).toMatchObject({
    textRank: 1,
    vectorRank: null,
    cosine: null,
    matchedTerms: ['canoe'],
  })
  expect(others.every(({ match }) => match.coverage === 0)).toBe(true)
  const both = searchIndex(index, { ...query, vector: hashingEmbedding('toast') }, null)
  expect(both.candidates.find(({ row }) => row === 1)!.match).toMatchObject({ vectorRank: 1 })
})

it('knows nothing on what nobody talked about', () => {
  const { candidates } = ask(filler, 'Explain quantum chromodynamics')
  expect(candidates.every(({ match }) => match.coverage === 0 && match.textRank === null)).toBe(
    true,
  )
})

it.each([
  ['What did Ada buy?', 0],
  ['What did Ben buy?', 1],
])('prefers who the question names: %s', (question, row) => {
  const turns = [
    'Ada: I bought a canoe at the harbour.',
    'Ben: I bought a piano at the harbour.',
    ...filler,
    'Ada: Tell me more, Ben.',
  ]
  // Without vectors, which hold the names as words.
  const rows = turns.map((facts, i) => ({ ...rowOf({ facts }, i), vector: null }))
  expect(order(searchRows(rows, question))[0]).toBe(row)
})

it('finds the answer beside its question', () => {
  const turns = [
    ...filler,
    'Ben: What is the name of your new boat?',
    'Ada: Marigold, after my nan.',
    ...filler,
  ]
  const { candidates } = ask(turns, 'What is the boat of Ada called?')
  expect(candidates.slice(0, 2).map(({ row }) => row)).toEqual(expect.arrayContaining([5]))
  expect(candidates.find(({ row }) => row === 5)!.match.context).toBeGreaterThan(0)
})

it('takes nothing from the conversation of another day', () => {
  const answer = { facts: 'Ada: Marigold, after my nan.', at: '2023-06-30T10:00:00.000Z' }
  const { candidates } = ask([...filler, 'Ben: What is your new boat?', answer], 'the new boat')
  expect(candidates.find(({ row }) => row === 5)!.match.context).toBe(0)
})

it.each([
  ['Which pet does she have?', 'Ada: Our dog ate the cushion.'],
  ['What does her mother do?', 'Ada: Mum drives a tram.'],
  ['What did she buy?', 'Ada: I bought it.'],
  ['Was she in hospital?', 'Ada: They kept me on the ward, hospitalised.'],
  ['photos', 'Ada: Photography is all I do.'],
])('knows other words for the same: %s', (question, facts) => {
  expect(order(ask([...filler, facts], question))[0]).toBe(4)
})

describe('times', () => {
  const turns = [
    { facts: 'Ada: I painted a barn.', at: '2023-03-10T10:00:00.000Z' },
    { facts: 'Ada: I painted a lighthouse.', at: '2023-05-20T10:00:00.000Z' },
    { facts: 'Ada: Last month I painted a harbour.', at: '2023-06-05T10:00:00.000Z' },
    { facts: 'Ada: I painted a mill.', at: '2023-09-05T10:00:00.000Z' },
  ]
  const at = (question: string) => ask(turns, question)

  it('are those of an entry, and those that its text names', () => {
    expect(order(at('What did Ada paint in May 2023?')).slice(0, 2).toSorted()).toEqual([1, 2])
    expect(order(at('What did Ada paint in March?'))[0]).toBe(0)
  })

  it('alone are enough to ask for', () => {
    const { candidates, onlyTime } = at('What happened in September 2023?')
    expect(onlyTime).toBe(true)
    expect(candidates[0]).toMatchObject({ row: 3, match: { coverage: 1, time: 1 } })
  })

  it('may be told by an event, whose own words do not have to recur', () => {
    const events = [
      { facts: 'I lived in a tent.', at: '2001-03-10T00:00:00.000Z' },
      { facts: 'I moved to Porto for good.', at: '2008-03-10T00:00:00.000Z' },
      { facts: 'I lived over a bakery.', at: '2012-03-10T00:00:00.000Z' },
    ]
    const lived = (question: string) => order(ask(events, question)).filter((row) => row !== 1)
    expect(lived('Where did you live before the move to Porto?')).toEqual([0, 2])
    expect(lived('Where did you live after the move to Porto?')).toEqual([2, 0])
    expect(ask(events, 'Where did you live after the move to Porto?').window).toMatchObject({
      narrows: false,
      label: 'after the move to Porto',
    })
  })

  it('favour a turn that names one when the question is when', () => {
    const when = ['Ada: Oh dear, the race!', 'Ada: The race was last Friday.', ...filler]
    expect(order(ask(when, 'When was the race?'))[0]).toBe(1)
  })
})

it('asks on for what a word stands for where all entries say the word itself', () => {
  const told = [...filler, ...filler, ...filler, 'Ada: My sister called from Oslo.']
  const turns = told.map((facts) => ({ facts, label: 'Two friends talk about family and work' }))
  const { candidates } = ask(turns, 'What is the news of her family?')
  expect(candidates[0]!.row).toBe(12)
  expect(candidates[1]!.match.coverage).toBeLessThan(candidates[0]!.match.coverage / 2)
})
