import type { Question } from '../../../../shared/contract/skills.ts'
import type { AnswerStatus, AnswerValue, Run } from '../../../../shared/contract/runs.ts'

/** One task: a persona under one condition, one replicate. Finished tasks only. */
export type EvidenceRow = {
  readonly taskId: string
  /** Index of the persona, the design's sampling unit: rows of one persona share it. */
  readonly unit: number
  readonly personaName: string
  /** Index into `cohorts`. */
  readonly cohort: number
  /** Mean 1 over the population. */
  readonly weight: number
  readonly condition: string | null
  /** By field asked for or named before launch: category of the persona, null where it has none. */
  readonly segments: Readonly<Record<string, string | null>>
}

export type EvidenceAnswer = {
  readonly status: AnswerStatus
  readonly value: AnswerValue | null
  readonly text: string
  /** Of a similarity rating: cosines to its statements, shape [1][sets][k]. */
  readonly cosines?: number[][][]
}

export type NamedComparison = { readonly questionId: string; readonly by: string }

/** Everything evidence is computed from. Plain data: it crosses to a worker as it is. */
export type EvidenceInput = {
  readonly run: Run
  readonly questions: readonly Question[]
  readonly cohorts: readonly {
    readonly id: string
    readonly name: string
    /** Fields its criteria test, e.g. `age`. */
    readonly fields: readonly string[]
  }[]
  readonly conditions: readonly { readonly id: string; readonly name: string }[]
  /** Whether every persona answered under every condition. */
  readonly withinPersonas: boolean
  /** Named before launch. */
  readonly comparisons: readonly NamedComparison[]
  /** A field of `EvidenceRow.segments`, or null when no segments were asked for. */
  readonly segmentBy: string | null
  readonly rows: readonly EvidenceRow[]
  /** By question id, one entry per row; undefined where the question was not asked. */
  readonly answers: Readonly<Record<string, readonly (EvidenceAnswer | undefined)[]>>
  /** Of each similarity rating: cosines of every two of its statements; null: not at hand. */
  readonly references?: Readonly<Record<string, number[][][] | null>>
  /** Themes of each open question, found beforehand: row index → theme index, −1 for none. */
  readonly themes: Readonly<Record<string, ThemeAssignment>>
}

export type ThemeAssignment = {
  readonly labels: readonly { readonly label: string; readonly keywords: readonly string[] }[]
  /** Per row: index into `labels`, or −1. */
  readonly themeOf: readonly number[]
  /** Per row: cosine to the theme's centre, for choosing quotes. */
  readonly closeness: readonly number[]
}
