import { describe, expect, it } from 'vitest'
import type { Persona } from '../../../../shared/contract/personas.ts'
import { Question } from '../../../../shared/contract/questions.ts'
import type { Predictor, RegressionRequest } from '../../../../shared/contract/regression.ts'
import type { Run } from '../../../../shared/contract/runs.ts'
import type { EvidenceRow } from '../evidence/evidence-input.ts'
import { normal, uniform } from '../random.ts'
import { pairedDifference } from '../statistics/paired.ts'
import { prepareRegression } from './prepare.ts'
import type { RunVariables } from './read-predictor.ts'
import { computeRegression } from './regression.ts'

const numeric = Question.parse({ id: 'pay', type: 'numeric', text: 'How much?', min: 0, max: 99 })
const yesno = Question.parse({ id: 'buys', type: 'yesno', text: 'Do you buy?' })
const age = Question.parse({
  id: 'old',
  type: 'numeric',
  text: 'How old are you?',
  min: 0,
  max: 99,
})

type Case = {
  value: number | string
  area?: string
  age?: number
  condition?: string
  unit?: number
  cohort?: number
  weight?: number
}

function aRun(question: Question, cases: readonly Case[], run: Partial<Run> = {}): RunVariables {
  return {
    input: {
      run: { id: 'run', status: 'succeeded', rehearsal: true, ...run } as Run,
      questions: [question],
      cohorts: [
        { id: 'a', name: 'City', fields: [] },
        { id: 'b', name: 'Country', fields: [] },
      ],
      conditions: ['x', 'y'].map((id) => ({ id, name: id.toUpperCase() })),
      withinPersonas: false,
      comparisons: [],
      segmentBy: null,
      rows: cases.map(({ condition = null, unit, cohort = 0, weight = 1 }, row): EvidenceRow => ({
        taskId: `t${row}`,
        unit: unit ?? row,
        personaName: `P${row}`,
        cohort,
        weight,
        condition,
        segments: {},
      })),
      answers: {
        [question.id]: cases.map(({ value }) => ({ status: 'valid', value, text: String(value) })),
      },
    },
    bands: new Map(),
    personas: cases.map(
      (one) => ({ age: one.age, attributes: { area: one.area } }) as never as Persona,
    ),
  }
}

function fit(run: RunVariables, predictors: Predictor[], more: Partial<RegressionRequest> = {}) {
  const outcome = { questionId: run.input.questions[0]!.id }
  const prepared = prepareRegression(run, {
    outcome,
    predictors,
    level: 0.95,
    ...more,
  } as RegressionRequest)
  if (Array.isArray(prepared)) throw new Error(prepared.map(({ message }) => message).join())
  return computeRegression(prepared)
}

const byArea: Predictor = { kind: 'field', field: 'attributes.area' }
const byAge: Predictor = { kind: 'field', field: 'age' }
const codesOf = ({ notices }: ReturnType<typeof fit>) => notices.map(({ code }) => code)
const many = (n: number, make: (row: number) => Case) =>
  Array.from({ length: n }, (_, i) => make(i))

describe('a regression', () => {
  it('on conditions within personas is the mean of their own differences', () => {
    const cases = many(80, (row) => ({
      value: 40 + 10 * normal('level', Math.floor(row / 2)) + (row % 2) * 3 + normal('own', row),
      condition: row % 2 ? 'y' : 'x',
      unit: Math.floor(row / 2),
      cohort: row % 4 < 2 ? 0 : 1,
      weight: 0.5 + uniform('weight', Math.floor(row / 2)),
    }))
    const run = aRun(numeric, cases)
    const [, slope] = fit(run, [{ kind: 'condition' }]).coefficients
    const paired = pairedDifference(
      {
        unit: Int32Array.from(cases, ({ unit }) => unit!),
        stratum: Int32Array.from(cases, ({ cohort }) => cohort!),
        weight: Float64Array.from(cases, ({ weight }) => weight!),
      },
      Float64Array.from(cases, ({ value }) => Number(value)),
      Uint8Array.from(cases, ({ condition }) => +(condition === 'x')),
      Uint8Array.from(cases, ({ condition }) => +(condition === 'y')),
    )
    expect(slope!.estimate.estimate).toBeCloseTo(paired.estimate, 9)
    expect(slope!.estimate.standardError).toBeCloseTo(paired.standardError, 9)
    expect(slope).toMatchObject({ category: 'Y', reference: 'X' })
  })

  it('says a planted slope in plain words', () => {
    const cases = many(200, (row) => {
      const years = 20 + Math.floor(uniform('age', row) * 60)
      return { age: years, value: 80 - 0.3 * years + normal('noise', row) }
    })
    const [, slope] = fit(aRun(numeric, cases), [byAge]).coefficients
    expect(slope!.sentence).toMatch(
      /^Each 10 years more of age: (3\.\d\d|2\.9\d) less \(95 % interval/,
    )
    expect(slope!.estimate.estimate).toBeCloseTo(-3, 0)
  })

  it('names what tells answers apart without fail, and gives no number', () => {
    const cases = many(60, (row) => ({
      area: row % 3 === 0 ? 'island' : 'town',
      age: 30 + (row % 20),
      value: row % 3 === 0 || uniform('buys', row) < 0.5 ? 'yes' : 'no',
    }))
    const found = fit(aRun(yesno, cases), [byAge, byArea])
    expect(codesOf(found)[0]).toBe('separated')
    expect(found.notices[0]!.message).toMatch(/^“area: island” tells some answers apart/)
    const [, ofAge, ofArea] = found.coefficients
    expect(ofArea).toMatchObject({ left: 'separated', oddsRatio: null, sentence: null })
    expect(ofAge).toMatchObject({ left: 'not fitted', estimate: { estimate: null } })
    expect(found.tests).toEqual([])
  })

  it('hides a category of few people, of whom one could be read off', () => {
    const cases = many(60, (row) => ({
      area: row < 3 ? 'island' : row % 2 ? 'town' : 'city',
      value: 40 + 5 * normal('value', row),
    }))
    const found = fit(aRun(numeric, cases), [byArea])
    const island = found.coefficients.find(({ category }) => category === 'island')!
    expect(island).toMatchObject({ left: 'too few', p: null, estimate: { estimate: null, n: 3 } })
    expect(codesOf(found)).toContain('small_category')
  })

  it('hides a category of one persona asked six times, and the test of it', () => {
    const cases = many(66, (row) => ({
      area: row < 6 ? 'hill' : 'city',
      unit: row < 6 ? 0 : row,
      value: (row < 6 ? 87 : 40) + 5 * normal('value', row),
    }))
    const found = fit(aRun(numeric, cases), [byArea])
    const hill = found.coefficients.find(({ category }) => category === 'hill')!
    expect(hill).toMatchObject({ left: 'too few', p: null, estimate: { estimate: null, n: 6 } })
    expect(hill).toMatchObject({ corrected: null, sentence: null })
    expect(found.tests[0]).toMatchObject({ f: null, p: null, corrected: null })
    expect(found.notices.map(({ message }) => message).join()).toContain(
      'Fewer than 5 personas: “area: hill”',
    )
  })

  it('sets nothing against a category of one persona', () => {
    const cases = many(66, (row) => ({
      area: row < 6 ? 'hill' : 'city',
      unit: row < 6 ? 0 : row,
      value: (row < 6 ? 87 : 40) + 5 * normal('value', row),
    }))
    const found = fit(aRun(numeric, cases), [{ ...byArea, reference: 'hill' } as Predictor])
    for (const { left, p, corrected, estimate } of found.coefficients)
      expect({ left, p, corrected, estimate: estimate.estimate }).toEqual({
        left: 'too few',
        p: null,
        corrected: null,
        estimate: null,
      })
    expect(found.tests[0]).toMatchObject({ f: null, p: null })
    expect(codesOf(found)).toContain('small_category')
  })

  it('is not fitted to fewer than five personas, however often they were asked', () => {
    const cases = many(40, (row) => ({ age: 20 + (row % 4), unit: row % 4, value: row }))
    expect(() => fit(aRun(numeric, cases), [byAge])).toThrow(/40 interviews of 4 personas/)
  })

  it('has no intervals with as many coefficients as personas', () => {
    const cases = many(6, (row) => ({ area: 'abcdef'[row]!, value: row * row }))
    const found = fit(aRun(numeric, cases), [byArea])
    expect(codesOf(found)).toContain('too_few_people')
    expect(found.coefficients[0]!.estimate.lower).toBeNull()
  })

  it('says that a question asks for its predictor in other words', () => {
    const cases = many(50, (row) => ({ age: 20 + row, value: 20 + row }))
    const found = fit(aRun(age, cases), [byAge])
    expect(codesOf(found)).toContain('true_by_construction')
  })

  it('tells of interviews that lack an answer or a predictor', () => {
    const cases = many(40, (row) => ({
      value: 30 + normal('value', row),
      ...(row % 4 === 0 ? {} : { age: 20 + row }),
    }))
    const found = fit(aRun(numeric, cases), [byAge])
    expect(found).toMatchObject({ n: 30, leftOut: { noAnswer: 0, noPredictor: 10 } })
    expect(found.notices.at(-1)!.message).toBe(
      '10 interviews left out: 10 without one of the predictors.',
    )
  })

  it('tells corrected intervals first where few personas stand behind a coefficient', () => {
    const run = aRun(
      yesno,
      many(60, (row) => ({
        value: uniform('yes', row) < 0.3 + 0.4 * +(row % 2 === 0) ? 'yes' : 'no',
        area: row % 2 === 0 ? 'north' : 'south',
        age: 20 + Math.floor(50 * uniform('age', row)),
        weight: Math.exp(normal('weight', row)),
      })),
    )
    const found = fit(run, [byArea, byAge])
    expect(found.errors).toBe('corrected')
    expect(codesOf(found)).toContain('few_per_coefficient')
    const slopes = found.coefficients.filter(({ kind }) => kind === 'slope')
    for (const { corrected, estimate, sentence, p } of slopes) {
      const width = corrected!.upper - corrected!.lower
      expect(width).toBeGreaterThan(1.05 * (estimate.upper! - estimate.lower!))
      expect(corrected!.degreesOfFreedom).toBeLessThan(found.degreesOfFreedom)
      expect(corrected!.p).not.toBe(p)
      const ends = [corrected!.oddsRatio!.lower!, corrected!.oddsRatio!.upper!]
      expect(sentence).toContain(ends.map((end) => end.toFixed(2)).join(' to '))
    }
    expect(found.tests.every(({ corrected }) => corrected!.p! > 0)).toBe(true)
    const unfinished = fit(
      { ...run, input: { ...run.input, run: { ...run.input.run, status: 'running' } as Run } },
      [byArea],
    )
    expect(unfinished.coefficients.map(({ corrected }) => corrected!.p)).toEqual([null, null])
  })

  it('corrects nothing where there are plenty', () => {
    const found = fit(
      aRun(
        numeric,
        many(900, (row) => ({ value: 50 + normal('own', row), area: `${row % 2}` })),
      ),
      [byArea],
    )
    expect(found.errors).toBe('design')
    expect(found.coefficients.map(({ corrected }) => corrected)).toEqual([null, null])
    expect(codesOf(found)).toEqual([])
  })
})
