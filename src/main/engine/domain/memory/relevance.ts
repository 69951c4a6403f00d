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
}

/** Reciprocal rank fusion's constant (Cormack, Clarke & Büttcher 2009). */
const RRF_K = 60
const BEST_FUSED = 2 / (RRF_K + 1)
/** A memory is about the question from either of these on; below both, it is not. */
const COSINE_FLOOR = 0.25
const COVERAGE_FLOOR = 0.15
/** A vivid pride enters with this share of them. */
const VOLUNTEER_SHARE = 1 / 3

/**
 * 0–1. Half from the fused ranks, half from how much it matches at all: ranks alone would give the
 * best of a bad lot full marks.
 */
export function relevance(match: Match): number {
  return (fusedRank(match) / BEST_FUSED + likeness(match)) / 2
}

/** A memory of the time that is asked about, where nothing else of that time fits the question. */
export function matchByTime(label: string): Match {
  return {
    vectorRank: null,
    textRank: null,
    cosine: null,
    matchedTerms: [label],
    coverage: COVERAGE_FLOOR,
  }
}

export function isRelevant(match: Match): boolean {
  return aboutness(match) >= 1
}

/** Whether a memory nobody asked about may be brought up by the persona itself. */
export function isWorthVolunteering(memory: Memory & { readonly match: Match }): boolean {
  return (
    memory.memoryType === 'pride' &&
    vividness(memory.memoryStrength) === 'vivid' &&
    aboutness(memory.match) >= VOLUNTEER_SHARE
  )
}

function fusedRank({ vectorRank, textRank }: Match): number {
  const part = (rank: number | null) => (rank === null ? 0 : 1 / (RRF_K + rank))
  return part(vectorRank) + part(textRank)
}

function likeness({ cosine, coverage }: Match): number {
  return Math.min(1, Math.max(0, cosine ?? 0, coverage))
}

/** How far above the floors it is: 1 is on one of them. */
function aboutness({ cosine, coverage }: Match): number {
  return Math.max((cosine ?? 0) / COSINE_FLOOR, coverage / COVERAGE_FLOOR)
}
