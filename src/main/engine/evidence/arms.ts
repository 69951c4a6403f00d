import type { ArmEvidence } from '../../../shared/contract/arm-evidence.ts'
import { ArmName } from '../../../shared/contract/arms.ts'
import type { RunId } from '../../../shared/contract/ids.ts'
import type { Question } from '../../../shared/contract/questions.ts'
import type { ReadDb } from '../db/schema.ts'
import { armsEvidence } from '../domain/evidence/arms/arms-evidence.ts'
import type { AnswerTable } from '../domain/evidence/arms/compare-samples.ts'
import type { AnswerProcess } from '../domain/evidence/evidence-input.ts'
import {
  countByArm,
  findAnswerVectors,
  listAnsweredTasks,
  type AnsweredTask,
  type CountedAnswer,
} from './evidence.repo.ts'
import { withoutWords } from './every-answer.ts'
import { readAnswers, type RunRecord } from './gather.ts'

/** What the arms of a run say about its study. None where it has no arms. */
export async function armsOfRun(
  db: ReadDb,
  record: RunRecord,
  beside: readonly Beside[],
): Promise<ArmEvidence[]> {
  const { run, manifest, tasks, answers } = record
  if (!record.beside.total) return []
  const counts = await countByArm(db, run.id)
  const { questions } = manifest.skill.body
  const open = questions.filter(({ type }) => type === 'open').map(({ id }) => id)
  const vectors = await vectorsOf(db, run.id, open)
  const toTable = createTables(questions, vectors)
  return armsEvidence({
    questions,
    study: toTable(tasks, answers),
    arms: ArmName.options.flatMap((arm) => {
      const counted = counts.find((one) => one.arm === arm)
      if (!counted) return []
      const own = beside.find((one) => one.arm === arm)
      const { planned, succeeded, failed } = counted
      return [
        {
          arm,
          planned,
          failed,
          provisional: succeeded + failed < planned,
          ...toTable(own?.tasks ?? [], own?.answers ?? new Map()),
        },
      ]
    }),
    provisional: run.status !== 'succeeded',
    rehearsal: run.rehearsal,
  })
}

type Vectors = ReadonlyMap<string, ReadonlyMap<string, Float32Array>>

/** By open question, then task: of the study and of its arms. */
async function vectorsOf(
  db: ReadDb,
  runId: RunId,
  questionIds: readonly string[],
): Promise<Vectors> {
  const found = new Map<string, ReadonlyMap<string, Float32Array>>()
  for (const id of questionIds)
    found.set(
      id,
      new Map([
        ...(await findAnswerVectors(db, runId, id)),
        ...(await findAnswerVectors(db, runId, id, 'arms')),
      ]),
    )
  return found
}

/** What the bare model answered, by question; undefined where it was not asked. */
export function answersWithoutPersona(
  { manifest }: RunRecord,
  beside: readonly Beside[],
): AnswerProcess['noPersona'] {
  const bare = beside.find(({ arm }) => arm === 'no-persona')
  const ids = manifest.skill.body.questions.map(({ id }) => id)
  return bare && answersOf(bare.tasks, ids, bare.answers)
}

type Answered = ReadonlyMap<string, ReadonlyMap<string, CountedAnswer>>
/** An arm that somebody answered in. */
export type Beside = {
  readonly arm: ArmName
  readonly tasks: readonly AnsweredTask[]
  readonly answers: Answered
}

/** What was answered beside the study. */
export async function listBeside(db: ReadDb, { run, beside }: RunRecord): Promise<Beside[]> {
  if (!beside.succeeded) return []
  const tasks = (await listAnsweredTasks(db, run.tenantId, run.id, 'arms')).filter(
    ({ arm }) => ArmName.safeParse(arm).success,
  )
  const answers = await readAnswers(db, tasks)
  return ArmName.options.flatMap((arm) => {
    const own = tasks.filter((task) => task.arm === arm)
    return own.length === 0 ? [] : [{ arm, tasks: own, answers }]
  })
}

type ToTable = (tasks: readonly AnsweredTask[], answers: Answered) => AnswerTable

/**
 * Makes tables in which the same persona has the same number everywhere. The bare model is nobody's:
 * each of its tasks is a unit of its own, of equal weight.
 */
function createTables(questions: readonly Question[], vectors: Vectors): ToTable {
  const units = indexer()
  const strata = indexer()
  const ids = questions.map(({ id }) => id)
  return (tasks, answers) => {
    const isNobody = tasks[0]?.arm === 'no-persona'
    return {
      design: {
        unit: Int32Array.from(tasks, (task) => units(isNobody ? task.taskId : task.personaId)),
        stratum: Int32Array.from(tasks, (task) => strata(isNobody ? '' : task.cohortId)),
        weight: Float64Array.from(tasks, ({ weight }) => (isNobody ? 1 : weight)),
      },
      answers: answersOf(tasks, ids, answers),
      vectors: Object.fromEntries(
        [...vectors].map(([id, byTask]) => [id, tasks.map(({ taskId }) => byTask.get(taskId))]),
      ),
    }
  }
}

function answersOf(
  tasks: readonly AnsweredTask[],
  questionIds: readonly string[],
  answers: Answered,
): AnswerTable['answers'] {
  return Object.fromEntries(
    questionIds.map((id) => [
      id,
      tasks.map(({ taskId }) => withoutWords(answers.get(id)?.get(taskId))),
    ]),
  )
}

/** Numbers things from 0 as they come. */
function indexer(): (key: string) => number {
  const known = new Map<string, number>()
  return (key) => {
    const index = known.get(key) ?? known.size
    known.set(key, index)
    return index
  }
}
