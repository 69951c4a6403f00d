import type {
  Comparison,
  EvidenceWarning,
  QuestionEvidence,
} from '../../../../../shared/contract/evidence.ts'
import type { Estimate } from '../../../../../shared/contract/evidence.ts'
import { standardisedDifference } from '../../statistics/standardised-difference.ts'
import { measuredValues } from '../answer-vectors.ts'
import type { EvidenceInput } from '../evidence-input.ts'
import { measuresOf } from '../measures.ts'
import { decimal, signedPoints } from '../words.ts'
import { cutsOf, type Cut } from './cuts.ts'
import { tasksOf, toWarning, type Look } from './warning.ts'

/** Below this share of weight in segments with both sides, a standardised difference is not one. */
const LEAST_COVERED = 0.9

/**
 * Reversals (Simpson 1951): a difference whose sign turns round when both sides are given the same
 * mix of cohorts, or of another field of the persona. Called only if both intervals exclude 0.
 */
export function simpsonWarnings(look: Look): EvidenceWarning[] {
  const { input, questions } = look
  const cuts = cutsOf(look)
  return questions.flatMap((evidence) => {
    const question = input.questions.find(({ id }) => id === evidence.questionId)!
    const answers = input.answers[question.id] ?? []
    const measures = new Map(measuresOf(question).map((one) => [one.name, one]))
    const found = evidence.comparisons.flatMap((comparison) => {
      const { by, difference, measure } = comparison
      // Personas compared with themselves have the same mix on both sides.
      if (!excludesZero(difference) || (by === 'condition' && input.withinPersonas)) return []
      const values = measuredValues(answers, measures.get(measure)!)
      return findReversal(look, { evidence, comparison, values }, cuts)
    })
    // Of two options one mirrors the other: a pair of groups is told of once.
    return [...Map.groupBy(found, ({ id }) => id).values()].map(([first]) => first!)
  })
}

type Compared = {
  readonly evidence: QuestionEvidence
  readonly comparison: Comparison
  readonly values: Float64Array
}

function findReversal(
  { input, design }: Look,
  compared: Compared,
  cuts: readonly Cut[],
): EvidenceWarning[] {
  const { by, a, b, difference } = compared.comparison
  const groups = cuts.find((cut) => cut.by === by)
  if (!groups) return []
  const sides = {
    values: compared.values,
    groupOf: groups.categoryOf,
    a: groups.codes.get(a.value) ?? -1,
    b: groups.codes.get(b.value) ?? -1,
  }
  for (const cut of cuts) {
    if (cut.by === by || cut.by === 'condition') continue
    const work = { ...sides, categoryOf: cut.categoryOf }
    const standardised = standardisedDifference(design, work, difference.estimate!)
    if (!standardised || standardised.covered < LEAST_COVERED) continue
    if (standardised.lower * standardised.upper <= 0) continue
    const rows = [...input.rows.keys()].filter((row) => {
      const group = sides.groupOf[row]
      return (group === sides.a || group === sides.b) && !Number.isNaN(sides.values[row]!)
    })
    return [describe(input, compared, { cut, standardised, rows })]
  }
  return []
}

type Reversal = {
  readonly cut: Cut
  readonly standardised: { estimate: number; lower: number; upper: number; covered: number }
  readonly rows: readonly number[]
}

function describe(
  input: EvidenceInput,
  { evidence, comparison }: Compared,
  { cut, standardised, rows }: Reversal,
): EvidenceWarning {
  const { a, b, isShare, difference, measure, measureLabel, by } = comparison
  const write = isShare ? (value: number) => `${signedPoints(value)} points` : decimal
  const [more, less] = difference.estimate! > 0 ? [b, a] : [a, b]
  const on = measure === 'mean' ? '' : ` on “${measureLabel}”`
  const kind = isShare ? ('share' as const) : ('number' as const)
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
    tasks: tasksOf(input, rows, evidence.questionId),
  })
}

function excludesZero({ estimate, lower, upper }: Estimate): boolean {
  return estimate !== null && lower !== null && upper !== null && lower * upper > 0
}
