import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import quantile from '@stdlib/stats-base-dists-beta-quantile'
import { lintSkill } from '../../src/main/engine/domain/skills/lint/lint-skill.ts'
import {
  LintRule,
  type DraftQuestion,
  type LintSkillRequest,
} from '../../src/shared/contract/skill-lint.ts'
import { printResults, type BenchResult } from './bench-result.ts'

type Line = {
  readonly id: string
  readonly kind: 'question' | 'objective' | 'instructions'
  readonly question?: DraftQuestion
  readonly text?: string
  readonly labels: readonly LintRule[]
  readonly either?: readonly LintRule[]
}
type Judged = { readonly line: Line; readonly found: ReadonlySet<LintRule> }

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'lint')
const LINTED = 20
const ROUNDS = 200
const results: BenchResult[] = []

function bench(): void {
  measureSpeed()
  for (const part of ['dev', 'heldout'] as const) {
    const judged = linesOf(part).map((line) => ({ line, found: findingsOf(line) }))
    // What is held out is only counted: reading its lines would tune the rules to them.
    if (part === 'dev' && process.argv.includes('--misses')) printMisses(judged)
    measureRules(part, judged)
    measureClean(part, judged)
  }
  printResults(results)
}

function linesOf(part: 'dev' | 'heldout'): Line[] {
  return readFileSync(join(fixtures, `${part}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

function findingsOf(line: Line): Set<LintRule> {
  const body: LintSkillRequest =
    line.kind === 'question' ? { questions: [line.question!] } : { [line.kind]: line.text }
  return new Set(lintSkill(body).map(({ rule }) => rule))
}

function measureRules(part: string, judged: readonly Judged[]): void {
  for (const rule of LintRule.options) {
    const counted = judged.filter(({ line }) => !line.either?.includes(rule))
    const labelled = counted.filter(({ line }) => line.labels.includes(rule))
    const found = counted.filter((one) => one.found.has(rule))
    const right = found.filter(({ line }) => line.labels.includes(rule))
    results.push(
      proportion(`${part} ${rule}: precision`, right.length, found.length),
      proportion(`${part} ${rule}: recall`, right.length, labelled.length),
    )
  }
}

function measureClean(part: string, judged: readonly Judged[]): void {
  const clean = judged.filter(({ line }) => line.labels.length === 0 && !line.either)
  const flagged = clean.filter(({ found }) => found.size > 0)
  results.push(
    { what: `${part}: lines`, value: judged.length, unit: '' },
    proportion(`${part}: clean ones flagged`, flagged.length, clean.length),
  )
}

/** With its 95 % interval (Clopper & Pearson 1934). */
function proportion(what: string, x: number, n: number): BenchResult {
  const low = x === 0 ? 0 : quantile(0.025, x, n - x + 1)
  const high = x === n ? 1 : quantile(0.975, x + 1, n - x)
  const interval = `[${low.toFixed(2)}, ${high.toFixed(2)}]`
  return { what, value: n === 0 ? Number.NaN : x / n, unit: `${x}/${n} ${interval}` }
}

function printMisses(judged: readonly Judged[]): void {
  for (const { line, found } of judged) {
    const missed = line.labels.filter((rule) => !found.has(rule))
    const alarms = [...found].filter(
      (rule) => !line.labels.includes(rule) && !line.either?.includes(rule),
    )
    if (missed.length + alarms.length === 0) continue
    const words = line.text ?? JSON.stringify(line.question)
    console.log(line.id, 'missed:', missed.join(' '), '| alarms:', alarms.join(' '), '|', words)
  }
}

function measureSpeed(): void {
  const questions = linesOf('dev').flatMap(({ question }) => (question ? [question] : []))
  const bodies = Array.from({ length: ROUNDS }, (_, round) => ({
    objective: 'Find out what people think of the app.',
    questions: Array.from(
      { length: LINTED },
      (_, i) => questions[(round * LINTED + i) % questions.length]!,
    ),
  }))
  const bare = median(bodies.map((body) => timed(() => wordsOf(body.questions))))
  const [first, ...all] = bodies.map((body) => timed(() => lintSkill(body)))
  results.push(
    { what: `splitting ${LINTED} questions into words`, value: bare, unit: 'ms' },
    {
      what: `linting ${LINTED} questions`,
      value: median(all),
      unit: 'ms',
      ratio: median(all) / bare,
    },
    {
      what: `linting ${LINTED} questions, p95`,
      value: all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)]!,
      unit: 'ms',
    },
    { what: `the first ${LINTED} questions of a process`, value: first!, unit: 'ms' },
  )
}

function wordsOf(questions: readonly DraftQuestion[]): number {
  return questions.reduce((sum, { text }) => sum + (text?.match(/\w+/g)?.length ?? 0), 0)
}

function timed(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
}

bench()
