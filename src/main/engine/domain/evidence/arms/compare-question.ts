import type { ArmBasis, ArmQuestion } from '../../../../../shared/contract/arm-evidence.ts'
import type { ArmName } from '../../../../../shared/contract/arms.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { validOf, type Answers } from '../answer-vectors.ts'
import { domainEstimates, hasTooFew, SUPPRESSED_BELOW_N } from '../estimates.ts'
import { asIndependent, sampleOf } from './category-samples.ts'
import {
  modalOf,
  spreadOf,
  type AnswerTable,
  type Spread,
  type StudyFacet,
} from './compare-samples.ts'
import { testDistance, type DistanceTest } from './distance-test.ts'
import { drawDistances, meanOfDraws, type DistanceDraws } from './draw-distances.ts'
import { ARM_MARGIN } from './margin.ts'
import { drawOpenDistances, type OpenSample } from './open-distances.ts'

/** One question's answers held against those of an arm. */
export type Compared = {
  readonly base: Pick<ArmQuestion, 'questionId' | 'n' | 'armN' | 'estimates'>
  /** Null: not compared, and `reason` says why. */
  readonly basis: ArmBasis | null
  readonly reason: string
  readonly draws: DistanceDraws | undefined
  readonly test: DistanceTest | undefined
  readonly spread: Spread | undefined
  readonly modal: ArmQuestion['modal']
}

type Asked = { readonly question: Question; readonly facets: readonly StudyFacet[] }

export function compareQuestion(
  study: AnswerTable,
  arm: AnswerTable & { readonly arm: ArmName },
  asked: Asked,
): Compared {
  const { question } = asked
  const { design } = arm
  const own = study.answers[question.id] ?? []
  const other = arm.answers[question.id] ?? []
  const everybody = new Uint8Array(design.unit.length).fill(1)
  const base = {
    questionId: question.id,
    n: countValid(own),
    armN: countValid(other),
    estimates: domainEstimates(design, question, other, everybody),
  }
  if (hasTooFew(study.design, validOf(own)))
    return nothing(base, `fewer than ${SUPPRESSED_BELOW_N} personas answered`)
  if (hasTooFew(design, validOf(other)))
    return nothing(
      base,
      `fewer than ${SUPPRESSED_BELOW_N} ${arm.arm === 'no-persona' ? 'answers' : 'personas answered'} in the arm`,
    )
  return question.type === 'open'
    ? { base, ...compareWords(study, arm, question.id) }
    : { base, ...compareShares(study, arm, asked) }
}

type Outcome = Omit<Compared, 'base'>

function compareShares(
  study: AnswerTable,
  { arm, design, answers }: AnswerTable & { readonly arm: ArmName },
  { question, facets }: Asked,
): Outcome {
  const pairs = facets.flatMap(({ facet, sample: own }) => {
    const other = sampleOf(design, answers[question.id] ?? [], facet)
    if (!other) return []
    const [a, b] =
      arm === 'no-persona' ? [own, other] : asIndependent([own, other], [study.design, design])
    return [{ facet, a, b }]
  })
  if (pairs.length === 0) return without('its fields are words, or nobody filled them')
  const draws = meanOfDraws(
    pairs.map(({ facet, a, b }) =>
      drawDistances(a, b, { margin: ARM_MARGIN, seed: `${arm} ${question.id} ${facet.name}` }),
    ),
  )
  const [first] = pairs
  const isOne = pairs.length === 1
  return {
    basis: 'shares',
    reason: '',
    draws,
    test: testDistance(draws),
    spread: isOne ? spreadOf(first!.a, first!.b, first!.facet.scores) : undefined,
    modal:
      isOne && first!.facet.isAnswer
        ? modalOf(study, study.answers[question.id] ?? [], first!)
        : null,
  }
}

function compareWords(
  study: AnswerTable,
  arm: AnswerTable & { readonly arm: ArmName },
  questionId: string,
): Outcome {
  const draws = drawOpenDistances(openSample(study, questionId), openSample(arm, questionId), {
    margin: ARM_MARGIN,
    seed: `${arm.arm} ${questionId}`,
  })
  if (!draws) return without('too few of the words could be placed by their meaning')
  return {
    basis: 'meaning',
    reason: '',
    draws,
    test: testDistance(draws),
    spread: undefined,
    modal: null,
  }
}

function openSample({ design, vectors }: AnswerTable, questionId: string): OpenSample {
  const placed = (vectors[questionId] ?? []).flatMap((vector, row) =>
    vector ? [{ vector, weight: design.weight[row]!, unit: design.unit[row]! }] : [],
  )
  return {
    vectors: placed.map(({ vector }) => vector),
    weight: placed.map(({ weight }) => weight),
    unit: placed.map(({ unit }) => unit),
  }
}

function nothing(base: Compared['base'], reason: string): Compared {
  return { base, ...without(reason) }
}

function without(reason: string): Outcome {
  return {
    basis: null,
    reason,
    draws: undefined,
    test: undefined,
    spread: undefined,
    modal: null,
  }
}

function countValid(answers: Answers): number {
  return answers.reduce((sum, answer) => sum + Number(answer?.status === 'valid'), 0)
}
