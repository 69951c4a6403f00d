import type { Comparison, EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import { plural } from '../words.ts'
import { toWarning, type Look } from './warning.ts'

/** With this many other comparisons, one in two readers will believe a chance finding. */
const MANY_EXPLORATORY = 10
const LEVEL = 0.05

/** Differences that are none, and more of them looked at than chance allows. */
export function comparisonWarnings({ questions }: Look): EvidenceWarning[] {
  return [
    ...questions
      .filter(({ comparisons }) => comparisons.some((one) => one.trueByConstruction))
      .map(({ questionId }) =>
        toWarning({
          code: 'true_by_construction',
          severity: 'warning',
          questionId,
          title: 'True by construction',
          what: 'This question asks for what defines the groups.',
          means: 'A difference here is true by construction and not a finding.',
          todo: 'Leave it out of the findings. It does show that personas answer in character.',
        }),
      ),
    ...manyComparisons(questions.flatMap(({ comparisons }) => comparisons)),
  ]
}

function manyComparisons(comparisons: readonly Comparison[]): EvidenceWarning[] {
  const tested = comparisons.filter(({ verdict }) => verdict !== 'not tested')
  const exploratory = tested.filter(({ kind }) => kind === 'exploratory')
  if (exploratory.length < MANY_EXPLORATORY) return []
  const named = tested.filter(({ kind }) => kind === 'primary')
  const holds = named.filter(({ verdict }) => verdict === 'different').length
  const expected = Math.max(1, Math.round(exploratory.length * LEVEL))
  const different = exploratory.filter(({ verdict }) => verdict === 'different').length
  const plan =
    named.length === 0
      ? 'None was named before launch.'
      : `Named before launch: ${named.length}, of which ${holds} ${holds === 1 ? 'holds' : 'hold'} after Holm’s correction within the question.`
  return [
    toWarning({
      code: 'many_comparisons',
      severity: 'info',
      questionId: null,
      title: 'Many comparisons, some differ by chance',
      what: `${exploratory.length} comparisons were not named before launch, and ${different === 0 ? 'none of them differs' : plural(different, 'of them differs', 'of them differ')}. ${plan}`,
      means: `By chance alone about ${expected} would look like a difference.`,
      todo: 'Treat them as ideas: name the ones that matter and run the study again.',
      numbers: [
        { label: 'Not named before launch', value: exploratory.length, kind: 'count' },
        { label: 'Of these different', value: different, kind: 'count' },
        { label: 'Expected by chance', value: expected, kind: 'count' },
        { label: 'Named before launch', value: named.length, kind: 'count' },
        { label: 'Of these hold after Holm', value: holds, kind: 'count' },
      ],
    }),
  ]
}
