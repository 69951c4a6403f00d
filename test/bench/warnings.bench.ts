// How often each warning comes in runs of the response model in which nothing is planted, how often
// it comes where something is, and what all warnings take.
import { performance } from 'node:perf_hooks'
import { designOf } from '../../src/main/engine/domain/evidence/design-of.ts'
import { computeEvidence } from '../../src/main/engine/domain/evidence/evidence.ts'
import type { EvidenceInput } from '../../src/main/engine/domain/evidence/evidence-input.ts'
import { questionQuality } from '../../src/main/engine/domain/evidence/quality/quality.ts'
import { straightLiningOf } from '../../src/main/engine/domain/evidence/warnings/straight-lining.ts'
import { warningsOf } from '../../src/main/engine/domain/evidence/warnings/warnings.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import { printResults, type BenchResult } from './bench-result.ts'
import { plants } from './warnings/plants.ts'
import { cleanRun, people, type Shape } from './warnings/simulate.ts'

const CLEAN_RUNS = 600
const PLANTED_RUNS = 60
const shapes: readonly Shape[] = [
  { personas: 200, replicates: 1, design: 'none' },
  { personas: 100, replicates: 2, design: 'none' },
  { personas: 200, replicates: 1, design: 'between' },
  { personas: 100, replicates: 1, design: 'within' },
]
/** Each must come in one run of twenty at most. */
const tests = [
  'simpson_reversal',
  'straight_lining',
  'order_effect',
  'outliers',
  'collapsed_spread',
  'personas_alike',
  'poor_retest',
  'missing_in_group',
]
const codesOf = (input: EvidenceInput) =>
  new Set(computeEvidence(input).warnings.map(({ code }) => code))

function bench(): void {
  const pool = people(1_000)
  printResults([...falseAlarms(pool), ...finds(pool), ...speed()])
}

function falseAlarms(pool: readonly Persona[]): BenchResult[] {
  const counts = new Map(tests.map((code) => [code, 0]))
  for (let seed = 0; seed < CLEAN_RUNS; seed++)
    for (const code of codesOf(cleanRun(pool, seed, shapes[seed % shapes.length]!)))
      if (counts.has(code)) counts.set(code, counts.get(code)! + 1)
  return [
    { what: 'clean runs of 20 questions', value: CLEAN_RUNS, unit: '' },
    ...[...counts].map(([code, count]) => ({
      what: `false alarms: ${code}`,
      value: (100 * count) / CLEAN_RUNS,
      unit: '% of runs',
    })),
  ]
}

function finds(pool: readonly Persona[]): BenchResult[] {
  return plants.map(({ what, code, plant }) => {
    let found = 0
    for (let seed = 0; seed < PLANTED_RUNS; seed++)
      if (codesOf(plant(cleanRun(pool, 10_000 + seed, shapes[0]!), seed)).has(code)) found += 1
    return { what: `found: ${what}`, value: (100 * found) / PLANTED_RUNS, unit: '% of runs' }
  })
}

/** Of 10,000 tasks, two replicates each of 5,000 personas; bare is reading every answer once. */
function speed(): BenchResult[] {
  const input = cleanRun(people(5_000), 1, { personas: 5_000, replicates: 2, design: 'between' })
  const design = designOf(input)
  const { questions } = computeEvidence(input)
  const bare = median(() => {
    let sum = 0
    for (const { id } of input.questions)
      for (const answer of input.answers[id]!) sum += Number(answer?.value ?? 0) || 1
    return sum
  })
  const all = median(() => {
    for (const question of input.questions) questionQuality(input, design, question)
    const look = { input, design, questions }
    return warningsOf(look, straightLiningOf(look))
  })
  return [
    { what: 'reading 10,000 × 20 answers once', value: bare, unit: 'ms' },
    { what: 'quality and all warnings of 10,000 × 20', value: all, unit: 'ms', ratio: all / bare },
  ]
}

/** Processor time: wall time is that of whoever else is on the machine. */
function median(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage()
    const startedAt = performance.now()
    work()
    const { user, system } = process.cpuUsage(before)
    return Math.min(performance.now() - startedAt, (user + system) / 1_000)
  }).sort((a, b) => a - b)
  return times[3]!
}

bench()
