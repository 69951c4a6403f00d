import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'

const dialogues = new URL('../fixtures/recall/authored/', import.meta.url)
const memories = new URL('../fixtures/consistency/authored/', import.meta.url)

const Dialogue = z.strictObject({
  id: z.string(),
  speakers: z.tuple([z.string(), z.string()]),
  turns: z.array(
    z.strictObject({
      id: z.string(),
      session: z.int().positive(),
      at: z.iso.datetime(),
      speaker: z.string(),
      text: z.string().min(1),
    }),
  ),
  questions: z.array(
    z.strictObject({
      question: z.string().endsWith('?'),
      kind: z.enum(['single', 'multi-hop', 'temporal', 'paraphrase']),
      evidence: z.array(z.string()).min(1),
      answer: z.string().min(1),
    }),
  ),
})

const Entry = z.strictObject({
  eventAt: z.iso.date(),
  eventLabel: z.string().min(1),
  facts: z.string().min(1),
  feelings: z.string().min(1),
  interpretation: z.string().min(1),
})

const Pair = z.strictObject({
  id: z.string(),
  persona: z.strictObject({
    firstName: z.string(),
    lastName: z.string(),
    age: z.int().positive(),
    location: z.string(),
    baseOccupation: z.string(),
    gender: z.string().optional(),
  }),
  a: Entry,
  b: Entry,
  label: z.enum(['contradiction', 'consistent']),
  kind: z.string(),
  trap: z.string().nullable(),
})

const Passage = z.strictObject({
  id: z.string(),
  genre: z.string(),
  entries: z.array(Entry).length(6),
})

it.each(filesIn(dialogues, '.json'))(
  'tells %s in order and asks only about what it says',
  (file) => {
    const { turns, questions, speakers } = Dialogue.parse(
      JSON.parse(readFileSync(new URL(file, dialogues), 'utf8')),
    )
    const ids = turns.map(({ id }) => id)
    const instants = turns.map(({ at }) => at)

    expect(repeated(ids)).toEqual([])
    expect(repeated(questions.map(({ question }) => question))).toEqual([])
    expect(instants).toEqual(instants.toSorted())
    expect(new Set(turns.map(({ speaker }) => speaker))).toEqual(new Set(speakers))
    expect(questions.flatMap(({ evidence }) => evidence).filter((id) => !ids.includes(id))).toEqual(
      [],
    )
  },
)

it.each(filesIn(memories, '.jsonl').filter((file) => file !== 'foreign-clean.jsonl'))(
  'labels about half of the pairs of %s as contradictions, and gives only the others a trap',
  (file) => {
    const pairs = linesOf(file).map((line) => Pair.parse(line))
    const contradictions = pairs.filter(({ label }) => label === 'contradiction')

    expect(repeated(pairs.map(({ id }) => id))).toEqual([])
    expect(contradictions.length / pairs.length).toBeGreaterThan(1 / 3)
    expect(contradictions.length / pairs.length).toBeLessThan(2 / 3)
    expect(pairs.filter(({ label, trap }) => (label === 'consistent') !== (trap !== null))).toEqual(
      [],
    )
  },
)

it('tells every clean passage in the order of its dates', () => {
  const passages = linesOf('foreign-clean.jsonl').map((line) => Passage.parse(line))
  expect(repeated(passages.map(({ id }) => id))).toEqual([])
  for (const { entries } of passages) {
    const dates = entries.map(({ eventAt }) => eventAt)
    expect(dates).toEqual(dates.toSorted())
  }
})

function filesIn(folder: URL, extension: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith(extension))
}

function linesOf(file: string): unknown[] {
  const lines = readFileSync(new URL(file, memories), 'utf8').trimEnd().split('\n')
  return lines.map((line): unknown => JSON.parse(line))
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}
