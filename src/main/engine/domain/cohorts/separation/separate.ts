import type {
  CohortSeparation,
  SeparatedQuestion,
} from '../../../../../shared/contract/cohort-analysis.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import { restatesFields } from '../../evidence/restates.ts'
import { holm } from '../../statistics/holm.ts'
import { distanceBetween, toLevels } from './answer-distance.ts'
import { partsOf } from './answer-parts.ts'
import { answerDistances, energyOf, type Scored } from './energy.ts'
import { permutationTests, type Tested } from './permute.ts'
import { overallSentence, questionSentence } from './separation-sentences.ts'

/** Valid answers of one person by question. */
export type PersonAnswers = ReadonlyMap<string, AnswerValue>

export type SeparationInput = {
  readonly questions: readonly Question[]
  /** Of this cohort and of its neighbour. */
  readonly names: readonly [string, string]
  readonly answers: readonly [readonly PersonAnswers[], readonly PersonAnswers[]]
  /** Fields that the criteria of either name. */
  readonly definingFields: readonly string[]
  readonly randomSeed: number
}
export type Separation = Pick<
  CohortSeparation,
  'energy' | 'p' | 'verdict' | 'sentence' | 'questions'
>

/** Fewer who answered of either cohort: no split of them is rare. */
export const LEAST_PEOPLE = 5
const ALPHA = 0.05

/**
 * Whether two cohorts answer apart: overall by the energy statistic over all questions that do not
 * ask for what defines them, which alone decides; and question by question, p adjusted over the
 * questions (Holm 1979). Pauses after each of the random splits.
 */
export function* separate(input: SeparationInput): Generator<void, Separation> {
  const everybody = [...input.answers[0], ...input.answers[1]]
  const isFirst = Uint8Array.from(everybody, (_, i) => Number(i < input.answers[0].length))
  const asked = input.questions.map((question) => scored(question, everybody, input))
  const counted = asked.filter(({ isCompared }) => isCompared)
  const overall = comparable(counted, isFirst)
  const tooFew = Math.min(...overall.sizes) < LEAST_PEOPLE
  const distances = yield* answerDistances(
    counted.map(({ parts }) => parts.map((part) => only(part, overall.places))),
    overall.places.length,
  )
  const statistics = asked.map(({ statistic }) => statistic)
  const questionTests = yield* permutationTests(isFirst, statistics, input.randomSeed)
  const [energy] = tooFew
    ? []
    : yield* permutationTests(
        Uint8Array.from(overall.places, (i) => isFirst[i]!),
        [(split) => energyOf(distances, split)],
        input.randomSeed,
      )
  const adjusted = holm(
    asked.map(({ isCompared, n }, i) =>
      isCompared && Math.min(...n) >= LEAST_PEOPLE ? questionTests[i]!.p : Number.NaN,
    ),
  )
  const questions = asked.map((one, i) => report(one, questionTests[i]!, adjusted[i]!))
  const verdict = energy ? (energy.p <= ALPHA ? 'apart' : 'not_told_apart') : 'too_few'
  return {
    energy: energy?.observed ?? null,
    p: energy?.p ?? null,
    verdict,
    sentence: overallSentence(verdict, {
      names: input.names,
      sizes: overall.sizes,
      test: energy,
      apart: questions.filter(({ p }) => p !== null && p <= ALPHA).length,
      compared: counted.length,
    }),
    questions: questions.toSorted((a, b) => beyondFloor(b) - beyondFloor(a)),
  }
}

type Asked = {
  readonly question: Question
  readonly parts: readonly Scored[]
  /** Who gave a valid answer, of either cohort. */
  readonly n: [number, number]
  readonly byConstruction: boolean
  /** Whether it counts for telling the cohorts apart. */
  readonly isCompared: boolean
  readonly statistic: (isFirst: Uint8Array) => number
}

function scored(
  question: Question,
  everybody: readonly PersonAnswers[],
  { answers, definingFields }: SeparationInput,
): Asked {
  const parts = partsOf(question).map((part) => {
    const values = Float64Array.from(everybody, (given) => {
      const answer = given.get(question.id)
      return answer === undefined ? Number.NaN : part.valueOf(answer)
    })
    return { part, values }
  })
  const levels = parts.map(({ part, values }) => toLevels(part, values))
  const byConstruction = restatesFields(question, definingFields)
  const answered = (given: readonly PersonAnswers[]) =>
    given.filter((one) => one.has(question.id)).length
  return {
    question,
    parts: parts.map(({ part, values }) => ({
      isNominal: part.kind === 'nominal',
      range: part.kind === 'ranked' ? spanOf(values) : part.range,
      values,
    })),
    n: [answered(answers[0]), answered(answers[1])],
    byConstruction,
    isCompared: parts.length > 0 && !byConstruction,
    statistic: (isFirst) => meanOf(levels.map((part) => distanceBetween(part, isFirst))),
  }
}

/** People who answered something that is compared. */
function comparable(counted: readonly Asked[], isFirst: Uint8Array) {
  const says = (i: number) =>
    counted.some(({ parts }) => parts.some(({ values }) => !Number.isNaN(values[i]!)))
  const places = [...isFirst.keys()].filter(says)
  const first = places.filter((i) => isFirst[i] === 1).length
  return { places, sizes: [first, places.length - first] as const }
}

function only(part: Scored, places: readonly number[]): Scored {
  return { ...part, values: Float64Array.from(places, (i) => part.values[i]!) }
}

function report(
  { question, n, byConstruction, parts }: Asked,
  { observed, floor }: Tested,
  p: number,
): SeparatedQuestion {
  const found = {
    questionId: question.id,
    text: question.text,
    n,
    distance: orNull(observed),
    floor: orNull(floor),
    p: orNull(p),
    byConstruction,
  }
  return { ...found, sentence: questionSentence(found, parts.length > 0) }
}

function beyondFloor({ distance, floor, byConstruction }: SeparatedQuestion): number {
  if (distance === null) return -2
  return byConstruction ? -1 : distance - (floor ?? 0)
}

function spanOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.length === 0 ? 0 : Math.max(...known) - Math.min(...known)
}

function meanOf(distances: readonly number[]): number {
  const known = distances.filter((distance) => !Number.isNaN(distance))
  return known.length === 0 ? Number.NaN : known.reduce((a, b) => a + b, 0) / known.length
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
