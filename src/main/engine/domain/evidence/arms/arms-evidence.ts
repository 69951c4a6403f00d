import type {
  ArmDistance,
  ArmEvidence,
  ArmQuestion,
  ArmVerdict,
} from '../../../../../shared/contract/arm-evidence.ts'
import type { ArmName } from '../../../../../shared/contract/arms.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { holm } from '../../statistics/holm.ts'
import type { Answers } from '../answer-vectors.ts'
import { domainEstimates, SUPPRESSED_BELOW_N } from '../estimates.ts'
import { sampleOf } from './category-samples.ts'
import {
  modalOf,
  spreadOf,
  studyFacets,
  type AnswerTable,
  type Spread,
  type StudyFacet,
} from './compare-samples.ts'
import { drawDistances, meanOfDraws, testDistance, type DistanceDraws } from './distance-test.ts'
import { armSentence, questionSentence } from './words.ts'

/** Distance under which two distributions count as the same. Ours. */
export const ARM_MARGIN = 0.15
const ALPHA = 0.05

export type ArmsInput = {
  readonly questions: readonly Question[]
  readonly study: AnswerTable
  readonly arms: readonly (AnswerTable & { readonly arm: ArmName })[]
  readonly provisional: boolean
  readonly rehearsal: boolean
}

/** What the arms say about the study, which they leave as it is. Pure. */
export function armsEvidence(input: ArmsInput): ArmEvidence[] {
  const asked = input.questions.map((question) => ({
    question,
    facets: studyFacets(question, input.study, input.arms),
  }))
  return input.arms.map((arm) => {
    const compared = asked.map((one) => compareQuestion(input, arm, one))
    const adjusted = holm(
      compared.flatMap(({ test, spread }) => [test?.p ?? Number.NaN, spread?.p ?? Number.NaN]),
    )
    const questions = compared.map((one, i) =>
      questionEvidence(input, arm.arm, one, smaller(adjusted[2 * i]!, adjusted[2 * i + 1]!)),
    )
    const draws = compared.flatMap(({ draws: own }) => (own ? [own] : []))
    const test = draws.length > 0 ? testDistance(meanOfDraws(draws)) : undefined
    const least = adjusted.reduce((sum, p) => (p < sum ? p : sum), 1)
    const verdict = input.provisional ? 'unclear' : verdictOf(test, least)
    const overall = test ? distanceOf(test, input.provisional) : null
    return {
      arm: arm.arm,
      tasks: arm.design.unit.length,
      questions,
      overall,
      margin: ARM_MARGIN,
      verdict,
      sentence: armSentence({ ...input, arm: arm.arm, verdict, distance: overall }),
    }
  })
}

type Test = ReturnType<typeof testDistance>

/**
 * A difference comes first; where there is none to be seen, sameness has to be shown, too. One
 * question that differs and a distance over all questions are two ways to be wrong: half of the 5 %
 * each.
 */
function verdictOf(test: Test | undefined, least: number): ArmVerdict {
  if (!test) return 'unclear'
  if (Math.min(test.p, least) < ALPHA / 2) return 'differs'
  return test.pWithin < ALPHA ? 'alike' : 'unclear'
}

type Compared = {
  readonly base: Pick<ArmQuestion, 'questionId' | 'n' | 'armN' | 'estimates'>
  readonly draws: DistanceDraws | undefined
  readonly test: Test | undefined
  readonly spread: Spread | undefined
  readonly modal: ArmQuestion['modal']
}

function compareQuestion(
  { study }: ArmsInput,
  { arm, design, answers }: ArmsInput['arms'][number],
  { question, facets: known }: { question: Question; facets: readonly StudyFacet[] },
): Compared {
  const own = study.answers[question.id] ?? []
  const other = answers[question.id] ?? []
  const everybody = new Uint8Array(design.unit.length).fill(1)
  const base = {
    questionId: question.id,
    n: countValid(own),
    armN: countValid(other),
    estimates: domainEstimates(design, question, other, everybody),
  }
  const nothing = { base, draws: undefined, test: undefined, spread: undefined, modal: null }
  if (base.n < SUPPRESSED_BELOW_N || base.armN < SUPPRESSED_BELOW_N) return nothing
  const pairs = known.flatMap(({ facet, sample: a }) => {
    const b = sampleOf(design, other, facet)
    return b ? [{ facet, a, b }] : []
  })
  if (pairs.length === 0) return nothing
  const draws = meanOfDraws(
    pairs.map(({ facet, a, b }) =>
      drawDistances(a, b, { margin: ARM_MARGIN, seed: `${arm} ${question.id} ${facet.name}` }),
    ),
  )
  const [first] = pairs
  const isOne = pairs.length === 1
  return {
    base,
    draws,
    test: testDistance(draws),
    spread: isOne ? spreadOf(first!.a, first!.b, first!.facet.scores) : undefined,
    modal: isOne && first!.facet.isAnswer ? modalOf(study, own, first!) : null,
  }
}

function questionEvidence(
  { provisional, rehearsal }: ArmsInput,
  arm: ArmName,
  { base, test, spread, modal }: Compared,
  pAdjusted: number | null,
): ArmQuestion {
  const isFound = pAdjusted !== null && pAdjusted < ALPHA
  const verdict = provisional
    ? 'unclear'
    : isFound
      ? 'differs'
      : test && test.pWithin < ALPHA
        ? 'alike'
        : 'unclear'
  const distance = test ? distanceOf(test, provisional) : null
  const ratio = spread?.ratio ?? null
  return {
    ...base,
    distance,
    spread: spread ? { ...spread, p: provisional ? null : spread.p } : null,
    modal,
    pAdjusted: provisional ? null : pAdjusted,
    verdict,
    sentence: questionSentence({ arm, verdict, distance, provisional, rehearsal }, ratio),
  }
}

function distanceOf({ distance, floor, p, pWithin }: Test, provisional: boolean): ArmDistance {
  return {
    distance,
    floor,
    p: provisional ? null : p,
    pWithin: provisional ? null : pWithin,
  }
}

function smaller(a: number, b: number): number | null {
  const known = [a, b].filter((p) => !Number.isNaN(p))
  return known.length === 0 ? null : Math.min(...known)
}

function countValid(answers: Answers): number {
  return answers.reduce((sum, answer) => sum + Number(answer?.status === 'valid'), 0)
}
