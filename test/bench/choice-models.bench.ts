// Models of choice and price over 10,000 interviews: reading the answers, everyone, and four parts;
// in processor time of its one thread, on which other work does not show.
import { createModel } from '../../src/main/engine/domain/evidence/models/evidence-model.ts'
import type { EvidenceInput } from '../../src/main/engine/domain/evidence/evidence-input.ts'
import { balancedSets } from '../../src/main/engine/domain/questions/designs/balanced-sets.ts'
import { choiceSets } from '../../src/main/engine/domain/questions/designs/choice-sets.ts'
import {
  createStream,
  shuffle,
  uniform,
  type DrawPart,
} from '../../src/main/engine/domain/random.ts'
import type { AnswerValue } from '../../src/shared/contract/runs.ts'
import { Question } from '../../src/shared/contract/skills.ts'
import { printResults, type BenchResult } from './bench-result.ts'

const ROWS = 10_000
const PARTS = 4
const next = createStream('choice models')
const gumbel = () => -Math.log(-Math.log(next() + 1e-12))
const worth = Array.from({ length: 60 }, () => next() - 0.5)
const names = (count: number) => Array.from({ length: count }, (_, i) => `Option ${i}`)
const drawOf = (seed: number) => ({
  shuffle: <T>(items: readonly T[], ...parts: DrawPart[]) => shuffle(items, seed, ...parts),
  uniform: (...parts: DrawPart[]) => uniform(seed, ...parts),
})
/** Of some items the one that is wanted most, or least. */
function taken(items: readonly number[], sign: number): number {
  const values = items.map((item) => sign * worth[item]! + gumbel())
  return items[values.indexOf(Math.max(...values))]!
}

type Case = { what: string; question: unknown; answer: (row: number) => unknown }
const cases: Case[] = [
  ...[5, 12].map((count) => ({
    what: `rank, ${count} options`,
    question: { type: 'rank', options: names(count) },
    answer: () => {
      const values = names(count).map((_, i) => worth[i]! + gumbel())
      return [...values.keys()]
        .toSorted((a, b) => values[b]! - values[a]!)
        .map((i) => `Option ${i}`)
    },
  })),
  ...[12, 30].map((count) => ({
    what: `max-diff, ${count} options in fours`,
    question: { type: 'maxdiff', options: names(count), setSize: 4 },
    answer: (row: number) => {
      const shape = { size: 4, count: Math.ceil((3 * count) / 4) }
      return balancedSets(count, shape, drawOf(row % 500)).map((set) => {
        const best = taken(set, 1)
        const rest = set.filter((item) => item !== best)
        const named = (item: number) => `Option ${item}`
        return { shown: set.map(named), best: named(best), worst: named(taken(rest, -1)) }
      })
    },
  })),
  ...[
    [3, 2, 2],
    [5, 5, 5, 5, 5],
  ].map((levels) => ({
    what: `conjoint, ${levels.join(' × ')}`,
    question: {
      type: 'conjoint',
      attributes: levels.map((count, i) => ({ name: `Attribute ${i}`, levels: names(count) })),
    },
    answer: (row: number) =>
      choiceSets(levels, { size: 3, count: 8 }, drawOf(row)).map((profiles) => {
        const values = profiles.map((profile) =>
          profile.reduce((sum, level, at) => sum + worth[at * 10 + level]!, gumbel()),
        )
        const best = Math.max(...values)
        return { profiles, chosen: gumbel() > best ? null : values.indexOf(best) }
      }),
  })),
  {
    what: 'price, 10 prices',
    question: { type: 'price', prices: [5, 10, 15, 20, 25, 30, 40, 50, 60, 80], currency: '€' },
    answer: (row: number) => {
      const highest = [null, 5, 10, 15, 20, 25, 30, 40, 50, 60][Math.floor(next() * 10)]
      return { highest, asked: [{ price: 5 + 5 * (row % 6), accepted: true }] }
    },
  },
]

const cohorts = Int32Array.from({ length: ROWS }, (_, row) => row % PARTS)
const design = {
  unit: Int32Array.from({ length: ROWS }, (_, row) => row),
  stratum: cohorts,
  weight: Float64Array.from({ length: ROWS }, () => 0.5 + next()),
}
const everyone = new Uint8Array(ROWS).fill(1)
const parts = Array.from({ length: PARTS }, (_, part) =>
  Uint8Array.from(cohorts, (cohort) => (cohort === part ? 1 : 0)),
)

function timed<T>(work: () => T): { ms: number; result: T } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, result }
}

const results: BenchResult[] = []
for (const { what, question: asked, answer } of cases) {
  const question = Question.parse({ id: 'q', text: 'Which?', ...(asked as object) })
  const answers = Array.from({ length: ROWS }, (_, row) => ({
    status: 'valid' as const,
    value: answer(row) as AnswerValue,
    text: '',
  }))
  const input = {
    run: { status: 'succeeded', rehearsal: false },
    answers: { q: answers },
    rows: Array.from({ length: ROWS }, (_, row) => ({ taskId: String(row) })),
  } as unknown as EvidenceInput
  const read = timed(() => createModel(input, design, question))
  const all = timed(() => read.result(everyone))
  if (!all.result.model) throw new Error(`${what}: no model`)
  const some = timed(() => parts.map((part) => read.result(part)))
  results.push(
    { what: `${what}: answers read`, value: read.ms, unit: 'ms' },
    { what: `${what}: everyone`, value: all.ms, unit: 'ms' },
    { what: `${what}: four parts`, value: some.ms, unit: 'ms' },
  )
}
printResults(results)
