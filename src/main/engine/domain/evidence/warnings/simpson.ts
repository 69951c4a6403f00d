import type {
  Comparison,
  EvidenceWarning,
  QuestionEvidence,
} from '../../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import type { Estimate } from '../../../../../shared/contract/evidence.ts'
import { standardisedDifference } from '../../statistics/standardised-difference.ts'
import { domainOf } from '../domains.ts'
import { measuredValues } from '../answer-vectors.ts'
import { measuredDomain, zeroed } from '../estimates.ts'
import { measuresOf } from '../measures.ts'
import { decimal, signedPoints } from '../words.ts'
import { tasksOf, toWarning, type Look } from './warning.ts'

/** Below this share of weight in segments with both sides, a standardised difference is not one. */
const LEAST_COVERED = 0.9

/** A way to cut the personas that may stand behind a difference. */
type Cut = { readonly by: string; readonly name: string; readonly categoryOf: Int32Array }

/**
 * Reversals (Simpson 1951): a difference whose sign turns round when both sides are given the same
 * mix of cohorts, or of another field of the persona. Called only if both intervals exclude 0.
 */
export function simpsonWarnings(look: Look): EvidenceWarning[] {
  const { input, questions } = look
  const cuts = cutsOf(look)
  return questions.flatMap((evidence) => {
    const question = input.questions.find(({ id }) => id === evidence.questionId)!
    const found = evidence.comparisons.flatMap((comparison) => {
      const { by, difference } = comparison
      // Personas compared with themselves have the same mix on both sides.
      if (!excludesZero(difference) || (by === 'condition' && input.withinPersonas)) return []
      return findReversal(look, { evidence, question, comparison }, cuts)
    })
    // Of two options one mirrors the other: a pair of groups is told of once.
    return [...Map.groupBy(found, ({ id }) => id).values()].map(([first]) => first!)
  })
}

type Compared = {
  readonly evidence: QuestionEvidence
  readonly question: Question
  readonly comparison: Comparison
}

function findReversal(look: Look, compared: Compared, cuts: readonly Cut[]): EvidenceWarning[] {
  const { input, design } = look
  const { question, comparison } = compared
  const { by, a, b, measure, difference } = comparison
  const answers = input.answers[question.id] ?? []
  const values = measuredValues(
    answers,
    measuresOf(question).find(({ name }) => name === measure)!,
  )
  const [inA, inB] = [a, b].map(({ value }) =>
    measuredDomain(answers, domainOf(input, by, value), values),
  ) as [Uint8Array, Uint8Array]
  for (const cut of cuts) {
    if (cut.by === by) continue
    const work = { values: zeroed(values), domainA: inA, domainB: inB, categoryOf: cut.categoryOf }
    const found = standardisedDifference(design, work, difference.estimate!)
    if (!found || found.covered < LEAST_COVERED) continue
    if (found.lower * found.upper > 0 && found.estimate * difference.estimate! < 0)
      return [describe(look, compared, { cut, standardised: found, rows: [inA, inB] })]
  }
  return []
}

type Reversal = {
  readonly cut: Cut
  readonly standardised: { estimate: number; lower: number; upper: number; covered: number }
  readonly rows: readonly [Uint8Array, Uint8Array]
}

function describe(
  { input }: Look,
  { evidence, comparison }: Compared,
  { cut, standardised, rows }: Reversal,
): EvidenceWarning {
  const { a, b, isShare, difference, measure, measureLabel, by } = comparison
  const write = isShare ? (value: number) => `${signedPoints(value)} points` : decimal
  const [more, less] = difference.estimate! > 0 ? [b, a] : [a, b]
  const on = measure === 'mean' ? '' : ` on “${measureLabel}”`
  const kind = isShare ? ('share' as const) : ('number' as const)
  const shown = rows[0].keys().filter((row) => rows[0][row] === 1 || rows[1][row] === 1)
  return toWarning({
    code: 'simpson_reversal',
    severity: 'error',
    questionId: evidence.questionId,
    key: [by, a.value, b.value].join('|'),
    title: 'The difference turns round within groups',
    what: `Taken together, ${more.label} is above ${less.label}${on} (${write(Math.abs(difference.estimate!))}). With the same mix of ${cut.name} on both sides it is the other way round (${write(Math.abs(standardised.estimate))} in favour of ${less.label}).`,
    means: `The two sides differ in their mix of ${cut.name}, and that makes the difference: a Simpson reversal.`,
    todo: `Report the difference within ${cut.name}, or give both sides the same mix before comparing.`,
    numbers: [
      { label: `${b.label} less ${a.label}, together`, value: difference.estimate!, kind },
      { label: 'From', value: difference.lower!, kind },
      { label: 'To', value: difference.upper!, kind },
      { label: `The same, standardised over ${cut.name}`, value: standardised.estimate, kind },
      { label: 'From', value: standardised.lower, kind },
      { label: 'To', value: standardised.upper, kind },
      { label: 'Weight in segments with both sides', value: standardised.covered, kind: 'share' },
    ],
    tasks: tasksOf(input, shown.toArray(), evidence.questionId),
  })
}

function excludesZero({ estimate, lower, upper }: Estimate): boolean {
  return estimate !== null && lower !== null && upper !== null && lower * upper > 0
}

function cutsOf({ input }: Look): Cut[] {
  const asked = input.rows[0] ? Object.keys(input.rows[0].segments) : []
  const columns: Record<string, readonly (string | null)[]> = {
    ...input.process?.fields,
    ...Object.fromEntries(
      asked.map((field) => [field, input.rows.map(({ segments }) => segments[field] ?? null)]),
    ),
  }
  const cohorts = Int32Array.from(input.rows, ({ cohort }) => cohort)
  return [
    ...(input.cohorts.length > 1 ? [{ by: 'cohort', name: 'cohorts', categoryOf: cohorts }] : []),
    ...Object.entries(columns).map(([field, column]) => ({
      by: field,
      name: nameOf(field),
      categoryOf: codesOf(column),
    })),
  ]
}

/** A number per category, in the order met; −1 where there is none. */
function codesOf(column: readonly (string | null)[]): Int32Array {
  const codes = new Map<string, number>()
  return Int32Array.from(column, (category) => {
    if (category === null) return -1
    const known = codes.get(category)
    if (known !== undefined) return known
    codes.set(category, codes.size)
    return codes.size - 1
  })
}

/** "attributes.parcelsPerMonth" → "parcels per month". */
function nameOf(field: string): string {
  return field
    .slice(field.lastIndexOf('.') + 1)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
}
