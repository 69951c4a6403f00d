import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  END_OF_SKILL,
  Question,
  type AnswerCondition,
} from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import { answerTexts, valueAt } from '../../questions/ask-question.ts'
import { shuffle } from '../../random.ts'
import { holds, type AnswersSoFar } from './answers-so-far.ts'
import { checkLogic } from './check-logic.ts'
import { logicEdges } from './in-words.ts'
import { firstShown, placeAfter, questionOrder } from './route.ts'

type Part = Record<string, unknown>
const yesNo = (id: string, more: Part = {}): Question =>
  Question.parse({ id, text: `Question ${id}?`, type: 'yesno', ...more })
const is = (questionId: string, value: AnswerValue, op = 'eq') =>
  ({ questionId, op, value }) as AnswerCondition
const codes = (questions: Question[], rotation?: { blocks: boolean; within: string[] }) =>
  checkLogic({ questions, ...(rotation && { rotation }) }).map(
    ({ code, questionId }) => `${questionId} ${code}`,
  )

describe('a condition', () => {
  const answers: AnswersSoFar = new Map<
    string,
    { status: 'valid' | 'refused'; value: AnswerValue | null }
  >([
    ['a', { status: 'valid', value: 'yes' }],
    ['n', { status: 'valid', value: 4 }],
    ['m', { status: 'valid', value: ['Bus', 'Car'] }],
    ['r', { status: 'refused', value: null }],
  ])
  it.each([
    [is('a', 'yes'), true],
    [is('a', 'no', 'neq'), true],
    [is('n', 4, 'gte'), true],
    [is('n', 4, 'gt'), false],
    [is('m', 'Car', 'includes'), true],
    [is('r', 'yes', 'neq'), false],
    [{ not: is('r', 'yes') }, true],
    [is('x', 'yes'), false],
    [{ questionId: 'r', op: 'answered' } as AnswerCondition, false],
    [{ all: [is('a', 'yes'), { any: [is('n', 1), is('n', 4)] }] }, true],
  ])('%j is %j', (condition, result) => {
    expect(holds(condition, answers)).toBe(result)
  })
})

describe('the check', () => {
  it('finds nothing in a plain list', () => {
    expect(codes([yesNo('a'), yesNo('b'), yesNo('c')])).toEqual([])
  })

  it('names what leads nowhere, what comes later, and what goes back', () => {
    expect(
      codes([
        yesNo('a', { showIf: is('b', 'yes') }),
        yesNo('b', { showIf: is('z', 'yes'), text: 'So {{answers.c}} and {{answers.zz}}?' }),
        yesNo('c', { skipTo: [{ when: is('c', 'yes'), to: 'a' }] }),
        yesNo('d', { skipTo: [{ when: is('d', 'no'), to: 'nowhere' }] }),
      ]),
    ).toEqual([
      'a later_question',
      'b unknown_question',
      'b later_question',
      'b unknown_question',
      'c cycle',
      'd unknown_question',
    ])
  })

  it('names tests that no answer can pass', () => {
    expect(
      codes([
        yesNo('a'),
        yesNo('b', { showIf: is('a', 'perhaps') }),
        yesNo('c', { showIf: is('a', 3, 'gt') }),
        yesNo('d', { showIf: { questionId: 'a', op: 'eq' } }),
      ]),
    ).toEqual(['b impossible_test', 'c impossible_test', 'd impossible_test'])
  })

  it('finds what nobody reaches through several answers at once', () => {
    const age = Question.parse({ id: 'age', text: 'Age?', type: 'numeric', min: 0, max: 120 })
    expect(
      codes([
        age,
        yesNo('a', { skipTo: [{ when: is('age', 18, 'lt'), to: END_OF_SKILL }] }),
        yesNo('b', { showIf: { all: [is('age', 18, 'lt'), is('a', 'yes')] } }),
        yesNo('c', { showIf: { all: [is('age', 30, 'gt'), is('age', 40, 'lt')] } }),
        yesNo('d', { skipTo: [{ when: is('age', 200, 'gt'), to: END_OF_SKILL }] }),
        yesNo('e'),
      ]),
    ).toEqual(['b unreachable', 'd never_fires'])
  })

  it('warns where an answer leaves nothing to ask though it does not lead to the end', () => {
    expect(codes([yesNo('a'), yesNo('b', { showIf: is('a', 'yes') })])).toEqual(['a dead_end'])
    const ended = { skipTo: [{ when: { not: is('a', 'yes') }, to: END_OF_SKILL }] }
    expect(codes([yesNo('a', ended), yesNo('b', { showIf: is('a', 'yes') })])).toEqual([])
  })

  it('keeps what is drawn apart from what depends on its order', () => {
    const block = { block: 'one' }
    const questions = [
      yesNo('a', block),
      yesNo('b', { ...block, showIf: is('a', 'yes') }),
      yesNo('c', block),
    ]
    expect(codes(questions)).toEqual([])
    const within = { blocks: false, within: ['one'] }
    expect(codes(questions, within)).toEqual(['b rotated_dependency'])
    expect(codes(questions, { blocks: true, within: [] })).toEqual([])
    const apart = [yesNo('a', block), yesNo('b', { block: 'two', showIf: is('a', 'yes') })]
    expect(codes([...apart, yesNo('c')], { blocks: true, within: [] })).toEqual([
      'b rotated_dependency',
    ])
  })

  it('agrees with trying every answer, on mazes of any make', () => {
    fc.assert(
      fc.property(maze(), (questions) => {
        const found = codes(questions).filter((each) => /unreachable|never_fires/.test(each))
        expect(found.toSorted()).toEqual(bruteForce(questions).toSorted())
      }),
      { numRuns: 300 },
    )
  })

  it('walks a long questionnaire whose answers are soon forgotten', () => {
    const questions = Array.from({ length: 100 }, (_, i) =>
      yesNo(
        `q${i}`,
        i < 3 ? {} : { showIf: { any: [is(`q${i - 1}`, 'yes'), is(`q${i - 3}`, 'no')] } },
      ),
    )
    expect(codes(questions).filter((each) => each.includes('unreachable'))).toEqual([])
  })

  it('says so where there are too many paths to try', () => {
    const many = Array.from({ length: 24 }, (_, i) => yesNo(`q${i}`))
    const last = yesNo('last', { showIf: { all: many.map(({ id }) => is(id, 'yes')) } })
    expect(codes([...many, last])).toEqual(['q0 not_fully_checked'])
  })
})

describe('the order of a task', () => {
  const questions = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) =>
    yesNo(id, i === 2 ? {} : { block: i < 2 ? 'one' : 'two' }),
  )
  const draw = (seed: number) => ({
    shuffle: <T>(items: readonly T[], ...parts: (string | number)[]) =>
      shuffle(items, seed, ...parts),
    uniform: () => 0.5,
  })
  it('moves blocks and what is inside them, and nothing else', () => {
    const rotation = { blocks: true, within: ['two'] }
    const orders = Array.from({ length: 200 }, (_, seed) =>
      questionOrder({ questions, rotation }, draw(seed))
        .map(({ id }) => id)
        .join(''),
    )
    // a b stay in order, c between the blocks, d e f in any order: 2 × 3! orders.
    expect(new Set(orders).size).toBe(12)
    expect(orders.every((order) => /^(abc[def]{3}|[def]{3}cab)$/.test(order))).toBe(true)
  })
})

it('says where answers lead, in words', () => {
  const questions = [
    yesNo('a', { skipTo: [{ when: is('a', 'no'), to: END_OF_SKILL }] }),
    yesNo('b', { showIf: { not: { any: [is('a', 'no'), { questionId: 'a', op: 'answered' }] } } }),
  ]
  expect(logicEdges(questions as Question[])).toEqual([
    { from: 'a', to: '$end', when: 'a is “no”' },
    { from: 'a', to: 'b', when: 'not (a is “no” or a is answered)' },
    { from: 'b', to: '$end', when: null },
  ])
})

/** Skills of a few closed questions with conditions and jumps that lead somewhere. */
function maze(): fc.Arbitrary<Question[]> {
  const condition = (count: number): fc.Arbitrary<AnswerCondition> => {
    const test = fc
      .record({
        at: fc.nat(count - 1),
        value: fc.constantFrom('yes', 'no'),
        op: fc.constantFrom('eq', 'neq'),
      })
      .map(({ at, value, op }) => is(`q${at}`, value, op))
    return fc.oneof(
      test,
      test.map((each) => ({ not: each })),
      fc.array(test, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(test, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    )
  }
  return fc.integer({ min: 2, max: 6 }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, i) =>
        fc
          .record({
            showIf: i === 0 ? fc.constant(null) : fc.option(condition(i), { freq: 2 }),
            skip: fc.option(
              fc.record({ when: condition(i + 1), to: fc.integer({ min: i + 1, max: count }) }),
              { freq: 2 },
            ),
          })
          .map(({ showIf, skip }) =>
            yesNo(`q${i}`, {
              ...(showIf && { showIf }),
              ...(skip && {
                skipTo: [{ when: skip.when, to: skip.to === count ? END_OF_SKILL : `q${skip.to}` }],
              }),
            }),
          ),
      ),
    ),
  ) as fc.Arbitrary<Question[]>
}

/** Every answer to every question, refusals too. */
function bruteForce(questions: readonly Question[]): string[] {
  const asked = new Set<string>()
  const fired = new Set<string>()
  const go = (
    at: number,
    answers: Map<string, { status: 'valid' | 'refused'; value: AnswerValue | null }>,
  ) => {
    if (at >= questions.length) return
    const question = questions[at]!
    asked.add(question.id)
    const values = [null, ...answerTexts(question).map((_, i) => valueAt(question, i))]
    for (const value of values) {
      const given = new Map(answers).set(question.id, {
        status: value === null ? 'refused' : 'valid',
        value,
      })
      const rule = question.skipTo?.find(({ when }) => holds(when, given))
      if (rule) fired.add(question.id)
      go(firstShown(questions, placeAfter(questions, at, given), given), given)
    }
  }
  go(0, new Map())
  return questions.flatMap(({ id, skipTo }) => [
    ...(asked.has(id) ? [] : [`${id} unreachable`]),
    ...(asked.has(id) && skipTo && !fired.has(id) ? [`${id} never_fires`] : []),
  ])
}
