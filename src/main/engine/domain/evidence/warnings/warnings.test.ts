import { describe, expect, it } from 'vitest'
import { answeredRun, type AnsweredTask } from '../../../../../../test/helpers/answered-run.ts'
import { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import { Question } from '../../../../../shared/contract/questions.ts'
import { kindOf } from '../../questions/kinds/index.ts'
import { normal, shuffle, uniform } from '../../random.ts'
import { questionOrder } from '../../skills/logic/route.ts'
import { taskDraw } from '../../studies/task-draw.ts'
import { computeEvidence } from '../evidence.ts'
import type { EvidenceInput } from '../evidence-input.ts'

const options = ['Bus', 'Train', 'Car', 'Bicycle']
const single = Question.parse({
  id: 'way',
  type: 'single',
  text: 'Which?',
  options,
  rotateOptions: true,
})
const likert = Question.parse({ id: 'like', type: 'likert', text: 'I like it.' })
const numeric = Question.parse({ id: 'pay', type: 'numeric', text: 'Pay?', min: 0, max: 9000 })
const yesno = Question.parse({ id: 'fair', type: 'yesno', text: 'Fair?' })
const open = Question.parse({ id: 'why', type: 'open', text: 'Why?' })
const matrix = Question.parse({
  id: 'grid',
  type: 'matrix',
  text: 'How much?',
  rows: ['Fast', 'Cheap', 'Clean', 'Safe', 'Easy'],
})

const times = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))
const warningsOf = (input: EvidenceInput) => computeEvidence(input).warnings
const found = (
  questions: readonly Question[],
  tasks: readonly AnsweredTask[],
  process: Parameters<typeof answeredRun>[2] = {},
  more: Partial<EvidenceInput> = {},
) => warningsOf(answeredRun(questions, tasks, process, more))
const codes = (warnings: readonly EvidenceWarning[]) => warnings.map(({ code }) => code)
const point = (...parts: (string | number)[]) => 1 + Math.floor(5 * uniform(...parts))

describe('a reversal', () => {
  /** b is better among the easy and among the hard, but most of b are hard. */
  const yes = { a: [0.7, 0.1], b: [0.85, 0.25] } as const
  const task = (condition: 'a' | 'b', hard: 0 | 1, i: number, n: number) => ({
    condition,
    cohort: hard,
    answers: { fair: i < yes[condition][hard]! * n ? 'yes' : 'no' },
  })
  const planted = (n: number) => [
    ...times(4 * n, (i) => task('a', 0, i, 4 * n)),
    ...times(n, (i) => task('a', 1, i, n)),
    ...times(n, (i) => task('b', 0, i, n)),
    ...times(4 * n, (i) => task('b', 1, i, 4 * n)),
  ]

  it('of conditions is found behind cohorts', () => {
    const warnings = found([yesno], planted(60))
    expect(codes(warnings)).toEqual(['simpson_reversal'])
    const [reversal] = warnings
    expect(reversal).toMatchObject({ severity: 'error', questionId: 'fair' })
    expect(reversal!.what).toContain('same mix of cohorts')
    const [pooled, , , standardised] = reversal!.numbers
    expect(pooled!.value).toBeCloseTo(0.37 - 0.58, 9)
    expect(standardised!.value).toBeCloseTo(0.15, 9)
    expect(reversal!.tasks).toMatchObject({ total: 600, filter: { questionId: 'fair' } })
    expect(reversal!.tasks!.taskIds).toHaveLength(200)
  })

  it('of cohorts is found behind a field that nobody asked to cut by', () => {
    const tasks = planted(60).map(({ condition, cohort, answers }) => ({
      cohort: condition === 'a' ? 0 : 1,
      answers,
      hard: cohort ? 'old' : 'young',
    }))
    const warnings = found([yesno], tasks, { fields: { age: tasks.map(({ hard }) => hard) } })
    expect(codes(warnings)).toEqual(['simpson_reversal'])
    expect(warnings[0]!.what).toContain('same mix of age')
  })

  it('is not called while one of the intervals holds 0', () => {
    expect(codes(found([yesno], planted(4)))).not.toContain('simpson_reversal')
  })

  it('is not called where the mix is the same on both sides', () => {
    const even = [0, 1].flatMap((hard) =>
      (['a', 'b'] as const).flatMap((condition) =>
        times(120, (i) => task(condition, hard as 0 | 1, i, 120)),
      ),
    )
    expect(found([yesno], even)).toEqual([])
  })
})

describe('straight-liners', () => {
  const grid = (pointOf: (row: number) => number) =>
    Object.fromEntries(
      ['Fast', 'Cheap', 'Clean', 'Safe', 'Easy'].map((row, j) => [row, pointOf(j)]),
    )
  const lazy = (share: number) =>
    times(200, (i) => ({
      cohort: i % 2,
      answers: {
        grid: grid(i < share * 200 ? () => point('lazy', i) : (j) => point('real', i, j)),
      },
    }))

  it('are found in a matrix, with their tasks', () => {
    const warnings = found([matrix], lazy(0.1))
    expect(codes(warnings)).toEqual(['straight_lining'])
    expect(warnings[0]!.tasks!.taskIds.slice(0, 20)).toEqual(times(20, (i) => `task ${i}`))
    expect(found([matrix], lazy(0))).toEqual([])
  })

  it('are told of without a p while the run goes on', () => {
    const { run } = answeredRun([matrix], lazy(0.1))
    const running = { run: { ...run, status: 'running' as const } }
    const evidence = computeEvidence(answeredRun([matrix], lazy(0.1), {}, running))
    expect(codes(evidence.warnings)).toEqual(['straight_lining'])
    expect(evidence.warnings[0]!.numbers.filter(({ kind }) => kind === 'p')).toEqual([])
    expect(evidence.quality.batteries[0]!.p).toBeNull()
  })

  it('are found in neighbouring questions on one scale', () => {
    const run = times(4, (j) => Question.parse({ ...likert, id: `like${j}` }))
    const tasks = times(200, (i) => ({
      cohort: i % 2,
      answers: Object.fromEntries(
        run.map(({ id }, j) => [id, i < 30 ? point('lazy', i) : point('real', i, j)]),
      ),
    }))
    const warnings = found(run, tasks)
    expect(codes(warnings)).toEqual(['straight_lining'])
    expect(warnings[0]).toMatchObject({
      questionId: null,
      id: 'straight_lining:like0+like1+like2+like3',
    })
  })

  it('are not who agrees with everything because all agree', () => {
    const agreeing = times(200, (i) => ({
      cohort: i % 2,
      answers: { grid: grid((j) => (uniform('agree', i, j) < 0.5 ? 4 : 5)) },
    }))
    expect(codes(found([matrix], agreeing))).not.toContain('straight_lining')
  })

  it('are not counted again with every replicate', () => {
    const twice = lazy(0.02).flatMap((task, unit) =>
      [1, 2, 3].map((replicate) => ({ ...task, unit, replicate })),
    )
    expect(codes(found([matrix], twice))).not.toContain('straight_lining')
  })
})

describe('an effect of order', () => {
  const shown = (row: number) => {
    const ordered = kindOf(single).ordered(single, taskDraw(7, `key ${row}`, 'way'))
    return kindOf(single).names(ordered)
  }
  const choosing = (share: number) =>
    times(240, (i) => ({
      cohort: i % 2,
      answers: {
        way:
          uniform('first', i) < share
            ? shown(i)[0]!
            : options[Math.floor(4 * uniform('way', i) ** 2)]!,
      },
    }))

  it('is found where options shown first are taken', () => {
    const warnings = found([single], choosing(0.3))
    expect(codes(warnings)).toEqual(['order_effect'])
    expect(warnings[0]!.title).toBe('The place of an option moves the choice')
    expect(warnings[0]!.numbers[0]!.value).toBeGreaterThan(0.35)
    expect(found([single], choosing(0))).toEqual([])
  })

  it('is found where a question is answered otherwise when it comes late', () => {
    const questions = ['x', 'y', 'z'].map((id) => Question.parse({ ...numeric, id, block: id }))
    const rotation = { blocks: true, within: [] }
    const place = (row: number) =>
      questionOrder({ questions, rotation }, taskDraw(7, `key ${row}`, 'order')).findIndex(
        ({ id }) => id === 'y',
      )
    const tasks = (shift: number) =>
      times(240, (i) => ({
        cohort: i % 2,
        answers: Object.fromEntries(
          ['x', 'y', 'z'].map((id) => [
            id,
            100 + 10 * normal('pay', id, i) + (id === 'y' ? shift * place(i) : 0),
          ]),
        ),
      }))
    const warnings = found(questions, tasks(4), { rotation })
    expect(codes(warnings)).toEqual(['order_effect'])
    expect(warnings[0]).toMatchObject({
      questionId: 'y',
      title: 'When it is asked moves the answer',
    })
    expect(found(questions, tasks(0), { rotation })).toEqual([])
  })

  it('is found where the condition asked first wins', () => {
    const tasks = (shift: number) =>
      times(160, (i) => {
        const unit = Math.floor(i / 2)
        const place = 1 + (i % 2)
        const condition = shuffle(['a', 'b'], 'order', unit)[place - 1]!
        const value = 50 + 10 * normal('who', unit) + 4 * normal('time', i)
        return {
          unit,
          condition,
          place,
          cohort: unit % 2,
          answers: { pay: value + (place === 1 ? shift : 0) },
        }
      })
    const within = { withinPersonas: true }
    const warnings = found([numeric], tasks(5), {}, within)
    expect(codes(warnings)).toContain('order_effect')
    expect(warnings.find(({ code }) => code === 'order_effect')!.title).toBe(
      'Which condition comes first matters',
    )
    expect(codes(found([numeric], tasks(0), {}, within))).not.toContain('order_effect')
  })
})

describe('answers too much alike', () => {
  const counted = (counts: readonly number[]) =>
    counts.flatMap((count, i) => times(count, () => i + 1)).map((like) => ({ answers: { like } }))

  it('are called a collapse by the scale, as in the published TinyTroupe example', () => {
    const one = { cohorts: [{ id: 'first', name: 'First', fields: [] }] }
    expect(codes(found([likert], counted([2, 19, 25, 4, 0]), {}, one))).toEqual([
      'collapsed_spread',
    ])
    expect(found([likert], counted([11, 9, 13, 10, 7]), {}, one)).toEqual([])
  })

  it('are called one by the author’s expectation, which knows more', () => {
    const one = { cohorts: [{ id: 'first', name: 'First', fields: [] }] }
    const declared = Question.parse({ ...likert, referenceShares: [0.22, 0.18, 0.26, 0.2, 0.14] })
    const narrow = counted([3, 25, 48, 21, 3])
    expect(codes(found([declared], narrow, {}, one))).toEqual(['collapsed_spread'])
    const wide = counted([6, 24, 38, 24, 8])
    expect(found([likert], wide, {}, one)).toEqual([])
  })

  it('are told of where nearly everybody chooses one option', () => {
    const tasks = times(200, (i) => ({ cohort: i % 2, answers: { fair: i < 195 ? 'yes' : 'no' } }))
    const warnings = found([yesno], tasks)
    expect(codes(warnings)).toEqual(['collapsed_spread'])
    expect(warnings[0]!.tasks!.filter).toEqual({ questionId: 'fair', value: 'yes' })
    const expected = Question.parse({ ...yesno, referenceShares: [0.97, 0.03] })
    expect(found([expected], tasks)).toEqual([])
  })

  it('are told of where personas make no difference', () => {
    const tasks = times(3_000, (i) => ({
      unit: Math.floor(i / 2),
      replicate: 1 + (i % 2),
      cohort: Math.floor(i / 2) % 2,
      answers: { like: point('nobody', i) },
    }))
    expect(codes(found([likert], tasks))).toEqual(['personas_alike'])
  })

  it('are told of where a persona seldom says the same twice', () => {
    const tasks = times(600, (i) => {
      const unit = Math.floor(i / 2)
      const z = Math.sqrt(0.22) * normal('own', unit) + Math.sqrt(0.78) * normal('time', i)
      const like = 1 + [-1, -0.3, 0.3, 1].filter((cut) => z > cut).length
      return { unit, replicate: 1 + (i % 2), cohort: unit % 2, answers: { like } }
    })
    expect(codes(found([likert], tasks))).toEqual(['poor_retest'])
  })

  it('are told of where personas share their words', () => {
    const unique = (i: number) =>
      times(
        9,
        (j) =>
          ['locker', 'price', 'walk', 'late', 'shop', 'home', 'driver', 'trust'][
            Math.floor(8 * uniform('word', i, j))
          ],
      ).join(' ')
    const tasks = (same: number) =>
      times(60, (i) => ({
        cohort: i % 2,
        answers: {
          why:
            i < same
              ? `It is near my home, and that is what counts${i % 2 ? '.' : '!'}`
              : unique(i),
        },
      }))
    const warnings = found([open], tasks(15))
    expect(codes(warnings)).toEqual(['duplicate_phrasing'])
    expect(warnings[0]!.tasks).toMatchObject({ total: 15 })
    expect(found([open], tasks(1))).toEqual([])
  })
})

describe('single answers', () => {
  it('far from all others are told of with what they do to the mean', () => {
    const tasks = times(100, (i) => ({
      cohort: i % 2,
      answers: { pay: i === 0 ? 3000 : Math.round(30 + 5 * normal('pay', i)) },
    }))
    const [outlier, ...rest] = found([numeric], tasks)
    expect(rest).toEqual([])
    expect(outlier).toMatchObject({ code: 'outliers', severity: 'info' })
    expect(outlier!.tasks!.taskIds).toEqual(['task 0'])
    const [, mean, without] = outlier!.numbers
    expect(mean!.value - without!.value).toBeCloseTo((3000 - without!.value) / 100, 9)
  })

  it('that are all one amount, order or set are told of by what they say', () => {
    const rank = Question.parse({ id: 'order', type: 'rank', text: 'Order?', options })
    const tasks = times(80, (i) => ({
      cohort: i % 2,
      answers: { pay: i < 78 ? 20 : 30, order: i < 79 ? options : options.toReversed() },
    }))
    const same = found([numeric, rank], tasks).filter(({ code }) => code === 'collapsed_spread')
    expect(same.map(({ questionId }) => questionId)).toEqual(['pay', 'order'])
    expect(same[0]!.what).toMatch(/^9\d % answer “20”\.$/)
    expect(same[1]!.what).toMatch(/^9\d % answer “1\. Bus.+Bicycle”\.$/)
    expect(same[0]!.tasks!.total).toBe(78)
    const mixed = times(80, (i) => ({ cohort: i % 2, answers: { pay: i < 60 ? 20 : 30 } }))
    expect(codes(found([numeric], mixed))).not.toContain('collapsed_spread')
  })

  it('that contradict the timeline are counted and named', () => {
    const tasks = times(80, (i) => ({
      cohort: i % 2,
      answers: { why: `I am number ${i} here today` },
    }))
    const contradictions = {
      checked: 80,
      found: [3, 7].map((row) => ({ row, questionId: 'why', explanation: 'It says Paris.' })),
    }
    const warnings = found([Question.parse({ ...open })], tasks, { contradictions })
    const warning = warnings.find(({ code }) => code === 'contradictions')!
    expect(warning.tasks!.taskIds).toEqual(['task 3', 'task 7'])
    expect(warning.what).toContain('It says Paris.')
  })

  it('that are missing are told of with the worst that they could mean', () => {
    const tasks = [
      ...times(70, (i) => ({ cohort: i % 2, answers: { like: point('like', i) } })),
      ...times(30, (i) => ({ cohort: i % 2, answers: { like: { status: 'refused' as const } } })),
    ]
    const [refusals] = found([likert], tasks).filter(({ code }) => code === 'refusals')
    expect(refusals!.means).toContain('At worst the mean lies anywhere from')
    expect(refusals!.tasks).toEqual({
      filter: { questionId: 'like', value: '__refused' },
      taskIds: [],
      total: 30,
    })
    const unsure = tasks.map((task, i) =>
      i < 70 ? task : { ...task, answers: { like: { status: 'dont_know' as const } } },
    )
    expect(codes(found([likert], unsure))).toContain('dont_know')
  })
})

it('says of each what it is, what it means and what to do, worst first, under ids of their own', () => {
  const tasks = times(24, (i) => ({
    cohort: i % 2,
    condition: i % 3 ? 'a' : 'b',
    answers: {
      like: i < 4 ? { status: 'refused' as const } : 3,
      pay: i < 3 ? { status: 'invalid' as const } : i === 9 ? 8000 : 20 + (i % 5),
      fair: 'yes',
    },
  }))
  const run = { ...answeredRun([likert, numeric, yesno], tasks).run, rehearsal: true }
  const warnings = found([likert, numeric, yesno], tasks, {}, { run })
  expect(warnings.length).toBeGreaterThan(5)
  for (const warning of warnings) {
    EvidenceWarning.parse(warning)
    for (const part of [warning.what, warning.means, warning.todo])
      expect(part).toMatch(/^[^a-z].+\.$/s)
    expect(warning.message).toBe(`${warning.what} ${warning.means} ${warning.todo}`)
    expect(warning.message).not.toMatch(/NaN|undefined|null|Infinity/)
    for (const { value } of warning.numbers) expect(Number.isFinite(value)).toBe(true)
  }
  const severities = warnings.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity))
  expect(severities).toEqual(severities.toSorted((a, b) => a - b))
  expect(new Set(warnings.map(({ id }) => id)).size).toBe(warnings.length)
})
