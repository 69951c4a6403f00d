import { expect, it } from 'vitest'
import type { ArmVerdict } from '../../../../../shared/contract/arm-evidence.ts'
import type { ArmName } from '../../../../../shared/contract/arms.ts'
import { Question } from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import { oneOfEach } from '../../../../../../test/helpers/questions.ts'
import { createStream } from '../../random.ts'
import { armsEvidence } from './arms-evidence.ts'
import type { AnswerTable } from './compare-samples.ts'

const RUNS = 40
const SIZE = 60
const scales = [
  [0.1, 0.2, 0.3, 0.25, 0.15],
  [0.05, 0.15, 0.2, 0.35, 0.25],
  [0.4, 0.3, 0.15, 0.1, 0.05],
]
const questions = scales.map((_, i) =>
  Question.parse({ id: `q${i}`, type: 'likert', text: `Question ${i}` }),
)

const whole = { failed: 0, planned: SIZE, provisional: false }

/** Shares a total variation distance away: from the low end to the high one. */
function movedBy(shares: readonly number[], distance: number): number[] {
  let left = distance
  const rest = shares.map((share) => {
    const taken = Math.min(left, share)
    left -= taken
    return share - taken
  })
  return rest.with(rest.length - 1, rest.at(-1)! + distance)
}

function answered(next: () => number, distance: number): AnswerTable {
  const pick = (shares: readonly number[]) => {
    let u = next()
    const at = shares.findIndex((share) => (u -= share) < 0)
    return at === -1 ? shares.length : at + 1
  }
  return {
    design: {
      unit: Int32Array.from({ length: SIZE }, (_, i) => i),
      stratum: Int32Array.from({ length: SIZE }, (_, i) => i % 2),
      weight: new Float64Array(SIZE).fill(1),
    },
    vectors: {},
    answers: Object.fromEntries(
      scales.map((shares, i) => [
        `q${i}`,
        Array.from({ length: SIZE }, () => ({
          status: 'valid' as const,
          value: pick(movedBy(shares, distance)),
          text: '',
        })),
      ]),
    ),
  }
}

/** Verdicts over simulated runs of a study whose answers lie so far from its arm's. */
function simulate(distance: number): Record<ArmVerdict, number> {
  const next = createStream('arms', distance)
  const counts = { alike: 0, differs: 0, unclear: 0 }
  for (let run = 0; run < RUNS; run++) {
    const [evidence] = armsEvidence({
      questions,
      study: answered(next, distance),
      arms: [{ ...whole, arm: 'no-persona', ...answered(next, 0) }],
      provisional: false,
      rehearsal: false,
    })
    counts[evidence!.verdict] += 1
  }
  // oxlint-disable-next-line no-console -- how often it is wrong is to be read, not only bounded
  console.log(`true distance ${distance}, ${RUNS} runs of ${SIZE} + ${SIZE} tasks:`, counts)
  return counts
}

it('says that personas add nothing where they add nothing, and hardly ever that they differ', () => {
  const { alike, differs } = simulate(0)
  // Chance alone: 5 % of 40 is 2; six or more happen once in a hundred.
  expect(differs).toBeLessThanOrEqual(5)
  expect(alike).toBeGreaterThan(RUNS / 3)
})

it.each([0.15, 0.3])(
  'never says so of personas that answer otherwise (distance %s)',
  (distance) => {
    const { alike, differs } = simulate(distance)
    expect(alike).toBeLessThanOrEqual(2)
    expect(differs).toBeGreaterThan(RUNS / 2)
  },
)

it('concludes nothing while a run goes on, and gives no p', () => {
  const next = createStream('provisional')
  const [evidence] = armsEvidence({
    questions,
    study: answered(next, 0.3),
    arms: [{ ...whole, arm: 'demographics-only', ...answered(next, 0) }],
    provisional: true,
    rehearsal: true,
  })
  expect(evidence).toMatchObject({ verdict: 'unclear', overall: { p: null, pWithin: null } })
  expect(evidence!.sentence).toMatch(/^Rehearsal: So far .+ nothing is concluded/)
  for (const { pAdjusted, spread } of evidence!.questions)
    expect([pAdjusted, spread!.p]).toEqual([null, null])
})

it('compares every type, and says why not where nobody answered', () => {
  const all = oneOfEach.map((question, i) => Question.parse({ ...question, id: `q${i}` }))
  const empty = {
    design: { unit: new Int32Array(0), stratum: new Int32Array(0), weight: new Float64Array(0) },
    answers: {},
    vectors: {},
  }
  const [evidence] = armsEvidence({
    questions: all,
    study: empty,
    arms: [{ ...whole, failed: SIZE, arm: 'no-persona', ...empty }],
    provisional: false,
    rehearsal: false,
  })
  expect(evidence).toMatchObject({ overall: null, verdict: 'unclear', tasks: 0, failed: SIZE })
  expect(evidence!.sentence).toMatch(/^All 60 tasks of this arm failed: nothing is known from it/)
  for (const { sentence } of evidence!.questions)
    expect(sentence).toBe('Not compared: fewer than 5 personas answered.')
})

/** Answers to one question alone; rows of a side are personas of their own unless `shared`. */
function toOne(
  values: readonly AnswerValue[],
  { shared = false, vectors }: { shared?: boolean; vectors?: readonly Float32Array[] } = {},
): AnswerTable {
  const n = values.length
  return {
    design: {
      unit: Int32Array.from({ length: n }, (_, i) => (shared ? i : n + i)),
      stratum: new Int32Array(n),
      weight: new Float64Array(n).fill(1),
    },
    answers: { q: values.map((value) => ({ status: 'valid' as const, value, text: '' })) },
    vectors: vectors ? { q: vectors } : {},
  }
}

function toldOf(question: Question, study: AnswerTable, arm: AnswerTable, name: ArmName) {
  const [evidence] = armsEvidence({
    questions: [Question.parse({ ...question, id: 'q' })],
    study,
    arms: [{ ...whole, arm: name, ...arm }],
    provisional: false,
    rehearsal: false,
  })
  return evidence!
}

it('compares nothing of four personas, and the bare model by its answers', () => {
  const yes = Question.parse({ id: 'q', type: 'yesno', text: 'Yes?' })
  const values = Array.from({ length: 20 }, (_, i) => (i % 3 ? 'yes' : 'no'))
  const own = toOne(values)
  const four = { ...own, design: { ...own.design, unit: own.design.unit.map((one) => one % 4) } }
  const reason = (study: AnswerTable, arm: AnswerTable, name: ArmName) =>
    toldOf(yes, study, arm, name).questions[0]!.sentence
  expect(reason(four, toOne(values), 'no-persona')).toBe(
    'Not compared: fewer than 5 personas answered.',
  )
  expect(reason(own, four, 'demographics-only')).toBe(
    'Not compared: fewer than 5 personas answered in the arm.',
  )
  expect(reason(own, toOne(values.slice(0, 4)), 'no-persona')).toBe(
    'Not compared: fewer than 5 answers in the arm.',
  )
  expect(reason(own, toOne(values), 'no-persona')).not.toContain('Not compared')
})

it('tells what profiles are chosen apart, attribute by attribute', () => {
  const question = oneOfEach.find(({ type }) => type === 'conjoint')!
  const next = createStream('profiles')
  const choices = (isCheap: number) =>
    Array.from({ length: SIZE }, () =>
      Array.from({ length: 6 }, () => ({
        profiles: [
          [0, next() < 0.5 ? 0 : 1],
          [2, next() < 0.5 ? 0 : 1],
        ],
        chosen: next() < isCheap ? 0 : 1,
      })),
    ) as unknown as AnswerValue[]
  const of = (isCheap: number) =>
    toldOf(question, toOne(choices(0.5), { shared: true }), toOne(choices(isCheap)), 'no-persona')
  expect(of(0.5)).toMatchObject({ basis: 'shares', verdict: 'alike' })
  expect(of(0.8)).toMatchObject({ verdict: 'differs' })
})

it('compares the fields of a form that have few values or a number', () => {
  const question = oneOfEach.find(({ type }) => type === 'json')!
  const next = createStream('fields')
  const forms = (isA: number) =>
    Array.from({ length: 150 }, () => ({
      choice: next() < isA ? 'a' : 'b',
      count: 1 + Math.floor(9 * next()),
      words: 'different each time',
    }))
  const of = (isA: number) => toldOf(question, toOne(forms(0.5)), toOne(forms(isA)), 'no-persona')
  expect(of(0.5)).toMatchObject({ basis: 'shares', verdict: 'alike' })
  expect(of(0.9)).toMatchObject({ verdict: 'differs' })
})

/** Points on the sphere about one of two middles. */
function words(next: () => number, isSecond: number): Float32Array[] {
  return Array.from({ length: SIZE }, () => {
    const second = next() < isSecond
    const point = Float32Array.from(
      { length: 24 },
      (_, k) => (next() - 0.5) * 0.6 + Number(k === Number(second)),
    )
    const length = Math.hypot(...point)
    return point.map((value) => value / length)
  })
}

it('tells open answers apart by what they mean', () => {
  const question = oneOfEach.find(({ type }) => type === 'open')!
  const counts = {
    0.5: { alike: 0, differs: 0, unclear: 0 },
    0.9: { alike: 0, differs: 0, unclear: 0 },
  }
  const silent = Array.from({ length: SIZE }, () => '')
  for (const share of [0.5, 0.9] as const)
    for (let run = 0; run < RUNS; run++) {
      const next = createStream('words', share, run)
      const study = toOne(silent, { shared: true, vectors: words(next, 0.5) })
      const arm = toOne(silent, { vectors: words(next, share) })
      const {
        verdict,
        basis,
        questions: [first],
      } = toldOf(question, study, arm, 'no-persona')
      counts[share][verdict] += 1
      expect(basis).toBe('meaning')
      expect(first!.sentence).toMatch(/apart in meaning, where chance alone makes it/)
    }
  // oxlint-disable-next-line no-console -- as above
  console.log(`open answers, ${RUNS} runs of ${SIZE} + ${SIZE}:`, counts)
  expect(counts[0.5].differs).toBeLessThanOrEqual(5)
  expect(counts[0.9].alike).toBe(0)
  expect(counts[0.9].differs).toBeGreaterThan(RUNS / 2)
})

it('sees more where the same personas answer alike on both sides', () => {
  const question = Question.parse({ id: 'q', type: 'yesno', text: 'Would you?' })
  const power = (shared: boolean) => {
    const next = createStream('paired')
    const own = Array.from({ length: SIZE }, () => (next() < 0.5 ? 'yes' : 'no'))
    const again = own.map((value) => (next() < 0.8 ? value : value === 'yes' ? 'no' : 'yes'))
    const study = toOne(own, { shared: true })
    const arm = toOne(again, { shared })
    return toldOf(question, study, arm, 'demographics-only').overall!.power
  }
  expect(power(true)).toBeGreaterThan(power(false) + 0.1)
})

it('says how often it would see that nothing is added, and how many tasks would do', () => {
  const next = createStream('small')
  const some = () => Array.from({ length: SIZE / 4 }, () => 1 + Math.floor(5 * next()))
  const question = Question.parse({ id: 'q', type: 'likert', text: 'Fine?' })
  const { verdict, sentence, overall } = toldOf(
    question,
    toOne(some()),
    toOne(some()),
    'no-persona',
  )
  expect(verdict).toBe('unclear')
  expect(overall!.power).toBeLessThan(0.6)
  expect(sentence).toMatch(
    /^Too few answers to tell the personas from the bare model \(.+\)\. Personas that add nothing would be seen as such in \d+ % of runs like this one/,
  )
})
