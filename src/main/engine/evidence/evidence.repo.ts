import { sql } from 'kysely'
import { z } from 'zod'
import type {
  EntryId,
  PersonaId,
  PopulationId,
  RunId,
  TenantId,
  TurnId,
} from '../../../shared/contract/ids.ts'
import { RecalledMemory } from '../../../shared/contract/recall.ts'
import type {
  AnswerDetail,
  AnswerStatus,
  AnswerValue,
  TaskCounts,
} from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'
import type { EvidenceAnswer } from '../domain/evidence/evidence-input.ts'
import { cosinesIn } from '../domain/questions/reference-quality.ts'
import { fromBlob } from '../vectors/vector-blob.ts'

export type AnsweredTask = {
  readonly taskId: string
  readonly unitKey: string
  /** Null: a task of the study itself. */
  readonly arm: string | null
  readonly personaId: string
  readonly cohortId: string
  readonly condition: string | null
  /** Its place among those that the persona was asked under, 1 first. */
  readonly conditionOrder: number | null
  readonly replicate: number
  readonly weight: number
}

/** Whose answers: the study's own, or those of everything beside it. */
export type Belonging = 'study' | 'arms'
const isArm = { study: 'is', arms: 'is not' } as const

/** Tasks that are answered, in the order of their unit keys: the same for every replay. */
export async function listAnsweredTasks(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  belonging: Belonging = 'study',
): Promise<AnsweredTask[]> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('run_member as member', (join) =>
      join
        .onRef('member.run_id', '=', 'task.run_id')
        .onRef('member.persona_id', '=', 'task.persona_id'),
    )
    .where('task.tenant_id', '=', tenantId)
    .where('task.run_id', '=', runId)
    .where('task.status', '=', 'succeeded')
    .where('task.arm', isArm[belonging], null)
    .orderBy('task.unit_key')
    .select([
      'task.id as taskId',
      'task.unit_key as unitKey',
      'task.arm',
      'task.persona_id as personaId',
      'task.cohort_id as cohortId',
      'task.condition',
      'task.condition_order as conditionOrder',
      'task.replicate',
      'member.weight',
    ])
    .execute()
  return rows
}

/** Tasks beside the study by status, and in all; what there is none of is absent. */
export async function countBeside(db: ReadDb, runId: RunId): Promise<Partial<TaskCounts>> {
  const rows = await db
    .selectFrom('task')
    .where('run_id', '=', runId)
    .where('arm', 'is not', null)
    .groupBy('status')
    .select(['status', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  return { total, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) }
}

/** Tasks of each arm: all, and those that failed or are answered. */
export async function countByArm(
  db: ReadDb,
  runId: RunId,
): Promise<{ arm: string; planned: number; succeeded: number; failed: number }[]> {
  const rows = await db
    .selectFrom('task')
    .where('run_id', '=', runId)
    .where('arm', 'is not', null)
    .groupBy(['arm', 'status'])
    .select(['arm', 'status', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  return [...Map.groupBy(rows, ({ arm }) => arm!)].map(([arm, own]) => {
    const of = (status: string) => own.find((one) => one.status === status)?.count ?? 0
    const planned = own.reduce((sum, { count }) => sum + count, 0)
    return { arm, planned, succeeded: of('succeeded'), failed: of('failed') }
  })
}

/**
 * An answer as it is counted: with its words where the question is open or they were not understood,
 * `''` elsewhere.
 */
export type CountedAnswer = EvidenceAnswer & { readonly detail: AnswerDetail | null }
/** An answer as it was given, and where. */
export type StoredAnswer = CountedAnswer & {
  readonly taskId: string
  readonly questionId: string
  readonly type: string
  readonly turnId: string
}

type Wanted = { readonly key: number; readonly value: string }
type Place = { readonly task: number; readonly questionId: string }
type Counting = {
  /** Only answers to these; absent: to all. */
  readonly questionIds?: readonly string[] | undefined
  readonly readValue: (json: string) => AnswerValue
}

/**
 * Answers of some tasks as they are counted, in no order. Half of what is stored is words that nobody
 * counts, and text that says where it is from: both are left where they are.
 *
 * @returns with each, its task's index in `taskIds`
 */
export async function listCountedAnswers(
  db: ReadDb,
  taskIds: readonly string[],
  { questionIds, readValue }: Counting,
): Promise<(Place & { readonly answer: CountedAnswer })[]> {
  const rows = await db
    .selectFrom(sql<Wanted>`json_each(${JSON.stringify(taskIds)})`.as('wanted'))
    .crossJoin('task_answer as answer')
    .whereRef('answer.task_id', '=', 'wanted.value')
    .$if(questionIds !== undefined, (query) =>
      query.where('answer.question_id', 'in', questionIds!),
    )
    .select([
      'wanted.key as task',
      'answer.question_id as questionId',
      'answer.status',
      'answer.value',
      sql<string>`iif(answer.type = 'open' or answer.status = 'invalid', answer.text, '')`.as(
        'text',
      ),
      'answer.detail',
    ])
    .execute()
  // The shape is trusted: the engine wrote the rows, and there are hundreds of thousands of them.
  return rows.map(({ task, questionId, status, value, text, detail }) => ({
    task,
    questionId,
    answer: toAnswer({ status, value: value === null ? null : readValue(value), text, detail }),
  }))
}

/** Answers of some tasks as they were given, in no order. */
export async function listStoredAnswers(
  db: ReadDb,
  taskIds: readonly string[],
): Promise<StoredAnswer[]> {
  const rows = await db
    .selectFrom('task_answer')
    .where('task_id', 'in', taskIds)
    .select([
      'task_id as taskId',
      'question_id as questionId',
      'type',
      'status',
      'value',
      'text',
      'detail',
      'turn_id as turnId',
    ])
    .execute()
  return rows.map(({ taskId, questionId, type, status, value, text, detail, turnId }) => ({
    taskId,
    questionId,
    type,
    ...toAnswer({
      status,
      value: value === null ? null : (JSON.parse(value) as AnswerValue),
      text,
      detail,
    }),
    turnId,
  }))
}

function toAnswer({
  status,
  value,
  text,
  detail: json,
}: {
  status: string
  value: AnswerValue | null
  text: string
  detail: string | null
}): CountedAnswer {
  const answer = { status: status as AnswerStatus, value, text }
  if (json === null) return { ...answer, detail: null }
  const detail = JSON.parse(json) as AnswerDetail
  const cosines = cosinesIn(detail)
  return cosines ? { ...answer, detail, cosines } : { ...answer, detail }
}

/** Valid answers to one question in the order of `listAnsweredTasks`. */
export async function listValidAnswers(
  db: ReadDb,
  runId: RunId,
  questionId: string,
): Promise<{ taskId: string; personaId: PersonaId; turnId: TurnId; text: string }[]> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('task_answer as answer', 'answer.task_id', 'task.id')
    .where('task.run_id', '=', runId)
    .where('task.status', '=', 'succeeded')
    .where('task.arm', 'is', null)
    .where('answer.question_id', '=', questionId)
    .where('answer.status', '=', 'valid')
    .orderBy('task.unit_key')
    .select([
      'task.id as taskId',
      'task.persona_id as personaId',
      'answer.turn_id as turnId',
      'answer.text',
    ])
    .execute()
  return rows.map((row) => ({
    ...row,
    personaId: row.personaId as PersonaId,
    turnId: row.turnId as TurnId,
  }))
}

/** Embeddings of the answers to one question, by task. Those that have none are absent. */
export async function findAnswerVectors(
  db: ReadDb,
  runId: RunId,
  questionId: string,
  belonging: Belonging = 'study',
): Promise<ReadonlyMap<string, Float32Array>> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('task_answer as answer', 'answer.task_id', 'task.id')
    .innerJoin('turn_embedding as embedding', 'embedding.turn_id', 'answer.turn_id')
    .where('task.run_id', '=', runId)
    .where('task.status', '=', 'succeeded')
    .where('task.arm', isArm[belonging], null)
    .where('answer.question_id', '=', questionId)
    .select(['task.id', 'embedding.vector'])
    .execute()
  return new Map(rows.map(({ id, vector }) => [id, fromBlob(vector)]))
}

/** Names and criteria of the cohorts a run drew on, also of those in the trash since. */
export async function listRunCohorts(db: ReadDb, runId: RunId) {
  return db
    .selectFrom('cohort')
    .innerJoin('cohort_revision as revision', 'revision.cohort_id', 'cohort.id')
    .where('cohort.id', 'in', (eb) =>
      eb.selectFrom('run_member').where('run_id', '=', runId).select('cohort_id').distinct(),
    )
    .where('revision.revision', '=', (eb) =>
      eb
        .selectFrom('cohort_revision as other')
        .whereRef('other.cohort_id', '=', 'cohort.id')
        .select(({ fn }) => fn.max('other.revision').as('newest')),
    )
    .orderBy('cohort.created_at')
    .orderBy('cohort.name')
    .select(['cohort.id', 'cohort.name', 'revision.criteria'])
    .execute()
}

/** The last timeline sequence that existed for the run, by persona. */
export async function findLastSequences(
  db: ReadDb,
  runId: RunId,
): Promise<ReadonlyMap<PersonaId, number>> {
  const rows = await db
    .selectFrom('run_member')
    .where('run_id', '=', runId)
    .select(['persona_id', 'last_sequence'])
    .execute()
  return new Map(rows.map((row) => [row.persona_id as PersonaId, row.last_sequence]))
}

/** What was recalled for an answer, and which repressed memories had surfaced. */
export async function findAnswering(
  db: ReadDb,
  turnId: TurnId,
): Promise<{ recalled: RecalledMemory[]; surfaced: EntryId[] }> {
  const { recalled, surfaced } = await db
    .selectFrom('turn')
    .where('id', '=', turnId)
    .select(['recalled', 'surfaced'])
    .executeTakeFirstOrThrow()
  return {
    recalled: z.array(RecalledMemory).parse(JSON.parse(recalled)),
    surfaced: JSON.parse(surfaced) as EntryId[],
  }
}

/** Personas of whom at least one task is answered. */
export async function findAnsweredPersonas(db: ReadDb, runId: RunId): Promise<PersonaId[]> {
  const rows = await db
    .selectFrom('task')
    .where('run_id', '=', runId)
    .where('status', '=', 'succeeded')
    .where('arm', 'is', null)
    .select('persona_id')
    .distinct()
    .execute()
  return rows.map((row) => row.persona_id as PersonaId)
}

/** Which version of which population it is. */
export async function findVersionPlace(
  db: ReadDb,
  versionId: string,
): Promise<{ id: PopulationId; version: number } | undefined> {
  const row = await db
    .selectFrom('population_version')
    .where('id', '=', versionId)
    .select(['population_id', 'version'])
    .executeTakeFirst()
  return row && { id: row.population_id as PopulationId, version: row.version }
}
