import { generateBiography } from '../fixtures/recall/generate-biography.ts'
import { generateDialogue } from '../fixtures/recall/generate-dialogue.ts'
import { loadAuthored } from '../fixtures/recall/load-authored.ts'
import { heldOutMaterial } from '../fixtures/recall/material-held-out.ts'
import { tuneMaterial } from '../fixtures/recall/material-tune.ts'
import type { RecallQuestion, RecallTimeline } from '../fixtures/recall/timeline.ts'
import { unrelatedQuestions } from '../fixtures/recall/unrelated-questions.ts'
import { printResults, type BenchResult } from './bench-result.ts'
import { pairedBootstrap } from './recall-quality/paired-bootstrap.ts'
import { withStored, type StoredRecall } from './recall-quality/recall-stored.ts'
import { createSearchers, type Searchers } from './recall-quality/search-timeline.ts'

const DIALOGUES = 3
const BIOGRAPHIES = 2
const CUTS = [5, 10, 20] as const
const K = 10
// As asked, for many at once, and for want of room.
const budgets = [
  { k: K, tokenBudget: 1_200 },
  { k: 50, tokenBudget: 1_200 },
  { k: K, tokenBudget: 400 },
] as const
const ROOM_FOR_ALL = 20_000

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
  const gain = gainOver(asked)
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

/** Hybrid minus BM25, recall@10, question by question. */
function gainOver(asked: readonly Asked[]): ReturnType<typeof pairedBootstrap> {
  return pairedBootstrap(asked.map((one) => recallAt(one, 'hybrid', K) - recallAt(one, 'bm25', K)))
}

function printRecall(asked: readonly Asked[]): void {
  const kinds = [...new Set(asked.map(({ question }) => question.kind))].toSorted()
  const groups = [
    ...kinds.map((kind) => [kind, asked.filter(({ question }) => question.kind === kind)] as const),
    ['all', asked] as const,
  ]
  console.log(
    `${'recall@5/10/20'.padEnd(18)}${ways.map((way) => way.padStart(18)).join('')}   hybrid − BM25, @${K}`,
  )
  for (const [kind, group] of groups) {
    const cells = ways.map((way) =>
      CUTS.map((k) => share(mean(group.map((one) => recallAt(one, way, k))))).join(' '),
    )
    console.log(
      `${`${kind} (${group.length})`.padEnd(18)}${cells.map((cell) => cell.padStart(18)).join('')}   ${interval(gainOver(group))}`,
    )
  }
}

/** The same questions through SQLite and the whole recall: what the token budget lets through. */
async function reportStored(part: string, timelines: readonly RecallTimeline[]): Promise<void> {
  const recalls: number[] = []
  const unrelated: number[] = []
  const survivals = budgets.map((): number[] => [])
  const used = budgets.map((): number[] => [])
  for (const timeline of timelines) {
    await withStored(timeline, async (ask) => {
      for (const { text, evidence } of timeline.questions) {
        for (const [i, { k, tokenBudget }] of budgets.entries()) {
          const free = await ask(text, k, ROOM_FOR_ALL)
          const cut = await ask(text, k, tokenBudget)
          if (i === 0) recalls.push(shareOf(evidence, cut.ids))
          used[i]!.push(cut.usedTokens)
          const found = evidence.filter((id) => free.ids.includes(id))
          if (found.length > 0) survivals[i]!.push(shareOf(found, cut.ids))
        }
      }
      for (const text of unrelatedQuestions) unrelated.push((await ask(text, K)).ids.length)
    })
  }
  console.log(`whole path, k ${K}: recall ${mean(recalls).toFixed(3)}`)
  for (const [i, { k, tokenBudget }] of budgets.entries()) {
    const survived = survivals[i]!
    const whole = survived.filter((one) => one === 1).length / survived.length
    const none = survived.filter((one) => one === 0).length / survived.length
    console.log(
      `  k ${k}, ${tokenBudget} tokens: of the evidence found ${percent(mean(survived))} survives ` +
        `(all in ${percent(whole)} of questions, none in ${percent(none)}); ` +
        `tokens used p50 ${quantile(used[i]!, 0.5)}, p95 ${quantile(used[i]!, 0.95)}`,
    )
  }
  const nothing = unrelated.filter((count) => count === 0).length / unrelated.length
  console.log(
    `  asked about something else: nothing recalled in ${percent(nothing)} of questions, ` +
      `${mean(unrelated).toFixed(1)} memories on average`,
  )
  results.push(
    { what: `${part}: whole path recall@${K}`, value: mean(recalls), unit: '' },
    { what: `${part}: evidence surviving the budget`, value: mean(survivals[0]!), unit: '' },
  )
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`
}

/** ".734" and "1.00", four characters either way. */
function share(value: number): string {
  return value < 0.9995 ? value.toFixed(3).slice(1) : '1.00'
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

function interval({ mean, lower, upper }: ReturnType<typeof pairedBootstrap>): string {
  return `${signed(mean)} [${signed(lower)}, ${signed(upper)}]`
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`
}
