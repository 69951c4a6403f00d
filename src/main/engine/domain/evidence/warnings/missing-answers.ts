import type { EvidenceWarning, QuestionEvidence } from '../../../../../shared/contract/evidence.ts'
import type { WarningNumber } from '../../../../../shared/contract/evidence-quality.ts'
import { decimal, percent, plural } from '../words.ts'
import { tasksFound, toWarning, type Look } from './warning.ts'

/** A question with more invalid answers than this share of all is badly asked. */
const MANY_INVALID = 0.05
const MANY_REFUSED = 0.1
const MANY_DONT_KNOW = 0.2

/** Answers that do not count: too many of a kind, with what they could do to the estimate. */
export function missingAnswerWarnings({ questions }: Look): EvidenceWarning[] {
  return questions.flatMap((question) => {
    const { overall, questionId } = question
    const { n, dontKnow, refused, invalid } = overall
    const asked = n + dontKnow + refused + invalid
    if (asked === 0) return []
    const of = (value: string, count: number) => ({
      severity: 'warning' as const,
      questionId,
      tasks: tasksFound({ questionId, value }, count),
      numbers: [
        { label: 'Answers', value: count, kind: 'count' as const },
        { label: 'Share of those asked', value: count / asked, kind: 'share' as const },
        ...boundNumbers(question),
      ],
    })
    return [
      ...(invalid / asked > MANY_INVALID
        ? [
            toWarning({
              ...of('__invalid', invalid),
              code: 'invalid_answers',
              title: 'Answers that did not fit the question',
              what: `${plural(invalid, 'answer')} of ${asked} did not fit the question and are left out.`,
              means: `Those left may not be like everybody.${boundSentence(question)}`,
              todo: 'Read a few of them: the wording or the options may be unclear.',
            }),
          ]
        : []),
      ...(refused / asked > MANY_REFUSED
        ? [
            toWarning({
              ...of('__refused', refused),
              code: 'refusals',
              title: 'Many refused to answer',
              what: `${plural(refused, 'answer')} of ${asked} ${refused === 1 ? 'is a refusal' : 'are refusals'}.`,
              means: `If they refuse for a reason, the rest are not like everybody.${boundSentence(question)}`,
              todo: 'Read a few refusals, and ask less directly or say why you ask.',
            }),
          ]
        : []),
      ...(dontKnow / asked > MANY_DONT_KNOW
        ? [
            toWarning({
              ...of('__dont_know', dontKnow),
              severity: 'info',
              code: 'dont_know',
              title: 'Many do not know',
              what: `${percent(dontKnow / asked)} say that they do not know.`,
              means: 'The estimate is of those who have a view, not of everybody.',
              todo: 'Report the share beside the estimate. A question nearer to experience may help.',
            }),
          ]
        : []),
    ]
  })
}

type Bounded = { readonly name: string; readonly isShare: boolean; lower: number; upper: number }

/** The main estimate's worst case: the mean, else the largest share, else the first measure. */
function boundsOf({ overall }: QuestionEvidence): Bounded | undefined {
  const [top] = (overall.shares ?? []).toSorted(
    (a, b) => (b.share.estimate ?? 0) - (a.share.estimate ?? 0),
  )
  const [measure] = overall.measures ?? []
  if (overall.mean?.bounds) return { name: 'the mean', isShare: false, ...overall.mean.bounds }
  if (top?.share.bounds) return { name: `“${top.label}”`, isShare: true, ...top.share.bounds }
  if (measure?.estimate.bounds)
    return { name: `“${measure.label}”`, isShare: measure.isShare, ...measure.estimate.bounds }
  return undefined
}

function boundSentence(question: QuestionEvidence): string {
  const bounds = boundsOf(question)
  if (!bounds) return ''
  const write = bounds.isShare ? percent : decimal
  return ` At worst ${bounds.name} lies anywhere from ${write(bounds.lower)} to ${write(bounds.upper)}.`
}

function boundNumbers(question: QuestionEvidence): WarningNumber[] {
  const bounds = boundsOf(question)
  if (!bounds) return []
  const kind = bounds.isShare ? ('share' as const) : ('number' as const)
  return [
    { label: `Worst case of ${bounds.name}, from`, value: bounds.lower, kind },
    { label: `Worst case of ${bounds.name}, to`, value: bounds.upper, kind },
  ]
}
