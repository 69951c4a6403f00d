import { describe, expect, it } from 'vitest'
import type { Comparison, Evidence } from '../../../../shared/contract/evidence.ts'
import type { Run } from '../../../../shared/contract/runs.ts'
import { Question } from '../../../../shared/contract/skills.ts'
import { hashingEmbedding } from '../text/hashing-embedding.ts'
import { computeEvidence } from './evidence.ts'
import type { EvidenceAnswer, EvidenceInput } from './evidence-input.ts'
import { restatesFields } from './restates.ts'
import { findThemes } from '../themes/find-themes.ts'

const likert = Question.parse({ id: 'like', type: 'likert', text: 'I like it.' })
const single = Question.parse({
  id: 'pick',
  type: 'single',
  text: 'Which one?',
  options: ['red', 'blue'],
})
const numeric = Question.parse({
  id: 'pay',
  type: 'numeric',
  text: 'How much?',
  unit: 'pounds',
  min: 0,
  max: 100,
})

/** One answer of one persona; `unit` where personas answer more than once. */
type Case = {
  value?: string | number
  status?: EvidenceAnswer['status']
  cohort?: number
  weight?: number
  condition?: string
  unit?: number
  segments?: Record<string, string | null>
}

function anInput(question: Question, cases: readonly Case[], more: Partial<EvidenceInput> = {}) {
  const input: EvidenceInput = {
    run: aRun({ total: cases.length, succeeded: cases.length }),
    questions: [question],
    cohorts: [
      { id: 'a', name: 'City', fields: ['attributes.area'] },
      { id: 'b', name: 'Country', fields: ['attributes.area'] },
    ],
    conditions: [],
    withinPersonas: false,
    comparisons: [],
    segmentBy: null,
    rows: cases.map(({ cohort = 0, weight = 1, condition, unit, segments = {} }, i) => ({
      taskId: `task-${i}`,
      unit: unit ?? i,
      personaName: `Person ${i}`,
      cohort,
      weight,
      condition: condition ?? null,
      segments,
    })),
    answers: {
      [question.id]: cases.map(({ value = null, status }) => ({
        status: status ?? (value === null ? 'invalid' : 'valid'),
        value,
        text: String(value),
      })),
    },
    themes: {},
    ...more,
  }
  return input
}

function aRun(tasks: Partial<Run['tasks']>, more: Partial<Run> = {}): Run {
  return {
    number: 1,
    status: 'succeeded',
    rehearsal: false,
    tasks: { total: 0, queued: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0, ...tasks },
    ...more,
  } as Run
}

const evaluate = (question: Question, cases: readonly Case[], more?: Partial<EvidenceInput>) => {
  const evidence = computeEvidence(anInput(question, cases, more))
  return { ...evidence, question: evidence.questions[0]! }
}
const codes = ({ warnings }: Evidence) => warnings.map(({ code }) => code)
const repeat = <T extends Case>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** Cohort 0 answers low, cohort 1 high, both with some spread. */
const apart = repeat(80, (i) => ({ cohort: i % 2, value: (i % 2 ? 4 : 1) + (i % 4 < 2 ? 0 : 1) }))
/** Every answer in both cohorts, high ones more often in cohort 1. */
const mixed = (share: number) =>
  repeat(80, (i) => {
    const place = Math.floor(i / 2) / 40
    const isLow = i % 2 ? place < share / 2 : place < 1 - share / 2
    return { cohort: i % 2, value: (isLow ? 1 : 4) + (Math.floor(i / 2) % 2) }
  })
/** Both cohorts answer alike. */
const alike = repeat(80, (i) => ({ cohort: i % 2, value: 1 + (Math.floor(i / 2) % 5) }))

describe('associations', () => {
  const named = (...by: string[]) => ({
    comparisons: by.map((one) => ({ questionId: 'like', by: one })),
  })
  const withGender = apart.map((one, i) => ({
    ...one,
    segments: { gender: Math.floor(i / 4) % 2 ? 'woman' : 'man' },
  }))

  it('are found between cohorts that answer differently, and not between alike ones', () => {
    const [found] = evaluate(likert, mixed(0.3), named('cohort')).question.tests
    expect(found).toMatchObject({ by: 'cohort', kind: 'primary', verdict: 'associated' })
    expect(found!.sentence).toBe('The answers differ by cohort (p < 0.001).')
    const [none] = evaluate(likert, alike).question.tests
    expect(none).toMatchObject({ kind: 'exploratory', verdict: 'no association found' })
    expect(none!.p).toBeGreaterThan(0.5)
  })

  it('are adjusted over those named before launch', () => {
    const cases = withGender.map((one, i) => ({ ...one, value: mixed(0.3)[i]!.value }))
    const { tests } = evaluate(likert, cases, named('cohort', 'gender')).question
    expect(tests.map(({ by }) => by)).toEqual(['cohort', 'gender'])
    expect(tests[0]!.pAdjusted).toBeCloseTo(2 * tests[0]!.p!, 12)
    expect(tests[1]!.pAdjusted).toBeGreaterThanOrEqual(tests[1]!.p!)
  })

  it('have no p while the run is not finished', () => {
    const run = aRun({ total: 90, succeeded: 80 }, { status: 'running' })
    const [found] = evaluate(likert, mixed(0.3), { run }).question.tests
    expect(found).toMatchObject({ p: null, verdict: 'not tested' })
    expect(found!.f).toBeGreaterThan(1)
  })

  it('are not tested where all give the same answer', () => {
    const [found] = evaluate(
      likert,
      repeat(40, (i) => ({ cohort: i % 2, value: 3 })),
    ).question.tests
    expect(found).toMatchObject({ f: null, p: null, verdict: 'not tested' })
    expect(found!.sentence).toMatch(/^The answers cannot be tested by cohort/)
  })

  it('are asked of choices only', () => {
    const cases = repeat(20, (i) => ({ cohort: i % 2, value: i }))
    expect(evaluate(numeric, cases).question.tests).toEqual([])
  })
})

describe('estimates', () => {
  it('are weighted: shares and means as computed by hand', () => {
    const values = [1, 2, 2, 4, 5, 5]
    const weights = [2, 1, 1, 3, 0.5, 0.5]
    const { overall } = evaluate(
      likert,
      values.map((value, i) => ({ value, weight: weights[i]! })),
    ).question
    // (2·1 + 1·2 + 1·2 + 3·4 + 0.5·5 + 0.5·5) / 8
    expect(overall.mean!.estimate).toBeCloseTo(23 / 8, 12)
    const shares = overall.shares!.map(({ value, label, share }) => [value, label, share.estimate])
    expect(shares).toEqual([
      ['1', 'Strongly disagree', expect.closeTo(2 / 8, 12)],
      ['2', 'Disagree', expect.closeTo(2 / 8, 12)],
      ['3', 'Neither agree nor disagree', 0],
      ['4', 'Agree', expect.closeTo(3 / 8, 12)],
      ['5', 'Strongly agree', expect.closeTo(1 / 8, 12)],
    ])
    // Kish: (Σw)² / Σw² = 64 / 15.5
    expect(overall).toMatchObject({ n: 6, effectiveN: expect.closeTo(64 / 15.5, 12) })
  })

  it('leave out what is no answer, and count it by kind', () => {
    const { overall } = evaluate(single, [
      ...repeat(6, () => ({ value: 'red' })),
      ...repeat(2, () => ({ value: 'blue' })),
      ...repeat(3, () => ({ status: 'dont_know' as const, weight: 100 })),
      { status: 'refused' },
      { status: 'invalid' },
    ]).question
    expect(overall).toMatchObject({ n: 8, dontKnow: 3, refused: 1, invalid: 1 })
    expect(overall.shares!.map(({ share }) => share.estimate)).toEqual([0.75, 0.25])
  })

  it('of a number have a mean, a median and a histogram that sums to one', () => {
    const cases = repeat(50, (i) => ({ value: i, weight: i < 25 ? 3 : 1 }))
    const { overall, unit } = evaluate(numeric, cases).question
    const mean = cases.reduce((sum, { value, weight }) => sum + value * weight, 0) / 100
    expect(overall.mean!.estimate).toBeCloseTo(mean, 12)
    expect(overall.median!.estimate).toBeGreaterThan(15)
    expect(overall.median!.estimate).toBeLessThan(18)
    expect(overall.histogram!.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect([overall.histogram![0]!.from, overall.histogram!.at(-1)!.to]).toEqual([0, 50])
    expect([overall.shares, unit]).toEqual([undefined, 'pounds'])
  })

  it('of a part are those of its rows: cohorts, conditions and segments', () => {
    const cases = repeat(40, (i) => ({
      value: i % 2 ? 5 : 1,
      cohort: i % 2,
      condition: i < 20 ? 'x' : 'y',
      segments: { gender: i % 4 === 0 ? 'man' : 'woman' },
    }))
    const { segments, conditions } = evaluate(likert, cases, {
      conditions: [
        { id: 'x', name: 'New' },
        { id: 'y', name: 'Old' },
      ],
      segmentBy: 'gender',
    }).question
    const told = [...segments, ...conditions].map(({ by, value, label, n, mean }) => [
      by,
      value,
      label,
      n,
      mean!.estimate,
    ])
    expect(told).toEqual([
      ['cohort', 'a', 'City', 20, 1],
      ['cohort', 'b', 'Country', 20, 5],
      ['gender', 'woman', 'woman', 30, expect.closeTo(11 / 3, 9)],
      ['gender', 'man', 'man', 10, 1],
      ['condition', 'x', 'New', 20, 3],
      ['condition', 'y', 'Old', 20, 3],
    ])
  })

  it.each([
    [4, 'suppressed'],
    [5, 'small'],
    [29, 'small'],
    [30, 'ok'],
  ])('of %i answers are %s', (n, size) => {
    const { mean, shares } = evaluate(
      likert,
      repeat(n, (i) => ({ value: 1 + (i % 5) })),
    ).question.overall
    for (const estimate of [mean!, shares![0]!.share]) {
      expect(estimate).toMatchObject({ size, n })
      const numbers = [estimate.estimate, estimate.standardError, estimate.lower, estimate.upper]
      expect(
        numbers.every((number) =>
          size === 'suppressed' ? number === null : Number.isFinite(number),
        ),
      ).toBe(true)
    }
  })

  it.each([
    [1, 6, 'suppressed'],
    [4, 10, 'suppressed'],
    [5, 10, 'ok'],
  ])('of %i personas asked %i times are %s', (personas, times, size) => {
    const asked = (question: Question, value: (i: number) => number) =>
      evaluate(
        question,
        repeat(personas * times, (i) => ({ value: value(i), unit: i % personas })),
      ).question
    const { mean, shares } = asked(likert, (i) => 1 + (i % 4)).overall
    const { mean: paid, quartiles, histogram } = asked(numeric, (i) => i % 7).overall
    const found = [mean!, shares![0]!.share, shares![4]!.share, paid!, quartiles!.lower]
    for (const estimate of found) {
      expect(estimate).toMatchObject({ size, n: personas * times })
      expect(estimate.estimate === null).toBe(size === 'suppressed')
    }
    expect(histogram!.length === 0).toBe(size === 'suppressed')
  })

  it('of a group of four personas are told of as hidden, however often they were asked', () => {
    const cases = [
      ...repeat(40, (i) => ({ cohort: 0, value: 1 + (i % 5), unit: i % 4 })),
      ...repeat(40, (i) => ({ cohort: 1, value: 1 + (i % 5), unit: 4 + i })),
    ]
    const { warnings } = evaluate(likert, cases)
    const { message } = warnings.find(({ code }) => code === 'small_cells')!
    expect(message).toContain('City has an effective n under 30 or fewer than 5 personas.')
    expect(message).toContain('Under 5 personas nothing is shown')
  })

  it('of nobody are nothing, not a mistake', () => {
    for (const question of [likert, single, numeric]) {
      const { overall, comparisons } = evaluate(question, []).question
      expect(overall.n).toBe(0)
      expect(JSON.stringify(overall)).not.toContain('NaN')
      expect(comparisons.every(({ verdict, p }) => verdict === 'not tested' && p === null)).toBe(
        true,
      )
    }
    expect(evaluate(likert, []).headline).toBe(
      'Too few personas have answered for an estimate yet.',
    )
  })

  it('where all answer alike are sure of it only as far as n goes', () => {
    const { overall } = evaluate(
      single,
      repeat(40, () => ({ value: 'red' })),
    ).question
    const [red, blue] = overall.shares!
    expect(red!.share).toMatchObject({ estimate: 1, upper: 1 })
    expect(red!.share.lower).toBeGreaterThan(0.85)
    expect(red!.share.lower).toBeLessThan(1)
    expect(blue!.share).toMatchObject({ estimate: 0, lower: 0 })
  })
})

describe('comparisons', () => {
  const named = [{ questionId: 'like', by: 'cohort' }]

  it('say what is different, from the higher side, with the interval around it', () => {
    const [comparison] = evaluate(likert, apart, { comparisons: named }).question.comparisons
    expect(comparison).toMatchObject({
      kind: 'primary',
      verdict: 'different',
      by: 'cohort',
      measure: 'mean',
    })
    expect(comparison!.difference.estimate).toBeCloseTo(3, 9)
    expect(comparison!.sentence).toMatch(
      /^Country: on average 3\.00 higher than City \(95 % interval 2\.\d\d to 3\.\d\d\)\.$/,
    )
    expect(comparison!.pAdjusted).toBeLessThan(0.001)
    const [swapped] = evaluate(
      likert,
      apart.map(({ cohort, value }) => ({ value, cohort: 1 - cohort })),
      { comparisons: named },
    ).question.comparisons
    expect(swapped!.difference.estimate).toBeCloseTo(-3, 9)
    expect(swapped!.sentence).toBe(
      comparison!.sentence.replace('Country', 'x').replace('City', 'Country').replace('x', 'City'),
    )
  })

  it('say that none was found where answers are alike', () => {
    const [comparison] = evaluate(likert, alike, { comparisons: named }).question.comparisons
    expect(comparison).toMatchObject({ verdict: 'no difference found' })
    expect(comparison!.sentence).toMatch(/^No difference found between City and Country/)
  })

  it('have no p while the run goes on', () => {
    const run = aRun({ total: 100, succeeded: 80, queued: 20 }, { status: 'running' })
    const evidence = evaluate(likert, apart, { comparisons: named, run })
    expect(evidence.provisional).toBe(true)
    expect(evidence.question.comparisons).toEqual([
      expect.objectContaining({ p: null, pAdjusted: null }),
    ])
    expect(evidence.question.comparisons[0]!.difference.estimate).toBeCloseTo(3, 9)
    expect(evidence.headline).toMatch(/^So far: /)
    expect(codes(evidence)).toContain('missing_tasks')
  })

  it('adjust all that was named for a question together, and nothing else', () => {
    const cases = repeat(120, (i) => ({
      cohort: i % 2,
      condition: i % 3 === 0 ? 'x' : 'y',
      segments: { gender: i % 5 < 2 ? 'man' : 'woman', income: i % 7 < 3 ? 'low' : 'high' },
      value: 1 + ((i * 7 + (i % 2) * 2 + (i % 5 < 2 ? 1 : 0)) % 5),
    }))
    const { comparisons } = evaluate(likert, cases, {
      conditions: [
        { id: 'x', name: 'New' },
        { id: 'y', name: 'Old' },
      ],
      segmentBy: 'income',
      comparisons: [
        { questionId: 'like', by: 'cohort' },
        { questionId: 'like', by: 'condition' },
        { questionId: 'like', by: 'gender' },
        { questionId: 'other', by: 'income' },
      ],
    }).question
    const of = (kind: Comparison['kind']) => comparisons.filter((one) => one.kind === kind)
    expect(of('primary').map(({ by }) => by)).toEqual(['cohort', 'condition', 'gender'])
    expect(of('exploratory').map(({ by, pAdjusted }) => [by, pAdjusted])).toEqual([
      ['income', null],
    ])
    expect(of('exploratory')[0]!.p).not.toBeNull()
    const sorted = of('primary').toSorted((a, b) => a.p! - b.p!)
    let running = 0
    for (const [rank, { p, pAdjusted }] of sorted.entries()) {
      running = Math.max(running, Math.min(1, (3 - rank) * p!))
      expect(pAdjusted).toBeCloseTo(running, 12)
    }
  })

  it('named before launch by a field are made without being asked for', () => {
    const cases = repeat(60, (i) => ({
      value: i % 2 ? 5 : 1 + (i % 3),
      segments: { gender: i % 2 ? 'man' : 'woman' },
    }))
    const { question, headline } = evaluate(likert, cases, {
      comparisons: [{ questionId: 'like', by: 'gender' }],
    })
    expect(question.comparisons.filter(({ kind }) => kind === 'primary')).toMatchObject([
      { by: 'gender', verdict: 'different' },
    ])
    expect(question.segments.map(({ by }) => by)).toEqual(['cohort', 'cohort'])
    expect(headline).toContain('man: on average')
  })

  it('compare personas with themselves where each answered under every condition', () => {
    // Each finds the new one a point better than the old one, however much they like either.
    const cases = repeat(80, (i) => {
      const unit = Math.floor(i / 2)
      return { unit, condition: i % 2 ? 'new' : 'old', value: 1 + (unit % 4) + (i % 2) }
    })
    const more = {
      conditions: [
        { id: 'old', name: 'Old' },
        { id: 'new', name: 'New' },
      ],
      comparisons: [{ questionId: 'like', by: 'condition' }],
    }
    const width = (found: { question: { comparisons: Comparison[] } }) => {
      const { difference } = found.question.comparisons.find(({ by }) => by === 'condition')!
      expect(difference.estimate).toBeCloseTo(1, 9)
      return difference.upper! - difference.lower!
    }
    expect(width(evaluate(likert, cases, { ...more, withinPersonas: true }))).toBeCloseTo(0, 9)
    const strangers = cases.map((one, i) => ({ ...one, unit: i }))
    expect(width(evaluate(likert, strangers, more))).toBeGreaterThan(0.5)
  })

  it('are not made between more than six groups unless they were named', () => {
    const cases = repeat(140, (i) => ({ value: 1 + (i % 5), segments: { region: `R${i % 7}` } }))
    const count = (comparisons: EvidenceInput['comparisons']) =>
      evaluate(likert, cases, { segmentBy: 'region', comparisons }).question.comparisons.filter(
        ({ by }) => by === 'region',
      ).length
    expect(count([])).toBe(0)
    expect(count([{ questionId: 'like', by: 'region' }])).toBe(21)
  })

  it.each([1, 3])('are not tested with too few personas on a side, asked %i times', (times) => {
    const cases = [
      ...repeat(4 * times, (i) => ({ cohort: 0, value: 1, unit: i % 4 })),
      ...repeat(40, (i) => ({ cohort: 1, value: 5, unit: 4 + i })),
    ]
    const [comparison] = evaluate(likert, cases, { comparisons: named }).question.comparisons
    expect(comparison).toMatchObject({ verdict: 'not tested', p: null, pAdjusted: null })
    expect(comparison!.sentence).toBe('Too few personas to compare City with Country.')
  })

  it('of a single choice are one per option, in points', () => {
    const cases = repeat(100, (i) => ({
      cohort: i % 2,
      value: i % 2 && i % 10 !== 1 ? 'blue' : 'red',
    }))
    const { comparisons } = evaluate(single, cases).question
    expect(comparisons.map(({ measure, sentence }) => [measure, sentence])).toEqual([
      ['red', expect.stringMatching(/^City: 80 points more than Country choose “red”/)],
      ['blue', expect.stringMatching(/^Country: 80 points more than City choose “blue”/)],
    ])
  })
})

describe('the headline', () => {
  it('is the primary comparison that holds, else the first named, else an estimate', () => {
    const comparisons = [{ questionId: 'like', by: 'cohort' }]
    expect(evaluate(likert, apart, { comparisons }).headline).toMatch(
      /^“I like it\.” Country: on average 3\.00 higher/,
    )
    expect(evaluate(likert, alike, { comparisons }).headline).toMatch(
      /^“I like it\.” No difference found/,
    )
    expect(evaluate(likert, apart).headline).toMatch(
      /^“I like it\.” On average 3\.00 \(95 % interval/,
    )
    const options = repeat(40, (i) => ({ value: i % 4 ? 'blue' : 'red' }))
    expect(evaluate(single, options).headline).toMatch(
      /“blue” leads with 75 % \(95 % interval \d\d % to \d\d %\)\.$/,
    )
    const money = evaluate(
      numeric,
      repeat(40, (i) => ({ value: i })),
    )
    expect(money.headline).toMatch(/On average 19\.5 pounds/)
  })

  it('is never a difference that is true by construction', () => {
    const area = Question.parse({ ...likert, text: 'My area is busy.' })
    const found = evaluate(area, apart, { comparisons: [{ questionId: 'like', by: 'cohort' }] })
    expect(found.question.comparisons[0]).toMatchObject({ trueByConstruction: true })
    expect(found.headline).toMatch(/On average/)
    expect(codes(found)).toContain('true_by_construction')
  })

  it('says that it is a rehearsal', () => {
    const run = aRun({ total: 80, succeeded: 80 }, { rehearsal: true })
    expect(evaluate(likert, apart, { run }).headline).toMatch(/^In this rehearsal: /)
    const running = aRun({ total: 90, succeeded: 80 }, { rehearsal: true, status: 'running' })
    expect(evaluate(likert, apart, { run: running }).headline).toMatch(
      /^In this rehearsal, so far: /,
    )
  })
})

describe('warnings', () => {
  it('are none where there is nothing to warn of', () => {
    expect(evaluate(likert, apart).warnings).toEqual([])
  })

  it.each<[string, Case[], Partial<EvidenceInput>]>([
    ['rehearsal', apart, { run: aRun({ total: 80, succeeded: 80 }, { rehearsal: true }) }],
    ['missing_tasks', apart, { run: aRun({ total: 81, succeeded: 80, failed: 1 }) }],
    [
      'invalid_answers',
      [...apart, ...repeat(6, (i) => ({ cohort: i % 2, status: 'invalid' as const }))],
      {},
    ],
    [
      'refusals',
      [...apart, ...repeat(10, (i) => ({ cohort: i % 2, status: 'refused' as const }))],
      {},
    ],
    ['small_cells', apart.slice(0, 40), {}],
  ])('%s', (code, cases, more) => {
    expect(codes(evaluate(likert, cases, more))).toEqual([code])
  })

  it('many_comparisons, only of those that were not named', () => {
    const cases = repeat(240, (i) => ({
      cohort: i % 2,
      value: 1 + (i % 5),
      segments: { region: `R${i % 6}` },
    }))
    const regions = { segmentBy: 'region' }
    expect(codes(evaluate(likert, cases, regions))).toContain('many_comparisons')
    const comparisons = [{ questionId: 'like', by: 'region' }]
    expect(codes(evaluate(likert, cases, { ...regions, comparisons }))).not.toContain(
      'many_comparisons',
    )
  })
})

describe('a question that restates what makes the groups', () => {
  const asks = (text: string, ...fields: string[]) => restatesFields({ ...likert, text }, fields)

  it('is told by its words, and by words for the same thing', () => {
    expect(asks('How old are you?', 'age')).toBe(true)
    expect(asks('What do you earn?', 'income')).toBe(true)
    expect(asks('Do you live in a city?', 'location')).toBe(true)
    expect(asks('What is your job?', 'baseOccupation')).toBe(true)
    expect(asks('In which region are you?', 'attributes.region')).toBe(true)
    expect(asks('How many parcels come in a month?', 'attributes.parcelsPerMonth')).toBe(true)
  })

  it('is not one that merely sounds like it', () => {
    expect(asks('Is it based on trust?', 'baseOccupation')).toBe(false)
    expect(asks('I like the package.', 'age')).toBe(false)
    expect(asks('I like it.', 'age', 'gender', 'attributes.region')).toBe(false)
    expect(asks('I like it.')).toBe(false)
    expect(asks('I like it.', 'attributes.constructor', 'attributes.__proto__')).toBe(false)
  })
})

describe('themes', () => {
  const texts = [
    ...repeatText(12, (i) => `The delivery driver is late, parcel number ${i} came a day late`),
    ...repeatText(
      12,
      (i) => `Price matters to me, ${i} pounds is expensive and costs too much money`,
    ),
    ...repeatText(12, (i) => `The locker is near my walk home, ${i} minutes, easy to reach`),
  ]
  const vectors = texts.map(hashingEmbedding)

  it('gather what is alike and are named by what sets them apart', () => {
    const { labels, themeOf } = findThemes(texts, vectors, 'seed')
    expect(labels).toHaveLength(3)
    for (const start of [0, 12, 24]) expect(new Set(themeOf.slice(start, start + 12)).size).toBe(1)
    expect(labels[themeOf[0]!]!.keywords.join(' ')).toContain('late')
    expect(labels[themeOf[12]!]!.keywords.join(' ')).toContain('expensive')
    expect(labels[themeOf[24]!]!.keywords.join(' ')).toContain('locker')
  })

  it('are not left to one by a few answers unlike all others, whatever the seed', () => {
    const odd = ['Zebras', 'Quarks spin', 'Ohm, volt, ampere', 'Fjords']
    const all = [...texts, ...odd]
    const found = Array.from({ length: 20 }, (_, seed) =>
      findThemes(all, all.map(hashingEmbedding), `seed ${seed}`),
    )
    for (const { themeOf } of found)
      expect(new Set([0, 12, 24].map((start) => themeOf[start])).size).toBe(3)
  })

  it('are the same for the same answers, and do not hang on those that are missing', () => {
    const found = findThemes(texts, vectors, 'seed')
    expect(findThemes([...texts], [...vectors], 'seed')).toEqual(found)
    const holes = findThemes(
      [undefined, ...texts, undefined],
      [undefined, ...vectors, undefined],
      'seed',
    )
    expect(holes.labels).toEqual(found.labels)
    expect(holes.themeOf).toEqual([-1, ...found.themeOf, -1])
  })

  it('are none where there are too few answers for two', () => {
    const { labels, themeOf } = findThemes(texts.slice(0, 11), vectors.slice(0, 11), 'seed')
    expect([labels, new Set(themeOf)]).toEqual([[], new Set([-1])])
    expect(findThemes([], [], 'seed').labels).toEqual([])
  })

  it('stand in the evidence with shares that sum to one and quotes of their own', () => {
    const open = Question.parse({ id: 'why', type: 'open', text: 'Why?' })
    const themes = { why: findThemes(texts, vectors, 'seed') }
    const cases = texts.map((value, i) => ({ value, cohort: i % 2, weight: i < 12 ? 2 : 1 }))
    const { question, headline } = evaluate(open, cases, { themes })
    expect(question.themes.map(({ share }) => share.estimate)).toEqual(
      [0.5, 0.25, 0.25].map((share) => expect.closeTo(share, 9)),
    )
    // All twelve are copies of each other but for a number: one speaks for them.
    expect(question.themes[0]!.quotes).toHaveLength(1)
    for (const { text } of question.themes[0]!.quotes) expect(text).toContain('late')
    expect(question.comparisons).toEqual([])
    expect(headline).toMatch(/^The most frequent theme is “.*” \(50 % of answers\)\.$/)
  })
})

function repeatText(count: number, make: (i: number) => string): string[] {
  return Array.from({ length: count }, (_, i) => make(i))
}
