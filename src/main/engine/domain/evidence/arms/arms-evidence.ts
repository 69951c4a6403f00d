import type {
  ArmBasis,
  ArmDistance,
  ArmEvidence,
  ArmQuestion,
  ArmVerdict,
} from '../../../../../shared/contract/arm-evidence.ts'
import type { ArmName } from '../../../../../shared/contract/arms.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { holm } from '../../statistics/holm.ts'
import { compareQuestion, type Compared } from './compare-question.ts'
import { studyFacets, type AnswerTable } from './compare-samples.ts'
import { answersFor, testDistance, type DistanceTest } from './distance-test.ts'
import { meanOfDraws } from './draw-distances.ts'
import { ARM_MARGIN } from './margin.ts'
import { armSentence, questionSentence } from './words.ts'

const ALPHA = 0.05
/** Four times in five is what studies are planned for (Cohen 1988). */
const WANTED_POWER = 0.8

export type Arm = AnswerTable & {
  readonly arm: ArmName
  /** Tasks that failed, and all that were planned. */
  readonly failed: number
  readonly planned: number
  /** Not all of its tasks are over. */
  readonly provisional: boolean
}

export type ArmsInput = {
  readonly questions: readonly Question[]
  readonly study: AnswerTable
  readonly arms: readonly Arm[]
  /** The study itself is not finished. */
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
    const told = {
      arm: arm.arm,
      provisional: input.provisional || arm.provisional,
      rehearsal: input.rehearsal,
    }
    const compared = asked.map((one) => compareQuestion(input.study, arm, one))
    const adjusted = holm(
      compared.flatMap(({ test, spread }) => [test?.p ?? Number.NaN, spread?.p ?? Number.NaN]),
    )
    const questions = compared.map((one, i) =>
      questionEvidence(told, one, smaller(adjusted[2 * i]!, adjusted[2 * i + 1]!)),
    )
    const least = adjusted.reduce((sum, p) => (p < sum ? p : sum), 1)
    const { basis, test, times } = overallOf(compared)
    const verdict = told.provisional ? 'unclear' : verdictOf(test, least)
    const overall = test ? distanceOf(test, told.provisional) : null
    const { failed, planned } = arm
    const tasks = arm.design.unit.length
    const tasksNeeded =
      times === null ? null : armTasks(input.study.design.unit.length, tasks, times)
    const counts = { tasks, failed, planned, tasksNeeded }
    return {
      ...told,
      ...counts,
      questions,
      overall,
      basis,
      margin: ARM_MARGIN,
      verdict,
      sentence: armSentence({ ...told, ...counts, basis, verdict, distance: overall }),
    }
  })
}

type Overall = {
  readonly basis: ArmBasis | null
  readonly test: DistanceTest | undefined
  /** Times as many answers on both sides to see sameness. */
  readonly times: number | null
}

/** Words and shares are no one distance: that of words counts only where there is no other. */
function overallOf(compared: readonly Compared[]): Overall {
  const of = (basis: ArmBasis) =>
    compared.flatMap((one) => (one.draws && one.basis === basis ? [one.draws] : []))
  const basis = (['shares', 'meaning'] as const).find((one) => of(one).length > 0)
  if (!basis) return { basis: null, test: undefined, times: null }
  const draws = meanOfDraws(of(basis))
  return { basis, test: testDistance(draws), times: answersFor(draws, WANTED_POWER) }
}

/** Tasks of an arm that, beside the study as it is, tell as much as so many times both would. */
function armTasks(study: number, arm: number, times: number): number | null {
  const wanted = (1 / study + 1 / arm) / times - 1 / study
  const tasks = Math.ceil(1 / wanted / 10) * 10
  // Above that the study is what is too small.
  return wanted > 0 && tasks <= 10 * arm ? Math.max(arm, tasks) : null
}

/**
 * A difference comes first; where there is none to be seen, sameness has to be shown, too. One
 * question that differs and a distance over all questions are two ways to be wrong: half of the 5 %
 * each.
 */
function verdictOf(test: DistanceTest | undefined, least: number): ArmVerdict {
  if (!test) return 'unclear'
  if (Math.min(test.p, least) < ALPHA / 2) return 'differs'
  return test.pWithin < ALPHA ? 'alike' : 'unclear'
}

type ToldOfAll = {
  readonly arm: ArmName
  readonly provisional: boolean
  readonly rehearsal: boolean
}

function questionEvidence(
  told: ToldOfAll,
  { base, basis, test, spread, modal, reason }: Compared,
  pAdjusted: number | null,
): ArmQuestion {
  const { provisional } = told
  const isFound = pAdjusted !== null && pAdjusted < ALPHA
  const isAlike = test !== undefined && test.pWithin < ALPHA
  const verdict = provisional ? 'unclear' : isFound ? 'differs' : isAlike ? 'alike' : 'unclear'
  const distance = test ? distanceOf(test, provisional) : null
  const ratio = spread?.ratio ?? null
  return {
    ...base,
    basis,
    distance,
    spread: spread ? { ...spread, p: provisional ? null : spread.p } : null,
    modal,
    pAdjusted: provisional ? null : pAdjusted,
    verdict,
    sentence: questionSentence({ ...told, basis, verdict, distance }, ratio, reason),
  }
}

function distanceOf(
  { distance, floor, p, pWithin, power }: DistanceTest,
  provisional: boolean,
): ArmDistance {
  return {
    distance,
    floor,
    p: provisional ? null : p,
    pWithin: provisional ? null : pWithin,
    power,
  }
}

function smaller(a: number, b: number): number | null {
  const known = [a, b].filter((p) => !Number.isNaN(p))
  return known.length === 0 ? null : Math.min(...known)
}
