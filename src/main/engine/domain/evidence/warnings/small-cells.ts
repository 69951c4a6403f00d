import type { EvidenceWarning, Segment } from '../../../../../shared/contract/evidence.ts'
import type { WarningTasks } from '../../../../../shared/contract/evidence-quality.ts'
import { SMALL_EFFECTIVE_N, SUPPRESSED_BELOW_N } from '../estimates.ts'
import { list } from '../words.ts'
import { tasksFound, toWarning, type Look } from './warning.ts'

const NAMED = 4

type Found = { readonly questionId: string; readonly small: readonly Segment[] }

/** Groups too small to rank or to show; once for all questions that have the same ones. */
export function smallCellWarnings({ questions }: Look): EvidenceWarning[] {
  const found = questions.flatMap(
    ({ questionId, type, overall, segments, conditions }): Found[] => {
      if (type === 'open' || overall.n === 0) return []
      const small = [...segments, ...conditions].filter(
        (segment) => segment.effectiveN < SMALL_EFFECTIVE_N || isHidden(segment),
      )
      return small.length === 0 ? [] : [{ questionId, small }]
    },
  )
  return [...Map.groupBy(found, signatureOf).values()].map(describe)
}

function signatureOf({ small }: Found): string {
  return small
    .map((segment) => `${segment.by}=${segment.value}${isHidden(segment) ? '!' : ''}`)
    .join()
}

function describe(alike: readonly Found[]): EvidenceWarning {
  const [{ questionId, small }] = alike as [Found]
  const named = list(small.slice(0, NAMED).map(({ label }) => label))
  const more = small.length > NAMED ? ` and ${small.length - NAMED} more` : ''
  const hidden = small.filter(isHidden)
  const shown = hidden.length < small.length
  // A few personas who were asked many times.
  const isAsked = small.some(({ effectiveN }) => effectiveN >= SMALL_EFFECTIVE_N)
  return toWarning({
    code: 'small_cells',
    severity: 'info',
    questionId: alike.length === 1 ? questionId : null,
    key: alike.length === 1 ? undefined! : signatureOf(alike[0]!),
    title: small.length === 1 ? 'A small group' : `${small.length} small groups`,
    what: `${alike.length === 1 ? '' : `In ${alike.length} questions alike. `}${named}${more} ${small.length === 1 ? 'has' : 'have'} an effective n under ${SMALL_EFFECTIVE_N}${isAsked ? ` or fewer than ${SUPPRESSED_BELOW_N} personas` : ''}.`,
    means: [
      ...(shown ? ['Their intervals are wide: which of them is ahead is mostly chance.'] : []),
      ...(hidden.length > 0
        ? [
            `Under ${SUPPRESSED_BELOW_N} personas nothing is shown, since one person could be read off it.`,
          ]
        : []),
    ].join(' '),
    todo: 'Do not rank them. Put groups together, or run more personas of this kind.',
    numbers: small.slice(0, NAMED).map(({ label, effectiveN }) => ({
      label: `Effective n of ${label}`,
      value: effectiveN,
      kind: 'number',
    })),
    tasks:
      small.length === 1 ? tasksFound({ questionId, ...filterOf(small[0]!) }, small[0]!.n) : null,
  })
}

/** Nothing of it is shown. */
function isHidden({ shares = [], mean, measures = [] }: Segment): boolean {
  const estimates = [
    ...shares.map(({ share }) => share),
    ...(mean ? [mean] : []),
    ...measures.map(({ estimate }) => estimate),
  ]
  return estimates.length > 0 && estimates.every(({ size }) => size === 'suppressed')
}

function filterOf({ by, value }: Segment): WarningTasks['filter'] {
  if (by === 'cohort') return { cohortId: value }
  return by === 'condition' ? { condition: value } : { segmentBy: by, segmentValue: value }
}
