import { describe, expect, it } from 'vitest'
import { aPersona } from '../../../../test/helpers/persona.ts'
import { aRecalled } from '../../../../test/helpers/recalled.ts'
import { collectAnswer } from '../../../../test/helpers/collect-answer.ts'
import { Question } from '../../../shared/contract/skills.ts'
import { parseAnswer } from '../domain/questions/first-step.ts'
import { respond } from '../domain/rehearsal/response-model.ts'
import { sentencesOf } from '../domain/rehearsal/sentences.ts'
import { shuffle } from '../domain/random.ts'
import type { ChatRequest, SurveyContext } from './chat-model.ts'
import { createOfflineChat } from './offline-chat.ts'

const model = createOfflineChat({ matches: (_, persona) => persona.gender === 'woman' })
const crowd = Array.from({ length: 400 }, (_, i) => aPersona(i))
const likert = aQuestion({ type: 'likert', allowDontKnow: true })

function aQuestion(overrides: Record<string, unknown>): Question {
  return Question.parse({
    id: 'q1',
    text: 'How useful is a shared electric car to you?',
    ...overrides,
  })
}

function aRequest(
  i: number,
  {
    survey,
    ...context
  }: Omit<Partial<ChatRequest['context']>, 'survey'> & { survey?: Partial<SurveyContext> } = {},
): ChatRequest {
  const persona = crowd[i]!
  const template = survey?.template ?? likert
  const item: SurveyContext = {
    randomSeed: 1,
    template,
    question: template,
    condition: null,
    replicate: 1,
    effects: [],
    ...survey,
  }
  return {
    messages: [{ role: 'user', content: 'How are you?' }],
    seed: 5,
    temperature: 0.7,
    maxTokens: 500,
    context: {
      persona,
      mood: persona.moodBaseline,
      recalled: [],
      history: [],
      userPrompt: template.text,
      ...context,
      ...(survey && { survey: item }),
    },
  }
}

const textOf = async (request: ChatRequest) => (await collectAnswer(model.stream(request))).text

describe('a survey answer', () => {
  it.each([
    {
      template: likert,
      line: /^Answer: (Strongly disagree|Disagree|Neither agree nor disagree|Agree|Strongly agree|I don't know|I'd rather not say)$/,
    },
    {
      template: aQuestion({ type: 'single', options: ['A bike', 'A bus', 'No car at all'] }),
      line: /^Answer: (A bike|A bus|No car at all|I'd rather not say)$/,
    },
    {
      template: aQuestion({ type: 'numeric', min: 0, max: 50, decimals: 1, unit: '€' }),
      line: /^Answer: (\d{1,2}\.\d|I'd rather not say)$/,
    },
  ])(
    'has the answer in its first line and a reason below: $template.type',
    async ({ template, line }) => {
      const recalled = [aRecalled({ eventLabel: 'The old van broke down' })]
      for (const i of crowd.keys()) {
        const text = await textOf(aRequest(i, { survey: { template }, recalled }))
        const [first, blank, reason, ...rest] = text.split('\n')
        expect(first).toMatch(line)
        expect({ blank, rest }).toEqual({ blank: '', rest: [] })
        expect([1, 2]).toContain(sentencesOf(reason!).length)
      }
    },
  )

  it.each([
    likert,
    aQuestion({ type: 'likert', labels: ['1', '2', '3', '4', '5', '6', '7'] }),
    aQuestion({ type: 'single', options: ['Bus', 'Bus and train', 'I do not know', 'No, never'] }),
    aQuestion({ type: 'numeric', min: 0, max: 9000 }),
    aQuestion({ type: 'numeric', min: -2, max: 2, decimals: 3 }),
    aQuestion({ type: 'numeric', min: 0, max: 100_000, decimals: 3 }),
  ])('is read back as what the response model meant (%#)', async (template) => {
    for (const i of crowd.keys()) {
      const request = aRequest(i, { survey: { template } })
      const meant = respond(crowd[i]!, request.context.survey!, () => true)
      const { status, value } = parseAnswer(template, await textOf(request))
      expect({ status, value }).toEqual({ status: meant.status, value: meant.value })
    }
  })

  it('keeps its value whatever the request seed and whatever is recalled', async () => {
    const recalled = [aRecalled({ kind: 'deflect', memoryType: 'shame' })]
    for (const i of crowd.keys().take(50)) {
      const [plain, other] = [
        await textOf(aRequest(i, { survey: {} })),
        await textOf({ ...aRequest(i, { survey: {}, recalled }), seed: 99 }),
      ]
      expect(other.split('\n')[0]).toBe(plain.split('\n')[0])
    }
  })

  it('is free text for an open question, in favour or against', async () => {
    const template = aQuestion({ type: 'open' })
    const texts = await Promise.all(
      crowd.map((_, i) => textOf(aRequest(i, { survey: { template } }))),
    )
    expect(texts.some((text) => text.includes('Answer:'))).toBe(false)
    expect(texts.filter((text) => text === "I'd rather not say.").length).toBeLessThan(15)
    expect(texts.filter((text) => /shared electric car/.test(text)).length).toBeGreaterThan(0)
    expect(new Set(texts).size).toBeGreaterThan(380)
  })

  it.each([
    likert,
    aQuestion({ type: 'single', options: ['A', 'B'] }),
    aQuestion({ type: 'open' }),
  ])('says nothing of what is faded, shameful or repressed (%#)', async (template) => {
    const facts = 'Marguerite carried out the flour when the oven exploded.'
    const recalled = [
      aRecalled({ facts, kind: 'gist', vividness: 'faded' }),
      aRecalled({ facts, kind: 'tell', vividness: 'faded' }),
      aRecalled({ facts, kind: 'deflect', memoryType: 'shame' }),
      { ...aRecalled({ kind: 'avoid', memoryType: 'repressed' }), text: '' },
    ]
    for (const i of crowd.keys()) {
      for (const memory of recalled) {
        const request = aRequest(i, { survey: { template }, recalled: [memory] })
        expect(await textOf(request)).not.toMatch(/Marguerite|flour|oven|exploded/)
      }
    }
  })

  it('moves with a planted effect, for those it is declared for alone', async () => {
    const where = { field: 'gender', op: 'eq', value: 'woman' } as const
    const effects = [{ questionId: 'q1', delta: 5, where }]
    for (const [i, persona] of crowd.entries()) {
      const before = await textOf(aRequest(i, { survey: {} }))
      const after = await textOf(aRequest(i, { survey: { effects } }))
      const isValid = !/don't know|rather not/.test(before)
      if (persona.gender !== 'woman') expect(after).toBe(before)
      else if (isValid) expect(after).toMatch(/^Answer: (Agree|Strongly agree)/)
    }
  })

  it('does not depend on what else is asked, in which order or at the same time', async () => {
    const one: string[] = []
    for (const i of crowd.keys()) one.push(await textOf(aRequest(i, { survey: {} })))
    const order = shuffle([...crowd.keys()], 'other order').slice(0, 100)
    const together = await Promise.all(order.map((i) => textOf(aRequest(i, { survey: {} }))))
    expect(together).toEqual(order.map((i) => one[i]))
  })

  it('takes less than half a millisecond', async () => {
    const requests = Array.from({ length: 2000 }, (_, i) => aRequest(i % 400, { survey: {} }))
    const startedAt = performance.now()
    for (const request of requests) await textOf(request)
    // Twice the goal of 2,000 a second leaves room for a busy machine.
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})

describe('the stream', () => {
  it('gives the answer word by word and what it took at the end', async () => {
    const request = aRequest(1, { userPrompt: 'Who are you?' })
    const { text, deltas, done } = await collectAnswer(model.stream(request))
    expect(deltas.length).toBe(text.split(/\s+/).length)
    expect(done).toEqual({
      type: 'done',
      modelName: 'offline-rehearsal-1',
      tokensIn: 3,
      tokensOut: Math.ceil(text.length / 4),
    })
    expect(model).toMatchObject({ name: 'offline-rehearsal-1', rehearsal: true })
  })

  it('is the same for the same request', async () => {
    const request = aRequest(2, { userPrompt: 'What would you change about trains?' })
    expect(await textOf(request)).toBe(await textOf(request))
  })

  it('stops in the middle when it is told to', async () => {
    const slow = createOfflineChat({ matches: () => true, delayMs: 10 })
    const controller = new AbortController()
    const heard: string[] = []
    const listening = (async () => {
      for await (const chunk of slow.stream(
        aRequest(1, { userPrompt: 'Who are you?' }),
        controller.signal,
      )) {
        heard.push(chunk.type)
        if (heard.length === 2) controller.abort()
      }
    })()
    await expect(listening).rejects.toMatchObject({ name: 'AbortError' })
    expect(heard).toEqual(['delta', 'delta'])
  })

  it('says nothing when it was told to stop before', async () => {
    const stopped = collectAnswer(model.stream(aRequest(1), AbortSignal.abort()))
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
  })
})
