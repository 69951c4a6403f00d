import { expect, it } from 'vitest'
import type { ArmVerdict } from '../../../../../shared/contract/arm-evidence.ts'
import { Question } from '../../../../../shared/contract/questions.ts'
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
      arms: [{ arm: 'no-persona', ...answered(next, 0) }],
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
    arms: [{ arm: 'demographics-only', ...answered(next, 0) }],
    provisional: true,
    rehearsal: true,
  })
  expect(evidence).toMatchObject({ verdict: 'unclear', overall: { p: null, pWithin: null } })
  expect(evidence!.sentence).toMatch(/^Rehearsal: So far .+ nothing is concluded/)
  for (const { pAdjusted, spread } of evidence!.questions)
    expect([pAdjusted, spread!.p]).toEqual([null, null])
})

it('compares every type that has a distribution, and says so of the others', () => {
  const all = oneOfEach.map((question, i) => Question.parse({ ...question, id: `q${i}` }))
  const empty = {
    design: { unit: new Int32Array(0), stratum: new Int32Array(0), weight: new Float64Array(0) },
    answers: {},
  }
  const [evidence] = armsEvidence({
    questions: all,
    study: empty,
    arms: [{ arm: 'no-persona', ...empty }],
    provisional: false,
    rehearsal: false,
  })
  expect(evidence).toMatchObject({ overall: null, verdict: 'unclear', tasks: 0 })
  for (const { sentence } of evidence!.questions) expect(sentence).toMatch(/^Not compared/)
})
