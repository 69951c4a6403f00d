import type { ArmEvidence } from '../../../shared/contract/arm-evidence.ts'
import { ArmName } from '../../../shared/contract/arms.ts'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { AnswerTable, ArmsInput } from '../domain/evidence/arms/arms-evidence.ts'
import type { EvidenceAnswer } from '../domain/evidence/evidence-input.ts'
import { runWorker } from '../workers/run-worker.ts'
import {
  listAnsweredTasks,
  listAnswers,
  type AnsweredTask,
  type StoredAnswer,
} from './evidence.repo.ts'
import type { RunRecord } from './gather.ts'

/** What the arms of a run say about its study; computed in a worker. None where no arm ran. */
export async function armsOfRun(
  db: ReadDb,
  tenantId: TenantId,
  record: RunRecord,
): Promise<ArmEvidence[]> {
  const { run, manifest, tasks, answers } = record
  const beside = await listBeside(db, tenantId, run.id)
  if (beside.length === 0) return []
  const { questions } = manifest.skill.body
  const ids = questions.map(({ id }) => id)
  const work: ArmsInput = {
    questions,
    study: toTable(tasks, ids, answers),
    arms: beside.map(({ arm, ...own }) => ({ arm, ...toTable(own.tasks, ids, own.answers) })),
    provisional: run.status !== 'succeeded',
    rehearsal: run.rehearsal,
  }
  return runWorker<ArmsInput, ArmEvidence[]>(import.meta.url, 'arms', work)
}

type Answered = ReadonlyMap<string, ReadonlyMap<string, StoredAnswer>>
type Beside = { readonly arm: ArmName; readonly tasks: AnsweredTask[]; readonly answers: Answered }

async function listBeside(db: ReadDb, tenantId: TenantId, runId: RunId): Promise<Beside[]> {
  const tasks = await listAnsweredTasks(db, tenantId, runId, 'arms')
  if (tasks.length === 0) return []
  const answers = new Map<string, Map<string, StoredAnswer>>()
  for (const answer of await listAnswers(db, runId, 'arms')) {
    const known = answers.get(answer.questionId) ?? new Map<string, StoredAnswer>()
    answers.set(answer.questionId, known.set(answer.taskId, answer))
  }
  return ArmName.options.flatMap((arm) => {
    const own = tasks.filter((task) => task.arm === arm)
    return own.length === 0 ? [] : [{ arm, tasks: own, answers }]
  })
}

/** The bare model is nobody's: each of its tasks is a unit of its own, of equal weight. */
function toTable(
  tasks: readonly AnsweredTask[],
  questionIds: readonly string[],
  answers: Answered,
): AnswerTable {
  const units = indexer()
  const strata = indexer()
  const isNobody = tasks[0]?.arm === 'no-persona'
  return {
    design: {
      unit: Int32Array.from(tasks, (task) => units(isNobody ? task.taskId : task.personaId)),
      stratum: Int32Array.from(tasks, (task) => strata(isNobody ? '' : task.cohortId)),
      weight: Float64Array.from(tasks, ({ weight }) => (isNobody ? 1 : weight)),
    },
    answers: Object.fromEntries(
      questionIds.map((id) => [
        id,
        tasks.map(({ taskId }) => toAnswer(answers.get(id)?.get(taskId))),
      ]),
    ),
  }
}

/** Without its words: they are most of what would have to be carried to the worker. */
function toAnswer(answer: StoredAnswer | undefined): EvidenceAnswer | undefined {
  return answer && { status: answer.status, value: answer.value, text: '' }
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
