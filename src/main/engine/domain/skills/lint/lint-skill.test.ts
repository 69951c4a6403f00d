import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LintSkillRequest } from '../../../../../shared/contract/skill-lint.ts'
import { LintFinding, LintRule } from '../../../../../shared/contract/skill-lint.ts'
import { lintSkill } from './lint-skill.ts'

type Line = {
  readonly kind: 'question' | 'objective' | 'instructions'
  readonly question?: Record<string, unknown>
  readonly text?: string
  readonly labels: readonly LintRule[]
  readonly either?: readonly LintRule[]
}
const lines = readFileSync('test/fixtures/lint/dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)

const ask = (text: string, more: object = {}) =>
  lintSkill({ questions: [{ id: 'q', type: 'yesno', text, ...more }] })
const rulesOf = (line: Line) =>
  lintSkill(
    line.kind === 'question' ? { questions: [line.question!] } : { [line.kind]: line.text },
  ).map(({ rule }) => rule)

describe('on the questions that rules are tuned on', () => {
  it.each(LintRule.options)('%s is right nine times in ten and misses few', (rule) => {
    const counted = lines.filter(({ either }) => !either?.includes(rule))
    const found = counted.filter((line) => rulesOf(line).includes(rule))
    const labelled = counted.filter(({ labels }) => labels.includes(rule))
    const right = found.filter(({ labels }) => labels.includes(rule)).length
    expect(right / found.length).toBeGreaterThanOrEqual(0.9)
    expect(right / labelled.length).toBeGreaterThanOrEqual(0.7)
  })

  it('leaves clean questions alone', () => {
    const clean = lines.filter(({ labels, either }) => labels.length === 0 && !either)
    const flagged = clean.filter((line) => rulesOf(line).length > 0)
    expect(flagged.length / clean.length).toBeLessThanOrEqual(0.05)
  })
})

describe('what a finding says', () => {
  it('points at the words and offers the question without them', () => {
    const [finding] = ask("Don't you think that the app is fast?")
    expect(finding).toEqual({
      rule: 'leading',
      severity: 'warning',
      questionId: 'q',
      path: 'questions.0.text',
      span: { start: 0, end: 5 },
      explanation: expect.any(String),
      suggestion: {
        text: expect.any(String),
        change: { path: 'questions.0.text', value: 'Do you think that the app is fast, or not?' },
      },
      dismissed: null,
    })
  })

  it.each([
    ['Do you agree that rents are too high?', 'Do you think that rents are too high, or not?'],
    ['Do you regularly cook?', 'Do you cook at least once a week?'],
    ['Have you recently moved?', 'Have you moved in the past 30 days?'],
    ['Are you completely happy with it?', 'Are you happy with it?'],
    ['Do you know [BRAND]?', 'Do you know {{brand}}?'],
    ['Is the letter not unclear to you?', 'Is the letter clear to you?'],
  ])('rewords “%s”', (text, better) => {
    const values = ask(text).map(({ suggestion }) => suggestion.change?.value)
    expect(values).toContain(better)
    expect(ask(better)).toEqual([])
  })

  it('rewords so that the answers still fit', () => {
    const of = (more: object) => ask('Do you agree with the plan?', more)[0]!.suggestion.change
    expect(of({})).toBeNull()
    expect(of({ type: 'likert' })?.value).toBe('Do you agree or disagree with the plan?')
  })

  it('offers “don’t know” as a setting', () => {
    const [finding] = ask('Does the law allow this?')
    expect(finding?.suggestion.change).toEqual({
      path: 'questions.0.allowDontKnow',
      value: true,
    })
    expect(ask('Does the law allow this?', { allowDontKnow: true })).toEqual([])
  })

  it('finds nothing in an empty draft, and leaves other languages to their readers', () => {
    expect([lintSkill({}), lintSkill({ questions: [{}] }), ask('')]).toEqual([[], [], []])
    expect(ask('Finden Sie nicht auch, dass die Mieten in der Stadt immer zu hoch sind?')).toEqual(
      [],
    )
  })

  it('reads the rows of a matrix and the levels of attributes', () => {
    const found = lintSkill({
      questions: [
        { id: 'm', type: 'matrix', text: 'How good are these?', rows: ['The greedy firms', 'Pay'] },
        {
          id: 'c',
          type: 'conjoint',
          text: 'Which would you choose?',
          attributes: [{ name: 'Price', levels: ['[price]', '20 €'] }],
        },
      ],
    })
    expect(found.map(({ rule, path }) => [rule, path])).toEqual([
      ['loaded', 'questions.0.rows.0'],
      ['unlabelled-variable', 'questions.1.attributes.0.levels.0'],
    ])
  })
})

describe('a finding that was dismissed', () => {
  const text = 'Do you agree with the plan?'
  const dismissal = { rule: 'leading' as const, questionId: 'q', text, reason: 'As in 2019.' }
  const reasons = (change: object, dismissed: object = {}) =>
    lintSkill({
      questions: [{ id: 'q', type: 'yesno', text, ...change }],
      dismissals: [{ ...dismissal, ...dismissed }],
    }).map((finding) => finding.dismissed)

  it('says why, for the same rule, question and text', () => {
    expect(reasons({})).toEqual(['As in 2019.'])
    // What stands beside the text does not bring it back.
    expect(reasons({ allowDontKnow: true })).toEqual(['As in 2019.'])
  })

  it('stands again when the text changes, or it is about another', () => {
    expect(reasons({ text: 'Do you agree with the new plan?' })).toEqual([null])
    expect(reasons({ id: 'r' })).toEqual([null])
    expect(reasons({}, { rule: 'loaded' })).toEqual([null])
  })
})

describe('ranges', () => {
  const rules = (...options: string[]) =>
    ask('How much is it for you?', { type: 'single', options }).map(({ rule }) => rule)
  it.each([
    [['18–24', '25–34', '35+']],
    [['Under 18', '18 to 24', '25 or older']],
    [['Less than 30 minutes', '30–59 minutes', '1–2 hours', 'More than 2 hours']],
    [['None', 'Less than 5', '5 or more']],
    [['£0–£9.99', '£10–£19.99', '£20 or more']],
    [['Up to 20k', '21k–40k', 'More than 40k']],
    [['1–6 months', '7–11 months', '1–2 years', '3 years or more']],
    [['€1,000–€1,999', '€2,000–€2,999', '€3,000 and more']],
    [['1995', '2005', '2015']],
    [['Up to 50,000', '51,000 to 75,000', 'More than 75,000']],
    [['Once a week', '2–3 times a month', 'Less than once a year']],
  ])('fit: %j', (options) => {
    expect(rules(...options)).toEqual([])
  })
  it.each([
    [
      ['0–10', '10–20', '20+'],
      ['range-overlap', 'range-overlap'],
    ],
    [['0–10', '12–20', '21+'], ['range-gap']],
    [['Less than 10', '11–20', 'More than 20'], ['range-gap']],
    [['1', '2', '4 or more'], ['range-gap']],
    [['30+', '0–9', '10–30'], ['range-overlap']],
    [['Less than 10 minutes', '10–60 minutes', '1 hour or more'], ['range-overlap']],
  ])('do not: %j', (options, expected) => {
    expect(rules(...options)).toEqual(expected)
  })
})

it('compares the scale that the text promises with the one there is', () => {
  const of = (more: object) =>
    ask('How calm are you, on a scale from 1 to 7?', more).map(({ rule }) => rule)
  expect(of({ type: 'numeric', min: 0, max: 10 })).toEqual(['range-gap'])
  expect(of({ type: 'numeric', min: 1, max: 7 })).toEqual([])
  expect(of({ type: 'likert' })).toEqual(['range-gap'])
  expect(of({ type: 'likert', labels: [...'1234567'] })).toEqual([])
})

it('finds only spans within the text, for any draft, and always the same', () => {
  const word = fc.constantFrom(
    ...'you and not never [x] {{ }} always greedy often ? . , do the oppose 10–20 20+ how many a lot'.split(
      ' ',
    ),
  )
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))
  // A finding's path has dots between its keys: one within a key could not be followed here.
  const anything = fc.anything({ key: fc.string().filter((key) => !key.includes('.')) })
  const question = fc.record(
    {
      id: fc.string({ maxLength: 5 }),
      type: fc.constantFrom('single', 'likert', 'matrix', 'open', 'numeric', 'new'),
      text: fc.oneof(text, fc.string({ maxLength: 200 })),
      options: fc.oneof(fc.array(text), anything),
      rows: anything,
      labels: fc.array(fc.oneof(text, anything)),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(question, { maxLength: 5 }), text, (questions, objective) => {
      const body = { questions, objective } as LintSkillRequest
      const findings = lintSkill(body)
      for (const finding of findings) {
        expect(LintFinding.safeParse(finding).error).toBeUndefined()
        const value = at(body, finding.path)
        if (!finding.span) continue
        expect(finding.span.end).toBeLessThanOrEqual((value as string).length)
        expect(finding.span.start).toBeLessThan(finding.span.end)
      }
      expect(lintSkill(body)).toEqual(findings)
    }),
  )
})

function at(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce((value: unknown, key) => (value as Record<string, unknown>)[key], body)
}
