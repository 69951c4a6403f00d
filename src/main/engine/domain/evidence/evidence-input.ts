import type { Similarity } from './quality/similarity.ts'
import type { FieldBands } from '../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../shared/contract/skills.ts'
import type { AnswerStatus, AnswerValue, Run } from '../../../../shared/contract/runs.ts'
import type { SkillBody } from '../../../../shared/contract/skills.ts'

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
  /** Of the fields of `EvidenceRow.segments` that are cut into bands; absent: none are. */
  readonly bands?: readonly FieldBands[]
  /** By question id, one entry per row; undefined where the question was not asked. */
  readonly answers: Readonly<Record<string, readonly (EvidenceAnswer | undefined)[]>>
  /** Of each similarity rating: cosines of every two of its statements; null: not at hand. */
  readonly references?: Readonly<Record<string, number[][][] | null>>
  /** Themes of each open question, found beforehand: row index → theme index, −1 for none. */
  readonly themes: Readonly<Record<string, ThemeAssignment>>
  /** Of each open question, row by row, where it was measured beforehand: as `sentimentsOf` has it. */
  readonly sentiments?: Readonly<Record<string, Float64Array>>
  /** Absent: nothing is told about how the answers came about. */
  readonly process?: AnswerProcess
}

/** How the answers came about. Arrays have one entry per row. */
export type AnswerProcess = {
  readonly randomSeed: number
  readonly temperature: number
  readonly rotation: SkillBody['rotation']
  /** What every draw of a task hangs on. */
  readonly unitKeys: readonly string[]
  /** 1 first. */
  readonly replicates: readonly number[]
  /** Place of the condition for the persona, 1 first; null where there is one condition. */
  readonly conditionOrders: readonly (number | null)[]
  /** By field of the persona: the category, null where it has none. For looking behind differences. */
  readonly fields: Readonly<Record<string, readonly (string | null)[]>>
  /** By open question: how alike its answers are; undefined where too few were embedded. */
  readonly similarities: Readonly<Record<string, Similarity | undefined>>
  /** Open answers held against the timeline; absent: none were. */
  readonly contradictions?: ContradictionCheck | undefined
  /** Answers of the run's arm without personas, by question; absent: the study has no such arm. */
  readonly noPersona?: Readonly<Record<string, readonly (EvidenceAnswer | undefined)[]>> | undefined
}

export type ContradictionCheck = {
  /** Answers looked at. */
  readonly checked: number
  readonly found: readonly {
    readonly row: number
    readonly questionId: string
    readonly explanation: string
  }[]
}

export type ThemeAssignment = {
  readonly labels: readonly {
    /** Stable within the coding: what `/runs/:id/tasks?value=__theme:` takes. */
    readonly id: string
    readonly label: string
    readonly keywords: readonly string[]
  }[]
  /** Per row: index into `labels`, or −1. */
  readonly themeOf: readonly number[]
  /** The themes were frozen: they cannot be fitted to the differences they are compared by. */
  readonly isFixed?: boolean
  /** Per row: cosine to the theme's centre, for choosing quotes. */
  readonly closeness: readonly number[]
}
