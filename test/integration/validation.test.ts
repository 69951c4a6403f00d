import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import type { HumanSurveyAnswer } from '../../src/shared/contract/human-surveys.ts'
import type { PeoplePlan } from '../../src/shared/contract/people-plan.ts'
import type { MatchProposals } from '../../src/shared/contract/validation-matches.ts'
import type {
  StoredValidation,
  ValidationList,
  ValidationReport,
} from '../../src/shared/contract/validation.ts'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await openTestEngine()
})
afterEach(() => engine.close())

const post = async (path: string, body: unknown) =>
  (await engine.call<{ validation: ValidationReport }>('POST', path, body)).validation
const counted = (counts: number[]) => ({
  counts: counts.map((count, k) => ({ value: k + 1, count })),
})

describe('two published distributions', () => {
  it('says "differs" first of the published purchase intent', async () => {
    const report = await post('/validation/compare', {
      items: [
        {
          id: 'intent',
          categories: [1, 2, 3, 4, 5],
          ordered: true,
          people: counted([11, 9, 13, 10, 7]),
          personas: counted([2, 19, 25, 4, 0]),
        },
      ],
    })
    expect(report.headline).toBe('Differs from people.')
    expect(report.items[0]!.sentence).toBe(
      'Differs from people: 44 % of the answers would have to change to match; chance alone reaches 26 % one time in twenty; answers are less spread, at 0.26 times the variance.',
    )
  })

  it('weighs single answers and counts them by their effective n', async () => {
    const answers = [
      { value: 'Tea', weight: 3 },
      { value: 'Coffee', weight: 1 },
    ]
    const report = await post('/validation/compare', {
      items: [
        { id: 'drink', categories: ['Tea', 'Coffee'], people: { answers }, personas: { answers } },
      ],
    })
    expect(report.items[0]).toMatchObject({
      n: { people: expect.closeTo(1.6, 10) },
      categories: [{ value: 'Tea', people: 0.75 }, { value: 'Coffee' }],
      distance: 0,
      verdict: 'inconclusive',
    })
  })

  it('tells what ten ordered items are worth in people', async () => {
    const items = Array.from({ length: 12 }, (_, i) => ({
      id: `q${i}`,
      categories: [1, 2, 3, 4, 5],
      ordered: true,
      people: counted([20, 40, 60, 50, 30]),
      personas: counted(i % 2 ? [22, 45, 60, 45, 28] : [15, 35, 60, 55, 35]),
    }))
    const { worth, worthNote } = await post('/validation/compare', { items })
    expect(worth).toMatchObject({ items: 12 })
    expect(worth!.people).toBeLessThanOrEqual(200)
    expect(worthNote).toContain('people')
  })
})

describe('a run', () => {
  async function finishedRun(): Promise<string> {
    const { id } = await runSmallStudy(engine, {
      questions: [
        { id: 'q', type: 'likert', text: 'Fine?' },
        { id: 's', type: 'single', text: 'Which?', options: ['Tea', 'Coffee'] },
        { id: 'o', type: 'open', text: 'Why?' },
      ],
    })
    return id
  }

  it('is compared by the shares its evidence shows', async () => {
    const runId = await finishedRun()
    const evidence = await engine.call<Evidence>('GET', `/runs/${runId}/evidence`)
    const report = await post(`/runs/${runId}/validation`, {
      items: [
        { questionId: 'q', ...counted([40, 50, 60, 30, 20]) },
        { questionId: 's', counts: [{ value: 'Tea', count: 90 }] },
      ],
    })
    expect(report).toMatchObject({ runId, rehearsal: true, worth: null })
    expect(report.headline).toMatch(/^In this rehearsal: /)
    expect(
      report.items.map(({ categories }) => categories.map(({ personas }) => personas)),
    ).toEqual(
      ['q', 's'].map((id) =>
        evidence.questions
          .find(({ questionId }) => questionId === id)!
          .overall.shares!.map(({ share }) => share.estimate),
      ),
    )
    expect(report.items[1]!.categories.map(({ people }) => people)).toEqual([1, 0])
  })

  it('is not validated before it has all its answers', async () => {
    const { id, status } = await runSmallStudy(engine, { design: { budgetTokens: 1 } })
    expect(status).toBe('budget_stopped')
    await expect(
      post(`/runs/${id}/validation`, { items: [{ questionId: 'q', ...counted([1, 1, 1, 1, 1]) }] }),
    ).rejects.toThrow(/: 409 .*is budget_stopped/)
  })

  it.each([
    [{ items: [{ questionId: 'x', ...counted([1, 2, 3, 4, 5]) }] }, /it asked q, s, o/],
    [{ items: [{ questionId: 'o', ...counted([1]) }] }, /is of the type open/],
    [{ items: [{ questionId: 's', counts: [{ value: 'Milk', count: 3 }] }] }, /Tea, Coffee/],
    [{ items: [{ questionId: 's' }] }, /either counts or answers/],
    [{ items: [{ questionId: 's', counts: [{ value: 'Tea', count: 0 }] }] }, /no answers/],
    [
      { items: [{ questionId: 's', counts: [{ value: 'Tea', count: 3 }] }], condition: 'b' },
      /is no condition of this run/,
    ],
  ])('refuses %j by name', async (body, message) => {
    const runId = await finishedRun()
    await expect(post(`/runs/${runId}/validation`, body)).rejects.toThrow(message)
    await expect(post(`/runs/${runId}/validation`, body)).rejects.toThrow(/: 400 /)
  })
})

describe('a survey that was kept', () => {
  const labels = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree']
  /** Rows of people; `sex` is spelt as surveys do. */
  const table = (rows: [string, string, string, number][]) =>
    ['fine,drinks,sex,weight', ...rows.map((row) => row.join(','))].join('\n')
  const people = Array.from({ length: 200 }, (_, i): [string, string, string, number] => [
    i % 17 === 0 ? 'Refused' : `${1 + (i % 5)} = ${labels[i % 5]}`,
    ['tea', 'coffee', '9'][i % 3]!,
    i % 2 ? 'male' : 'female',
    1 + (i % 2),
  ])

  async function kept() {
    const { id: runId } = await runSmallStudy(engine, {
      people: 12,
      questions: [
        { id: 'q1', type: 'likert', text: 'Fine?' },
        {
          id: 'drinks',
          type: 'single',
          text: 'What do you drink?',
          options: ['Tea', 'Coffee'],
          referenceShares: [0.4, 0.6],
        },
        { id: 'why', type: 'open', text: 'Why?' },
      ],
    })
    const { survey } = await engine.call<HumanSurveyAnswer>('POST', '/human-surveys', {
      text: table(people),
      columns: [{ name: 'fine', role: 'question', text: 'Is it fine?' }],
      about: { name: 'Tea habits', publishedAt: '2020-01-01' },
    })
    const proposals = await engine.call<MatchProposals>(
      'POST',
      `/runs/${runId}/validation/matches`,
      { surveyId: survey.id },
    )
    return { runId, surveyId: survey.id, proposals }
  }

  it('is matched, validated and kept for good', async () => {
    const { runId, surveyId, proposals } = await kept()
    const [fine, drinks] = proposals.questions.map(({ candidates }) => candidates[0]!)
    expect(fine).toMatchObject({ itemId: 'fine', unmatched: [], by: 'text' })
    expect(fine!.recodes).toEqual(
      labels.map((label, i) => ({ from: `${i + 1} = ${label}`, to: String(i + 1) })),
    )
    expect(drinks).toMatchObject({ itemId: 'drinks', by: 'id', unmatched: ['9'] })
    // The rehearsal model was told shares of this one.
    expect([fine!.usedFor, drinks!.usedFor]).toEqual([[], ['reference']])
    expect(proposals.unfit).toMatchObject([{ questionId: 'why' }])

    const match = (recodes: object[], usedFor: string[] = []) => ({
      surveyId,
      matches: [
        { questionId: 'q1', itemId: 'fine', recodes: fine!.recodes },
        { questionId: 'drinks', itemId: 'drinks', recodes, usedFor },
      ],
    })
    const path = `/runs/${runId}/validation`
    await expect(post(path, match(drinks!.recodes))).rejects.toThrow(
      /400.*drinks.*has the answer .*9.*matched to no answer/,
    )
    const recodes = [...drinks!.recodes, { from: '9', to: null }]
    const { validation } = await engine.call<{ validation: StoredValidation }>(
      'POST',
      path,
      match(recodes, ['tuning']),
    )
    expect(validation).toMatchObject({
      runId,
      surveyId,
      surveyName: 'Tea habits',
      populationVersion: 1,
      skillVersion: 1,
      memorised: { verdict: 'no' },
      items: [{ id: 'q1', itemId: 'fine', type: 'likert' }],
      setAside: [{ id: 'drinks', usedFor: ['reference', 'tuning'] }],
    })
    // Weighted by hand: those who refused are no answers.
    const answered = people.filter(([answer]) => answer !== 'Refused')
    const sum = (rows: typeof people) => rows.reduce((total, [, , , weight]) => total + weight, 0)
    validation.items[0]!.categories.forEach(({ people: share }, k) =>
      expect(share).toBeCloseTo(
        sum(answered.filter(([answer]) => answer.startsWith(String(k + 1)))) / sum(answered),
        12,
      ),
    )
    expect(validation.setAside[0]!.sentence).toContain('tune')

    const again = await engine.call<{ validation: StoredValidation }>(
      'GET',
      `/validations/${validation.id}`,
    )
    expect(again.validation).toEqual(validation)
    await engine.call('DELETE', `/human-surveys/${surveyId}`)
    expect(await engine.call('GET', `/validations/${validation.id}`)).toEqual(again)
    for (const list of [`/runs/${runId}/validations`, '/validations'])
      expect((await engine.call<ValidationList>('GET', list)).validations).toMatchObject([
        { id: validation.id, counts: { setAside: 1 } },
      ])

    // To the trash and back.
    await engine.call('DELETE', `/validations/${validation.id}`)
    await expect(engine.call('GET', `/validations/${validation.id}`)).rejects.toThrow(': 404 ')
    await expect(engine.call('DELETE', `/validations/${validation.id}`)).rejects.toThrow(': 404 ')
    for (const list of [`/runs/${runId}/validations`, '/validations'])
      expect((await engine.call<ValidationList>('GET', list)).validations).toEqual([])
    expect(await engine.call('POST', `/validations/${validation.id}/restore`)).toEqual(again)
    await expect(engine.call('POST', `/validations/${validation.id}/restore`)).rejects.toThrow(
      ': 404 ',
    )
  })

  it('matches what the researcher found alike, however unlike it is', async () => {
    const { runId, surveyId, proposals } = await kept()
    expect(proposals.items).toContainEqual({ itemId: 'drinks', text: 'drinks' })
    const path = `/runs/${runId}/validation/matches`
    const pairs = [{ questionId: 'q1', itemId: 'drinks' }]
    const { questions } = await engine.call<MatchProposals>('POST', path, { surveyId, pairs })
    expect(questions).toMatchObject([
      {
        questionId: 'q1',
        candidates: [{ itemId: 'drinks', by: 'chosen', unmatched: ['tea', 'coffee', '9'] }],
      },
    ])
    for (const wrong of [
      { questionId: 'why', itemId: 'drinks' },
      { questionId: 'q1', itemId: 'shoes' },
    ])
      await expect(engine.call('POST', path, { surveyId, pairs: [wrong] })).rejects.toThrow(
        /400.*pairs/,
      )
  })

  it('never takes what the rehearsal model was given for evidence, whatever is said', async () => {
    const { runId, surveyId, proposals } = await kept()
    const [, drinks] = proposals.questions.map(({ candidates }) => candidates[0]!)
    expect(proposals).toMatchObject({ conditions: [], model: { rehearsal: true } })
    const recodes = [...drinks!.recodes, { from: '9', to: null }]
    const report = await post(`/runs/${runId}/validation`, {
      surveyId,
      matches: [{ questionId: 'drinks', itemId: 'drinks', recodes, usedFor: [] }],
    })
    expect(report).toMatchObject({
      headline: expect.stringContaining('nothing is validated'),
      items: [],
      setAside: [{ id: 'drinks', usedFor: ['reference'] }],
    })
    const items = [{ questionId: 'drinks', counts: [{ value: 'Tea', count: 30 }] }]
    expect((await post(`/runs/${runId}/validation`, { items })).items).toEqual([])
  })

  it('says that the weights of published shares are not known, until their effect is', async () => {
    const { runId } = await kept()
    const text = 'question,answer,percent,n\nfine,1,20,900\nfine,5,80,900'
    const noteWith = async (designEffect: number | null) => {
      const { survey } = await engine.call<HumanSurveyAnswer>('POST', '/human-surveys', {
        text,
        about: { name: 'Shares', designEffect },
      })
      const report = await post(`/runs/${runId}/validation`, {
        surveyId: survey.id,
        matches: [
          {
            questionId: 'q1',
            itemId: 'fine',
            recodes: [
              { from: '1', to: '1' },
              { from: '5', to: '5' },
            ],
          },
        ],
      })
      return [report.peopleNote, report.items[0]!.n.people]
    }
    expect(await noteWith(null)).toEqual([
      expect.stringContaining('how they were weighted is not known'),
      900,
    ])
    expect(await noteWith(1.8)).toEqual([null, 500])
  })

  it('is refused by name where items or answers are not there', async () => {
    const { runId, surveyId } = await kept()
    const path = `/runs/${runId}/validation`
    const matches = (questionId: string, itemId: string, to: string) => ({
      surveyId,
      matches: [{ questionId, itemId, recodes: [{ from: 'tea', to }] }],
    })
    await expect(post(path, matches('q1', 'nope', '1'))).rejects.toThrow(
      /is no item of this survey/,
    )
    await expect(post(path, matches('why', 'drinks', '1'))).rejects.toThrow(/of the type open/)
    await expect(post(path, matches('drinks', 'drinks', 'Milk'))).rejects.toThrow(
      /Milk.*is none of/,
    )
    await expect(post(path, {})).rejects.toThrow(/either items or a survey/)
  })

  it('tells how groups differ and how items go together', async () => {
    const questions = Array.from({ length: 6 }, (_, i) => ({
      id: `q${i}`,
      type: 'likert',
      text: `Statement ${i}?`,
    }))
    const person = (i: number) => ({ age: 20 + i, gender: i % 2 ? 'man' : 'woman' })
    const run = await runSmallStudy(engine, { people: 40, person, questions })
    const rows = Array.from({ length: 120 }, (_, i) =>
      [
        ...questions.map((__, q) => 1 + ((i * (q + 1) + (i >> 2)) % 5)),
        i % 2 ? 'M' : 'F',
        18 + (i % 60),
      ].join(','),
    )
    const { survey } = await engine.call<HumanSurveyAnswer>('POST', '/human-surveys', {
      text: [[...questions.map(({ id }) => id), 'sex', 'age'].join(','), ...rows].join('\n'),
      about: { name: 'Groups' },
    })
    const proposals = await engine.call<MatchProposals>(
      'POST',
      `/runs/${run.id}/validation/matches`,
      { surveyId: survey.id },
    )
    const [sex, age] = proposals.segments.map(({ itemId, candidates }) => ({
      itemId,
      field: candidates[0]!.field,
      recodes: candidates[0]!.recodes,
    }))
    expect(sex).toMatchObject({ field: 'gender', recodes: [{ to: 'woman' }, { to: 'man' }] })
    expect(age!.recodes).toContainEqual({ from: '30', to: '18–34' })
    const matches = proposals.questions.map(({ questionId, candidates: [best] }) => ({
      questionId,
      itemId: best!.itemId,
      recodes: best!.recodes,
    }))
    const report = await post(`/runs/${run.id}/validation`, {
      surveyId: survey.id,
      matches,
      segments: [sex, age],
    })
    // Woman against man on each item, and two bands against the largest one.
    const contrasts = report.segments!.contrasts
    expect(contrasts.filter(({ field }) => field === 'gender')).toHaveLength(6)
    expect(contrasts.filter(({ field }) => field === 'age').length).toBeGreaterThanOrEqual(6)
    const evidence = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence?segmentBy=gender`)
    const mean = (gender: string) =>
      evidence.questions[0]!.segments.find(({ by, value }) => by === 'gender' && value === gender)!
        .mean!.estimate!
    const first = contrasts.find(
      ({ field, questionId }) => field === 'gender' && questionId === 'q0',
    )!
    const difference = first.personas.estimate
    expect(Math.sign(difference)).toBe(Math.sign(mean(first.b) - mean(first.a)))
    expect(report.correlations).toMatchObject({ items: questions.map(({ id }) => id) })
    expect(report.correlations!.pairs).toHaveLength(15)
  })
})

it('compares what an experiment did to people with what it did to personas', async () => {
  const questions = Array.from({ length: 5 }, (_, i) => ({
    id: `q${i}`,
    type: 'likert',
    text: `Statement ${i}?`,
  }))
  const design = {
    conditions: [
      { id: 'plain', name: 'Plain label' },
      { id: 'green', name: 'Green label' },
    ],
    rehearsal: { effects: [{ questionId: 'q0', condition: 'green', delta: 1.5 }] },
  }
  const run = await runSmallStudy(engine, { people: 60, questions, design })
  const rows = Array.from({ length: 200 }, (_, i) =>
    [
      ...questions.map((__, q) => 1 + ((i + 2 * q + (i >> 3)) % 5)),
      i % 2 ? 'Green label' : 'PLAIN',
    ].join(),
  )
  const { survey } = await engine.call<HumanSurveyAnswer>('POST', '/human-surveys', {
    text: [[...questions.map((one) => one.id), 'arm'].join(), ...rows].join('\n'),
    about: { name: 'Labels' },
  })
  const path = `/runs/${run.id}/validation`
  const found = await engine.call<MatchProposals>('POST', `${path}/matches`, {
    surveyId: survey.id,
  })
  const [arm] = found.segments[0]!.candidates
  expect(arm).toMatchObject({ field: 'condition', unmatched: [] })
  const { segments } = await post(path, {
    surveyId: survey.id,
    matches: found.questions.map(({ questionId, candidates: [best] }) => ({
      questionId,
      itemId: best!.itemId,
      recodes: best!.recodes,
    })),
    segments: [{ itemId: 'arm', field: arm!.field, recodes: arm!.recodes }],
  })
  expect(segments!.contrasts).toHaveLength(5)
  const { questions: estimated } = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
  const means = new Map(
    estimated[0]!.conditions.map(({ value, mean }) => [value, mean!.estimate!] as const),
  )
  const [{ a, b, personas }] = segments!.contrasts as [
    (typeof segments & object)['contrasts'][number],
  ]
  // In standard deviations of the people, whose answers are even over five points.
  const deviation = Math.sqrt((2 * 200) / 199)
  expect(personas.estimate).toBeCloseTo((means.get(b)! - means.get(a)!) / deviation, 1)
  expect(Math.abs(personas.estimate)).toBeGreaterThan(0.5)
})

describe('validations that pile up', () => {
  it('tell the total error of this population, model and skill, and of no other', async () => {
    const questions = Array.from({ length: 12 }, (_, i) => ({
      id: `q${i}`,
      type: 'likert',
      text: `Statement ${i}?`,
    }))
    const run = await runSmallStudy(engine, { people: 30, questions })
    const evidence = () => engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
    const items = (from: number, to: number) =>
      questions
        .slice(from, to)
        .map(({ id }) => ({ questionId: id, ...counted([9, 20, 31, 25, 15]) }))
    await post(`/runs/${run.id}/validation`, { items: items(0, 8) })
    // The same items again are no further items.
    await post(`/runs/${run.id}/validation`, { items: items(0, 8) })
    expect(await evidence()).toMatchObject({
      totalError: null,
      totalErrorNote: expect.stringContaining('there are 8'),
    })
    const { validation: last } = await engine.call<{ validation: StoredValidation }>(
      'POST',
      `/runs/${run.id}/validation`,
      { items: items(6, 12) },
    )
    const { totalError, totalErrorNote, questions: estimated } = await evidence()
    expect(totalErrorNote).toContain('12 validated items')
    expect(totalError).toMatchObject({
      samePopulationVersion: true,
      errors: [
        { type: 'likert', measure: 'share', items: 12 },
        { type: 'likert', measure: 'mean', items: 12 },
      ],
    })
    const sampling = estimated[0]!.overall.mean!
    const total = totalError!.intervals.find(({ measure }) => measure === 'mean')!
    expect(total.lower).toBeLessThan(sampling.lower!)
    expect(total.upper).toBeGreaterThan(sampling.upper!)

    // What was thrown away tells nothing, until it is taken back.
    await engine.call('DELETE', `/validations/${last.id}`)
    expect((await evidence()).totalErrorNote).toContain('there are 8')
    await engine.call('POST', `/validations/${last.id}/restore`)
    expect((await evidence()).totalErrorNote).toBe(totalErrorNote)

    const other = await runSmallStudy(engine, { questions })
    const elsewhere = await engine.call<Evidence>('GET', `/runs/${other.id}/evidence`)
    expect(elsewhere).toMatchObject({
      totalError: null,
      totalErrorNote: expect.stringContaining('there are 0'),
    })
  })

  it('say whom to ask next', async () => {
    const run = await runSmallStudy(engine, { people: 40 })
    const { validation } = await engine.call<{ validation: StoredValidation }>(
      'POST',
      `/runs/${run.id}/validation`,
      { items: [{ questionId: 'q', ...counted([2, 4, 6, 5, 3]) }] },
    )
    const plan = await engine.call<PeoplePlan>(
      'POST',
      `/validations/${validation.id}/people-plan`,
      {
        people: 50,
      },
    )
    const open = validation.items.filter(({ verdict }) => verdict === 'inconclusive').length
    expect(plan.steps.length + plan.leftOut.length).toBe(open)
    expect(plan.sentence).not.toBe('')
  })
})
