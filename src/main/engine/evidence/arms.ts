import type { ArmEvidence } from '../../../shared/contract/arm-evidence.ts'
import { ArmName } from '../../../shared/contract/arms.ts'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { armsEvidence } from '../domain/evidence/arms/arms-evidence.ts'
import type { AnswerTable } from '../domain/evidence/arms/compare-samples.ts'
import type { AnswerProcess } from '../domain/evidence/evidence-input.ts'
import { listAnsweredTasks, type AnsweredTask, type StoredAnswer } from './evidence.repo.ts'
import { withoutWords } from './every-answer.ts'
import { readAnswers, type RunRecord } from './gather.ts'

/** What the arms of a run say about its study. None where no arm ran. */
export async function armsOfRun(
  db: ReadDb,
  tenantId: TenantId,
  record: RunRecord,
): Promise<ArmEvidence[]> {
  const { run, manifest, tasks, answers } = record
  if (!record.beside.succeeded) return []
  const beside = await listBeside(db, tenantId, run.id)
  if (beside.length === 0) return []
  const { questions } = manifest.skill.body
  const ids = questions.map(({ id }) => id)
  return armsEvidence({
    questions,
    study: toTable(tasks, ids, answers),
    arms: beside.map(({ arm, ...own }) => ({ arm, ...toTable(own.tasks, ids, own.answers) })),
    provisional: run.status !== 'succeeded',
    rehearsal: run.rehearsal,
  })
}

/** What the bare model answered, by question; undefined where it was not asked. */
export async function answersWithoutPersona(
  db: ReadDb,
  { run, manifest, beside }: RunRecord,
): Promise<AnswerProcess['noPersona']> {
  if (!beside.succeeded) return undefined
  const arms = await listBeside(db, run.tenantId, run.id)
  const bare = arms.find(({ arm }) => arm === 'no-persona')
  const ids = manifest.skill.body.questions.map(({ id }) => id)
  return bare && toTable(bare.tasks, ids, bare.answers).answers
}

type Answered = ReadonlyMap<string, ReadonlyMap<string, StoredAnswer>>
type Beside = { readonly arm: ArmName; readonly tasks: AnsweredTask[]; readonly answers: Answered }

async function listBeside(db: ReadDb, tenantId: TenantId, runId: RunId): Promise<Beside[]> {
  const tasks = (await listAnsweredTasks(db, tenantId, runId, 'arms')).filter(
    ({ arm }) => ArmName.safeParse(arm).success,
  )
  const answers = await readAnswers(db, tasks)
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
        tasks.map(({ taskId }) => withoutWords(answers.get(id)?.get(taskId))),
      ]),
    ),
  }
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
