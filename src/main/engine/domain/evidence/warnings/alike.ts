import type { EvidenceWarning, QuestionEvidence } from '../../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { decimal, percent } from '../words.ts'
import { tasksFound, tasksOf, toWarning, type Look } from './warning.ts'
import type { QualityFound } from '../quality/quality.ts'

/** Variance ratios below this are not those of people (domain: .67 to 1.5 is equivalent). */
const COLLAPSED_BY_AUTHOR = 0.67
/** r_wg of .70, "strong agreement" (James, Demaree & Wolf 1984), is a ratio of .30. */
const COLLAPSED_BY_SCALE = 0.3
/** A choice that nearly everybody makes, unless the author expects about that. */
const NEARLY_ALL = 0.9
const EXPECTED_NEARLY_ALL = 0.8
/** Krippendorff (2004) draws no conclusions below .667; this is far below. */
const POOR_RETEST = 0.4
const LEAST_UNITS = 30
/** Personas that explain less than this of an answer might as well be one. */
const NO_PERSONA = 0.1
const MANY_DUPLICATES = 0.2
const LEAST_LOOKED = 20

/** Answers more alike than people's: collapsed spread, personas that make no difference, one wording. */
export function alikeWarnings(
  look: Look,
  quality: ReadonlyMap<string, QualityFound>,
): EvidenceWarning[] {
  return look.questions.flatMap((evidence) => {
    const question = look.input.questions.find(({ id }) => id === evidence.questionId)!
    const found = quality.get(evidence.questionId)!
    return [
      ...collapse(evidence, question),
      ...noDifference(evidence),
      ...poorRetest(evidence),
      ...duplicates(look, found, evidence.questionId),
    ]
  })
}

function collapse(evidence: QuestionEvidence, question: Question): EvidenceWarning[] {
  const { questionId, overall, quality } = evidence
  const { expectedFrom, varianceRatio, varianceRatioUpper, variance, expectedVariance } =
    quality.homogeneity
  const limit = expectedFrom === 'declared' ? COLLAPSED_BY_AUTHOR : COLLAPSED_BY_SCALE
  const base = {
    code: 'collapsed_spread',
    severity: 'warning' as const,
    questionId,
    title: 'Answers are more alike than people’s',
    todo: 'Ask in the probability or similarity mode beside this one, and validate against a real survey before you rely on the spread.',
    tasks: tasksFound({ questionId, value: '__valid' }, overall.n),
  }
  if (varianceRatio !== null && varianceRatioUpper !== null && varianceRatioUpper < limit)
    return [
      toWarning({
        ...base,
        what: `The answers have ${percent(varianceRatio)} of the variance ${expectedFrom === 'declared' ? 'that the question’s author expects of people' : 'of a scale on which every point is as likely'}.`,
        means:
          'Language models tend to give the typical answer. Means may be fair; shares at the ends, differences and intervals are then too small.',
        numbers: [
          { label: 'Variance', value: variance!, kind: 'number' },
          { label: 'Expected', value: expectedVariance!, kind: 'number' },
          { label: 'Ratio', value: varianceRatio, kind: 'number' },
          { label: 'Ratio at most (95 %)', value: varianceRatioUpper, kind: 'number' },
        ],
      }),
    ]
  const top = nearlyAll(evidence, question)
  if (!top) return []
  return [
    toWarning({
      ...base,
      title: 'Nearly everybody gives the same answer',
      what: `${percent(top.share)} choose “${top.label}”.`,
      means: 'Either the question has one answer, or the personas are not what decides it.',
      tasks: tasksFound({ questionId, value: top.value }, overall.n),
      numbers: [
        { label: top.label, value: top.share, kind: 'share' },
        { label: 'At least (95 %)', value: top.lower, kind: 'share' },
      ],
    }),
  ]
}

function nearlyAll({ type, overall }: QuestionEvidence, question: Question) {
  if (type !== 'single' && type !== 'yesno') return undefined
  const declared = 'referenceShares' in question ? question.referenceShares : undefined
  const total = declared?.reduce((sum, share) => sum + share, 0) ?? 1
  const shares = overall.shares ?? []
  return shares
    .map(({ value, label, share }, i) => ({
      value,
      label,
      share: share.estimate ?? 0,
      lower: share.lower ?? 0,
      expected: (declared?.[i] ?? 0) / total,
    }))
    .find(({ lower, expected }) => lower > NEARLY_ALL && expected < EXPECTED_NEARLY_ALL)
}

function noDifference({ questionId, quality, type, overall }: QuestionEvidence): EvidenceWarning[] {
  const { betweenShare, betweenUpper, similarityBetween, similarityWithin } = quality.homogeneity
  if (betweenShare === null || betweenUpper === null || betweenUpper >= NO_PERSONA) return []
  const isOpen = type === 'open'
  return [
    toWarning({
      code: 'personas_alike',
      severity: 'warning',
      questionId,
      title: 'Personas make hardly any difference',
      what: isOpen
        ? `Two personas answer about as alike as one persona asked twice (similarity ${decimal(similarityBetween!)} against ${decimal(similarityWithin!)}).`
        : `${percent(Math.max(0, betweenShare))} of the variance lies between personas; the rest is chance from one time to the next.`,
      means:
        'Who is asked hardly shows in the answer, so differences between groups cannot either.',
      todo: 'Look at a prompt: is what matters for the question in the personas? Run the arm without personas beside it.',
      numbers: [
        { label: 'Between personas', value: betweenShare, kind: 'share' },
        { label: 'At most (95 %)', value: betweenUpper, kind: 'share' },
      ],
      tasks: tasksFound({ questionId, value: '__valid' }, overall.n),
    }),
  ]
}

function poorRetest({ questionId, quality, overall }: QuestionEvidence): EvidenceWarning[] {
  const { icc, iccUpper, alpha, units } = quality.retest
  const upper = iccUpper ?? alpha
  const found = iccUpper === null ? alpha : icc
  if (upper === null || found === null || upper >= POOR_RETEST || units < LEAST_UNITS) return []
  return [
    toWarning({
      code: 'poor_retest',
      severity: 'warning',
      questionId,
      title: 'Asked again, many answer otherwise',
      what: `Agreement of a persona with itself is ${decimal(found)} (1 would be the same answer every time).`,
      means:
        'One answer per persona is mostly chance. Means of many are fair, but no single persona should be quoted on it.',
      todo: 'Run more replicates, make the question more concrete, or lower the temperature.',
      numbers: [
        ...(icc === null ? [] : [{ label: 'ICC(1,1)', value: icc, kind: 'number' as const }]),
        ...(alpha === null
          ? []
          : [{ label: 'Krippendorff’s α', value: alpha, kind: 'number' as const }]),
        { label: 'Personas asked twice or more', value: units, kind: 'count' },
      ],
      tasks: tasksFound({ questionId, value: '__valid' }, overall.n),
    }),
  ]
}

function duplicates(look: Look, quality: QualityFound, questionId: string): EvidenceWarning[] {
  const found = quality.duplicates
  if (!found || found.looked < LEAST_LOOKED || found.share < MANY_DUPLICATES) return []
  return [
    toWarning({
      code: 'duplicate_phrasing',
      severity: 'warning',
      questionId,
      title: 'Different personas, the same words',
      what: `${percent(found.share)} of the answers stand nearly word for word with another persona too; the largest group has ${found.largest}.`,
      means:
        'The wording is the model’s and not the personas’: counts of themes and quotes repeat one voice.',
      todo: 'Quote one of each group. A higher temperature or more of the persona in the prompt makes them differ.',
      numbers: [
        { label: 'Answers like another', value: found.share, kind: 'share' },
        { label: 'Groups', value: found.clusters, kind: 'count' },
        { label: 'Largest group', value: found.largest, kind: 'count' },
        { label: 'Answers looked at', value: found.looked, kind: 'count' },
      ],
      tasks: tasksOf(look.input, found.rows, questionId),
    }),
  ]
}
