import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import type { EvidenceWarning, QuestionEvidence } from '../../../../../shared/contract/evidence.ts'
import { holm } from '../../statistics/holm.ts'
import { decimal, percent } from '../words.ts'
import { collapseBase, oneAnswer } from './one-answer.ts'
import { FALSE_ALARMS, tasksFound, toWarning, type Look } from './warning.ts'

/** Variance ratios below this are not those of people (domain: .67 to 1.5 is equivalent). */
const COLLAPSED_BY_AUTHOR = 0.67
/** Of a scale whose points are all as likely, r_wg .60 (James, Demaree & Wolf 1984): ours. */
const COLLAPSED_BY_SCALE = 0.4
/** Krippendorff (2004) draws no conclusions below .667; this is far below. */
const POOR_RETEST = 0.4
const LEAST_UNITS = 30
/** Personas that explain less than this of an answer might as well be one. */
const NO_PERSONA = 0.1

/** Answers more alike than people's: collapsed spread, or personas that make no difference. */
export function alikeWarnings(look: Look): EvidenceWarning[] {
  const { questions, input } = look
  const collapsed = surelyBelow(questions, ({ quality: { homogeneity } }) => ({
    estimate: log(homogeneity.varianceRatio),
    upper: log(homogeneity.varianceRatioUpper),
    limit: Math.log(
      homogeneity.expectedFrom === 'declared' ? COLLAPSED_BY_AUTHOR : COLLAPSED_BY_SCALE,
    ),
  }))
  const personless = surelyBelow(questions, ({ quality: { homogeneity } }) => ({
    estimate: homogeneity.betweenShare,
    upper: homogeneity.betweenUpper,
    limit: NO_PERSONA,
  }))
  const unstable = surelyBelow(questions, ({ quality: { retest } }) => ({
    estimate: retest.iccUpper === null ? retest.alpha : retest.icc,
    upper: retest.units < LEAST_UNITS ? null : (retest.iccUpper ?? retest.alphaUpper),
    limit: POOR_RETEST,
  }))
  return questions.flatMap((evidence) => {
    const question = input.questions.find(({ id }) => id === evidence.questionId)!
    return [
      ...(collapsed.has(evidence) ? [collapse(evidence)] : oneAnswer(look, evidence, question)),
      // Where personas make no difference, asking again cannot give the same.
      ...(personless.has(evidence)
        ? [noDifference(evidence)]
        : unstable.has(evidence)
          ? [poorRetest(evidence)]
          : []),
    ]
  })
}

type Bound = {
  readonly estimate: number | null
  /** Of a 95 % interval. */
  readonly upper: number | null
  readonly limit: number
}

/** Questions whose number is below a limit beyond doubt: Holm over those that have the number. */
function surelyBelow(
  questions: readonly QuestionEvidence[],
  boundOf: (question: QuestionEvidence) => Bound,
): ReadonlySet<QuestionEvidence> {
  const tested = questions.flatMap((question) => {
    const { estimate, upper, limit } = boundOf(question)
    if (estimate === null || upper === null) return []
    const error = (upper - estimate) / normalQuantile(0.975, 0, 1)
    const z = error > 0 ? (estimate - limit) / error : Math.sign(estimate - limit) * Infinity
    return [{ question, p: normalCdf(z, 0, 1) }]
  })
  const adjusted = holm(tested.map(({ p }) => p))
  return new Set(
    tested.filter((_, i) => adjusted[i]! < FALSE_ALARMS).map(({ question }) => question),
  )
}

function log(ratio: number | null): number | null {
  return ratio === null ? null : Math.log(ratio)
}

function collapse({ questionId, overall, quality }: QuestionEvidence): EvidenceWarning {
  const { expectedFrom, varianceRatio, varianceRatioUpper, variance, expectedVariance } =
    quality.homogeneity
  return toWarning({
    ...collapseBase,
    questionId,
    title: 'Answers are more alike than people’s usually are',
    what: `The answers have ${percent(varianceRatio!)} of the variance ${expectedFrom === 'declared' ? 'that the question’s author expects of people' : 'of a scale on which every point is as likely'}.`,
    means:
      'Language models tend to give the typical answer. Means may be fair; shares at the ends, differences and intervals are then too small.',
    numbers: [
      { label: 'Variance', value: variance!, kind: 'number' },
      { label: 'Expected', value: expectedVariance!, kind: 'number' },
      { label: 'Ratio', value: varianceRatio!, kind: 'number' },
      { label: 'Ratio at most (95 %)', value: varianceRatioUpper!, kind: 'number' },
    ],
    tasks: tasksFound({ questionId, value: '__valid' }, overall.n),
  })
}

function noDifference({ questionId, quality, type, overall }: QuestionEvidence): EvidenceWarning {
  const { betweenShare, betweenUpper, similarityBetween, similarityWithin } = quality.homogeneity
  return toWarning({
    code: 'personas_alike',
    severity: 'warning',
    questionId,
    title: 'Personas make hardly any difference',
    what:
      type === 'open'
        ? `Two personas answer about as alike as one persona asked twice (similarity ${decimal(similarityBetween!)} against ${decimal(similarityWithin!)}).`
        : `${percent(Math.max(0, betweenShare!))} of the variance lies between personas; the rest is chance from one time to the next.`,
    means:
      'Who is asked hardly shows in the answer, so differences between groups cannot show either.',
    todo: 'Look at a prompt: is what matters for the question in the personas? Run the arm without personas beside it.',
    numbers: [
      { label: 'Between personas', value: betweenShare!, kind: 'share' },
      { label: 'At most (95 %)', value: betweenUpper!, kind: 'share' },
    ],
    tasks: tasksFound({ questionId, value: '__valid' }, overall.n),
  })
}

function poorRetest({ questionId, quality, overall }: QuestionEvidence): EvidenceWarning {
  const { icc, iccUpper, alpha, units } = quality.retest
  const mayBeNobody = (quality.homogeneity.betweenLower ?? 1) <= 0
  return toWarning({
    code: 'poor_retest',
    severity: 'warning',
    questionId,
    title: 'Asked again, many answer otherwise',
    what: `Agreement of a persona with itself is ${decimal((iccUpper === null ? alpha : icc)!)} (1 would be the same answer every time).`,
    means: `One answer per persona is mostly chance. Means of many are fair, but no single persona should be quoted on it.${mayBeNobody ? ' It cannot be told from personas that make no difference at all.' : ''}`,
    todo: 'Run more replicates, make the question more concrete, or lower the temperature.',
    numbers: [
      ...(icc === null ? [] : [{ label: 'ICC(1,1)', value: icc, kind: 'number' as const }]),
      ...(alpha === null
        ? []
        : [{ label: 'Krippendorff’s α', value: alpha, kind: 'number' as const }]),
      { label: 'Personas asked twice or more', value: units, kind: 'count' },
    ],
    tasks: tasksFound({ questionId, value: '__valid' }, overall.n),
  })
}
