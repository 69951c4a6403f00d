import type { Question } from '../../../../shared/contract/skills.ts'
import type { StudyDesign } from '../../../../shared/contract/studies.ts'
import type {
  DetectableDifference,
  PowerReport,
} from '../../../../shared/contract/study-planning.ts'
import {
  detectableMeans,
  detectablePaired,
  detectablePairedShares,
  detectableShares,
} from '../statistics/detectable.ts'
import { powerSentence, powerWarnings } from './power-words.ts'

/** Spread of the answers to a question, and where it comes from. */
export type KnownSd = {
  readonly sd: number
  readonly source: 'human' | 'synthetic' | 'assumed'
  readonly note: string
}

export type PowerInput = {
  readonly design: Pick<StudyDesign, 'conditions' | 'design' | 'replicates' | 'comparisons'>
  readonly questions: readonly Question[]
  /** Frozen members; `segments` by the fields that comparisons are by, cohort included. */
  readonly members: readonly {
    readonly weight: number
    readonly segments: Readonly<Record<string, string | null>>
  }[]
  /** Labels of segment values, e.g. names of cohorts by id. */
  readonly labels: Readonly<Record<string, string>>
  readonly sds: Readonly<Record<string, KnownSd>>
  readonly alpha: number
  readonly power: number
  readonly icc: number
  readonly iccSource: PowerReport['iccSource']
}

const METHOD =
  'Means: noncentral t (Cohen 1988). Shares: normal approximation without continuity correction (Fleiss, Levin & Paik 2003), about one half; within personas by discordant pairs (Connor 1987). Effective n after weights: Kish (1965). Replicates and repeated conditions: variance of a mean of correlated answers, (1 + (r − 1)·ICC)/r. Several primary comparisons of a question: α divided by their number, the first step of Holm (1979). Two-sided throughout.'

/** The smallest differences a design can see with the people it has. */
export function studyPower(input: PowerInput): PowerReport {
  const { design, members, alpha, power, icc, iccSource } = input
  const weights = members.map(({ weight }) => weight)
  const effectiveN = kish(weights)
  const perPersona = design.design === 'within' ? Math.max(1, design.conditions.length) : 1
  const differences = input.questions.flatMap((question) => differencesOf(question, input))
  return {
    alpha,
    power,
    icc,
    iccSource,
    personas: members.length,
    effectiveN,
    designEffect: effectiveN === 0 ? 1 : members.length / effectiveN,
    replicates: design.replicates,
    tasks: members.length * perPersona * design.replicates,
    differences,
    warnings: powerWarnings(differences, { iccSource, replicates: design.replicates, design }),
    method: METHOD,
  }
}

/** How a question is estimated; undefined: not by a number. */
export function measureOf({ type }: { type: string }): 'share' | 'mean' | undefined {
  if (['single', 'yesno', 'multi'].includes(type)) return 'share'
  if (['likert', 'numeric', 'nps'].includes(type)) return 'mean'
  return undefined
}

function differencesOf(question: Question, input: PowerInput): DetectableDifference[] {
  const measure = measureOf(question)
  if (!measure) return []
  const named = input.design.comparisons.filter(({ questionId }) => questionId === question.id)
  const primary = [...new Set(named.map(({ by }) => by))]
  const fallback = input.design.conditions.length > 1 ? 'condition' : 'cohort'
  const groupsBy = new Map(
    (primary.length > 0 ? primary : [fallback]).map((by) => [by, groupsOf(by, input)]),
  )
  // Every pair, on every option, is a test of its own.
  const options = 'options' in question && measure === 'share' ? question.options.length : 1
  const tests = [...groupsBy.values()].reduce(
    (sum, { length }) => sum + (options * length * (length - 1)) / 2,
    0,
  )
  return [...groupsBy].flatMap(([by, groups]) => {
    if (groups.length < 2) return []
    const kind = primary.length > 0 ? ('primary' as const) : ('exploratory' as const)
    const alpha = kind === 'primary' ? input.alpha / tests : input.alpha
    return [detect({ question, measure, by, kind, alpha, groups }, input)]
  })
}

type Group = DetectableDifference['groups'][number]

function groupsOf(by: string, { design, members, labels }: PowerInput): Group[] {
  if (by === 'condition') {
    const share = design.design === 'within' ? 1 : 1 / Math.max(1, design.conditions.length)
    const effective = kish(members.map(({ weight }) => weight)) * share
    return design.conditions.map(({ id, name }) => ({
      value: id,
      label: name,
      personas: members.length * share,
      effectiveN: effective,
    }))
  }
  const bySegment = Map.groupBy(members, ({ segments }) => segments[by] ?? null)
  return [...bySegment].flatMap(([value, group]) =>
    value === null
      ? []
      : [
          {
            value,
            label: labels[value] ?? value,
            personas: group.length,
            effectiveN: kish(group.map(({ weight }) => weight)),
          },
        ],
  )
}

type Test = Pick<DetectableDifference, 'measure' | 'by' | 'kind' | 'alpha'> & {
  readonly question: Question
  readonly groups: readonly Group[]
}

// Of several pairs, the one with the fewest people: what the comparison as a whole can promise.
function detect(test: Test, input: PowerInput): DetectableDifference {
  const { question, measure, by, kind, alpha } = test
  const { design, icc, power } = input
  const isPaired = by === 'condition' && design.design === 'within'
  const answers = isPaired ? design.replicates : answersPerPersona(by, design)
  // A mean of correlated answers varies less than one of them.
  const shrink = (1 + (answers - 1) * icc) / answers
  const pair = test.groups
    .toSorted((a, b) => a.effectiveN - b.effectiveN)
    .slice(0, 2)
    .map((group) => ({
      ...group,
      effectiveN: isPaired ? group.effectiveN : group.effectiveN / shrink,
    }))
  const groups = [pair[0]!.effectiveN, pair[1]!.effectiveN] as const
  const wanted = { alpha, power }
  const known = measure === 'mean' ? input.sds[question.id] : undefined
  const replicates = design.replicates
  const standardised = isPaired
    ? scale(detectablePaired(groups[0], wanted), Math.sqrt((2 * (1 - icc)) / replicates))
    : detectableMeans(groups, wanted)
  const share = isPaired
    ? detectablePairedShares(groups[0], wanted, { icc, replicates })
    : detectableShares(groups, wanted)
  const found: DetectableDifference = {
    questionId: question.id,
    by,
    measure,
    design: isPaired ? 'within' : 'between',
    groups: pair,
    kind,
    alpha,
    smallestDifference: measure === 'share' ? share : scale(standardised, known?.sd ?? null),
    standardised: measure === 'mean' ? standardised : null,
    sd: known?.sd ?? null,
    sdSource: known?.source ?? null,
    sdNote: known?.note ?? null,
    sentence: '',
  }
  return { ...found, sentence: powerSentence(found, power) }
}

// Between personas, what one persona said under all its conditions is averaged.
function answersPerPersona(by: string, { design, conditions, replicates }: PowerInput['design']) {
  const isRepeated = by !== 'condition' && design === 'within'
  return replicates * (isRepeated ? Math.max(1, conditions.length) : 1)
}

function scale(value: number | null, by: number | null): number | null {
  return value === null || by === null ? null : value * by
}

/** Kish (1965): (Σw)² / Σw². */
function kish(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0)
  return squares === 0 ? 0 : sum ** 2 / squares
}
