import type { RunId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { AnswerProcess, EvidenceInput } from '../domain/evidence/evidence-input.ts'
import { similaritiesOf } from '../domain/evidence/quality/similarities.ts'
import { codingOf, themeSeedOf } from '../domain/themes/coding-of.ts'
import { getManifestHead } from '../studies/manifest.ts'
import type { KeptCodebooks } from '../themes/kept-codebooks.ts'
import { listAnsweredTasks, type AnsweredTask } from './evidence.repo.ts'
import type { RunOfTenant } from './contradictions.ts'
import { readAnswers, type RunRecord } from './gather.ts'
import { findVectorsByRow } from './open-answers.ts'

export type OpenQuestions = RunOfTenant & {
  /** The rows, in their order: tasks that are answered. */
  readonly taskIds: readonly string[]
  readonly codebooks: KeptCodebooks['codebooks']
}
/** By question, row by row. Plain data: it crosses between threads. */
export type OpenFindings = Pick<EvidenceInput, 'themes'> & Pick<AnswerProcess, 'similarities'>
export type FindInOpenAnswers = (questions: OpenQuestions) => Promise<OpenFindings>

type Read = Pick<RunRecord, 'tasks' | 'answers'>

/** Runs whose open answers are kept: as many as evidence keeps. */
const MOST_RUNS = 2

/**
 * What is found by the embeddings of open answers, whatever they are cut by: themes, and how alike
 * the answers are. Of a run that goes on, only what is new is read.
 */
export function createOpenAnswerFinder(db: ReadDb): FindInOpenAnswers {
  const kept = new Map<RunId, Read>()
  return async ({ tenantId, runId, taskIds, codebooks }) => {
    const { skill, study } = await getManifestHead(db, tenantId, runId)
    const open = skill.body.questions.filter(({ type }) => type === 'open')
    if (open.length === 0) return { themes: {}, similarities: {} }
    const byId = new Map(
      (await listAnsweredTasks(db, tenantId, runId)).map((task) => [task.taskId, task]),
    )
    const tasks = taskIds.map((taskId) => byId.get(taskId)!)
    const questionIds = open.map(({ id }) => id)
    const answers = await readAnswers(db, tasks, { known: kept.get(runId), questionIds })
    kept.delete(runId)
    kept.set(runId, { tasks, answers })
    if (kept.size > MOST_RUNS) kept.delete(kept.keys().next().value!)

    const { randomSeed, temperature } = study.design
    const rows = toRows(tasks)
    const themes: Record<string, OpenFindings['themes'][string]> = {}
    let similarities: OpenFindings['similarities'] = {}
    for (const { id, text: asked } of open) {
      const given = tasks.map(({ taskId }) => answers.get(id)?.get(taskId))
      const texts = given.map((answer) => (answer?.status === 'valid' ? answer.text : undefined))
      const vectors = await findVectorsByRow(db, runId, id, tasks)
      // Not the manifest's hash: it covers ids, and the same study elsewhere would have other themes.
      const seed = themeSeedOf(randomSeed, id)
      themes[id] = codingOf({ asked, taskIds, texts, vectors }, seed, codebooks[id])
      const input = { rows, answers: { [id]: given }, process: { temperature } }
      similarities = { ...similarities, ...similaritiesOf(input, { [id]: vectors }) }
    }
    return { themes, similarities }
  }
}

/** As much of the rows as tells whose answers they are. */
function toRows(tasks: readonly AnsweredTask[]) {
  const units = new Map<string, number>()
  return tasks.map(({ personaId, condition }) => {
    const unit = units.get(personaId) ?? units.size
    units.set(personaId, unit)
    return { unit, condition }
  })
}
