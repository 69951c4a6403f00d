import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOpenAiChat } from '../../src/main/engine/models/openai-chat.ts'
import { normal, uniform } from '../../src/main/engine/domain/random.ts'
import type { Evidence, EvidenceWarning } from '../../src/shared/contract/evidence.ts'
import type { PopulationQuality } from '../../src/shared/contract/population-quality.ts'
import type { TaskList } from '../../src/shared/contract/runs.ts'
import { startFakeOpenAi } from '../helpers/fake-openai-server.ts'
import { memorySecrets } from '../helpers/memory-secrets.ts'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

const PEOPLE = 120
const rows = ['Fast', 'Cheap', 'Clean', 'Safe', 'Easy']
const labels = [
  'Strongly disagree',
  'Disagree',
  'Neither agree nor disagree',
  'Agree',
  'Strongly agree',
]
const questions = [
  { id: 'why', type: 'open', text: 'What is it like to get about?' },
  {
    id: 'way',
    type: 'single',
    text: 'Which way do you take?',
    options: ['Bus', 'Train', 'Car', 'Bicycle'],
    rotateOptions: true,
  },
  { id: 'grid', type: 'matrix', text: 'How is your way?', rows },
  { id: 'pay', type: 'numeric', text: 'What did it cost?', min: 0, max: 9000 },
  { id: 'like', type: 'likert', text: 'I like to travel.' },
  { id: 'dodge', type: 'yesno', text: 'Did you ever ride without a ticket?' },
  { id: 'walk', type: 'numeric', text: 'How many minutes do you walk?', min: 0, max: 600 },
]

/** A model with every bad habit, and it is known which person has which. */
const habits = {
  takesTheFirst: (i: number) => i % 3 === 0,
  drawsALine: (i: number) => i % 6 === 0,
  repeatsTheModel: (i: number) => i % 4 === 1,
  slips: (i: number) => i === 17,
  livesElsewhere: (i: number) => i === 8 || i === 50,
  refusesWhenYoung: (i: number) => i % 60 < 5 && uniform('dodge', i) < 0.9,
}
const dealt = (count: number, ...parts: (string | number)[]) =>
  Math.floor(count * uniform(...parts))
const things = [
  'rain',
  'queues',
  'noise',
  'views',
  'bread',
  'friends',
  'maps',
  'shoes',
  'wind',
  'bells',
]

function answerOf(body: Record<string, unknown>): string {
  const messages = body['messages'] as { content: string }[]
  const i = Number(/Ada(\d+)/.exec(messages.map(({ content }) => content).join('\n'))![1])
  const prompt = messages.at(-1)!.content
  if (prompt.includes('like to get about')) return openAnswer(i)
  if (prompt.includes('Which way')) {
    const [first] = [...prompt.matchAll(/^- (Bus|Train|Car|Bicycle)$/gm)].map(
      ([, option]) => option!,
    )
    const own = ['Bus', 'Train', 'Car', 'Bicycle'][dealt(4, 'way', i)]!
    return `Answer: ${habits.takesTheFirst(i) ? first : own}`
  }
  if (prompt.includes('How is your way')) {
    const point = (row: string) => labels[dealt(5, 'grid', i, habits.drawsALine(i) ? '' : row)]
    return `Answer: ${rows.map((row) => `${row}: ${point(row)}`).join('; ')}`
  }
  if (prompt.includes('What did it cost'))
    return `Answer: ${habits.slips(i) ? 4_000 : Math.round(40 + 6 * normal('pay', i))}`
  if (prompt.includes('without a ticket'))
    return `Answer: ${habits.refusesWhenYoung(i) ? 'I would rather not answer that.' : i % 2 ? 'Yes' : 'No'}`
  if (prompt.includes('minutes do you walk')) return 'Answer: 20'
  return `Answer: ${labels[uniform('like', i) < 0.9 ? 3 : 2]}`
}

function openAnswer(i: number): string {
  if (habits.livesElsewhere(i))
    return 'I was born in Cairo, and I live in Lima, where buses are slow.'
  if (habits.repeatsTheModel(i))
    return 'It is mostly fine, although it depends on the day and on the weather.'
  const words = Array.from({ length: 8 }, (_, j) => things[dealt(10, 'things', i, j)])
  return `There is ${words.slice(0, 4).join(' and ')}, then ${words.slice(4).join(' or ')}`
}

let server: Awaited<ReturnType<typeof startFakeOpenAi>>
let engine: TestEngine
let evidence: Evidence
let runId: string

beforeAll(async () => {
  server = await startFakeOpenAi()
  server.behave({ kind: 'answer', words: (body) => [answerOf(body)] })
  const endpoint = { baseUrl: server.baseUrl, model: 'served' }
  const model = createOpenAiChat(endpoint, { secrets: memorySecrets(), now: Date.now })
  engine = await openTestEngine({ served: model })
  const run = await runSmallStudy(engine, {
    people: PEOPLE,
    questions,
    design: { model: 'served', maxConcurrency: 16 },
  })
  runId = run.id
  expect(run.tasks.succeeded).toBe(PEOPLE)
  evidence = await engine.call<Evidence>('GET', `/runs/${runId}/evidence`)
}, 120_000)
afterAll(async () => {
  await engine.close()
  await server.stop()
})

const warning = (code: string): EvidenceWarning =>
  evidence.warnings.find((one) => one.code === code)!

/** Numbers of the people behind a warning, as the page opens them. */
async function behind({ tasks }: EvidenceWarning): Promise<number[]> {
  const { filter, taskIds } = tasks!
  const query = new URLSearchParams({ limit: '200' })
  for (const [name, value] of Object.entries(filter ?? {})) if (value) query.set(name, value)
  if (taskIds.length > 0) query.set('taskIds', taskIds.join(','))
  const list = await engine.call<TaskList>('GET', `/runs/${runId}/tasks?${query}`)
  return list.tasks
    .map(({ personaName }) => Number(/Ada(\d+)/.exec(personaName)![1]))
    .toSorted((a, b) => a - b)
}
const people = (has: (i: number) => boolean) =>
  Array.from({ length: PEOPLE }, (_, i) => i).filter(has)

describe('the warnings of a run with a model of bad habits', () => {
  it('are those that were planted and no other', () => {
    expect(evidence.warnings.map(({ code, questionId }) => [code, questionId])).toEqual([
      ['missing_in_group', 'dodge'],
      ['collapsed_spread', 'like'],
      ['collapsed_spread', 'walk'],
      ['duplicate_phrasing', 'why'],
      ['straight_lining', 'grid'],
      ['order_effect', 'way'],
      ['contradictions', 'why'],
      ['outliers', 'pay'],
    ])
  })

  it('open on the people who have the habit', async () => {
    expect(await behind(warning('contradictions'))).toEqual(people(habits.livesElsewhere))
    expect(await behind(warning('outliers'))).toEqual(people(habits.slips))
    expect(await behind(warning('duplicate_phrasing'))).toEqual(
      people((i) => habits.repeatsTheModel(i) || habits.livesElsewhere(i)),
    )
    expect(await behind(warning('missing_in_group'))).toEqual(people(habits.refusesWhenYoung))
    const straight = await behind(warning('straight_lining'))
    for (const i of people(habits.drawsALine)) expect(straight).toContain(i)
    const first = await behind(warning('order_effect'))
    for (const i of people(habits.takesTheFirst)) expect(first).toContain(i)
  })

  it('carry the words on to the answers: each task shows what its person said', async () => {
    const { tasks } = warning('contradictions')
    const query = new URLSearchParams({ questionId: 'why' })
    query.set('taskIds', tasks!.taskIds.join(','))
    const list = await engine.call<TaskList>('GET', `/runs/${runId}/tasks?${query}`)
    for (const { answer } of list.tasks) expect(answer!.words).toContain('born in Cairo')
  })

  it('stand beside a quality that says the same', () => {
    expect(evidence.quality).toMatchObject({
      personas: PEOPLE,
      contradictions: { checked: PEOPLE, found: people(habits.livesElsewhere).length },
      batteries: [{ questionIds: ['grid'], personas: PEOPLE }],
    })
    const [open] = evidence.questions
    expect(open!.quality.duplicates).toMatchObject({
      clusters: 2,
      largest: people(habits.repeatsTheModel).length,
    })
    expect(open!.quality.homogeneity.similarityBetween).toBeGreaterThan(0)
    expect(open!.quality.retest.notMeasured).toContain('asked once')
  })

  it('tell how the personas cover their target, before and after', async () => {
    const { quality } = await engine.call<{ quality: PopulationQuality }>(
      'GET',
      `/runs/${runId}/population-quality`,
    )
    expect(quality).toMatchObject({ members: PEOPLE, answered: PEOPLE })
    expect(quality.before.measured).toBe(PEOPLE)
    expect(quality.after).toEqual(quality.before)
    expect(quality.before.findings.length).toBeGreaterThan(2)
  })

  it('are in the report with what to do', async () => {
    const request = new Request(`http://localhost/runs/${runId}/export?format=html`)
    const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
    const report = await answer.text()
    for (const { title, todo } of evidence.warnings) {
      expect(report).toContain(title)
      expect(report).toContain(todo.slice(0, 20))
    }
  })

  it('ask for tasks by name in a form that is checked', async () => {
    for (const taskIds of ['nonsense', `${crypto.randomUUID()},`]) {
      const request = new Request(`http://localhost/runs/${runId}/tasks?taskIds=${taskIds}`)
      const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
      expect(answer.status).toBe(400)
    }
    const unknown = await engine.call<TaskList>(
      'GET',
      `/runs/${runId}/tasks?taskIds=${crypto.randomUUID()}`,
    )
    expect(unknown.tasks).toEqual([])
  })
})
