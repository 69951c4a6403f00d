import { setImmediate } from 'node:timers/promises'
import { CriteriaTree } from '../../../shared/contract/cohorts.ts'
import {
  PopulationVersionId,
  type PersonaId,
  type RunId,
  type TenantId,
} from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { Run } from '../../../shared/contract/runs.ts'
import { fieldsIn } from '../../../shared/contract/segment-field.ts'
import type { ReadDb } from '../db/schema.ts'
import { fieldsOf } from '../domain/criteria/fields-of.ts'
import type { AnswerProcess, EvidenceInput } from '../domain/evidence/evidence-input.ts'
import { segmentOf } from '../domain/evidence/segment.ts'
import { getRun } from '../studies/get-run.ts'
import { getManifestHead, type ManifestHead } from '../studies/manifest.ts'
import { getPinnedBody } from '../studies/pinned-versions.ts'
import { findRunMembers, type RunMembers } from '../studies/run-members.ts'
import { processOf } from './answer-process.ts'
import type { RunOfTenant } from './contradictions.ts'
import {
  countBeside,
  listAnsweredTasks,
  listCountedAnswers,
  listRunCohorts,
  listStoredAnswers,
  type AnsweredTask,
  type CountedAnswer,
  type StoredAnswer,
} from './evidence.repo.ts'
import { createValueReader } from './value-reader.ts'

/** A run with everything its answers can be read against. */
export type RunRecord<Answer extends CountedAnswer = CountedAnswer> = RunMembers & {
  /** Its tasks and status are those of the study itself, without what ran beside it. */
  readonly run: Run
  /** Tasks that ran beside the study, by status. */
  readonly beside: Partial<Run['tasks']>
  readonly manifest: ManifestHead
  readonly cohorts: readonly { id: string; name: string; fields: readonly string[] }[]
  readonly tasks: readonly AnsweredTask[]
  /** The members that have answered. */
  readonly personas: ReadonlyMap<PersonaId, Persona>
  /** By question id, then task id. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Answer>>
}

export type StoredRecord = RunRecord<StoredAnswer>

/** Tasks whose answers are read between two turns of the event loop: a few milliseconds' worth. */
const BATCH = 100

type Identified = Pick<AnsweredTask, 'taskId'>
type Known = {
  /** The same run, read before: what it has is not read again. */
  readonly known?:
    { readonly tasks: readonly Identified[]; readonly answers: RunRecord['answers'] } | undefined
  readonly onRead?: ((done: number, total: number) => void) | undefined
}
type Gathering = Omit<Known, 'known'> & {
  readonly known?: RunRecord | undefined
  /** Told what is read, before its answers are. */
  readonly onTasks?: ((found: Pick<RunRecord, 'run' | 'manifest' | 'tasks'>) => void) | undefined
}

/** With answers as they are counted. @throws EngineError `not_found` */
export async function gatherRun(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  gathering: Gathering = {},
): Promise<RunRecord> {
  const around = await gatherAround(db, { tenantId, runId }, gathering)
  return { ...around, answers: await readAnswers(db, around.tasks, gathering) }
}

/** With answers as they were given: to hand them out. @throws EngineError `not_found` */
export async function gatherStored(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
): Promise<StoredRecord> {
  const around = await gatherAround(db, { tenantId, runId })
  const answers = await inBatches(around.tasks, async (taskIds) =>
    (await listStoredAnswers(db, taskIds)).map((answer) => ({ ...answer, answer })),
  )
  return { ...around, answers }
}

async function gatherAround(
  db: ReadDb,
  { tenantId, runId }: RunOfTenant,
  { known, onTasks }: Gathering = {},
): Promise<Omit<RunRecord, 'answers'>> {
  const run = await getRun(db, tenantId, runId)
  const [beside, manifest, cohorts, tasks] = await Promise.all([
    countBeside(db, runId),
    known?.manifest ?? getManifestHead(db, tenantId, runId),
    listRunCohorts(db, runId),
    listAnsweredTasks(db, tenantId, runId),
  ])
  onTasks?.({ run, manifest, tasks })
  const versionId = PopulationVersionId.parse(manifest.population.versionId)
  const panel = await getPinnedBody(db, tenantId, versionId)
  const place = new Map(panel.cohorts.map(({ cohortId }, i) => [cohortId as string, i]))
  const { members, bands } = known ?? (await findRunMembers(db, tenantId, run))
  return {
    run: withoutBeside(run, beside),
    beside,
    manifest,
    // In the panel's order: that of their making is another one in a study made of a file.
    cohorts: cohorts
      .toSorted((a, b) => place.get(a.id)! - place.get(b.id)!)
      .map(({ id, name, criteria }) => ({
        id,
        name,
        fields: fieldsOf(CriteriaTree.parse(JSON.parse(criteria))),
      })),
    tasks,
    members,
    bands,
    personas: answered(tasks, members),
  }
}

function answered(
  tasks: readonly AnsweredTask[],
  members: RunMembers['members'],
): RunRecord['personas'] {
  const ids = new Set(tasks.map(({ personaId }) => personaId as PersonaId))
  return new Map([...members].filter(([id]) => ids.has(id)))
}

/**
 * The run as far as it is the study's own. Arms come after the study: once all of its own tasks are
 * over, it is whole, whatever becomes of them.
 */
function withoutBeside(run: Run, beside: RunRecord['beside']): Run {
  const tasks = less(run.tasks, beside)
  const isWhole = tasks.succeeded > 0 && tasks.succeeded + tasks.failed === tasks.total
  return { ...run, tasks, status: beside.total && isWhole ? 'succeeded' : run.status }
}

function less(all: Run['tasks'], beside: Partial<Run['tasks']>): Run['tasks'] {
  const statuses = ['total', 'queued', 'running', 'succeeded', 'failed', 'cancelled'] as const
  const left = statuses.map((status) => [status, all[status] - (beside[status] ?? 0)])
  return Object.fromEntries(left) as Run['tasks']
}

/** An answer that is there stays as it is, so that only those of new tasks are read. */
export async function readAnswers(
  db: ReadDb,
  tasks: readonly Identified[],
  { known, onRead, questionIds }: Known & { readonly questionIds?: readonly string[] } = {},
): Promise<RunRecord['answers']> {
  const seen = new Set(known?.tasks.map(({ taskId }) => taskId))
  const unread = tasks.filter(({ taskId }) => !seen.has(taskId))
  const readValue = createValueReader()
  const list = async (taskIds: readonly string[]) =>
    (await listCountedAnswers(db, taskIds, { questionIds, readValue })).map((found) => ({
      taskId: taskIds[found.task]!,
      ...found,
    }))
  return inBatches(unread, list, { before: known?.answers, onRead })
}

type Placed<Answer> = {
  readonly taskId: string
  readonly questionId: string
  readonly answer: Answer
}

async function inBatches<Answer extends CountedAnswer>(
  tasks: readonly Identified[],
  list: (taskIds: readonly string[]) => Promise<readonly Placed<Answer>[]>,
  {
    before,
    onRead,
  }: { readonly before?: RunRecord<Answer>['answers'] | undefined } & Pick<Known, 'onRead'> = {},
): Promise<RunRecord<Answer>['answers']> {
  const byQuestion = new Map<string, Map<string, Answer>>()
  for (const [questionId, answers] of before ?? []) byQuestion.set(questionId, new Map(answers))
  const taskIds = tasks.map(({ taskId }) => taskId)
  for (let i = 0; i < taskIds.length; i += BATCH) {
    if (i > 0) await setImmediate()
    for (const { taskId, questionId, answer } of await list(taskIds.slice(i, i + BATCH))) {
      let others = byQuestion.get(questionId)
      if (!others) byQuestion.set(questionId, (others = new Map()))
      others.set(taskId, answer)
    }
    onRead?.(Math.min(i + BATCH, taskIds.length), taskIds.length)
  }
  return byQuestion
}

type Uncut = Pick<EvidenceInput, 'answers'> & {
  readonly process: Omit<AnswerProcess, 'similarities'>
}

// However a run is cut, its answers are the same: what was made of them is kept with them.
const uncut = new WeakMap<RunRecord, Uncut>()

function uncutOf(record: RunRecord): Uncut {
  const known = uncut.get(record)
  if (known) return known
  const { manifest, tasks, answers } = record
  const made = {
    answers: Object.fromEntries(
      manifest.skill.body.questions.map(({ id }) => {
        const ofQuestion = answers.get(id)
        return [id, tasks.map(({ taskId }) => ofQuestion?.get(taskId))]
      }),
    ),
    process: processOf(record),
  }
  uncut.set(record, made)
  return made
}

/** The record as the estimators take it: one row per answered task. */
export function toEvidenceInput(
  record: RunRecord,
  segmentBy: string | null,
  /** Fields to cut by besides. */
  others: readonly string[] = [],
): Omit<EvidenceInput, 'themes'> {
  const { run, manifest, cohorts, tasks, personas, bands } = record
  const { answers, process } = uncutOf(record)
  const units = new Map<string, number>()
  const cohortIndex = new Map(cohorts.map(({ id }, index) => [id, index]))
  const { design } = manifest.study
  const fields = new Set([
    ...design.comparisons.map(({ by }) => by).filter((by) => by !== 'cohort' && by !== 'condition'),
    ...(segmentBy === null ? [] : [segmentBy]),
    ...others,
  ])
  return {
    run,
    questions: manifest.skill.body.questions,
    cohorts,
    conditions: design.conditions.map(({ id, name }) => ({ id, name })),
    withinPersonas: design.design === 'within',
    comparisons: design.comparisons,
    segmentBy,
    rows: tasks.map((task) => {
      const persona = personas.get(task.personaId as PersonaId)
      const unit = units.get(task.personaId) ?? units.size
      units.set(task.personaId, unit)
      return {
        taskId: task.taskId,
        unit,
        personaName: nameOf(persona),
        cohort: cohortIndex.get(task.cohortId)!,
        weight: task.weight,
        condition: task.condition,
        segments: Object.fromEntries(
          [...fields].map((field) => [field, persona ? segmentOf(persona, field, bands) : null]),
        ),
      }
    }),
    bands: [...new Set([...fields].flatMap(fieldsIn))].flatMap((field) => {
      const cut = bands.get(field)
      return cut ? [{ field, labels: [...cut.labels] }] : []
    }),
    answers,
    process: { ...process, similarities: {} },
  }
}

/** A persona may be gone for good since; its answers still count. */
export function nameOf(persona: Persona | undefined): string {
  return persona ? `${persona.firstName} ${persona.lastName}` : 'Removed persona'
}
