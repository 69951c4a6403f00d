import { afterEach, expect, it } from 'vitest'
import type { PopulationQuality } from '../../src/shared/contract/population-quality.ts'
import type {
  OrderEffects,
  Replay,
  RunDifference,
  StudySeries,
} from '../../src/shared/contract/run-comparison.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import {
  openTestEngine,
  runSmallStudy,
  runStudy,
  type SmallStudy,
  type TestEngine,
} from '../helpers/test-engine.ts'

let engine: TestEngine
afterEach(() => engine.close())

const questions = [
  { id: 'q', type: 'likert', text: 'Fine?' },
  { id: 'o', type: 'open', text: 'Why?' },
  { id: 's', type: 'single', text: 'Which?', options: ['Tea', 'Coffee'], rotateOptions: true },
]

const runOf = (study: SmallStudy = {}) => runSmallStudy(engine, { questions, ...study })
const again = (studyId: string) => runStudy(engine, { id: studyId })
const replay = async (id: string) =>
  (await engine.call<{ replay: Replay }>('POST', `/runs/${id}/replay`)).replay

it('replays a run to the byte without a call, repairs included', async () => {
  const model = createFakeChatModel({
    answer: ({ context, messages }) =>
      context.userPrompt.includes('Fine?') && messages.length < 3
        ? 'Maybe.'
        : context.userPrompt.includes('Which?')
          ? 'Answer: Tea'
          : 'Answer: Agree',
  })
  engine = await openTestEngine({ fake: model })
  const run = await runOf({ design: { model: 'fake' } })
  const calls = model.requests.length
  const found = await replay(run.id)
  expect(found).toMatchObject({
    identical: true,
    manifestIntact: true,
    calls: 0,
    tasks: 6,
    answers: 18,
    promptsChanged: 0,
    differences: [],
  })
  expect(found.replayedHash).toBe(found.storedHash)
  expect(model.requests).toHaveLength(calls)
})

it('replays the built-in model’s conditions within personas', async () => {
  engine = await openTestEngine()
  const conditions = ['a', 'b', 'c'].map((id) => ({ id, name: id }))
  const run = await runOf({ design: { conditions, design: 'within', replicates: 2 } })
  expect(await replay(run.id)).toMatchObject({ identical: true, tasks: 36, promptsChanged: 0 })
})

it('does not call a replay the same when a persona is missing, and names the task', async () => {
  const model = createFakeChatModel({ answer: () => 'Answer: Agree' })
  engine = await openTestEngine({ fake: model })
  const run = await runOf({ design: { model: 'fake' }, questions: questions.slice(0, 1) })
  const { tasks } = await engine.call<{ tasks: { personaId: string; id: string }[] }>(
    'GET',
    `/runs/${run.id}/tasks`,
  )
  await engine.call('DELETE', `/personas/${tasks[0]!.personaId}`)
  const found = await replay(run.id)
  expect(found.identical).toBe(false)
  expect(found.differences).toEqual([
    { taskId: tasks[0]!.id, message: 'The persona is in the trash' },
  ])
})

it('says what differs between two runs, and how far personas agree with themselves', async () => {
  let wave = 1
  const model = createFakeChatModel({
    answer: ({ context }) => {
      const nth = Number(context.persona.firstName.slice(3))
      const point = wave === 2 && nth === 0 ? 5 : (nth % 4) + 1
      const labels = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree']
      return `Answer: ${labels[point - 1]}`
    },
  })
  engine = await openTestEngine({ fake: { ...model, rehearsal: false } })
  const first = await runOf({
    design: { model: 'fake' },
    questions: [
      {
        ...questions[0]!,
        labels: ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'],
      },
    ],
  })
  wave = 2
  await engine.call('PATCH', `/studies/${first.studyId}`, { temperature: 1, hypothesis: 'x' })
  const second = await again(first.studyId)

  const path = `/runs/${second.id}/difference?with=${first.id}`
  const difference = await engine.call<RunDifference>('GET', path)
  expect(difference.questions).toEqual([
    {
      questionId: 'q',
      compared: 6,
      changed: 1,
      moves: [{ from: 'Strongly disagree', to: 'Strongly agree', count: 1 }],
    },
  ])
  expect(difference).toMatchObject({ tasksChanged: 1, onlyInRun: 0, onlyInOther: 0 })
  expect(difference.tasks[0]).toMatchObject({ personaName: 'Ada0 Berg', questionIds: ['q'] })
  const sentences = difference.manifest.map(({ sentence }) => sentence)
  expect(sentences).toContain('Temperature: “0.7” became “1”.')
  expect(sentences).toContain('Hypothesis: “x” was added.')
  expect(difference.agreement[0]).toMatchObject({ pairs: 6, notMeasured: null })
  expect(difference.agreement[0]!.exact).toBeCloseTo(5 / 6)

  const series = await engine.call<StudySeries>('GET', `/studies/${first.studyId}/series`)
  expect(series.runs.map(({ number }) => number)).toEqual([1, 2])
  const [mean] = series.questions[0]!.lines
  expect(mean!.measure).toBe('mean')
  const [before, after] = mean!.estimates
  expect(after!.estimate! - before!.estimate!).toBeCloseTo(4 / 6)
  expect(series.agreement[0]).toMatchObject({ from: 1, to: 2 })
})

it('measures no agreement where the built-in model draws the same again', async () => {
  engine = await openTestEngine()
  const first = await runOf()
  const second = await again(first.studyId)
  const path = `/runs/${second.id}/difference?with=${first.id}`
  const { agreement } = await engine.call<RunDifference>('GET', path)
  expect(agreement[0]!.exact).toBeNull()
  expect(agreement[0]!.notMeasured).toContain('random seed')
})

it('tests whether answers depend on the place of a condition', async () => {
  // Says more the more often the same persona was asked.
  const asked = new Map<string, number>()
  const labels = ['One', 'Two', 'Three', 'Four', 'Five']
  const model = createFakeChatModel({
    answer: ({ context }) => {
      const { firstName } = context.persona
      asked.set(firstName, (asked.get(firstName) ?? 0) + 1)
      const noise = Number(firstName.slice(3)) % 3
      return `Answer: ${labels[Math.min(4, asked.get(firstName)! + noise - 1)]}`
    },
  })
  engine = await openTestEngine({ fake: model })
  const conditions = ['a', 'b'].map((id) => ({ id, name: id }))
  const run = await runOf({
    people: 12,
    design: { model: 'fake', conditions, design: 'within', maxConcurrency: 1 },
    questions: [{ id: 'q', type: 'likert', text: 'Fine?', labels }],
  })
  const { questions: found } = await engine.call<{
    questions: { places: { place: number; n: number; mean: number }[]; sentence: string }[]
  }>('GET', `/runs/${run.id}/order-effects`)
  expect(found[0]!.places.map(({ place, n }) => [place, n])).toEqual([
    [1, 12],
    [2, 12],
  ])
  expect(found[0]!.places[1]!.mean).toBeGreaterThan(found[0]!.places[0]!.mean)
})

it.each([true, false])(
  'says whether it is a rehearsal that is told about: %s',
  async (rehearsal) => {
    const fake = { ...createFakeChatModel({ answer: () => 'Answer: Agree' }), rehearsal }
    engine = await openTestEngine({ fake })
    const conditions = ['a', 'b'].map((id) => ({ id, name: id }))
    const run = await runOf({
      design: { model: 'fake', conditions, design: 'within' },
      questions: questions.slice(0, 1),
    })
    const order = await engine.call<OrderEffects>('GET', `/runs/${run.id}/order-effects`)
    expect(order.rehearsal).toBe(rehearsal)
    expect(order.questions[0]!.sentence.startsWith('Rehearsal: ')).toBe(rehearsal)
    const path = `/runs/${run.id}/population-quality`
    const { quality } = await engine.call<{ quality: PopulationQuality }>('GET', path)
    expect(quality.rehearsal).toBe(rehearsal)
  },
)
