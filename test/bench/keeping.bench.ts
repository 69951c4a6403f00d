import { createEngine } from '../../src/main/engine/index.ts'
import { pick } from '../../src/main/engine/domain/random.ts'
import { anEntry } from '../helpers/seeded-persona.ts'
import { seed } from '../helpers/rest.ts'
import { printResults, type BenchResult } from './bench-result.ts'

const BATCH = 1_000
const BATCHES = 10
const PROMPTS = 30

const subjects = `lake boat dog garden exam ward patient train market kitchen letter sister father
  wedding storm bicycle library choir harbour winter summer cabin river festival neighbour school`
  .trim()
  .split(/\s+/)
const cities = ['Oslo', 'Lisbon', 'Madrid', 'Turin', 'Porto', 'Bergen', 'Leeds', 'Graz']

/** What keeping a memory costs: the check on write, a whole check, statistics, consolidation. */
async function bench(): Promise<void> {
  const results: BenchResult[] = []
  const engine = await createEngine({
    workspaceDir: ':memory:',
    resourcesDir: 'resources',
    vectorIndex: 'exact',
  })
  const principal = engine.principal('cli')
  async function call(method: string, path: string, body?: object) {
    const request = new Request(`http://localhost${path}`, {
      method,
      ...(body && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    const answer = await engine.app.fetch(request, { principal })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const aPersona = async () => (await call('POST', '/personas', { seed: seed() })).persona.id
  const configure = (settings: object) => call('PUT', '/settings/memory', settings)
  const append = (id: string, batch: number) =>
    call('POST', `/personas/${id}/timeline`, { entries: memories(batch) })

  const ingest = async (id: string) => {
    // The first batch warms up the compiler and reads the biography.
    await append(id, -1)
    const times = await timed(BATCHES, (batch) => append(id, batch))
    return (BATCH / times.p50) * 1000
  }
  await configure({ consistency: { onWrite: false } })
  const bare = await ingest(await aPersona())
  await configure({})
  const maya = await aPersona()
  const checked = await ingest(maya)
  results.push(
    { what: 'ingest with embedding', value: bare, unit: 'memories/s' },
    {
      what: 'ingest with embedding and check on write',
      value: checked,
      unit: 'memories/s',
      ratio: checked / bare,
    },
  )

  const ada = await aPersona()
  await append(ada, 0)
  const check = await timed(3, () => call('POST', `/personas/${ada}/consistency-checks`))
  results.push({ what: 'check of 1,000 memories', value: check.p50, unit: 'ms' })
  const page = await timed(5, () => call('GET', `/personas/${maya}/timeline?limit=200`))
  const counted = await timed(5, () => call('GET', `/personas/${maya}/memory-statistics`))
  results.push(
    { what: 'bare page of 200 of the timeline', value: page.p50, unit: 'ms' },
    {
      what: 'statistics of 11,000 memories',
      value: counted.p50,
      unit: 'ms',
      ratio: counted.p50 / page.p50,
    },
  )

  const ask = (i: number) =>
    call('POST', '/personas/prompt', {
      personaId: ada,
      userPrompt: `Tell me about the ${pick(subjects, 'ask', i)}`,
    })
  await ask(-1)
  await configure({ consolidation: { enabled: false }, consistency: { onAnswers: false } })
  const plain = await timed(PROMPTS, ask)
  await configure({})
  const kept = await timed(PROMPTS, ask)
  results.push(
    { what: 'answer, nothing kept, p50', value: plain.p50, unit: 'ms' },
    {
      what: 'answer, checked and consolidated, p50',
      value: kept.p50,
      unit: 'ms',
      ratio: kept.p50 / plain.p50,
    },
  )
  printResults(results)
  await engine.close()
}

function memories(batch: number) {
  return Array.from({ length: BATCH }, (_, i) => {
    const key = `${batch} ${i}`
    const word = (part: string) => pick(subjects, key, part)
    const year = 1990 + (i % 35)
    const home = i % 30 === 0 ? `In ${year} I lived in ${cities[year % 8]}. ` : ''
    return anEntry({
      eventAt: `${year}-0${1 + (i % 9)}-11`,
      eventLabel: `The ${word('a')} and the ${word('b')}`,
      facts: `${home}We found the ${word('c')} near the ${word('d')}, and my brother laughed about the ${word('e')}.`,
      feelings: `It felt like the ${word('f')} once did.`,
      interpretation: `Since then the ${word('g')} means something else to me.`,
    })
  })
}

async function timed(rounds: number, work: (i: number) => Promise<unknown>) {
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const startedAt = performance.now()
    await work(i)
    times.push(performance.now() - startedAt)
  }
  return { p50: times.sort((a, b) => a - b)[Math.floor(rounds / 2)]! }
}

await bench()
