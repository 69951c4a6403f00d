import type {
  AnswerProcess,
  EvidenceAnswer,
  EvidenceInput,
} from '../../src/main/engine/domain/evidence/evidence-input.ts'
import type { Question } from '../../src/shared/contract/questions.ts'
import type { AnswerStatus, AnswerValue, Run } from '../../src/shared/contract/runs.ts'

/** One task: whose, and what was answered by question; a status stands for an answer without a value. */
export type AnsweredTask = {
  readonly answers: Readonly<
    Record<string, AnswerValue | { status: Exclude<AnswerStatus, 'valid'> }>
  >
  readonly unit?: number
  readonly cohort?: number
  readonly weight?: number
  readonly condition?: string
  readonly place?: number
  readonly replicate?: number
  readonly segments?: Readonly<Record<string, string | null>>
}

/** A finished run of these tasks, nothing drawn unless `process` says so. */
export function answeredRun(
  questions: readonly Question[],
  tasks: readonly AnsweredTask[],
  process: Partial<AnswerProcess> = {},
  more: Partial<EvidenceInput> = {},
): EvidenceInput {
  const conditions = [...new Set(tasks.flatMap(({ condition = [] }) => condition))]
  const total = tasks.length
  return {
    run: {
      number: 1,
      status: 'succeeded',
      rehearsal: false,
      tasks: { total, queued: 0, running: 0, succeeded: total, failed: 0, cancelled: 0 },
    } as Run,
    questions,
    cohorts: [
      { id: 'first', name: 'First', fields: [] },
      { id: 'second', name: 'Second', fields: [] },
    ],
    conditions: conditions.map((id) => ({ id, name: id })),
    withinPersonas: false,
    comparisons: [],
    segmentBy: null,
    rows: tasks.map(({ unit, cohort = 0, weight = 1, condition = null, segments = {} }, row) => ({
      taskId: `task ${row}`,
      unit: unit ?? row,
      personaName: `Person ${unit ?? row}`,
      cohort,
      weight,
      condition,
      segments,
    })),
    answers: Object.fromEntries(
      questions.map(({ id }) => [id, tasks.map(({ answers }) => toAnswer(answers[id]))]),
    ),
    themes: {},
    process: {
      randomSeed: 7,
      temperature: 0.7,
      rotation: undefined,
      unitKeys: tasks.map((_, row) => `key ${row}`),
      replicates: tasks.map(({ replicate = 1 }) => replicate),
      conditionOrders: tasks.map(({ place = null }) => place),
      fields: {},
      similarities: {},
      ...process,
    },
    ...more,
  }
}

function toAnswer(given: AnsweredTask['answers'][string] | undefined): EvidenceAnswer | undefined {
  if (given === undefined) return undefined
  if (typeof given === 'object' && !Array.isArray(given) && typeof given['status'] === 'string')
    return { status: given['status'] as AnswerStatus, value: null, text: '' }
  const value = given as AnswerValue
  return { status: 'valid', value, text: typeof value === 'string' ? value : JSON.stringify(value) }
}
