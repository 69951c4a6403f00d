import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneOfEach } from '../../../../../test/helpers/questions.ts'
import { aPersona } from '../../../../../test/helpers/a-persona.ts'
import { Question } from '../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../shared/contract/runs.ts'
import { shuffle, uniform } from '../random.ts'
import { respond } from '../rehearsal/response-model.ts'
import { askQuestion } from './ask-question.ts'
import { kindOf } from './kinds/index.ts'
import type { Draw, Step } from './question-kind.ts'
import type { Outcome } from './reading.ts'

const drawOf = (seed: number): Draw => ({
  shuffle: (items, ...parts) => shuffle(items, seed, ...parts),
  uniform: (...parts) => uniform(seed, ...parts),
})

/** Asks to the end; what is answered is worked out from each step. */
function put(question: Question, draw: Draw, answer: (step: Step) => string) {
  const steps = askQuestion(question, draw)
  const prompts: string[] = []
  let next = steps.next()
  while (!next.done) {
    prompts.push(next.value.prompt)
    next = steps.next(next.value.read(answer(next.value)))
  }
  return { outcome: next.value, prompts }
}

function rehearsed(question: Question, seed: number) {
  const draw = drawOf(seed)
  const shown = kindOf(question).ordered(question, draw)
  const persona = aPersona({ personaKey: `persona ${seed}` })
  const item = { template: question, question: shown, randomSeed: seed, effects: [] }
  const said: (AnswerValue | null)[] = []
  const { outcome, prompts } = put(shown, draw, ({ ask }) => {
    const response = respond(persona, { ...item, ask, condition: null, replicate: 1 }, () => true)
    said.push(response.value)
    if (response.status === 'refused') return "I'd rather not say."
    return response.text === '' ? 'It is fine.' : `Answer: ${response.text}\n\nBecause I say so.`
  })
  return { outcome, prompts, said, shown }
}

describe.each(oneOfEach.map((question) => [question.type, question] as const))(
  'a %s question',
  (_, question) => {
    it('reads what the rehearsal answers, as it was meant', () => {
      fc.assert(
        fc.property(fc.nat(400), (seed) => {
          const { outcome, said, shown } = rehearsed(question, seed)
          expect(['valid', 'refused']).toContain(outcome.status)
          const isWhole = !kindOf(shown).steps
          if (outcome.status === 'valid' && isWhole) expect(outcome.value).toEqual(said[0])
        }),
        { numRuns: 60 },
      )
    })

    it.each([
      '',
      'Error: connection reset',
      'Answer: 🤷',
      'Answer: {"a":',
      'Answer: -99; 1e9; ???',
    ])('never makes an answer of %j', (text) => {
      if (question.type === 'open') return
      expect(put(question, drawOf(1), () => text).outcome.status).toBe('invalid')
    })

    it('takes a refusal for what it is', () => {
      const said = question.type === 'open' ? 'Prefer not to say.' : 'Answer: no answer\n\nPrivate.'
      const { outcome } = put(question, drawOf(1), () => said)
      expect(outcome).toEqual({ status: 'refused', value: null })
    })
  },
)

function read(question: object, text: string): Outcome {
  const parsed = Question.parse({ id: 'q', text: 'Which?', ...question })
  return put(parsed, drawOf(1), () => text).outcome
}
const options = ['Bus', 'Bus and train', 'Car', 'Bicycle']

describe('several choices', () => {
  const multi = { type: 'multi', options, maxChoices: 3 }
  it.each([
    ['Answer: Bus; Car', ['Bus', 'Car']],
    ['Answer: Car, Bicycle', ['Car', 'Bicycle']],
    ['Answer: Bus and train', ['Bus and train']],
    ['Answer:\n- Car\n- Bus\n\nThe train is too slow.', ['Bus', 'Car']],
    ['Answer: 1; 4', ['Bus', 'Bicycle']],
    ['Answer: Car\nI never take the Bus.', ['Car']],
  ])('%j is %j', (text, value) => {
    expect(read(multi, text)).toEqual({ status: 'valid', value })
  })
  it('holds to how many may be chosen, and to what goes with nothing else', () => {
    expect(read({ ...multi, maxChoices: 1 }, 'Answer: Bus; Car').status).toBe('invalid')
    expect(read({ ...multi, minChoices: 2 }, 'Answer: Bus').status).toBe('invalid')
    expect(read(multi, 'Answer: none').status).toBe('invalid')
    expect(read({ ...multi, minChoices: 0 }, 'Answer: none').value).toEqual([])
    expect(read({ ...multi, exclusive: ['Car'] }, 'Answer: Bus; Car').status).toBe('invalid')
  })
})

describe('a ranking', () => {
  it.each([
    'Answer: Car; Bus; Bicycle; Bus and train',
    'Answer: 1. Car; 2. Bus; 3. Bicycle; 4. Bus and train',
    'Answer: Car > Bus > Bicycle > Bus and train',
    'Answer:\n1. Car\n2. Bus\n3. Bicycle\n4. Bus and train\n\nThat is how I see it.',
  ])('%j is read in its order', (text) => {
    const value = ['Car', 'Bus', 'Bicycle', 'Bus and train']
    expect(read({ type: 'rank', options }, text)).toEqual({ status: 'valid', value })
  })
  it('needs every place filled once', () => {
    expect(read({ type: 'rank', options }, 'Answer: Car; Bus').status).toBe('invalid')
    expect(read({ type: 'rank', options, top: 2 }, 'Answer: Car; Car').status).toBe('invalid')
    expect(read({ type: 'rank', options, top: 2 }, 'Answer: Car; Bus').value).toEqual([
      'Car',
      'Bus',
    ])
  })
})

describe('an allocation', () => {
  it.each([
    'Answer: Bus: 40; Car: 60',
    'Answer: Bus: 40 %; Bus and train: 0 %; Car: 60 %; Bicycle: 0 %',
    'Answer: Bus 40, Car 60',
    'Answer:\n- Bus: 40\n- Car: 60',
  ])('%j gives every option its part', (text) => {
    const value = { Bus: 40, 'Bus and train': 0, Car: 60, Bicycle: 0 }
    expect(read({ type: 'allocation', options }, text)).toEqual({ status: 'valid', value })
  })
  it('must come to the total, with nothing below 0 and nothing twice', () => {
    const reasons = ['Bus: 40; Car: 50', 'Bus: 120; Car: -20', 'Bus: 50; Bus: 50'].map(
      (said) => read({ type: 'allocation', options }, `Answer: ${said}`) as { reason: string },
    )
    expect(reasons.map(({ reason }) => reason)).toEqual([
      'the numbers make 90, not 100',
      '“Car: -20” is less than 0',
      '“Bus” is named twice',
    ])
  })
})

describe('a matrix', () => {
  const matrix = { type: 'matrix', rows: ['Price: total', 'Speed'], labels: ['Low', 'High'] }
  it('takes colons in its rows, and answers to none but all of them', () => {
    expect(read(matrix, 'Answer:\nPrice: total: High\nSpeed: 1. Low').value).toEqual({
      'Price: total': 2,
      Speed: 1,
    })
    expect(read(matrix, 'Answer: Speed: Low').status).toBe('invalid')
    expect(read(matrix, 'Answer: Speed: Low; Price: total: Middling').status).toBe('invalid')
  })
})

describe('a price ladder', () => {
  const prices = [1, 2, 4, 8, 16]
  const upTo = (most: number) => (step: Step) =>
    step.ask.kind === 'price' && step.ask.price <= most ? 'Answer: Yes' : 'Answer: No'
  const ladder = (kind: string) =>
    Question.parse({ id: 'q', text: 'Buy?', type: 'price', prices, currency: '€', ladder: kind })

  it.each([0, 1, 3, 16])('finds the highest price accepted, %d at most, from any start', (most) => {
    const highest = prices.findLast((price) => price <= most) ?? null
    for (const kind of ['adaptive', 'all'])
      for (let seed = 0; seed < 30; seed++)
        expect(put(ladder(kind), drawOf(seed), upTo(most)).outcome.value).toMatchObject({ highest })
  })
  it('marks a yes above a no', () => {
    const odd = (step: Step) =>
      step.ask.kind === 'price' && step.ask.price === 2 ? 'Answer: No' : 'Answer: Yes'
    expect(put(ladder('all'), drawOf(3), odd).outcome.detail).toEqual({ nonMonotone: true })
  })
})

describe('the modes of a scale', () => {
  const likert = { id: 'q', text: 'I like it.', type: 'likert' } as const
  it('draws from the shares that the persona gives', () => {
    const question = Question.parse({ ...likert, mode: 'probability' })
    const said = 'Answer: Disagree: 25 %; Agree: 75 %'
    const values = Array.from({ length: 400 }, (_, seed) => put(question, drawOf(seed), () => said))
    const agreeing = values.filter(({ outcome }) => outcome.value === 4).length
    expect(values.every(({ outcome }) => [2, 4].includes(Number(outcome.value)))).toBe(true)
    expect(agreeing / values.length).toBeCloseTo(0.75, 1)
    expect(values[0]!.outcome.detail).toEqual({ shares: [0, 0.25, 0, 0.75, 0] })
  })
  it('asks twice: freely, then which comes closest', () => {
    const question = Question.parse({ ...likert, mode: 'two-pass' })
    const said = ['I love it.', 'Answer: Strongly agree']
    const { outcome, prompts } = put(question, drawOf(1), () => said.shift()!)
    expect(outcome).toEqual({ status: 'valid', value: 5, detail: { said: ['I love it.'] } })
    expect(prompts[0]).toBe('I like it.')
    expect(prompts[1]).toContain('5. Strongly agree')
  })
  it('gives the shares that many picks come to', () => {
    const question = Question.parse({ ...likert, type: 'single', options, mode: 'probability' })
    const persona = aPersona({ personaKey: 'somebody' })
    const item = { template: question, question, randomSeed: 7, effects: [], condition: null }
    const ask = (kind: 'answer' | 'shares', replicate: number) =>
      respond(persona, { ...item, ask: { kind }, replicate }, () => true)
    const shares = Object.fromEntries(
      ask('shares', 1)
        .text.split('; ')
        .map((part) => part.split(': '))
        .map(([option, share]) => [option, Number.parseInt(share!, 10) / 100]),
    )
    const picks = Array.from({ length: 3000 }, (_, i) => ask('answer', i + 1))
      .filter(({ status }) => status === 'valid')
      .map(({ value }) => value)
    for (const option of options) {
      const picked = picks.filter((value) => value === option).length / picks.length
      expect(Math.abs(picked - shares[option]!)).toBeLessThan(0.04)
    }
  })
})

it('goes on after an open answer with the probes of its guide', () => {
  const question = Question.parse({
    id: 'q',
    text: 'Tell me.',
    type: 'open',
    probes: ['ladder-up', 'silence'],
  })
  const said = ['It was good.', 'It makes me feel safe.', 'That is all.']
  const { outcome, prompts } = put(question, drawOf(1), () => said.shift()!)
  expect(prompts).toEqual(['Tell me.', 'And why does that matter to you?', '…'])
  expect(outcome.value).toBe('It was good.\n\nIt makes me feel safe.\n\nThat is all.')
})
