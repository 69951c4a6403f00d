import { readFileSync } from 'node:fs'
import type { ThemeAssignment } from '../../src/main/engine/domain/evidence/evidence-input.ts'
import { hashingEmbedding } from '../../src/main/engine/domain/text/hashing-embedding.ts'
import { findThemes } from '../../src/main/engine/domain/themes/find-themes.ts'
import {
  adjustedRand,
  normalisedMutualInformation,
} from '../../src/main/engine/domain/themes/partition-agreement.ts'
import { packPoints } from '../../src/main/engine/domain/themes/points.ts'
import { clusterSphere } from '../../src/main/engine/domain/themes/sphere.ts'
import type { ThemesWork } from '../../src/main/engine/themes/themes.worker.ts'
import { runWorker } from '../../src/main/engine/workers/run-worker.ts'
import { printResults, type BenchResult } from './bench-result.ts'

const SEEDS = 20
const MANY = 10_000
const REPEATS = 3

/** How far the themes found agree with the topics that answers were written to, and what they take. */
const sets = {
  'remote work, looked at': 'remote-work',
  'surgery, looked at': 'surgery',
  'streaming, held out': 'streaming',
} as const

type Labelled = { readonly topics: readonly string[]; readonly texts: readonly string[] }

function load(name: string): Labelled {
  const lines = readFileSync(`test/fixtures/themes/${name}.tsv`, 'utf8').trim().split('\n')
  const rows = lines.map((line) => line.split('\t'))
  return { topics: rows.map(([topic]) => topic!), texts: rows.map(([, text]) => text!) }
}

type Score = { readonly rand: number; readonly information: number }

/** Over the answers that have a topic and a theme. */
function score(topics: readonly string[], themeOf: ArrayLike<number>): Score {
  const names = [...new Set(topics)]
  const rows = [...topics.keys()].filter((row) => topics[row] !== '-' && themeOf[row]! >= 0)
  const truth = rows.map((row) => names.indexOf(topics[row]!))
  const found = rows.map((row) => themeOf[row]!)
  return {
    rand: adjustedRand(truth, found),
    information: normalisedMutualInformation(truth, found),
  }
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length

function quality(name: string, { topics, texts }: Labelled): BenchResult[] {
  const vectors = texts.map(hashingEmbedding)
  const points = packPoints(vectors)
  const seeds = Array.from({ length: SEEDS }, (_, seed) => `bench ${seed}`)
  const found = seeds.map((seed) => findThemes(texts, vectors, seed))
  const scores = found.map(({ themeOf }) => score(topics, themeOf))
  // As many clusters, in the space of the vectors themselves.
  const bare = found.map(({ labels }, i) =>
    score(topics, clusterSphere(points, labels.length, seeds[i]!).clusterOf),
  )
  const part = (
    isIt: (one: ThemeAssignment, row: number) => boolean,
    of: (row: number) => boolean,
  ) =>
    mean(
      found.map((one) => {
        const rows = [...topics.keys()].filter(of)
        return rows.filter((row) => isIt(one, row)).length / rows.length
      }),
    )
  const isUnclear = ({ themeOf }: ThemeAssignment, row: number) => themeOf[row]! < 0
  const rand = mean(scores.map((one) => one.rand))
  const bareRand = mean(bare.map((one) => one.rand))
  return [
    { what: `${name}: adjusted Rand`, value: rand, unit: '', ratio: rand / bareRand },
    { what: '  adjusted Rand, bare k-means', value: bareRand, unit: '' },
    {
      what: '  normalised mutual information',
      value: mean(scores.map((one) => one.information)),
      unit: '',
    },
    {
      what: '  of answers without a topic, left unclear',
      value: 100 * part(isUnclear, (row) => topics[row] === '-'),
      unit: '%',
    },
    {
      what: '  of answers with one, left unclear',
      value: 100 * part(isUnclear, (row) => topics[row] !== '-'),
      unit: '%',
    },
  ]
}

/** Two answers in one, so that there are as many different ones as there are people. */
function manyAnswers(): string[] {
  const texts = Object.values(sets).flatMap((name) => load(name).texts)
  return Array.from(
    { length: MANY },
    (_, i) =>
      `${texts[(i * 7919) % texts.length]}. ${texts[(i * 104_729 + 13) % texts.length]} (${i})`,
  )
}

async function speed(): Promise<BenchResult[]> {
  const texts = manyAnswers()
  const vectors = texts.map(hashingEmbedding)
  const inWorker: number[] = []
  const cpu: number[] = []
  const module = new URL('../../src/main/engine/themes/codebooks.ts', import.meta.url).href
  for (let i = 0; i < REPEATS; i++) {
    const answers = { taskIds: texts.map((_, row) => String(row)), texts, vectors, asked: '' }
    const startedAt = performance.now()
    const before = process.cpuUsage()
    await runWorker<ThemesWork, ThemeAssignment>(module, 'themes', {
      kind: 'code',
      answers,
      seed: 'bench',
      codebook: undefined,
    })
    inWorker.push(performance.now() - startedAt)
    // Of all threads: what somebody else's work on the machine does not lengthen much.
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1000)
  }
  const median = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
  return [
    { what: '10,000 answers, in a worker, its start too', value: median(inWorker), unit: 'ms' },
    { what: '  CPU of that', value: median(cpu), unit: 'ms' },
  ]
}

const results = Object.entries(sets).flatMap(([name, file]) => quality(name, load(file)))
results.push(...(await speed()))
printResults(results)
