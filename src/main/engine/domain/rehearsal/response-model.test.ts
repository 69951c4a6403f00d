import { describe, expect, it } from 'vitest'
import { aRespondent } from '../../../../../test/helpers/respondent.ts'
import { Question } from '../../../../shared/contract/skills.ts'
import type { RehearsalEffect } from '../../../../shared/contract/studies.ts'
import { shuffle } from '../random.ts'
import type { Respondent } from './predictors.ts'
import { respond, type SurveyItem, type SurveyResponse } from './response-model.ts'

const everyone = () => true
const people = Array.from({ length: 20_000 }, (_, i) => aRespondent(i))
const some = people.slice(0, 10_000)
const few = people.slice(0, 2000)

function aQuestion(question: Record<string, unknown>): Question {
  return Question.parse({ id: 'q1', text: 'How likely are you to buy {{name}}?', ...question })
}
const likert = aQuestion({ type: 'likert' })
const single = aQuestion({
  type: 'single',
  options: ['Red', 'Green', 'Blue', 'None of them'],
  referenceShares: [0.5, 0.3, 0.15, 0.05],
})

function anItem(overrides: Partial<SurveyItem> = {}): SurveyItem {
  const template = overrides.template ?? likert
  return {
    randomSeed: 7,
    template,
    question: template,
    condition: null,
    replicate: 1,
    effects: [],
    ...overrides,
  }
}

function ask(who: readonly Respondent[], overrides: Partial<SurveyItem> = {}): SurveyResponse[] {
  const item = anItem(overrides)
  return who.map((person) => respond(person, item, everyone))
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: readonly number[]) =>
  mean(values.map((value) => value ** 2)) - mean(values) ** 2
function correlation(a: readonly number[], b: readonly number[]): number {
  const together = mean(a.map((value, i) => value * b[i]!)) - mean(a) * mean(b)
  return together / Math.sqrt(variance(a) * variance(b))
}
function shares(responses: readonly SurveyResponse[], levels: readonly (string | number)[]) {
  const valid = responses.filter(({ status }) => status === 'valid')
  return levels.map((level) => valid.filter(({ value }) => value === level).length / valid.length)
}
function largestGap(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!)))
}

describe('marginals of 20,000 answers', () => {
  it.each([
    { shares: undefined, expected: [0.08, 0.18, 0.26, 0.32, 0.16] },
    { shares: [1, 1, 1, 1, 1], expected: [0.2, 0.2, 0.2, 0.2, 0.2] },
    { shares: [60, 20, 0, 15, 5], expected: [0.6, 0.2, 0, 0.15, 0.05] },
    { shares: [0, 0, 1, 0, 0], expected: [0, 0, 1, 0, 0] },
  ])('of five points are within 2 points of $expected', ({ shares: given, expected }) => {
    const template = aQuestion({ type: 'likert', ...(given && { referenceShares: given }) })
    expect(largestGap(shares(ask(people, { template }), [1, 2, 3, 4, 5]), expected)).toBeLessThan(
      0.02,
    )
  })

  it.each([
    { options: ['a', 'b'], given: [0.9, 0.1] },
    { options: ['a', 'b', 'c', 'd'], given: [0.5, 0.3, 0.15, 0.05] },
    { options: ['a', 'b', 'c'], given: [0.7, 0, 0.3] },
    { options: [...'abcdefghijklmnopqrstuvwxyzABCD'], given: undefined },
  ])('of a choice among $options.length are within 2 points of $given', ({ options, given }) => {
    const template = aQuestion({
      type: 'single',
      options,
      ...(given && { referenceShares: given }),
    })
    const expected = given ?? options.map(() => 1 / options.length)
    // Thirty utilities each take their time, and small shares vary little.
    const asked = options.length > 10 ? some : people
    expect(largestGap(shares(ask(asked, { template }), options), expected)).toBeLessThan(0.02)
  })

  it('of a number have the mean and SD asked for', () => {
    const template = aQuestion({
      type: 'numeric',
      min: -1000,
      max: 1000,
      decimals: 2,
      reference: { mean: 40, sd: 10 },
    })
    const values = ask(people, { template })
      .filter(({ status }) => status === 'valid')
      .map(({ value }) => value as number)
    expect(Math.abs(mean(values) - 40)).toBeLessThan(0.6)
    expect(Math.abs(Math.sqrt(variance(values)) - 10)).toBeLessThan(0.2)
  })
})

describe('numbers', () => {
  it('stay in the range and keep the decimals asked for', () => {
    const template = aQuestion({ type: 'numeric', min: 0, max: 3, decimals: 1 })
    const responses = ask(few, { template }).filter(({ status }) => status === 'valid')
    for (const { value, text } of responses) {
      expect(text).toMatch(/^[0-3]\.\d$/)
      expect(Number(text)).toBe(value)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(3)
    }
  })

  it('are centred on the range with a sixth of it as SD by default', () => {
    const template = aQuestion({ type: 'numeric', min: 0, max: 60, decimals: 3 })
    const values = ask(few, { template })
      .filter(({ status }) => status === 'valid')
      .map(({ value }) => value as number)
    expect(Math.abs(mean(values) - 30)).toBeLessThan(1)
    expect(Math.abs(Math.sqrt(variance(values)) - 10)).toBeLessThan(0.5)
  })
})

describe('the latent answer', () => {
  it('consists of parts with the documented variances', () => {
    const responses = ask(people)
    const parts = responses.map((response) => response.parts)
    const observed = (['profile', 'question', 'occasion'] as const).map((part) =>
      variance(parts.map((response) => response[part])),
    )
    expect(largestGap(observed, [0.35, 0.4, 0.25])).toBeLessThan(0.015)
    expect(parts.every(({ shift }) => shift === 0)).toBe(true)
    expect(Math.abs(variance(responses.map(({ eta }) => eta)) - 1)).toBeLessThan(0.03)
  })

  it('is repeated by another replicate with r = .75, on five points about .69', () => {
    const first = ask(some)
    const second = ask(some, { replicate: 2 })
    const eta = (responses: readonly SurveyResponse[]) => responses.map((response) => response.eta)
    expect(Math.abs(correlation(eta(first), eta(second)) - 0.75)).toBeLessThan(0.015)

    const pairs = first.flatMap(({ value }, i) => {
      const again = second[i]!.value
      return value === null || again === null ? [] : [[Number(value), Number(again)] as const]
    })
    const [before, after] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
    expect(Math.abs(correlation(before, after) - 0.69)).toBeLessThan(0.02)
  })

  it('depends on the profile alone where the study and the question id differ', () => {
    const here = ask(few)
    const elsewhere = ask(few, { randomSeed: 8, template: { ...likert, id: 'other' } })
    expect(elsewhere.map(({ parts }) => parts.profile)).toEqual(
      here.map(({ parts }) => parts.profile),
    )
    const u = (responses: SurveyResponse[]) => responses.map(({ parts }) => parts.question)
    expect(Math.abs(correlation(u(here), u(elsewhere)))).toBeLessThan(0.07)
  })
})

describe('planted effects', () => {
  const effect: RehearsalEffect = { questionId: 'q1', delta: 0.8, condition: 'b' }

  it('come back in the size they were planted in', () => {
    const a = ask(people.slice(0, 10_000), { condition: 'a', effects: [effect] })
    const b = ask(people.slice(10_000), { condition: 'b', effects: [effect] })
    const difference = mean(b.map(({ eta }) => eta)) - mean(a.map(({ eta }) => eta))
    expect(Math.abs(difference - 0.8)).toBeLessThan(0.05)
  })

  it('move only the personas they are declared for', () => {
    const anywhere = { ...effect, condition: undefined } as RehearsalEffect
    const item = anItem({ effects: [anywhere] })
    const moved = few.map((person) => respond(person, item, () => person.gender === 'woman'))
    const still = ask(few)
    for (const [i, person] of few.entries()) {
      const expected = person.gender === 'woman' ? 0.8 : 0
      expect(moved[i]!.eta - still[i]!.eta).toBeCloseTo(expected, 10)
    }
  })

  it('add up, and leave other questions alone', () => {
    const effects = [
      effect,
      { ...effect, delta: 0.2 },
      { ...effect, questionId: 'other', delta: 3 },
    ]
    const [response] = ask(few.slice(0, 1), { condition: 'b', effects })
    expect(response!.parts.shift).toBeCloseTo(1, 10)
  })

  it('make the option they name more often chosen', () => {
    const onBlue: RehearsalEffect = { questionId: 'q1', delta: 0.8, option: 'Blue' }
    const levels = ['Red', 'Green', 'Blue', 'None of them']
    const before = shares(ask(few, { template: single }), levels)
    const after = shares(ask(few, { template: single, effects: [onBlue] }), levels)
    expect(after[2]! - before[2]!).toBeGreaterThan(0.12)
    expect(after[0]!).toBeLessThan(before[0]!)
  })

  it('are the only difference between conditions', () => {
    const filled = { ...likert, text: 'How likely are you to buy Freshia?' }
    const a = ask(some, { condition: 'a' })
    const b = ask(some, { condition: 'b', question: filled })
    for (const part of ['profile', 'question', 'shift'] as const) {
      expect(b.map(({ parts }) => parts[part])).toEqual(a.map(({ parts }) => parts[part]))
    }
    expect(largestGap(shares(a, [1, 2, 3, 4, 5]), shares(b, [1, 2, 3, 4, 5]))).toBeLessThan(0.015)
  })
})

describe('choices', () => {
  it('do not depend on the order in which options are shown or written', () => {
    const chosen = (item: Partial<SurveyItem>) => ask(few, item).map(({ value }) => value)
    const turned = { ...single, options: ['None of them', 'Blue', 'Red', 'Green'] } as Question
    expect(chosen({ template: single, question: turned })).toEqual(chosen({ template: single }))
  })

  it('answer with the filled option where the template has a variable', () => {
    const template = aQuestion({ type: 'single', options: ['{{name}} at once', 'Later', 'Never'] })
    const question = {
      ...template,
      options: ['Never', 'Freshia at once', 'Later'],
    } as Question
    const plain = { ...template, options: ['Freshia at once', 'Later', 'Never'] } as Question
    const rotated = ask(few, { template, question }).map(({ value }) => value)
    expect(rotated).toEqual(ask(few, { template, question: plain }).map(({ value }) => value))
    expect(new Set(rotated)).toEqual(new Set(['Never', 'Freshia at once', 'Later', null]))
  })
})

describe('statuses', () => {
  it('are refusals in 1 % and, where offered, do not know in 3 %', () => {
    const template = aQuestion({ type: 'likert', allowDontKnow: true })
    const rate = (responses: SurveyResponse[], wanted: string) =>
      responses.filter(({ status }) => status === wanted).length / responses.length
    const offered = ask(people, { template })
    expect(rate(offered, 'refused')).toBeCloseTo(0.01, 2)
    expect(rate(offered, 'dont_know')).toBeCloseTo(0.03, 2)
    expect(rate(ask(few), 'dont_know')).toBe(0)
    for (const { status, value, text } of offered) {
      if (status !== 'valid') expect({ value, text }).toEqual({ value: null, text: '' })
    }
  })
})

it('gives everybody the same answer whoever else is asked, in any order', () => {
  const item = anItem({ template: single })
  const inOrder = new Map(few.map((person) => [person.personaKey, respond(person, item, everyone)]))
  for (const person of shuffle(few, 'another order').slice(0, 500)) {
    expect(respond(person, item, everyone)).toEqual(inOrder.get(person.personaKey))
  }
})

describe('where less is told of the persona', () => {
  const etas = (told: 'whole' | 'demographics' | 'nothing') =>
    ask(some, { told }).map(({ eta }) => eta)

  it('has nothing left but the occasion, and what follows from age and gender', () => {
    expect(variance(etas('whole'))).toBeCloseTo(1, 1)
    expect(variance(etas('nothing'))).toBeCloseTo(0.25, 1)
    const parts = ask(few, { told: 'nothing' }).map((response) => response.parts)
    for (const { profile, question } of parts) expect([profile, question]).toEqual([0, 0])
    const known = ask(few, { told: 'demographics' }).map((response) => response.parts)
    for (const { question } of known) expect(question).toBe(0)
    const between = variance(known.map(({ profile }) => profile))
    expect(between).toBeGreaterThan(0)
    expect(between).toBeLessThan(0.35)
  })

  it('asks another way on another occasion of the same person', () => {
    const [usual, other] = [ask(few), ask(few, { variant: 'v1' })]
    const gaps = usual.map(({ eta }, i) => eta - other[i]!.eta)
    expect(variance(gaps)).toBeCloseTo(0.5, 1)
    expect(usual.map(({ parts }) => parts.question)).toEqual(
      other.map(({ parts }) => parts.question),
    )
  })
})
