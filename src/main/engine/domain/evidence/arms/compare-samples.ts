import type { ArmQuestion } from '../../../../../shared/contract/arm-evidence.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import type { SurveyDesign } from '../../statistics/design.ts'
import { shareEstimate } from '../../statistics/share.ts'
import { brownForsythe } from '../../validation/brown-forsythe.ts'
import { varianceOf, type CategorySample } from '../../validation/category-sample.ts'
import { varianceTest } from '../../validation/equivalence.ts'
import type { Answers } from '../answer-vectors.ts'
import { toEstimate } from '../estimates.ts'
import { categoriesOf, sampleOf, type ArmSample } from './category-samples.ts'
import { facetsOf, type Facet } from './facets.ts'

/** Answers of the study, or of an arm beside it: one row per answered task. */
export type AnswerTable = {
  readonly design: SurveyDesign
  /** By question id. */
  readonly answers: Readonly<Record<string, Answers>>
  /** By open question, per row: the embedding of the answer, undefined where there is none. */
  readonly vectors: Readonly<Record<string, readonly (Float32Array | undefined)[]>>
}

/** What a question asks for, with the study's answers to it. */
export type StudyFacet = { readonly facet: Facet; readonly sample: ArmSample }

export type Spread = {
  readonly ratio: number
  readonly lower: number
  readonly upper: number
  readonly p: number
}

/** The same for every arm: the bins of a number are those of all its answers, wherever given. */
export function studyFacets(
  question: Question,
  study: AnswerTable,
  arms: readonly AnswerTable[],
): StudyFacet[] {
  const own = study.answers[question.id] ?? []
  const seen = [study, ...arms].flatMap(({ answers }) =>
    (answers[question.id] ?? []).flatMap((one) =>
      one?.status === 'valid' && one.value !== null ? [one.value] : [],
    ),
  )
  return facetsOf(question, seen).flatMap((facet) => {
    const sample = sampleOf(study.design, own, facet)
    return sample ? [{ facet, sample }] : []
  })
}

/** Variance of the study over that of the arm. */
export function spreadOf(
  a: CategorySample,
  b: CategorySample,
  scores: readonly number[] | null,
): Spread | undefined {
  if (!scores || !(varianceOf(b, scores) > 0)) return undefined
  const test = varianceTest(b, a, { scores, margin: [0.67, 1.5] })
  if (!test) return undefined
  const { estimate: ratio, lower, upper } = test
  return { ratio, lower, upper, p: brownForsythe(a, b, scores).p }
}

/** The arm’s most frequent answer, and how many of the study give it. */
export function modalOf(
  study: AnswerTable,
  answers: Answers,
  { facet, b }: { readonly facet: Facet; readonly b: CategorySample },
): ArmQuestion['modal'] {
  const most = Math.max(...b.shares)
  const at = b.shares.indexOf(most)
  const categories = categoriesOf(answers, facet)
  const isSame = Uint8Array.from(categories, (category) => Number(category === at))
  const domain = Uint8Array.from(categories, (category) => Number(category !== -1))
  return {
    value: facet.values[at]!,
    label: facet.labels[at]!,
    armShare: most,
    share: toEstimate(shareEstimate(study.design, isSame, domain)),
  }
}
