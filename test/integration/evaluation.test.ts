import { afterEach, expect, it } from 'vitest'
import type { Task, TaskResults, TaskScores, TaskTurns } from '../../src/shared/contract/runs.ts'
import type { Replay } from '../../src/shared/contract/run-comparison.ts'
import { createFakeChatModel, modelFailure } from '../helpers/fake-chat-model.ts'
import {
  importStudy,
  openTestEngine,
  runSmallStudy,
  runStudy,
  type TestEngine,
} from '../helpers/test-engine.ts'

let engine: TestEngine
afterEach(() => engine.close())

const evaluation = [
  { id: 'feel', name: 'Feeling', type: 'sentiment' },
  { id: 'money', name: 'Speaks of money', type: 'keywords', words: ['price', 'cheap'] },
  { id: 'number', name: 'A number', type: 'pattern', pattern: '\\d+ euros' },
  { id: 'endless', name: 'Endless', type: 'pattern', pattern: '^(([a-z ])+.)+[A-Z]$' },
  { id: 'long', name: 'Long', type: 'length', min: 20 },
  {
    id: 'near',
    name: 'Intent',
    type: 'similarity',
    statements: ['I would never use it.', 'Perhaps.', 'I love it, it is cheap.'],
  },
  { id: 'judged', name: 'Concrete', type: 'rubric', criterion: 'Names a price.', points: 4 },
  { id: 'of-like', name: 'Like words', type: 'length', questionIds: ['like'] },
]
const questions = [
  { id: 'like', type: 'likert', text: 'I like it.' },
  { id: 'why', type: 'open', text: 'Why, at {{price}}?' },
]
const SAID = 'I love it, it is cheap at 9 euros and the people who work there are friendly.'

async function scored(model = 'offline', people = 2) {
  const file = {
    workbench: 1,
    name: 'Bus',
    personas: {
      inline: Array.from({ length: people }, (_, i) => ({
        firstName: `Ada${i}`,
        lastName: 'Berg',
        age: 30 + i,
        location: 'Leeds, England',
        baseOccupation: 'Nurse',
      })),
    },
    cohorts: [{ name: 'All', criteria: { all: [] } }],
    population: {},
    skill: { name: 'Bus', objective: 'Test', questions, evaluation },
    study: { model, conditions: [{ id: 'a', name: 'A', variables: { price: '9 euros' } }] },
  }
  const run = await runStudy(engine, await importStudy(engine, { file }))
  expect(run.status).toBe('succeeded')
  const { tasks } = await engine.call<{ tasks: Task[] }>('GET', `/runs/${run.id}/tasks`)
  const { scores } = await engine.call<TaskScores>('GET', `/tasks/${tasks[0]!.id}/scores`)
  return { scores, run }
}
const byRule = ({ scores }: Pick<TaskScores, 'scores'>) =>
  Object.fromEntries(
    scores.flatMap(({ ruleId, score, explanation }) =>
      ruleId === null ? [] : [[ruleId, [score, explanation]]],
    ),
  ) as Record<string, [number | null, string]>

const answering = (judgement: string) =>
  createFakeChatModel({
    rehearsal: false,
    answer: ({ answerSchema, context }) =>
      answerSchema?.name === 'rubric'
        ? judgement
        : context.survey?.template.id === 'why'
          ? SAID
          : 'Agree',
  })

it('scores each answer by the rules of the version, a judgement counted among the calls', async () => {
  const model = answering('{"reason": "It says 9 euros", "points": 3}')
  engine = await openTestEngine({ fake: model })
  const { scores, run } = await scored('fake')
  const rules = byRule({ scores })
  expect(rules['feel']![0]).toBeGreaterThan(0.5)
  expect(rules['money']).toEqual([1, 'Said: “cheap”'])
  expect(rules['number']).toEqual([1, 'Matches “9 euros”'])
  expect(rules['endless']).toEqual([null, 'Not scored: the pattern takes too long'])
  expect(rules['long']).toEqual([0, '17 words, under 20–10000'])
  expect(rules['near']![1]).toBe('Nearest to statement 3 of 3')
  expect(rules['judged']).toEqual([3, '3 of 4: It says 9 euros'])
  expect(rules['of-like']).toEqual([1, '1 word, within 0–10000'])
  expect(scores.filter(({ questionId }) => questionId === 'why')[0]).toMatchObject({
    evaluation: 'validity',
    ruleId: null,
    score: 1,
  })
  const judged = model.requests.filter(({ answerSchema }) => answerSchema?.name === 'rubric')
  expect(judged).toHaveLength(2)
  expect(judged[0]!.messages[1]!.content).toContain('Question: Why, at 9 euros?')
  expect(model.requests).toHaveLength(6)
  const replay = await engine.call<{ replay: Replay }>('POST', `/runs/${run.id}/replay`, {})
  expect(replay.replay).toMatchObject({ identical: true, answers: 4, differences: [] })
  expect(model.requests).toHaveLength(6)
  // Two questions and a judgement of ten tokens in each, for two people.
  expect(run.tokensIn).toBe(60)
})

it('keeps the interview where the judge fails', async () => {
  engine = await openTestEngine({ fake: answering('I think it is fine') })
  const { judged } = byRule(await scored('fake'))
  expect(judged![0]).toBeNull()
  expect(judged![1]).toMatch(/^Not scored: .* did not answer in the shape asked for/)
  await engine.close()

  const failing = answering('')
  engine = await openTestEngine({
    fake: {
      ...failing,
      stream: (request, signal) => {
        if (request.answerSchema) throw modelFailure
        return failing.stream(request, signal)
      },
    },
  })
  expect(byRule(await scored('fake'))['judged']).toEqual([
    null,
    `Not scored: ${modelFailure.message}`,
  ])
})

it('says in a rehearsal that nobody judged', async () => {
  engine = await openTestEngine()
  const { judged, money } = byRule(await scored())
  expect(judged).toEqual([null, 'Not scored: needs a language model, this is a rehearsal'])
  expect(money![0]).not.toBeNull()
})

it('refuses a pattern that cannot be read and two rules of one id', async () => {
  engine = await openTestEngine()
  const create = (rules: object[]) =>
    engine
      .call('POST', '/skills', { name: 'Bus', objective: 'Test', questions, evaluation: rules })
      .catch(String)
  const pattern = { id: 'a', name: 'A', type: 'pattern', pattern: '(' }
  expect(await create([pattern])).toContain('must be a regular expression that can be read')
  const [feel] = evaluation
  expect(await create([feel!, feel!])).toContain('must have different ids')
})

it('holds an interview with its probes, told turn by turn, counted as one answer', async () => {
  engine = await openTestEngine()
  const guide = {
    id: 'why',
    type: 'open',
    text: 'What do you think of the bus?',
    probes: ['ladder-up', 'ladder-down', 'silence'],
  }
  const run = await runSmallStudy(engine, { people: 3, questions: [guide] })
  const { tasks } = await engine.call<{ tasks: Task[] }>('GET', `/runs/${run.id}/tasks`)
  const opened = await Promise.all(
    tasks.map(async ({ id }) => ({
      turns: (await engine.call<TaskTurns>('GET', `/tasks/${id}/turns`)).turns,
      results: (await engine.call<TaskResults>('GET', `/tasks/${id}/results`)).results,
    })),
  )
  const probed = opened.filter(({ turns }) => turns.length === 4)
  expect(probed.length).toBeGreaterThan(0)
  for (const { turns, results } of probed) {
    expect(turns.map(({ prompt }) => prompt)).toEqual([
      'What do you think of the bus?',
      'And why does that matter to you?',
      'What exactly do you mean by that? Can you break it down for me?',
      '…',
    ])
    expect(new Set(turns.map(({ questionId }) => questionId))).toEqual(new Set(['why']))
    const [answer] = results
    expect(answer).toMatchObject({ status: 'valid', turnId: turns[3]!.id })
    expect(answer!.detail!['said']).toEqual(turns.map(({ response }) => response))
    expect(answer!.value).toBe(turns.map(({ response }) => response).join('\n\n'))
    // Nobody says the same thing four times.
    expect(new Set(turns.map(({ response }) => response)).size).toBe(4)
    for (const { response } of turns) {
      const reasons = [...response.matchAll(/because ([^.]+)\./gi)].map((match) => match[1]!)
      for (const reason of reasons) expect(response.split(reason)).toHaveLength(2)
    }
  }
})
