import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkAdded } from '../../src/main/engine/domain/consistency/check-added.ts'
import {
  checkTimeline,
  checkTimelineInSteps,
} from '../../src/main/engine/domain/consistency/check-timeline.ts'
import { createClaimIndex } from '../../src/main/engine/domain/consistency/claim-index.ts'
import { generatePersona } from '../../src/main/engine/domain/personas/generate-persona.ts'
import { uniform } from '../../src/main/engine/domain/random.ts'
import type { TimelineEntry } from '../../src/shared/contract/timeline.ts'
import { cleanLife } from '../fixtures/consistency/clean-lives.ts'
import { makePairs, type LabelledPair } from '../fixtures/consistency/make-pairs.ts'
import { aPersona } from '../helpers/a-persona.ts'
import { aTimeline } from '../helpers/timeline-entry.ts'
import { printResults, type BenchResult } from './bench-result.ts'

const NOW = Date.UTC(2026, 10, 20)
const BOOTSTRAP = 2_000
const BIOGRAPHIES = 400
const LIVES = 60
const LONG = 10_000
const authored = join(import.meta.dirname, '..', 'fixtures', 'consistency', 'authored')

type Judged = {
  readonly cluster: string
  readonly contradiction: boolean
  readonly found: boolean
  readonly change: boolean
}

const results: BenchResult[] = []

function bench(): void {
  measurePairs('tune', judgeSuite('tune'))
  measurePairs('held-out', judgeSuite('heldOut'))
  for (const file of readdirSync(authored)
    .filter((name) => /^(?:dev|heldout).*\.jsonl$/.test(name))
    .sort())
    measurePairs(file.replace('.jsonl', ''), judgeAuthored(file))
  measureClean('generated biographies', biographies())
  measureClean(
    'lives told in prose',
    Array.from({ length: LIVES }, (_, i) => cleanLife(i)),
  )
  measureClean('foreign prose', foreignTimelines())
  measureSpeed()
  printResults(results)
}

function judgeSuite(part: 'tune' | 'heldOut'): Judged[] {
  const persona = aPersona({
    firstName: 'Robin',
    lastName: 'Vale',
    age: 59,
    location: 'Bristol, UK',
  })
  return makePairs(part).map((pair) => ({
    cluster: pair.cluster,
    contradiction: pair.contradiction,
    change: pair.trap === 'change-over-time',
    found: isFound(persona, pair),
  }))
}

function isFound(
  persona: Parameters<typeof checkTimeline>[0]['persona'],
  { entries }: Pick<LabelledPair, 'entries'>,
): boolean {
  return checkTimeline({ persona, entries, nowMs: NOW }).some(
    ({ type }) => type === 'contradiction',
  )
}

type AuthoredPair = {
  readonly id: string
  readonly persona: Partial<Parameters<typeof aPersona>[0]>
  readonly a: Partial<TimelineEntry>
  readonly b: Partial<TimelineEntry>
  readonly label: 'contradiction' | 'consistent'
  readonly trap: string | null
}

function judgeAuthored(file: string): Judged[] {
  return linesOf<AuthoredPair>(file).map(({ id, persona, a, b, label, trap }) => ({
    cluster: id,
    contradiction: label === 'contradiction',
    change: trap === 'change-over-time',
    found: isFound(aPersona({ ...persona, createdAt: '2026-01-01T00:00:00.000Z' }), {
      entries: aTimeline([a, b]),
    }),
  }))
}

function linesOf<T>(file: string): T[] {
  return readFileSync(join(authored, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

function measurePairs(name: string, judged: readonly Judged[]): void {
  const measures: readonly [string, (rows: readonly Judged[]) => number][] = [
    [
      'precision',
      (rows) =>
        share(
          rows.filter(({ found }) => found),
          ({ contradiction }) => contradiction,
        ),
    ],
    [
      'recall',
      (rows) =>
        share(
          rows.filter(({ contradiction }) => contradiction),
          ({ found }) => found,
        ),
    ],
    [
      'false alarms on change',
      (rows) =>
        share(
          rows.filter(({ change }) => change),
          ({ found }) => found,
        ),
    ],
  ]
  results.push({ what: `${name}: pairs`, value: judged.length, unit: '' })
  for (const [what, measure] of measures) {
    const [low, high] = interval(judged, measure)
    results.push({
      what: `${name}: ${what}`,
      value: measure(judged),
      unit: `[${low.toFixed(3)}, ${high.toFixed(3)}]`,
    })
  }
}

function share<T>(rows: readonly T[], is: (row: T) => boolean): number {
  return rows.length === 0 ? Number.NaN : rows.filter(is).length / rows.length
}

/** 95 %, by drawing whole templates: pairs of one template are not independent. */
function interval(
  judged: readonly Judged[],
  measure: (rows: readonly Judged[]) => number,
): readonly [number, number] {
  const clusters = [...Map.groupBy(judged, ({ cluster }) => cluster).values()]
  const drawn = Array.from({ length: BOOTSTRAP }, (_, b) =>
    measure(
      clusters.flatMap(
        (_, i) => clusters[Math.floor(uniform('bootstrap', b, i) * clusters.length)]!,
      ),
    ),
  )
    .filter((value) => !Number.isNaN(value))
    .sort((x, y) => x - y)
  const at = (quantile: number) =>
    drawn[Math.min(drawn.length - 1, Math.floor(quantile * drawn.length))] ?? Number.NaN
  return [at(0.025), at(0.975)]
}

type Timeline = {
  readonly persona: Parameters<typeof checkTimeline>[0]['persona']
  readonly entries: readonly TimelineEntry[]
}

function measureClean(name: string, timelines: readonly Timeline[]): void {
  const entries = timelines.reduce((sum, timeline) => sum + timeline.entries.length, 0)
  const alarms = timelines.reduce(
    (sum, timeline) => sum + checkTimeline({ ...timeline, nowMs: NOW }).length,
    0,
  )
  results.push(
    { what: `${name}: entries`, value: entries, unit: '' },
    { what: `${name}: false alarms`, value: (alarms / entries) * 1_000, unit: 'per 1,000 entries' },
  )
}

function biographies(): Timeline[] {
  return Array.from({ length: BIOGRAPHIES }, (_, i) => {
    const seed = {
      firstName: ['Maria', 'Jan', 'Ada', 'Omar', 'Ines'][i % 5]!,
      lastName: `Berg ${i}`,
      age: 18 + ((i * 7) % 70),
      location: ['Leeds, UK', 'Oslo', 'Lyon, France', 'Chicago, USA', 'Porto', 'Krakow'][i % 6]!,
      baseOccupation: [
        'nurse',
        'retired carpenter',
        'student',
        'teacher',
        'unemployed welder',
        'lawyer',
      ][i % 6]!,
      gender: i % 2 ? 'man' : 'woman',
      ...(i % 4
        ? { household: ['', 'married, 2 children', 'lives alone', 'widowed'][i % 4]! }
        : {}),
    }
    const { biography } = generatePersona(seed, { randomSeed: i, now: NOW })
    const persona = aPersona({ ...seed, createdAt: new Date(NOW).toISOString() })
    const entries = biography.map(({ knownAt = undefined, metadata = {}, ...entry }) => ({
      ...entry,
      metadata,
      ...(knownAt === undefined ? {} : { knownAt }),
    }))
    return { persona, entries: aTimeline(entries) }
  })
}

function foreignTimelines(): Timeline[] {
  const persona = aPersona({ firstName: 'Robin', lastName: 'Vale', age: 110, location: 'Nowhere' })
  return linesOf<{ entries: Partial<TimelineEntry>[] }>('foreign-clean.jsonl').map(
    ({ entries }) => ({
      persona,
      entries: aTimeline(entries),
    }),
  )
}

function measureSpeed(): void {
  const persona = cleanLife(0).persona
  const facts = Array.from({ length: LIVES }, (_, i) => [
    ...biographies()[i]!.entries,
    ...cleanLife(i).entries,
  ]).flat()
  // One person's timeline: other people's memories would be all contradictions.
  const long = Array.from({ length: LONG }, (_, i) => ({
    ...facts[i % facts.length]!,
    sequence: i + 1,
  }))
  const entries = aTimeline(long.map(({ id, ...entry }) => (id === "" ? {} : entry)))
  const thousand = entries.slice(0, 1_000)
  const words = () =>
    thousand.reduce(
      (sum, entry) =>
        sum +
        (`${entry.eventLabel} ${entry.facts} ${entry.feelings} ${entry.interpretation}`.match(
          /\w+/g,
        )?.length ?? 0),
      0,
    )
  const bare = median(words)
  const check = median(() => checkTimeline({ persona, entries: thousand, nowMs: NOW }))
  const index = median(() => createClaimIndex(persona, thousand))
  results.push(
    { what: 'splitting 1,000 memories into words', value: bare, unit: 'ms' },
    { what: 'reading the claims of 1,000 memories', value: index, unit: 'ms', ratio: index / bare },
    { what: 'checking 1,000 memories', value: check, unit: 'ms', ratio: check / bare },
  )
  const kept = createClaimIndex(persona, entries)
  const appended = aTimeline([{ facts: 'I was born in Cairo, and I live in Lima.' }]).map(
    (entry) => ({ ...entry, sequence: LONG + 1 }),
  )
  const append = median(() =>
    checkAdded({
      persona,
      entries: appended,
      added: new Set([appended[0]!.id]),
      nowMs: NOW,
      index: kept,
    }),
  )
  results.push({
    what: 'checking one memory appended to 10,000',
    value: append,
    unit: 'ms',
    ratio: append / bare,
  })
  results.push({
    what: 'longest step of checking 10,000, p99',
    value: longestStep(persona, entries),
    unit: 'ms',
  })
}

function median(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const startedAt = performance.now()
    work()
    return performance.now() - startedAt
  }).sort((a, b) => a - b)
  return times[3]!
}

function longestStep(persona: Timeline['persona'], entries: readonly TimelineEntry[]): number {
  const steps = checkTimelineInSteps({ persona, entries, nowMs: NOW })
  const times: number[] = []
  for (;;) {
    const startedAt = performance.now()
    const step = steps.next()
    times.push(performance.now() - startedAt)
    if (step.done) break
  }
  times.sort((a, b) => a - b)
  return times[Math.floor(times.length * 0.99)]!
}

bench()
