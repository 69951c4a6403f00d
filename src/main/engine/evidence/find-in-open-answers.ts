import type { RunId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { AnswerProcess, EvidenceInput } from '../domain/evidence/evidence-input.ts'
import { similaritiesOf } from '../domain/evidence/quality/similarities.ts'
import { codingOf, themeSeedOf } from '../domain/themes/coding-of.ts'
import { sentimentsOf } from '../domain/themes/theme-evidence.ts'
import { createRecent } from '../recent.ts'
import { readAnswers, type RunRecord } from './gather.ts'
import { findVectorsByRow } from './open-answers.ts'
import type { OpenQuestions } from './open-questions.ts'

/** By question, row by row. Plain data: it crosses between threads. */
export type OpenFindings = Required<Pick<EvidenceInput, 'themes' | 'sentiments'>> &
  Pick<AnswerProcess, 'similarities'>
export type FindInOpenAnswers = (questions: OpenQuestions) => Promise<OpenFindings>

type Read = Pick<OpenQuestions, 'tasks'> & Pick<RunRecord, 'answers'>

/** Runs whose open answers are kept: as many as evidence keeps. */
const MOST_RUNS = 2

/**
 * What is found in open answers, whatever they are cut by: themes, feelings, and how alike they are.
 * Of a run that goes on, only what is new is read.
 */
export function createOpenAnswerFinder(db: ReadDb): FindInOpenAnswers {
  const kept = createRecent<RunId, Read>(MOST_RUNS)
  return async ({ runId, questions, tasks, codebooks, randomSeed, temperature }) => {
    if (questions.length === 0) return { themes: {}, sentiments: {}, similarities: {} }
    const questionIds = questions.map(({ id }) => id)
    const answers = await readAnswers(db, tasks, { known: kept.get(runId), questionIds })
    kept.keep(runId, { tasks, answers })

    const rows = toRows(tasks)
    const taskIds = tasks.map(({ taskId }) => taskId)
    const themes: Record<string, OpenFindings['themes'][string]> = {}
    const sentiments: Record<string, Float64Array> = {}
    let similarities: OpenFindings['similarities'] = {}
    for (const { id, asked } of questions) {
      const given = tasks.map(({ taskId }) => answers.get(id)?.get(taskId))
      const texts = given.map((answer) => (answer?.status === 'valid' ? answer.text : undefined))
      const vectors = await findVectorsByRow(db, runId, id, tasks)
      // Not the manifest's hash: it covers ids, and the same study elsewhere would have other themes.
      const seed = themeSeedOf(randomSeed, id)
      themes[id] = codingOf({ asked, taskIds, texts, vectors }, seed, codebooks[id])
      sentiments[id] = sentimentsOf(given)
      const input = { rows, answers: { [id]: given }, process: { temperature } }
      similarities = { ...similarities, ...similaritiesOf(input, { [id]: vectors }) }
    }
    return { themes, sentiments, similarities }
  }
}

/** As much of the rows as tells whose answers they are. */
function toRows(tasks: OpenQuestions['tasks']) {
  const units = new Map<string, number>()
  return tasks.map(({ personaId, condition }) => {
    const unit = units.get(personaId) ?? units.size
    units.set(personaId, unit)
    return { unit, condition }
  })
}
