import type { EvidenceWarning, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import type { EvidenceInput } from './evidence-input.ts'
import { SMALL_EFFECTIVE_N } from './estimates.ts'
import { list, plural } from './words.ts'

/** A question with more invalid answers than this share of all is badly asked. */
const MANY_INVALID = 0.05
const MANY_REFUSED = 0.1
/** With this many other comparisons, one in two readers will believe a chance finding. */
const MANY_EXPLORATORY = 10

/** What a careful reader has to know before the numbers, in plain words and with what to do. */
export function warningsOf(
  input: EvidenceInput,
  questions: readonly QuestionEvidence[],
): EvidenceWarning[] {
  return [
    ...runWarnings(input),
    ...questions.flatMap((question) => [
      ...qualityWarnings(question),
      ...constructionWarnings(question),
    ]),
    ...told(questions.flatMap(smallCellWarnings)),
    ...comparisonWarnings(questions),
  ]
}

function runWarnings({ run }: EvidenceInput): EvidenceWarning[] {
  const warnings: EvidenceWarning[] = []
  const missing = run.tasks.total - run.tasks.succeeded
  if (run.rehearsal)
    warnings.push({
      code: 'rehearsal',
      severity: 'warning',
      questionId: null,
      message:
        'The built-in model answered: this is a rehearsal of the method, not evidence about people.',
    })
  if (missing > 0)
    warnings.push({
      code: 'missing_tasks',
      severity: 'warning',
      questionId: null,
      message: `${plural(missing, 'task')} of ${run.tasks.total} have no answer yet or failed. Estimates may shift; retry the failed ones before you report.`,
    })
  return warnings
}

function qualityWarnings({ questionId, overall }: QuestionEvidence): EvidenceWarning[] {
  const asked = overall.n + overall.dontKnow + overall.refused + overall.invalid
  if (asked === 0) return []
  const warnings: EvidenceWarning[] = []
  if (overall.invalid / asked > MANY_INVALID)
    warnings.push({
      code: 'invalid_answers',
      severity: 'warning',
      questionId,
      message: `${plural(overall.invalid, 'answer')} of ${asked} did not fit the question and are left out. Read a few of them: the wording may be unclear.`,
    })
  if (overall.refused / asked > MANY_REFUSED)
    warnings.push({
      code: 'refusals',
      severity: 'warning',
      questionId,
      message: `${plural(overall.refused, 'persona')} of ${asked} refused. If they refuse for a reason, the rest are not like everybody.`,
    })
  return warnings
}

/** What holds of several questions alike, once for all of them. */
function told(warnings: readonly EvidenceWarning[]): EvidenceWarning[] {
  return [...Map.groupBy(warnings, ({ message }) => message).values()].map(([first, ...rest]) =>
    rest.length === 0
      ? first!
      : {
          ...first!,
          questionId: null,
          message: `In ${rest.length + 1} questions alike. ${first!.message}`,
        },
  )
}

function smallCellWarnings({
  questionId,
  type,
  overall,
  segments,
  conditions,
}: QuestionEvidence): EvidenceWarning[] {
  if (type === 'open' || overall.n === 0) return []
  const small = [...segments, ...conditions].filter(
    ({ effectiveN }) => effectiveN < SMALL_EFFECTIVE_N,
  )
  if (small.length === 0) return []
  const named = list(small.slice(0, 4).map(({ label }) => label))
  const more = small.length > 4 ? ` and ${small.length - 4} more` : ''
  const message = `Small groups: ${named}${more} have an effective n under ${SMALL_EFFECTIVE_N}. Their intervals are wide; do not rank them.`
  return [{ code: 'small_cells', severity: 'info' as const, questionId, message }]
}

function constructionWarnings({ questionId, comparisons }: QuestionEvidence): EvidenceWarning[] {
  if (!comparisons.some(({ trueByConstruction }) => trueByConstruction)) return []
  return [
    {
      code: 'true_by_construction',
      severity: 'warning',
      questionId,
      message:
        'This question asks for what defines the groups, so a difference here is true by construction and not a finding.',
    },
  ]
}

function comparisonWarnings(questions: readonly QuestionEvidence[]): EvidenceWarning[] {
  const exploratory = questions
    .flatMap(({ comparisons }) => comparisons)
    .filter(({ kind, verdict }) => kind === 'exploratory' && verdict !== 'not tested')
  if (exploratory.length < MANY_EXPLORATORY) return []
  const expected = Math.round(exploratory.length * 0.05)
  return [
    {
      code: 'many_comparisons',
      severity: 'info',
      questionId: null,
      message: `${exploratory.length} comparisons were not named before launch. By chance alone about ${Math.max(1, expected)} would look like a difference: treat them as ideas to test.`,
    },
  ]
}
