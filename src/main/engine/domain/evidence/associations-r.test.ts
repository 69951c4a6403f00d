import { expect, it } from 'vitest'
import { Question } from '../../../../shared/contract/questions.ts'
import type { EvidenceAnswer } from './evidence-input.ts'
import { associationTests, type Classification } from './associations.ts'
import { expectClose, readFixtures } from '../../../../../test/helpers/r-fixtures.ts'

type Tests = { tests: number[][]; holm: number[] }
/** What R makes of it: see make-associations.R. Tests: F, both degrees of freedom, p. */
type Fixture = {
  unit: number[]
  cohort: string[]
  gender: (string | null)[]
  w: number[]
  score: (number | null)[]
  multi: { cohort: Tests; gender: Tests }
  nps: { cohort: number[]; gender: number[] }
} & Record<'bus' | 'tram' | 'car', (number | null)[]>

const fixture = readFixtures<Fixture>('r-survey/associations.json')
const options = ['bus', 'tram', 'car'] as const
const design = {
  unit: Int32Array.from(fixture.unit),
  stratum: Int32Array.from(fixture.cohort, (cohort) => ['a', 'b', 'c'].indexOf(cohort)),
  weight: Float64Array.from(fixture.w),
}

function by(name: 'cohort' | 'gender', primary = false): Classification {
  const column = fixture[name]
  const values = [...new Set(column)].filter((value) => value !== null).toSorted()
  return {
    by: name,
    domains: values.map((value) => ({
      by: name,
      value,
      label: value,
      rows: Uint8Array.from(column, (one) => Number(one === value)),
    })),
    primary,
    trueByConstruction: false,
  }
}

const classifications = [by('cohort'), by('gender')]
const valid = (value: EvidenceAnswer['value']): EvidenceAnswer => ({
  status: 'valid',
  value,
  text: '',
})

const multi = Question.parse({ id: 'q', type: 'multi', text: 'Which?', options, minChoices: 0 })
const chosen = fixture.unit.map((_, row) =>
  fixture.bus[row] === null ? undefined : valid(options.filter((one) => fixture[one][row] === 1)),
)

it('tests nothing that fewer than five personas answered, however often', () => {
  const unit = Int32Array.from(fixture.unit, (_, row) => row % 4)
  const few = { ...design, unit, stratum: unit.map((one) => one % 2) }
  const tests = associationTests(few, multi, chosen, { classifications, provisional: false })
  for (const { f, p, verdict } of tests)
    expect({ f, p, verdict }).toEqual({ f: null, p: null, verdict: 'not tested' })
  expect(tests[0]!.sentence).toContain('too few personas')
})

it('leaves a group of fewer than five personas out of a test, and says so', () => {
  const nps = Question.parse({ id: 'q', type: 'nps', text: 'Recommend?' })
  const scores = fixture.score.map((score) => (score === null ? undefined : valid(score)))
  const whole = by('cohort')
  const [lonely] = whole.domains
  const lone = Uint8Array.from(lonely!.rows)
  // One persona, asked again and again, is a group of its own that carries most of the weight.
  const first = lone.indexOf(1)
  const alone = lone.map((one, row) => one & Number(design.unit[row] === design.unit[first]))
  const rest = lone.map((one, row) => one & (1 - alone[row]!))
  const weight = design.weight.map((one, row) => (alone[row] ? one * 100 : one))
  const heavy = { ...design, weight }
  const domains = [{ ...lonely!, rows: rest }, ...whole.domains.slice(1)]
  const single = { ...lonely!, value: 'lone', label: 'Lone', rows: alone }
  for (const [question, answers] of [
    [multi, chosen],
    [nps, scores],
  ] as const) {
    const test = (groups: Classification['domains']) =>
      associationTests(heavy, question, answers, {
        classifications: [{ ...whole, domains: groups }],
        provisional: false,
      })
    const [found, without] = [test([...domains, single]), test(domains)]
    expect(found.map(({ f, p, pAdjusted }) => [f, p, pAdjusted])).toEqual(
      without.map(({ f, p, pAdjusted }) => [f, p, pAdjusted]),
    )
    for (const { sentence } of found)
      expect(sentence).toMatch(/ Left out, with fewer than 5 personas: Lone\.$/)
    for (const { f, verdict } of test([domains[0]!, single]))
      expect({ f, verdict }).toEqual({ f: null, verdict: 'not tested' })
  }
})

it('tests each option that may be chosen as R does, Holm over the options', () => {
  const tests = associationTests(design, multi, chosen, { classifications, provisional: false })
  expect(tests.map(({ by: cut, option }) => [cut, option])).toEqual(
    ['cohort', 'gender'].flatMap((cut) => options.map((option) => [cut, option])),
  )
  for (const cut of ['cohort', 'gender'] as const) {
    const own = tests.filter((one) => one.by === cut)
    own.forEach(({ f, numeratorDf, denominatorDf, p }, i) =>
      expectClose([f, numeratorDf, denominatorDf, p], fixture.multi[cut].tests[i]!),
    )
    expectClose(
      own.map(({ pAdjusted }) => pAdjusted),
      fixture.multi[cut].holm,
    )
  }
  expect(tests[0]).toMatchObject({ verdict: 'associated', test: 'rao-scott' })
  expect(tests[0]!.sentence).toBe('Choices of “bus” differ by cohort (p = 0.007).')
  expect(tests[1]!.sentence).toBe('No association of “tram” with cohort found (p = 0.48).')
})

it('holds all that was named before launch to one Holm', () => {
  const named = [by('cohort', true), by('gender', true)]
  const tests = associationTests(design, multi, chosen, {
    classifications: named,
    provisional: false,
  })
  const smallest = Math.min(...tests.map(({ p }) => p!))
  expect(Math.min(...tests.map(({ pAdjusted }) => pAdjusted!))).toBeCloseTo(6 * smallest, 12)
})

it('tests net promoter scores by their means, as R’s regTermTest does', () => {
  const nps = Question.parse({ id: 'q', type: 'nps', text: 'Recommend?' })
  const answers = fixture.score.map((score) => (score === null ? undefined : valid(score)))
  const tests = associationTests(design, nps, answers, { classifications, provisional: false })
  for (const [i, cut] of (['cohort', 'gender'] as const).entries()) {
    const { f, numeratorDf, denominatorDf, p } = tests[i]!
    expectClose([f, numeratorDf, denominatorDf, p], fixture.nps[cut])
  }
  expect(tests[0]).toMatchObject({ test: 'wald', option: null, pAdjusted: null, cramersV: null })
  expect(tests[0]!.sentence).toBe('Net promoter scores differ by cohort (p = 0.026).')
  const [unfinished] = associationTests(design, nps, answers, {
    classifications,
    provisional: true,
  })
  expect(unfinished).toMatchObject({ p: null, verdict: 'not tested' })
})
