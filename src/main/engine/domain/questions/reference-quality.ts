import { z } from 'zod'
import type { Question } from '../../../../shared/contract/questions.ts'
import type {
  ReferenceQuality,
  ReferenceSet,
} from '../../../../shared/contract/reference-quality.ts'
import type { AnswerDetail } from '../../../../shared/contract/runs.ts'
import { similarityShares } from './similarity-rating.ts'

/** Above this mean cosine the statements of a set say nearly the same to the embedding. Ours. */
const NEARLY_THE_SAME = 0.95
/** Spearman's ρ that a scale in order stays below. Ours. */
const IN_ORDER = -0.3
/** Cosines this close tell answers apart by their last digits. Ours. */
const HARDLY_TOLD = 0.02
const SHARE_UNMAPPED = { doubtful: 0.05, poor: 0.2 }
const AGREEMENT = { doubtful: 0.7, poor: 0.4 }
const ANSWERS_FOR_AGREEMENT = 10

const Rated = z.looseObject({ cosines: z.array(z.array(z.number())) })

/** The sets of statements by which answers are rated; undefined for other questions. */
export function referencesOf(question: Question): readonly (readonly string[])[] | undefined {
  if (!('mode' in question) || question.mode !== 'similarity') return undefined
  return question.references
}

/** Whether the answers run from low to high. */
export function isOrderedScale({ type }: Question): boolean {
  return type === 'likert' || type === 'nps'
}

/**
 * Cosines of an answer to the statements, shape [1][sets][k]; undefined for one that was not rated,
 * or before they were kept.
 */
export function cosinesIn(detail: AnswerDetail | null | undefined): number[][][] | undefined {
  // Most answers have no cosines, and there are many: they are not parsed.
  const cosines = detail?.['cosines'] && Rated.safeParse(detail).data?.cosines
  return cosines ? [cosines] : undefined
}

export type RatedReferences = {
  /** Whether the answers run from low to high. */
  readonly isOrdered: boolean
  /** Cosines of every two statements, shape [sets][k][k]; null where there are no embeddings. */
  readonly between: readonly (readonly (readonly number[])[])[] | null
  /** Cosines of each answer to the statements, shape [answers][sets][k]. */
  readonly rated: readonly (readonly (readonly number[])[])[]
  readonly sets: number
}

/** How well sets of statements tell answers apart: by themselves, and by the answers rated so far. */
export function referenceQuality(references: RatedReferences): ReferenceQuality {
  const { rated } = references
  const sets = Array.from({ length: references.sets }, (_, i) => setQuality(references, i))
  const shares = rated.map((cosines) => similarityShares(cosines))
  const unmapped = shares.filter((one) => one === null).length
  const agreement = splitHalf(rated)
  const findings = [
    ...sets.flatMap(setFindings),
    ...unmappedFindings(unmapped, rated.length),
    ...agreementFindings(agreement),
  ]
  const isPoor = findings.some(({ grave }) => grave)
  return {
    verdict: isPoor ? 'poor' : findings.length > 0 ? 'doubtful' : 'good',
    sets,
    rated: rated.length,
    unmapped,
    agreement,
    findings: findings.map(({ text }) => text),
  }
}

function setQuality({ isOrdered, between, rated }: RatedReferences, set: number): ReferenceSet {
  const pairs = between ? pairsOf(between[set]!) : null
  const cosines = pairs?.map(({ cosine }) => cosine)
  const own = rated.map((answer) => answer[set]!)
  return {
    set: set + 1,
    alikeness: cosines ? mean(cosines) : null,
    spread: cosines ? Math.max(...cosines) - Math.min(...cosines) : null,
    order:
      isOrdered && pairs && cosines && pairs.length > 1
        ? finiteOrNull(correlation(ranks(pairs.map(({ gap }) => gap)), ranks(cosines)))
        : null,
    discrimination: own.length > 0 ? mean(own.map(rangeOf)) : null,
    unmapped:
      own.length > 0
        ? own.filter((one) => similarityShares([one]) === null).length / own.length
        : null,
  }
}

type Finding = { readonly text: string; readonly grave: boolean }

function setFindings({ set, alikeness, order, discrimination }: ReferenceSet): Finding[] {
  const found: Finding[] = []
  if (alikeness !== null && alikeness > NEARLY_THE_SAME)
    found.push({
      grave: true,
      text: `The statements of set ${set} are nearly the same to the embedding (mean cosine ${alikeness.toFixed(2)}): let each say something that only its answer would.`,
    })
  if (order !== null && order > IN_ORDER)
    found.push({
      grave: order > 0,
      text: `Set ${set} is out of order: neighbours on the scale are not more alike than its ends (ρ ${order.toFixed(2)} where −1 is in order). Reword the statements so that they climb step by step, or use an embedding that understands them.`,
    })
  if (discrimination !== null && discrimination < HARDLY_TOLD)
    found.push({
      grave: false,
      text: `Set ${set} hardly tells answers apart: the nearest and the farthest statement differ by ${discrimination.toFixed(3)} in cosine. Word the statements as people would say them.`,
    })
  return found
}

function unmappedFindings(unmapped: number, rated: number): Finding[] {
  const share = rated === 0 ? 0 : unmapped / rated
  if (share < SHARE_UNMAPPED.doubtful) return []
  return [
    {
      grave: share >= SHARE_UNMAPPED.poor,
      text: `${unmapped} of ${rated} answers are as near to every statement and have no value: they count as invalid. Word the statements closer to what was said.`,
    },
  ]
}

function agreementFindings(agreement: number | null): Finding[] {
  if (agreement === null || agreement >= AGREEMENT.doubtful) return []
  return [
    {
      grave: agreement < AGREEMENT.poor,
      text: `Half of the sets disagrees with the other half about the same answers (agreement ${agreement.toFixed(2)}, 1 is full): some sets stand for something else. Compare their figures and drop the odd one out.`,
    },
  ]
}

/**
 * Correlation over answers of the shares that odd and even sets give, each less its mean over the
 * answers, stepped up to the full number of sets.
 */
function splitHalf(rated: RatedReferences['rated']): number | null {
  const halves = rated.flatMap((answer) => {
    const [odd, even] = [0, 1].map((rest) =>
      similarityShares(answer.filter((_, i) => i % 2 === rest)),
    )
    return odd && even ? [{ odd, even }] : []
  })
  if (halves.length < ANSWERS_FOR_AGREEMENT) return null
  const r = correlation(
    centred(halves.map(({ odd }) => odd)),
    centred(halves.map(({ even }) => even)),
  )
  // Below 0 the halves contradict each other: stepping up would only blow it up.
  return Number.isNaN(r) ? null : r <= 0 ? r : (2 * r) / (1 + r)
}

/** Rows of shares less the mean of their column, one after the other. */
function centred(rows: readonly (readonly number[])[]): number[] {
  const means = rows[0]!.map((_, k) => mean(rows.map((row) => row[k]!)))
  return rows.flatMap((row) => row.map((share, k) => share - means[k]!))
}

function pairsOf(cosines: readonly (readonly number[])[]) {
  return cosines.flatMap((row, i) => row.slice(0, i).map((cosine, j) => ({ gap: i - j, cosine })))
}

/** Ranks from 1, ties sharing their mean. */
function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length
    const equal = values.filter((other) => other === value).length
    return below + (equal + 1) / 2
  })
}

/** Pearson's; NaN where one of them does not vary. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, squareA, squareB] = [0, 0, 0]
  for (const [i, value] of a.entries()) {
    const [x, y] = [value - meanA, b[i]! - meanB]
    both += x * y
    squareA += x * x
    squareB += y * y
  }
  return squareA < 1e-20 || squareB < 1e-20 ? Number.NaN : both / Math.sqrt(squareA * squareB)
}

function rangeOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
