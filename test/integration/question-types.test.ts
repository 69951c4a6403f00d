import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import type { Question } from '../../src/shared/contract/questions.ts'
import type {
  Answer,
  Run,
  TaskList,
  TaskResults,
  TaskTurns,
} from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import { kindOf } from '../../src/main/engine/domain/questions/kinds/index.ts'
import { oneOfEach } from '../helpers/questions.ts'
import { importStudy, openTestEngine, runStudy, type TestEngine } from '../helpers/test-engine.ts'

const references = [
  ['I hate it', 'I do not like it', 'I do not mind either way', 'I like it', 'I love it'],
]
const questions = [
  ...oneOfEach.map((question, i) => ({ ...question, id: `${question.type}${i}` })),
  { id: 'shares', text: 'I like {{thing}}.', type: 'likert', mode: 'probability' },
  { id: 'twice', text: 'Do you like {{thing}}?', type: 'yesno', mode: 'two-pass' },
  {
    id: 'spoken',
    text: 'How do you like {{thing}}?',
    type: 'likert',
    mode: 'similarity',
    references,
  },
  { id: 'guide', text: 'Tell me about {{thing}}.', type: 'open', probes: ['why', 'example'] },
  {
    id: 'if_yes',
    text: 'You said {{answers.twice}} to {{thing}}: how often?',
    type: 'numeric',
    min: 0,
    max: 30,
    showIf: { questionId: 'twice', op: 'eq', value: 'yes' },
  },
  {
    id: 'gate',
    text: 'Go on?',
    type: 'yesno',
    skipTo: [{ when: { questionId: 'gate', op: 'eq', value: 'no' }, to: '$end' }],
  },
  { id: 'last', text: 'Was it fun?', type: 'yesno' },
]

let engine: TestEngine
let run: Run
let study: Study
let results: TaskResults[]

const file = {
  workbench: 1,
  name: 'Every type',
  personas: {
    inline: Array.from({ length: 24 }, (_, i) => ({
      firstName: `P${i}`,
      lastName: 'Vale',
      age: 20 + i,
      location: 'Leeds, UK',
      baseOccupation: 'nurse',
    })),
  },
  cohorts: [{ name: 'All', criteria: { all: [] } }],
  population: {},
  skill: { name: 'Every type', objective: 'Try them all', questions },
  study: {
    conditions: [
      { id: 'a', name: 'Tea', variables: { thing: 'tea' } },
      { id: 'b', name: 'Coffee', variables: { thing: 'coffee' } },
    ],
    maxConcurrency: 16,
  },
}

beforeAll(async () => {
  engine = await openTestEngine()
  study = await importStudy(engine, { file })
  run = await runStudy(engine, study)
  const { tasks } = await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?limit=200`)
  results = await Promise.all(
    tasks.map(({ id }) => engine.call<TaskResults>('GET', `/tasks/${id}/results`)),
  )
}, 120_000)
afterAll(() => engine.close())

const answersTo = (id: string): Answer[] =>
  results.flatMap((task) => task.results.filter(({ questionId }) => questionId === id))

describe('a run of every type of question', () => {
  it('gets an answer of the right kind to each', () => {
    expect(run).toMatchObject({ status: 'succeeded', tasks: { succeeded: 24, failed: 0 } })
    for (const question of oneOfEach.map((each, i) => ({ ...each, id: `${each.type}${i}` }))) {
      const answers = answersTo(question.id)
      expect(answers).toHaveLength(24)
      expect(answers.map(({ status }) => status)).not.toContain('invalid')
      const valid = answers.filter(({ status }) => status === 'valid')
      expect(valid.length).toBeGreaterThan(20)
      const names = new Set(kindOf(question).names(question))
      if (['single', 'multi', 'rank'].includes(question.type))
        for (const { value } of valid)
          for (const text of [value].flat()) expect(names).toContain(text)
    }
  })

  it('keeps how an answer came about', () => {
    for (const { detail, status } of answersTo('shares'))
      if (status === 'valid') expect(detail).toMatchObject({ shares: { length: 5 } })
    expect(answersTo('twice')[0]!.detail).toMatchObject({ said: { length: 1 } })
    const spoken = answersTo('spoken').filter(({ status }) => status === 'valid')
    expect(spoken.length).toBeGreaterThan(12)
    expect(new Set(spoken.map(({ value }) => value)).size).toBeGreaterThan(1)
    expect(answersTo('guide')[0]!.detail).toMatchObject({ said: { length: 3 } })
  })

  it('asks what the answers so far lead to, and nothing else', async () => {
    for (const { results: answers } of results) {
      const given = new Map(answers.map((answer) => [answer.questionId, answer]))
      expect(given.has('if_yes')).toBe(given.get('twice')!.value === 'yes')
      expect(given.has('last')).toBe(given.get('gate')!.value !== 'no')
    }
    const some = results.find(({ results: answers }) =>
      answers.some(({ questionId }) => questionId === 'if_yes'),
    )!
    const { turns } = await engine.call<TaskTurns>('GET', `/tasks/${some.task.id}/turns`)
    const asked = turns.find(({ prompt }) => prompt.startsWith('You said'))!
    expect(asked.prompt).toMatch(/^You said Yes to (tea|coffee): how often\?/)
  })

  it('estimates each without a number that cannot be', async () => {
    const evidence = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence?segmentBy=gender`)
    const of = (type: Question['type']) =>
      evidence.questions.find((question) => question.type === type)!.overall
    expect(of('multi').shares).toHaveLength(5)
    expect(of('rank').measures!.every(({ estimate: { estimate } }) => estimate! >= 1)).toBe(true)
    const parts = of('allocation').measures!.map(({ estimate }) => estimate.estimate!)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(100, 6)
    const accepting = of('price').measures!.map(({ estimate }) => estimate.estimate!)
    expect(accepting).toEqual(accepting.toSorted((a, b) => b - a))
    const net = of('maxdiff').measures!.map(({ estimate }) => estimate.estimate!)
    expect(net.every((score) => score >= -1 && score <= 1)).toBe(true)
    expect(of('conjoint').measures).toHaveLength(5)
    expect(of('nps')).toMatchObject({ shares: { length: 11 }, measures: [{ name: 'nps' }] })
    expect(JSON.stringify(evidence)).not.toContain('NaN')
  })

  it('says how well the statements of a similarity rating tell answers apart', async () => {
    const { questions: found } = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
    const quality = found.find(({ questionId }) => questionId === 'spoken')!.referenceQuality!
    expect(quality).toMatchObject({ rated: answersTo('spoken').length, sets: { length: 1 } })
    expect(quality.sets[0]!.alikeness).toBeLessThan(1)
    expect(quality.sets[0]!.discrimination).toBeGreaterThan(0)
    expect(quality.agreement).toBeNull()
    const others = found.filter(({ referenceQuality }) => referenceQuality === undefined)
    expect(others).toHaveLength(questions.length - 1)
  })

  it('goes out as a file with every value, and comes back as the same study', async () => {
    const principal = engine.principal('cli')
    const get = async (path: string) =>
      (await engine.app.fetch(new Request(`http://localhost${path}`), { principal })).text()
    const rows = parse(await get(`/runs/${run.id}/export?format=csv`), { columns: true }) as {
      questionType: string
      value: string
      status: string
    }[]
    const ranked = rows.find(
      ({ questionType, status }) => questionType === 'rank' && status === 'valid',
    )!
    expect(JSON.parse(ranked.value)).toHaveLength(3)
    expect(await get(`/runs/${run.id}/export?format=html`)).toContain('Every type')
  })
})

it('refuses a study whose questions nobody could be asked', async () => {
  const broken = [
    { id: 'a', text: 'A?', type: 'yesno' },
    {
      id: 'b',
      text: 'B?',
      type: 'yesno',
      showIf: {
        all: [
          { questionId: 'a', op: 'eq', value: 'yes' },
          { questionId: 'a', op: 'eq', value: 'no' },
        ],
      },
    },
  ]
  const answer = await engine.call<{ findings: { code: string }[] }>('POST', '/skills/logic', {
    questions: broken,
  })
  expect(answer.findings.map(({ code }) => code)).toEqual(['unreachable'])
  const refused = await engine
    .call('POST', '/study-files', {
      file: { ...file, skill: { ...file.skill, questions: broken }, study: {} },
    })
    .catch((error: unknown) => error)
  expect(String(refused)).toContain('Nobody is ever asked b')
})
