import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { Run } from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'
import { themeSeedOf, type OpenAnswers } from '../domain/themes/coding-of.ts'
import { EngineError } from '../errors.ts'
import { getRun } from '../studies/get-run.ts'
import { getManifestHead } from '../studies/manifest.ts'
import { findAnswerVectors, listCountedAnswers, listValidAnswers } from './evidence.repo.ts'
import { createValueReader } from './value-reader.ts'

export type OpenAnswersOfRun = {
  readonly run: Run
  readonly text: string
  /** Of the themes that evidence finds. */
  readonly seed: string
  readonly answers: OpenAnswers
}

/**
 * The valid answers to one open question of a run, with their vectors.
 *
 * @param withVectors  false where words and ids are enough: vectors are most of the reading
 * @throws EngineError `not_found` where the run has no such question, or it is not an open one
 */
export async function getOpenAnswers(
  db: ReadDb,
  tenantId: TenantId,
  { runId, questionId }: { runId: RunId; questionId: string },
  { withVectors = true }: { withVectors?: boolean } = {},
): Promise<OpenAnswersOfRun> {
  const run = await getRun(db, tenantId, runId)
  const manifest = await getManifestHead(db, tenantId, runId)
  const question = manifest.skill.body.questions.find(({ id }) => id === questionId)
  if (question?.type !== 'open')
    throw new EngineError('not_found', `No open question ${questionId} in run ${run.number}`)
  const [answers, vectors] = await Promise.all([
    listValidAnswers(db, runId, questionId),
    withVectors ? findAnswerVectors(db, runId, questionId) : new Map<string, Float32Array>(),
  ])
  return {
    run,
    text: question.text,
    seed: themeSeedOf(manifest.study.design.randomSeed, questionId),
    answers: {
      asked: question.text,
      taskIds: answers.map(({ taskId }) => taskId),
      texts: answers.map(({ text }) => text),
      vectors: answers.map(({ taskId }) => vectors.get(taskId)),
    },
  }
}

/** Words of some tasks' valid answers to one question, by task. */
export async function findAnswerTexts(
  db: ReadDb,
  questionId: string,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const answers = await listCountedAnswers(db, taskIds, {
    questionIds: [questionId],
    readValue: createValueReader(),
  })
  return new Map(
    answers
      .filter(({ answer }) => answer.status === 'valid')
      .map(({ task, answer }) => [taskIds[task]!, answer.text]),
  )
}

/** Embeddings of the answers to one question, row by row. */
export async function findVectorsByRow(
  db: ReadDb,
  runId: RunId,
  questionId: string,
  rows: readonly { readonly taskId: string }[],
): Promise<(Float32Array | undefined)[]> {
  const byTask = await findAnswerVectors(db, runId, questionId)
  return rows.map(({ taskId }) => byTask.get(taskId))
}
