import type { DomainEstimates } from '../../../../../shared/contract/evidence.ts'
import type {
  EvidenceQuality,
  QuestionQuality,
} from '../../../../../shared/contract/evidence-quality.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import type { SurveyDesign } from '../../statistics/design.ts'
import type { EvidenceInput } from '../evidence-input.ts'
import { answeredShare } from './bounds.ts'
import { duplicatesOf } from './duplicates.ts'
import { homogeneityOf } from './homogeneity.ts'
import { retestOf } from './retest.ts'

/** How far the answers to one question can be relied on, apart from what they say. */
export function questionQuality(
  input: EvidenceInput,
  design: SurveyDesign,
  question: Question,
): QuestionQuality {
  const answers = input.answers[question.id] ?? []
  const everyone = new Uint8Array(input.rows.length).fill(1)
  const share = answeredShare(design, answers, everyone)
  const retest = retestOf(input, question)
  const duplicates = question.type === 'open' ? duplicatesOf(input, question.id).quality : null
  return {
    asked: answers.reduce((sum, answer) => sum + (answer ? 1 : 0), 0),
    answeredShare: Number.isNaN(share) ? null : share,
    retest,
    homogeneity: homogeneityOf({ input, design }, question, retest),
    duplicates,
  }
}

type Assessed = { readonly overall: DomainEstimates; readonly quality: QuestionQuality }

/** The same for the run as a whole: its answers, and what its personas make of them. */
export function runQuality(
  input: EvidenceInput,
  questions: readonly Assessed[],
  batteries: EvidenceQuality['batteries'],
): EvidenceQuality {
  const count = (pick: (overall: DomainEstimates) => number) =>
    questions.reduce((sum, { overall }) => sum + pick(overall), 0)
  const contradictions = input.process?.contradictions
  const [valid, dontKnow, refused, invalid] = [
    count(({ n }) => n),
    count((overall) => overall.dontKnow),
    count((overall) => overall.refused),
    count((overall) => overall.invalid),
  ] as const
  const duplicates = questions.flatMap(({ quality }) => quality.duplicates ?? [])
  const looked = duplicates.reduce((sum, one) => sum + one.looked, 0)
  const shares = questions.flatMap(({ quality }) => quality.homogeneity.betweenShare ?? [])
  return {
    personas: new Set(input.rows.map(({ unit }) => unit)).size,
    answers: valid + dontKnow + refused + invalid,
    valid,
    dontKnow,
    refused,
    invalid,
    batteries,
    contradictions: contradictions
      ? { checked: contradictions.checked, found: contradictions.found.length }
      : null,
    betweenShare: shares.length === 0 ? null : shares.reduce((a, b) => a + b, 0) / shares.length,
    duplicateShare:
      looked === 0
        ? null
        : duplicates.reduce((sum, one) => sum + one.share * one.looked, 0) / looked,
  }
}
