import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SkillBody } from '../../../../../shared/contract/skills.ts'
import { readQsf } from './read-skill.ts'
import { writeQsf } from './write-skill.ts'

const word = fc.constantFrom(
  'tea',
  'a & b',
  'Größe',
  '1 < 2',
  'so "it" is',
  'x > y',
  '&amp;',
  'mild',
)
const words = (tag: string) =>
  fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => `${tag} ${parts.join(' ')}`)
const list = (least: number, most: number) =>
  fc
    .array(words('o'), { minLength: least, maxLength: most })
    .map((texts) => texts.map((text, i) => `${i} ${text}`))
const moves = fc.oneof(
  fc.constant({}),
  fc.constant({ rotateOptions: true }),
  fc.constant({ rotateOptions: true, anchorLast: 1 }),
)
const dontKnow = fc.constantFrom({}, { allowDontKnow: true })

/** The types that both sides know, with what both can say of them. */
const kinds = [
  fc.constant({ type: 'open' }),
  fc.constant({ type: 'nps' }),
  dontKnow.map((more) => ({ type: 'yesno', ...more })),
  fc.record({ options: list(2, 8), moves, dontKnow }).map((it) => ({
    type: 'single',
    options: it.options,
    ...it.moves,
    ...it.dontKnow,
  })),
  fc
    .record({ options: list(3, 8), moves, dontKnow, least: fc.integer({ min: 0, max: 2 }) })
    .map((it) => ({
      type: 'multi',
      options: it.options,
      ...it.moves,
      ...it.dontKnow,
      minChoices: it.least,
      maxChoices: 3,
      exclusive: [it.options.at(-1)!],
    })),
  fc.record({ labels: list(7, 7), dontKnow }).map((it) => ({
    type: 'likert',
    labels: it.labels,
    ...it.dontKnow,
  })),
  fc
    .record({ min: fc.integer({ min: -50, max: 50 }), decimals: fc.integer({ min: 0, max: 3 }) })
    .map(({ min, decimals }) => ({ type: 'numeric', min, max: min + 10.5, decimals })),
  fc.record({ options: list(2, 8), moves }).map((it) => ({
    type: 'rank',
    options: it.options,
    ...it.moves,
  })),
  fc.record({ options: list(2, 8), moves, total: fc.integer({ min: 2, max: 500 }) }).map((it) => ({
    type: 'allocation',
    options: it.options,
    total: it.total,
    ...it.moves,
  })),
  fc
    .record({ rows: list(1, 6), labels: list(2, 7), rotateRows: fc.boolean(), dontKnow })
    .map(({ dontKnow: more, ...it }) => ({ type: 'matrix', ...it, ...more })),
]

const skills = fc
  .record({
    kinds: fc.array(fc.oneof(...kinds), { minLength: 3, maxLength: 9 }),
    text: words('Say'),
    blocks: fc.array(fc.constantFrom(undefined, 'Anfang', 'Ende'), { minLength: 9, maxLength: 9 }),
    within: fc.boolean(),
    instructions: fc.oneof(fc.constant(''), words('Imagine')),
    logic: fc.boolean(),
  })
  .map(({ kinds: drafts, text, blocks, within, instructions, logic }) => {
    const shown = blocks.slice(0, drafts.length)
    const hasWithin = within && shown.includes('Ende')
    return SkillBody.parse({
      name: 'A & B',
      objective: 'Learn <much>.',
      instructions,
      questions: [
        { id: 'gate', type: 'single', text: 'Which?', options: ['a', 'b', 'c'] },
        ...drafts.map((draft, i) => ({
          ...draft,
          id: `q-${i}`,
          text: `${text}\n${i} for {{product}} after {{answers.gate}}`,
          ...(shown[i] ? { block: shown[i] } : {}),
          ...(logic && i > 0 ? { showIf: conditions[i % conditions.length] } : {}),
        })),
      ],
      ...(hasWithin ? { rotation: { blocks: false, within: ['Ende'] } } : {}),
    })
  })

const is = (value: string) => ({ questionId: 'gate', op: 'eq', value })
const conditions = [
  is('a'),
  { not: is('b') },
  { questionId: 'gate', op: 'in', value: ['a', 'c'] },
  { questionId: 'gate', op: 'answered' },
  { all: [{ questionId: 'gate', op: 'answered' }, { not: is('c') }] },
  { any: [is('a'), { all: [{ not: is('b') }, { questionId: 'gate', op: 'answered' }] }] },
]

describe('a skill written as QSF', () => {
  it('comes back as it was, for what both sides can say', () => {
    fc.assert(
      fc.property(skills, (skill) => {
        const { file, losses } = writeQsf(skill)
        const { body } = readQsf(JSON.parse(JSON.stringify(file)))
        expect(SkillBody.parse(body)).toEqual(skill)
        expect(losses).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('keeps skips inside a block, to its end and to the end of the survey', () => {
    const skipTo = [
      { when: is('a'), to: 'q3' },
      { when: is('b'), to: 'q4' },
      { when: is('c'), to: '$end' },
    ]
    const open = (id: string, block: string) => ({ id, type: 'open', text: 'Why?', block })
    const skill = SkillBody.parse({
      name: 'Skips',
      objective: 'Learn it.',
      rotation: { blocks: true, within: [] },
      questions: [
        {
          id: 'gate',
          type: 'single',
          text: 'Which?',
          options: ['a', 'b', 'c'],
          block: 'A',
          skipTo,
        },
        open('q2', 'A'),
        open('q3', 'A'),
        open('q4', 'B'),
        open('q5', 'B'),
      ],
    })
    const { file, losses } = writeQsf(skill)
    expect(losses).toEqual([])
    expect(SkillBody.parse(readQsf(file).body)).toEqual(skill)
  })

  it('names what Qualtrics cannot say', () => {
    const skill = SkillBody.parse({
      name: 'Rest',
      objective: 'Learn it.',
      decision: 'Whether to go on.',
      questions: [
        { id: 'o', type: 'open', text: 'Why?', probes: ['why'], allowDontKnow: true },
        { id: 'p', type: 'price', text: 'Buy it?', prices: [1, 2, 3], currency: 'EUR' },
        { id: 'n', type: 'numeric', text: 'How many?', min: 0, max: 9, unit: 'cups' },
        { id: 's', type: 'single', text: 'Which?', options: ['a', 'b'], mode: 'probability' },
        {
          id: 'z',
          type: 'open',
          text: 'And {{answers.p}}?',
          showIf: { questionId: 'p', op: 'answered' },
        },
      ],
    })
    const told = writeQsf(skill).losses.map(({ questionId, message }) => [questionId, message])
    expect(told).toEqual([
      [null, 'The decision it informs is left out'],
      ['o', '“don’t know” is not offered there'],
      ['o', 'probes are left out: nobody follows up'],
      ['p', 'Qualtrics has no type “price”: the question is left out'],
      ['n', 'the unit “cups” is left out'],
      ['s', 'the answer mode “probability” becomes a plain choice'],
      ['z', 'Qualtrics cannot say its condition: it is always shown'],
      ['z', '{{answers.p}} is left out of its text: that question is not in the file'],
    ])
  })
})
