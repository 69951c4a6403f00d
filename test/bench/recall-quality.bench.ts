import { generateBiography } from '../fixtures/recall/generate-biography.ts'
import { generateDialogue } from '../fixtures/recall/generate-dialogue.ts'
import { loadAuthored } from '../fixtures/recall/load-authored.ts'
import { heldOutMaterial } from '../fixtures/recall/material-held-out.ts'
import { tuneMaterial } from '../fixtures/recall/material-tune.ts'
import type { RecallQuestion, RecallTimeline } from '../fixtures/recall/timeline.ts'
import { printResults, type BenchResult } from './bench-result.ts'
import { pairedBootstrap } from './recall-quality/paired-bootstrap.ts'
import { withStored, type StoredRecall } from './recall-quality/recall-stored.ts'
import { createSearchers, type Searchers } from './recall-quality/search-timeline.ts'

const DIALOGUES = 3
const BIOGRAPHIES = 2
const CUTS = [5, 10, 20] as const
const K = 10

/**
 * Which share of the entries that answer a question is recalled, per kind of question: vectors alone,
 * words alone, both, and textbook BM25. The search was tuned on the tune part and the authored `dev`
 * dialogues; the held-out parts share no topic, phrase or name with them.
 */
const parts = {
  'tune, generated': generated(tuneMaterial, 'tune'),
  'tune, authored': loadAuthored('dev'),
  'held out, generated': generated(heldOutMaterial, 'held-out'),
  'held out, authored': loadAuthored('heldout'),
} satisfies Record<string, readonly RecallTimeline[]>

function generated(material: typeof tuneMaterial, key: string): RecallTimeline[] {
  return [
    ...Array.from({ length: DIALOGUES }, (_, i) =>
      generateDialogue(material, `${key}-dialogue-${i}`),
    ),
    ...Array.from({ length: BIOGRAPHIES }, (_, i) =>
      generateBiography(material, `${key}-life-${i}`),
    ),
  ]
}

type Way = keyof Searchers
type Asked = { readonly question: RecallQuestion; readonly found: Readonly<Record<Way, string[]>> }

const ways: readonly Way[] = ['bm25', 'vectors', 'text', 'hybrid']
const results: BenchResult[] = []

for (const [part, timelines] of Object.entries(parts)) {
  if (timelines.length === 0) continue
  const asked = timelines.flatMap((timeline) => {
    const searchers = createSearchers(timeline)
    return timeline.questions.map((question): Asked => {
      const found = Object.fromEntries(ways.map((way) => [way, searchers[way](question.text)]))
      return { question, found: found as Asked['found'] }
    })
  })
  const entries = timelines.reduce((sum, timeline) => sum + timeline.entries.length, 0)
  console.log(
    `\n${part}: ${timelines.length} timelines, ${entries} entries, ${asked.length} questions`,
  )
  printRecall(asked)
  const gain = pairedBootstrap(
    asked.map((one) => recallAt(one, 'hybrid', K) - recallAt(one, 'bm25', K)),
  )
  console.log(
    `hybrid − BM25, recall@${K}: ${signed(gain.mean)} [${signed(gain.lower)}, ${signed(gain.upper)}]`,
  )
  results.push(
    {
      what: `${part}: hybrid recall@${K}`,
      value: mean(asked.map((one) => recallAt(one, 'hybrid', K))),
      unit: '',
    },
    {
      what: `${part}: BM25 recall@${K}`,
      value: mean(asked.map((one) => recallAt(one, 'bm25', K))),
      unit: '',
    },
    { what: `${part}: gain over BM25, lower 95 %`, value: gain.lower, unit: '' },
  )
  if (part.startsWith('held')) await reportStored(part, timelines)
}
printResults(results)

function printRecall(asked: readonly Asked[]): void {
  const kinds = [...new Set(asked.map(({ question }) => question.kind))].toSorted()
  const groups = [
    ...kinds.map((kind) => [kind, asked.filter(({ question }) => question.kind === kind)] as const),
    ['all', asked] as const,
  ]
  console.log(`${'recall@5/10/20'.padEnd(18)}${ways.map((way) => way.padStart(18)).join('')}`)
  for (const [kind, group] of groups) {
    const cells = ways.map((way) =>
      CUTS.map((k) =>
        mean(group.map((one) => recallAt(one, way, k)))
          .toFixed(3)
          .slice(1),
      ).join(' '),
    )
    console.log(
      `${`${kind} (${group.length})`.padEnd(18)}${cells.map((cell) => cell.padStart(18)).join('')}`,
    )
  }
}

/** The same questions through SQLite and the whole recall, under the default token budget. */
async function reportStored(part: string, timelines: readonly RecallTimeline[]): Promise<void> {
  const recalls: number[] = []
  const survivals: number[] = []
  const used: number[] = []
  for (const timeline of timelines) {
    await withStored(timeline, async (ask) => {
      for (const { text, evidence } of timeline.questions) {
        const free = await ask(text, K, 20_000)
        const cut = await ask(text, K)
        recalls.push(shareOf(evidence, cut.ids))
        used.push(cut.usedTokens)
        const found = evidence.filter((id) => free.ids.includes(id))
        if (found.length > 0) survivals.push(shareOf(found, cut.ids))
      }
    })
  }
  const whole = survivals.filter((share) => share === 1).length / survivals.length
  console.log(
    `whole path, k ${K}, 1,200 tokens: recall ${mean(recalls).toFixed(3)}; of the evidence found ` +
      `${(100 * mean(survivals)).toFixed(1)} % survives the budget (all of it in ${(100 * whole).toFixed(1)} % ` +
      `of questions); tokens used p50 ${quantile(used, 0.5)}, p95 ${quantile(used, 0.95)}, most ${quantile(used, 1)}`,
  )
  results.push(
    { what: `${part}: whole path recall@${K}`, value: mean(recalls), unit: '' },
    { what: `${part}: evidence surviving the budget`, value: mean(survivals), unit: '' },
  )
}

function recallAt({ question, found }: Asked, way: Way, k: number): number {
  return shareOf(question.evidence, found[way].slice(0, k))
}

function shareOf(wanted: readonly string[], got: StoredRecall['ids']): number {
  return wanted.filter((id) => got.includes(id)).length / wanted.length
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`
}
