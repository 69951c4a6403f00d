import { expect, it } from 'vitest'
import { agreementOf, compareAnswers, type ComparedTask } from './compare-answers.ts'

const task = (unit: string, answers: Record<string, unknown>, run = 'a'): ComparedTask => ({
  taskId: `${run} ${unit}`,
  unit,
  personaName: unit,
  condition: null,
  replicate: 1,
  answers: Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [
      id,
      value === null ? { status: 'dont_know', value } : { status: 'valid', value },
    ]),
  ),
})

it('counts what changed, and from what to what', () => {
  const before = [task('x', { q: 1, o: 'Yes' }), task('y', { q: 2, o: null }), task('z', { q: 3 })]
  const after = [task('x', { q: 1, o: 'No' }, 'b'), task('y', { q: 2, o: 'No' }, 'b')]
  expect(compareAnswers(before, after)).toEqual({
    questions: [
      { questionId: 'q', compared: 2, changed: 0, moves: [] },
      {
        questionId: 'o',
        compared: 2,
        changed: 2,
        moves: [
          { from: 'No', to: 'Yes', count: 1 },
          { from: 'No', to: 'dont know', count: 1 },
        ],
      },
    ],
    tasks: ['x', 'y'].map((unit) => ({
      taskId: `a ${unit}`,
      otherTaskId: `b ${unit}`,
      personaName: unit,
      condition: null,
      replicate: 1,
      questionIds: ['o'],
    })),
    tasksChanged: 2,
    onlyInRun: 1,
    onlyInOther: 0,
  })
})

it('measures agreement by equality, and by ICC where answers are numbers', () => {
  const before = [1, 2, 3, 4].map((q, i) => task(`p${i}`, { q, o: 'Yes' }))
  const after = [1, 2, 4, 4].map((q, i) => task(`p${i}`, { q, o: i === 0 ? 'No' : 'Yes' }))
  const [numbers, options] = agreementOf(before, after, null)
  expect(numbers).toMatchObject({ pairs: 4, exact: 0.75, notMeasured: null })
  // One-way ANOVA: MSB = 11.375/3, MSW = 0.5/4.
  expect(numbers!.icc).toBeCloseTo(0.93617, 5)
  expect(options).toMatchObject({ exact: 0.75, icc: null })
})

it('measures nothing where equality is certain, or nobody answered twice', () => {
  const one = [task('x', { q: 1 })]
  expect(agreementOf(one, one, 'same draws')[0]).toMatchObject({ exact: null, icc: null })
  expect(agreementOf(one, [], null)[0]).toMatchObject({ pairs: 0, exact: null })
})
