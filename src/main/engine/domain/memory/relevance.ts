import type { Memory } from './memory.ts'
import { vividness } from './vividness.ts'

/** How a candidate answers the question; ranks are 1-based, null where that search missed it. */
export type Match = {
  readonly vectorRank: number | null
  readonly textRank: number | null
  readonly cosine: number | null
  readonly matchedTerms: readonly string[]
  /** Share of the question's information that its words cover, 0–1. */
  readonly coverage: number
  /** Share of what matches that its neighbours in the conversation say, 0–1. */
  readonly context: number
  /** How well it fits the question, everything counted; about 1 where it says all that is asked. */
  readonly likeness: number
  /** How far it is of the time asked about, 0–1; null where the question names none. */
  readonly time: number | null
}

/** Reciprocal rank fusion's constant (Cormack, Clarke & Büttcher 2009). */
const RRF_K = 60
const BEST_FUSED = 2 / (RRF_K + 1)
/** What the ranks alone decide: how much it fits decides the rest. */
const FUSED_SHARE = 0.1
/** A memory is about the question from either of these on; below both, it is not. */
const COSINE_FLOOR = 0.48
const COVERAGE_FLOOR = 0.15
/** A vivid pride enters with this share of them. */
const VOLUNTEER_SHARE = 1 / 4
/** Beside a memory that is about the question, others fit it from this share of its likeness on. */
const BESIDE_SHARE = 0.1
/** A best that fits less than this may be a chance word: nothing is taken in beside it. */
const BESIDE_FROM = 0.3
/** What is not sensitive may be recalled from this share of the floors on: it does no harm. */
const WEAK_SHARE = 0.8

/**
 * 0–1. Little from the fused ranks, most from how well it fits: ranks alone would give the best of a
 * bad lot full marks.
 */
export function relevance(match: Match): number {
  const fused = fusedRank(match) / BEST_FUSED
  return FUSED_SHARE * fused + (1 - FUSED_SHARE) * saturated(match.likeness)
}

/** Whether the question is about the memory: it then probes a sensitive one. */
export function isRelevant(match: Match): boolean {
  return aboutness(match) >= 1
}

/** Whether the memory may answer the question, if nothing better does. */
export function isWeaklyRelevant(match: Match): boolean {
  return aboutness(match) >= WEAK_SHARE
}

/**
 * Whether a memory that says little of the question itself belongs beside the best of those that are
 * about it: the answer in a conversation often repeats no word of what was asked.
 *
 * @param best  likeness of the best memory that is about the question
 */
export function fitsBeside(match: Match, best: number): boolean {
  return best >= BESIDE_FROM && match.textRank !== null && match.likeness >= BESIDE_SHARE * best
}

/** Whether a memory nobody asked about may be brought up by the persona itself. */
export function isWorthVolunteering(memory: Memory & { readonly match: Match }): boolean {
  return (
    memory.memoryType === 'pride' &&
    vividness(memory.memoryStrength) === 'vivid' &&
    aboutness(memory.match) >= VOLUNTEER_SHARE
  )
}

/** Likeness without an upper bound to below 1, in its order; all that is asked, said once, is ½. */
function saturated(likeness: number): number {
  return likeness / (likeness + 1)
}

function fusedRank({ vectorRank, textRank }: Match): number {
  const part = (rank: number | null) => (rank === null ? 0 : 1 / (RRF_K + rank))
  return part(vectorRank) + part(textRank)
}

/** How far above the floors it is: 1 is on one of them. */
function aboutness({ cosine, coverage }: Match): number {
  return Math.max((cosine ?? 0) / COSINE_FLOOR, coverage / COVERAGE_FLOOR)
}
