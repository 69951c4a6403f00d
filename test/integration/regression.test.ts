import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorBody } from '../../src/shared/contract/errors.ts'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import type { Regression, RegressionRequest } from '../../src/shared/contract/regression.ts'
import type { Run } from '../../src/shared/contract/runs.ts'
import {
  importStudy,
  openTestEngine,
  runSmallStudy,
  runStudy,
  sampleStudy,
  type TestEngine,
} from '../helpers/test-engine.ts'

let engine: TestEngine
let run: Run
let evidence: Evidence

type Asked = Partial<Omit<RegressionRequest, 'tenantId'>>

const byCohort = { kind: 'cohort' } as const
const convenient = { questionId: 'convenient' }

beforeAll(async () => {
  engine = await openTestEngine()
  run = await runStudy(engine, await importStudy(engine, sampleStudy()))
  evidence = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
}, 120_000)
afterAll(() => engine.close())

const model = (asked: Asked, runId = run.id) =>
  engine.call<Regression>('POST', `/runs/${runId}/regression`, {
    outcome: convenient,
    predictors: [byCohort],
    ...asked,
  })

async function refused(asked: Asked): Promise<ErrorBody> {
  const request = new Request(`http://localhost/runs/${run.id}/regression`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome: convenient, predictors: [byCohort], ...asked }),
  })
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  expect(answer.status).toBe(400)
  return (await answer.json()) as ErrorBody
}

describe('a regression on the sample study', () => {
  it('on the cohort alone is the difference that the evidence reports', async () => {
    const found = await model({})
    const [difference] = evidence.questions.find(
      ({ questionId }) => questionId === 'convenient',
    )!.comparisons
    const [, slope] = found.coefficients
    expect(slope!.estimate.estimate).toBeCloseTo(difference!.difference.estimate!, 9)
    expect(slope!.estimate.standardError).toBeCloseTo(difference!.difference.standardError!, 9)
    expect(slope!.p).toBeCloseTo(difference!.p!, 9)
    expect(slope).toMatchObject({
      label: 'cohort: Town and countryside',
      reference: 'City',
      term: 'cohort',
    })
    expect(slope!.sentence).toMatch(/^Town and countryside rather than City: 1\.\d+ less \(95 % /)
    expect(found.tests).toHaveLength(1)
    expect(found.tests[0]!.p).toBeCloseTo(slope!.p!, 9)
    expect(found).toMatchObject({ provisional: false, rehearsal: true, model: 'linear' })
    expect(found.caveat).toBe(evidence.caveat)
  })

  it('takes fields, answers and a choice of reference', async () => {
    const found = await model({
      predictors: [
        { kind: 'field', field: 'age' },
        { kind: 'field', field: 'gender', reference: 'man' },
        { kind: 'question', questionId: 'trust' },
        { kind: 'question', questionId: 'choice', measure: 'To my door, £4.50' },
      ],
    })
    const labels = found.coefficients.map(({ label }) => label)
    expect(labels).toContain('age, per 10')
    expect(labels).toContain('gender: woman')
    expect(found.tests.map(({ term }) => term)).toEqual([
      'age',
      'gender',
      'trust',
      'choice/To my door, £4.50',
    ])
    expect(found.fit.rSquared).toBeGreaterThan(0)
    expect(found.n + found.leftOut.noAnswer + found.leftOut.noPredictor).toBe(run.tasks.succeeded)
    expect(found.degreesOfFreedom).toBeLessThan(found.personas)
  })

  it('reads the slope of 1 year as a tenth of that of 10', async () => {
    const [one, ten] = await Promise.all(
      [1, 10].map((per) => model({ predictors: [{ kind: 'field', field: 'age', per }] })),
    )
    expect(ten!.coefficients[1]!.estimate.estimate).toBeCloseTo(
      10 * one!.coefficients[1]!.estimate.estimate!,
      9,
    )
  })

  it('gives odds ratios of a choice and of ordered answers', async () => {
    const choice = { questionId: 'choice', measure: 'To my door, £4.50' }
    const logistic = await model({ outcome: choice })
    expect(logistic.model).toBe('logistic')
    const slope = logistic.coefficients[1]!
    expect(slope.oddsRatio!.estimate).toBeCloseTo(Math.exp(slope.estimate.estimate!), 9)
    const ordinal = await model({ model: 'ordinal' })
    expect(ordinal.coefficients.map(({ kind }) => kind)).toEqual([
      'slope',
      'threshold',
      'threshold',
      'threshold',
      'threshold',
    ])
    expect(ordinal.coefficients[0]!.oddsRatio!.upper).toBeLessThan(1)
    expect(ordinal.coefficients[1]!.label).toBe('Strongly disagree|Disagree')
  })

  it('leaves out by name what says nothing new', async () => {
    const found = await model({
      predictors: [{ kind: 'field', field: 'attributes.area', reference: 'city' }, byCohort],
    })
    const cohort = found.coefficients.find(({ term }) => term === 'cohort')!
    expect(cohort).toMatchObject({ left: 'collinear', estimate: { estimate: null } })
    expect(found.notices.find(({ code }) => code === 'collinear')!.message).toContain(
      'cohort: Town and countryside',
    )
  })

  it.each<[Asked, string, RegExp]>([
    [{ outcome: { questionId: 'nothing' } }, 'outcome.questionId', /not a question/],
    [{ outcome: { questionId: 'opinion' } }, 'outcome.questionId', /open question/],
    [{ outcome: { questionId: 'choice' } }, 'outcome.measure', /"To my door, £4.50"/],
    [{ model: 'logistic' }, 'model', /a number/],
    [{ predictors: [{ kind: 'condition' }] }, 'predictors.0.kind', /fewer than two/],
    [{ predictors: [{ kind: 'field', field: 'attributes.no' }] }, 'predictors.0.field', /known/],
    [
      { predictors: [{ kind: 'field', field: 'gender', as: 'number' }] },
      'predictors.0.as',
      /number/,
    ],
    [{ predictors: [{ kind: 'field', field: 'lastName' }] }, 'predictors.0', /at most 30/],
    [{ predictors: [{ kind: 'cohort', reference: 'Mars' }] }, 'predictors.0.reference', /"City"/],
    [{ predictors: [{ kind: 'question', questionId: 'convenient' }] }, 'predictors.0', /itself/],
    [{ predictors: [byCohort, byCohort] }, 'predictors.1', /already/],
  ])('refuses %j at %s', async (asked, path, message) => {
    const { details } = await refused(asked)
    expect(details).toHaveLength(1)
    expect(details![0]!.path).toBe(path)
    expect(details![0]!.message).toMatch(message)
  })

  it('gives no p while the run is not finished', async () => {
    const stopped = await runSmallStudy(engine, { people: 40, design: { budgetTokens: 1500 } })
    expect(stopped).toMatchObject({ status: 'budget_stopped' })
    const found = await model(
      { outcome: { questionId: 'q' }, predictors: [{ kind: 'field', field: 'age' }] },
      stopped.id,
    )
    expect(found.provisional).toBe(true)
    expect(found.coefficients[1]!.estimate.lower).not.toBeNull()
    expect([...found.coefficients, ...found.tests].every(({ p }) => p === null)).toBe(true)
  })
})
