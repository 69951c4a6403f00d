import { afterEach, describe, expect, it } from 'vitest'
import type { RobustnessLaunch, RobustnessReport } from '../../src/shared/contract/robustness.ts'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import type { Replay } from '../../src/shared/contract/run-comparison.ts'
import type { RunList } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import type { ChatRequest } from '../../src/main/engine/models/chat-model.ts'
import { normal } from '../../src/main/engine/domain/random.ts'
import { createOpenAiChat } from '../../src/main/engine/models/openai-chat.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import { memorySecrets } from '../helpers/memory-secrets.ts'
import { startFakeOpenAi } from '../helpers/fake-openai-server.ts'
import {
  importStudy,
  openTestEngine,
  smallStudy,
  waitForRun,
  type TestEngine,
} from '../helpers/test-engine.ts'

const PEOPLE = 40
const questions = [
  { id: 'often', type: 'numeric', text: 'How many times do you ride?', min: 0, max: 100 },
  {
    id: 'buy',
    type: 'single',
    text: 'What would you buy?',
    options: ['Ticket', 'Pass', 'Nothing'],
  },
]
const wordings = [{ often: 'On how many occasions do you ride?' }]

let engine: TestEngine | undefined
afterEach(async () => {
  await engine?.close()
  engine = undefined
})

function aStudy(design: object = {}): Promise<Study> {
  const study = { people: PEOPLE, questions, design: { maxConcurrency: 16, ...design } }
  return importStudy(engine!, smallStudy({ ...study, person: (i) => ({ age: 20 + i }) }))
}

async function robustnessOf(study: Study, request: object) {
  const launch = await engine!.call<RobustnessLaunch>(
    'POST',
    `/studies/${study.id}/robustness`,
    request,
  )
  const run = await waitForRun(engine!, launch.run.id)
  const report = await engine!.call<RobustnessReport>('GET', `/runs/${run.id}/robustness`)
  return { ...launch, run, report }
}

const systemOf = ({ messages }: ChatRequest) => messages[0]!.content

describe('a robustness run', () => {
  it('finds how much wording, order and description move an answer, and people', async () => {
    // What moves answers: 10 for a person, 6 for the wording, 0 for the rest; 2 by chance.
    const model = createFakeChatModel({
      rehearsal: false,
      answer: (request) => {
        const { userPrompt, persona } = request.context
        if (userPrompt.includes('buy')) {
          const first = /Ticket|Pass|Nothing/.exec(userPrompt)![0]
          return `Answer: ${first}`
        }
        const shift = userPrompt.includes('occasions') ? 6 : 0
        const draw = 10 * normal('person', persona.personaKey) + 2 * normal('chance', request.seed)
        return `Answer: ${Math.min(100, Math.max(0, Math.round(50 + shift + draw)))}`
      },
    })
    engine = await openTestEngine({ fake: model })
    const { run, variants, isFull, report } = await robustnessOf(await aStudy({ model: 'fake' }), {
      personas: 30,
      wordings,
      optionOrder: true,
      formats: ['list', 'third-person'],
    })
    expect([variants.length, isFull, run.purpose]).toEqual([12, true, 'robustness'])
    expect(run.tasks.succeeded).toBe(30 * 12)
    const often = report.measures.find(({ questionId }) => questionId === 'often')!
    const sd = Object.fromEntries(often.components.map(({ source, sd: size }) => [source, size]))
    expect(sd['persona']).toBeGreaterThan(6)
    expect(sd['persona']).toBeLessThan(14)
    expect(sd['residual']).toBeGreaterThan(1.5)
    expect(sd['residual']).toBeLessThan(2.5)
    // Two levels 6 apart are one drawn difference: 6 / √2.
    expect(sd['wording']).toBeGreaterThan(3.8)
    expect(sd['wording']).toBeLessThan(4.7)
    expect(sd['format']).toBeLessThan(0.6)
    const other = often.levels.find(({ factor, level }) => factor === 'wording' && level === '1')!
    expect(other.difference!.lower).toBeLessThan(6)
    expect(other.difference!.upper).toBeGreaterThan(6)
    expect(often.sentence).toMatch(/^What moves the mean: wording by ±.4\.\d+/)
    // Whoever takes what comes first takes the other end of a list turned around.
    const ticket = report.measures.find(({ measure }) => measure === 'Ticket')!
    const turned = ticket.levels.find(({ level }) => level === 'reversed')!
    expect(turned.difference!.estimate).toBe(-1)

    const formatOf = (request: ChatRequest) =>
      /^You are|^The person to answer as:(\n-)?/.exec(systemOf(request))?.[0]
    const byFormat = [...Map.groupBy(model.requests, formatOf).values()]
    expect(byFormat.map(({ length }) => length)).toEqual([240, 240, 240])
  })

  it('has its study’s own evidence, replays to the byte, and counts for nothing else', async () => {
    engine = await openTestEngine()
    const study = await aStudy({ arms: { noPersona: true } })
    const { run, report } = await robustnessOf(study, {
      personas: 10,
      replicates: 2,
      wordings,
      punctuation: true,
      optionOrder: true,
      formats: ['list'],
      maxVariants: 5,
    })
    expect(report.isFull).toBe(false)
    expect(run.tasks.succeeded).toBe(10 * 2 * 5)
    const { replay } = await engine.call<{ replay: Replay }>('POST', `/runs/${run.id}/replay`, {})
    expect(replay).toMatchObject({ identical: true, tasks: 100, promptsChanged: 0 })
    const evidence = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
    expect(evidence.questions[0]!.overall.n).toBeLessThanOrEqual(20)
    expect(report.rehearsal).toBe(true)
    for (const { sentence } of report.measures) expect(sentence).toMatch(/^Rehearsal: /)
    // The response model goes by the skill's template: no way of asking moves it.
    const often = report.measures[0]!
    const of = (wanted: string) => often.components.find(({ source }) => source === wanted)!
    expect(of('persona').share).toBeGreaterThan(0.3)
    expect(often.askingSd! / of('persona').sd).toBeLessThan(0.5)
    const series = await engine.call<{ runs: unknown[] }>('GET', `/studies/${study.id}/series`)
    expect(series.runs).toEqual([])
    const { runs } = await engine.call<RunList>('GET', `/studies/${study.id}/runs`)
    expect(runs.map(({ purpose }) => purpose)).toEqual(['robustness'])
  })

  it('asks several models, each at its own address', async () => {
    const servers = [await startFakeOpenAi(), await startFakeOpenAi()]
    const numbers = ['20', '60']
    servers.forEach((server, i) =>
      server.behave({
        kind: 'answer',
        words: ({ messages }) => [
          (messages as { content: string }[]).at(-1)!.content.includes('buy')
            ? 'Answer: Pass'
            : `Answer: ${numbers[i]}`,
        ],
      }),
    )
    const [first, second] = servers.map(({ baseUrl }) =>
      createOpenAiChat({ baseUrl, model: 'served' }, { secrets: memorySecrets(), now: Date.now }),
    )
    engine = await openTestEngine({ first: first!, second: second! })
    const { run, report } = await robustnessOf(await aStudy({ model: 'first' }), {
      personas: 8,
      models: ['second'],
    })
    expect(run).toMatchObject({ status: 'succeeded', tasks: { succeeded: 16 } })
    expect(servers.map(({ seen }) => seen.length)).toEqual([16, 16])
    const often = report.measures[0]!
    expect(often.levels.map(({ level, mean }) => [level, mean])).toEqual([
      ['first', 20],
      ['second', 60],
    ])
    await Promise.all(servers.map((server) => server.stop()))
  })
})

it.each([
  [{}, 'another factor must have a level'],
  [{ wordings: [{ nothing: 'Hello?' }] }, 'is no question of the skill'],
  [{ models: ['unheard of'] }, 'is not a configured model'],
])('refuses %j', async (request, message) => {
  engine = await openTestEngine()
  const study = await aStudy()
  const refused = await engine
    .call('POST', `/studies/${study.id}/robustness`, request)
    .catch((error: unknown) => error)
  expect(String(refused)).toContain(message)
  const { runs } = await engine.call<RunList>('GET', `/studies/${study.id}/runs`)
  expect(runs).toEqual([])
})
