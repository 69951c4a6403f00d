import { afterEach, describe, expect, it } from 'vitest'
import type { RunEvidence } from '../../src/shared/contract/arm-evidence.ts'
import type { Crosstab } from '../../src/shared/contract/crosstab.ts'
import type { Estimate } from '../../src/shared/contract/estimate.ts'
import type { Replay } from '../../src/shared/contract/run-comparison.ts'
import type { Run, RunProgress, TaskList } from '../../src/shared/contract/runs.ts'
import { uniform } from '../../src/main/engine/domain/random.ts'
import { EngineError } from '../../src/main/engine/errors.ts'
import type { ChatRequest } from '../../src/main/engine/models/chat-model.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import { importStudy, openTestEngine, runStudy, type TestEngine } from '../helpers/test-engine.ts'

const PEOPLE = 40
/** Room for the study and some of its arms: a task takes 2, and might take two answers of 560. */
const CAP = 2 * PEOPLE + 2 * 560 + 60
const anId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const both = { noPersona: true, demographicsOnly: true }
const points = [
  'Strongly disagree',
  'Disagree',
  'Neither agree nor disagree',
  'Agree',
  'Strongly agree',
]
const questions = [
  { id: 'like', type: 'likert', text: 'I like the bus.' },
  {
    id: 'buy',
    type: 'single',
    text: 'What would you buy?',
    options: ['Ticket', 'Pass', 'Nothing'],
  },
  { id: 'often', type: 'numeric', text: 'How often a month?', min: 0, max: 30 },
  { id: 'why', type: 'open', text: 'Why?' },
]

function aFile(design: object, asked: readonly object[] = questions, people = PEOPLE) {
  return {
    workbench: 1,
    name: 'Buses',
    personas: {
      inline: Array.from({ length: people }, (_, i) => ({
        firstName: `Zebulon${i}`,
        lastName: 'Quartermain',
        age: 20 + (i % 55),
        gender: i % 2 === 0 ? 'woman' : 'man',
        location: i % 3 === 0 ? 'Leeds, England' : 'Turku, Finland',
        baseOccupation: i % 4 === 0 ? 'Nurse' : 'Carpenter',
        education: 'bachelor',
        income: 'middling',
        attributes: { hobby: 'beekeeping' },
      })),
    },
    cohorts: [
      { name: 'Women', criteria: { field: 'gender', op: 'eq', value: 'woman' } },
      { name: 'Men', criteria: { field: 'gender', op: 'eq', value: 'man' } },
    ],
    population: {},
    skill: { name: 'Buses', objective: 'Learn', instructions: 'Think of buses.', questions: asked },
    study: { maxConcurrency: 16, ...design },
  }
}

let engine: TestEngine | undefined
afterEach(async () => {
  await engine?.close()
  engine = undefined
})

const runOf = async (file: object) => runStudy(engine!, await importStudy(engine!, { file }))
const evidenceOf = ({ id }: Run) => engine!.call<RunEvidence>('GET', `/runs/${id}/evidence`)
const textOf = async (path: string) => {
  const principal = engine!.principal('cli')
  return (await engine!.app.fetch(new Request(`http://localhost${path}`), { principal })).text()
}

describe('arms beside a rehearsal', () => {
  it('leave the study as it is, and say what personas add', { timeout: 90_000 }, async () => {
    engine = await openTestEngine()
    const alone = await runOf(aFile({}))
    const accompanied = await runOf(aFile({ arms: both }))
    expect([alone.tasks.total, accompanied.tasks.succeeded]).toEqual([PEOPLE, 3 * PEOPLE])

    const [before, after] = [await evidenceOf(alone), await evidenceOf(accompanied)]
    expect(before.arms).toEqual([])
    const own = ({ questions: all, warnings, headline, run: { tasks } }: RunEvidence) =>
      JSON.parse(
        JSON.stringify({ all, warnings, headline, tasks })
          .replaceAll(anId, '')
          .replaceAll(/"equalToNoPersona":[^,}]+/g, '"equalToNoPersona":0'),
      ) as object
    expect(own(after)).toEqual(own(before))
    const equal = ({ questions: [first] }: RunEvidence) =>
      first!.quality.homogeneity.equalToNoPersona
    expect(equal(before)).toBeNull()
    expect(equal(after)).toBeGreaterThan(0)
    expect(equal(after)).toBeLessThan(1)
    for (const format of ['csv', 'table']) {
      const answers = async ({ id }: Run) =>
        (await textOf(`/runs/${id}/export?format=${format}`)).replaceAll(anId, '')
      expect(await answers(accompanied)).toBe(await answers(alone))
    }

    const reports = [alone, accompanied].map(({ id }) => textOf(`/runs/${id}/export?format=html`))
    const hasArms = (await Promise.all(reports)).map((one) => one.includes('What the personas add'))
    expect(hasArms).toEqual([false, true])
    const [bare, demographic] = after.arms
    expect([bare!.arm, demographic!.arm]).toEqual(['no-persona', 'demographics-only'])
    // Var η is 1 for a persona, and .25, that of the occasion, for the bare model.
    expect(bare).toMatchObject({ tasks: PEOPLE, verdict: 'differs' })
    expect(bare!.sentence).toMatch(/^Rehearsal: The personas answer otherwise than the bare model/)
    expect(bare!.questions[0]!.spread!.ratio).toBeGreaterThan(2)
    expect(demographic!.questions[0]!.spread!.ratio).toBeGreaterThan(1.5)
    // What was said in words is compared by its meaning.
    expect(bare!.questions[3]).toMatchObject({ basis: 'meaning' })
    expect(bare!.questions[3]!.distance!.distance).toBeGreaterThan(0)
  })

  it('are told nothing, or age, gender, place and work alone', async () => {
    const model = createFakeChatModel({ answer: () => 'Answer: Agree' })
    engine = await openTestEngine({ fake: model })
    await runOf(aFile({ model: 'fake', arms: both }, questions.slice(0, 1)))
    const prompts = Map.groupBy(model.requests, armOf)
    expect([...prompts.values()].map(({ length }) => length)).toEqual([PEOPLE, PEOPLE, PEOPLE])
    const bare = new Set(prompts.get('no-persona')!.map(systemOf))
    expect([...bare].map((text) => text.replace(/\d{4}-\d\d-\d\d/, 'DATE'))).toEqual([
      'Today is DATE. Nothing later has happened yet.\n\nThink of buses.\n\nNot knowing, not caring and not wanting to answer are answers.',
    ])
    for (const request of prompts.get('demographics-only')!) {
      const system = systemOf(request)
      expect(system).toMatch(/^You are \d+ years old, (Nurse|Carpenter), living in .+\.\ngender: /)
      expect(system).not.toMatch(/Zebulon|Quartermain|beekeeping|bachelor|middling|temperament/)
      expect(JSON.stringify(request.context)).not.toMatch(/Zebulon|beekeeping|bachelor|middling/)
    }
    // Every question of an arm is a draw of its own, never an answer of the study's from the cache.
    expect(new Set(model.requests.map(({ seed }) => seed)).size).toBe(3 * PEOPLE)
  })

  it('replay to the byte, are counted apart, listed apart and left out of marks', async () => {
    engine = await openTestEngine()
    const run = await runOf(aFile({ arms: { ...both, tasks: 20 } }))
    const { replay } = await engine.call<{ replay: Replay }>('POST', `/runs/${run.id}/replay`, {})
    expect(replay).toMatchObject({ identical: true, tasks: PEOPLE + 40, manifestIntact: true })

    // A cell of a crosstab is a mark as well, also where no question is in the table.
    const query = 'rows=cohort&columns=field%3Alocation&show=total'
    const table = await engine.call<Crosstab>('GET', `/runs/${run.id}/crosstab?${query}`)
    expect(table.base.n).toBe(PEOPLE)
    for (const { where, n } of table.columns) {
      const search = new URLSearchParams(where.map((one) => ['where', one]))
      const { total } = await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?${search}`)
      expect(total).toBe(n)
    }

    const [event] = (await textOf(`/runs/${run.id}/events`)).split('\n\n')
    const progress = JSON.parse(event!.slice(event!.indexOf('data: ') + 6)) as RunProgress
    expect(progress.arms).toEqual([
      { arm: 'no-persona', total: 20, succeeded: 20, failed: 0 },
      { arm: 'demographics-only', total: 20, succeeded: 20, failed: 0 },
    ])
    const tasks = async (query: string) =>
      (await engine!.call<TaskList>('GET', `/runs/${run.id}/tasks?limit=200&${query}`)).tasks
    expect(await tasks('')).toHaveLength(PEOPLE + 40)
    expect(await tasks('questionId=like')).toHaveLength(PEOPLE)
    const bare = await tasks('questionId=like&arm=no-persona')
    expect(new Set(bare.map(({ personaName }) => personaName))).toEqual(new Set(['No persona']))
    // Cohorts have the share they have in the study.
    expect(
      new Set([...Map.groupBy(bare, (one) => one.cohortId).values()].map((own) => own.length)),
    ).toEqual(new Set([10]))
  })

  it('go through a small study several times, and are remembered by nobody', async () => {
    engine = await openTestEngine()
    const run = await runOf(aFile({ arms: both, remember: true }, questions, 8))
    expect(run.tasks.succeeded).toBe(8 + 2 * 30)
    const memories = async () =>
      engine!.call<{ state: string; written: number }>('GET', `/runs/${run.id}/memories`)
    await expect.poll(memories, { timeout: 10_000 }).toEqual({ state: 'succeeded', written: 8 })
  })
})

describe('a model', () => {
  const answer = (request: ChatRequest, of: (words: readonly string[]) => number) => {
    const { userPrompt } = request.context
    if (userPrompt.includes('like the bus')) return `Answer: ${points[of(points)]}`
    const options = questions[1]!.options!
    if (userPrompt.includes('buy')) return `Answer: ${options[of(options)]}`
    if (userPrompt.includes('often')) return `Answer: ${of(Array.from({ length: 31 }, String))}`
    return 'Because.'
  }
  const draw =
    (...parts: (string | number)[]) =>
    (words: readonly unknown[]) =>
      Math.floor(uniform(...parts) ** 2 * words.length)

  it(
    'that ignores the persona is caught, with the sentence that says so',
    { timeout: 90_000 },
    async () => {
      const model = createFakeChatModel({
        rehearsal: false,
        answer: (request) => answer(request, draw(request.seed)),
      })
      engine = await openTestEngine({ fake: model })
      const arms150 = { ...both, tasks: 150 }
      const { arms } = await evidenceOf(
        await runOf(aFile({ model: 'fake', arms: arms150 }, questions, 150)),
      )
      expect(arms.map(({ verdict }) => verdict)).toEqual(['alike', 'alike'])
      expect(arms[0]!.sentence).toMatch(
        /^The personas answer as the bare model does: what you see is the model’s opinion/,
      )
      expect(arms[1]!.sentence).toMatch(/^Demographics alone give the same answers/)
      expect(arms[0]!.questions[0]!.modal!.label).toBe('Strongly disagree')
    },
  )

  it('that goes by age alone is told from the bare one, and its profiles add nothing', async () => {
    const model = createFakeChatModel({
      rehearsal: false,
      answer: (request) => {
        const age = /(\d+) years old/.exec(systemOf(request))?.[1]
        const { seed } = request
        return answer(request, (words) =>
          age === undefined
            ? Math.floor(words.length / 2)
            : Math.floor(
                ((Number(age) - 20) / 55) * words.length * 0.6 + uniform(seed) * words.length * 0.4,
              ),
        )
      },
    })
    engine = await openTestEngine({ fake: model })
    const { arms } = await evidenceOf(
      await runOf(aFile({ model: 'fake', arms: both }, questions, 100)),
    )
    expect(arms.map(({ verdict }) => verdict)).toEqual(['differs', 'alike'])
  })
})

describe('before launch', () => {
  it('the estimate counts arms, and a budget stops them like any other task', async () => {
    engine = await openTestEngine({
      fake: createFakeChatModel({ answer: () => 'Answer: Agree', rehearsal: false }),
    })
    const asked = questions.slice(0, 1)
    const estimateOf = async (design: object) => {
      const file = aFile({ model: 'fake', ...design }, asked)
      const study = await importStudy(engine!, { file })
      return (
        await engine!.call<{ estimate: Estimate }>('POST', `/studies/${study.id}/estimate`, {})
      ).estimate
    }
    const [alone, accompanied] = [await estimateOf({}), await estimateOf({ arms: both })]
    expect(alone).toMatchObject({ tasks: PEOPLE, arms: [] })
    expect(accompanied.tasks).toBe(3 * PEOPLE)
    const [bare, demographic] = accompanied.arms
    expect(bare!.tokensIn.likely).toBeLessThan(demographic!.tokensIn.likely)
    expect(demographic!.tokensIn.likely).toBeLessThan(alone.tokensIn.likely)
    expect(accompanied.tokensOut.likely).toBe(
      alone.tokensOut.likely + bare!.tokensOut.likely + demographic!.tokensOut.likely,
    )

    const capped = await runOf(aFile({ model: 'fake', arms: both, budgetTokens: CAP }, asked))
    expect(capped.status).toBe('budget_stopped')
    expect(capped.tasks.succeeded).toBeGreaterThan(PEOPLE)
    expect(capped.tokensOut).toBeLessThanOrEqual(CAP)
    // The study came first and is whole; the arms alone are not.
    const evidence = await evidenceOf(capped)
    const { arms, questions: found, provisional, run, warnings } = evidence
    expect(found[0]!.overall.n).toBe(PEOPLE)
    expect([provisional, run.status, run.tasks.succeeded]).toEqual([false, 'succeeded', PEOPLE])
    expect(warnings.map(({ code }) => code)).not.toContain('missing_tasks')
    expect(arms[0]).toMatchObject({
      provisional: true,
      planned: PEOPLE,
      verdict: 'unclear',
      overall: { p: null, pWithin: null },
    })
    expect(arms[0]!.sentence).toMatch(
      /\d+ of 40 tasks of this arm are answered: nothing is conclud/,
    )
    expect(arms[1]!.sentence).toMatch(/^None of the 40 tasks of this arm was answered yet/)
    expect((await engine.call<{ run: Run }>('GET', `/runs/${capped.id}`)).run.status).toBe(
      'budget_stopped',
    )
  })

  it('arms that fail to a task say so, and leave the study whole', async () => {
    const model = createFakeChatModel({
      rehearsal: false,
      answer: (request) => {
        if (armOf(request) !== 'study') throw new EngineError('invalid_input', 'too long a prompt')
        return 'Answer: Agree'
      },
    })
    engine = await openTestEngine({ fake: model })
    const run = await runOf(aFile({ model: 'fake', arms: both }, questions.slice(0, 1)))
    expect(run.tasks.failed).toBe(2 * PEOPLE)
    const { arms, provisional } = await evidenceOf(run)
    expect(provisional).toBe(false)
    for (const arm of arms) {
      expect(arm).toMatchObject({ tasks: 0, failed: PEOPLE, planned: PEOPLE, overall: null })
      expect(arm.sentence).toMatch(/^All 40 tasks of this arm failed: nothing is known from it/)
    }
    const report = await textOf(`/runs/${run.id}/export?format=html`)
    expect(report).toContain('All 40 tasks of this arm failed')
  })
})

function systemOf({ messages }: ChatRequest): string {
  return messages.find(({ role }) => role === 'system')!.content
}

function armOf(request: ChatRequest): string {
  const system = systemOf(request)
  if (system.includes('Zebulon')) return 'study'
  return system.includes('years old') ? 'demographics-only' : 'no-persona'
}
