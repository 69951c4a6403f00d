import type { RunId } from '../../../../shared/contract/ids.ts'
import type { Agreement, RunDifference } from '../../../../shared/contract/run-comparison.ts'
import type { ReadDb } from '../../db/schema.ts'
import {
  agreementOf,
  compareAnswers,
  type ComparedAnswer,
  type ComparedTask,
} from '../../domain/studies/compare-answers.ts'
import { describeChanges } from '../../domain/studies/describe-changes.ts'
import { describeStudy, type DescribableStudy } from '../../domain/studies/describe-design.ts'
import type { DescribedFields } from '../../domain/studies/describe-changes.ts'
import { variablesIn } from '../../domain/studies/shown-question.ts'
import { wordsOfAnswers } from '../../domain/studies/words-of-answers.ts'
import type { RunOfTenant } from '../../evidence/contradictions.ts'
import { nameOf, type RunRecord } from '../../evidence/gather.ts'
import type { RunKind } from '../../evidence/run-kind.ts'
import type { ManifestHead } from '../manifest.ts'

type Two = RunOfTenant & { readonly otherId: RunId }

/** Two runs side by side: what they were launched with, and what was answered otherwise. */
export const differenceOf: RunKind<Two, RunDifference> = async (
  { tenantId, runId, otherId },
  { db, read },
) => {
  const record = await read({ tenantId, runId })
  const other = await read({ tenantId, runId: otherId })
  const [tasks, otherTasks] = [record, other].map((one) =>
    comparedTasks(one, { inWords: true }),
  ) as [ComparedTask[], ComparedTask[]]
  const answers = compareAnswers(tasks, otherTasks)
  return {
    run: record.run,
    with: other.run,
    // Told from the other run to this one, which is usually the later.
    manifest: describeChanges(describeManifest(other.manifest), describeManifest(record.manifest)),
    ...answers,
    tasks: answers.tasks as RunDifference['tasks'],
    agreement: agreementOf(tasks, otherTasks, sameByDesign(record, other)),
    modelNames: {
      run: await answeringModels(db, runId),
      with: await answeringModels(db, otherId),
    },
  }
}

/** Retest agreement of two runs on the same personas. */
export const agreementOfRuns: RunKind<Two, Agreement[]> = async (
  { tenantId, runId, otherId },
  { read },
) => {
  const record = await read({ tenantId, runId })
  const other = await read({ tenantId, runId: otherId })
  const plain = { inWords: false }
  return agreementOf(
    comparedTasks(record, plain),
    comparedTasks(other, plain),
    sameByDesign(record, other),
  )
}

// Equality that is certain measures nothing.
function sameByDesign(run: RunRecord, other: RunRecord): string | null {
  const [a, b] = [run.manifest, other.manifest]
  if (a.model.modelName !== b.model.modelName) return null
  if (a.study.design.randomSeed !== b.study.design.randomSeed) return null
  if (a.model.rehearsal)
    return 'The built-in model draws the same answer from the same random seed: give one run another seed'
  if (a.study.design.temperature === 0 && b.study.design.temperature === 0)
    return 'At temperature 0 the same answer is expected: nothing was drawn again'
  // Which ones is not known answer by answer: some would be the same answer twice.
  if (run.run.answersFromCache + other.run.answersFromCache > 0)
    return 'Some answers came from the cache: launch a run with the cache turned off'
  return null
}

/** In words where they are shown: that takes most of the time. */
function comparedTasks(record: RunRecord, { inWords }: { inWords: boolean }): ComparedTask[] {
  const { manifest, personas } = record
  const { questions } = manifest.skill.body
  const names = personas as ReadonlyMap<string, Parameters<typeof nameOf>[0]>
  return record.tasks.map((task) => {
    const given = [...record.answers].flatMap(([questionId, byTask]) => {
      const answer = byTask.get(task.taskId)
      return answer ? [{ questionId, ...answer }] : []
    })
    const variables = variablesIn(manifest.study.design, task.condition)
    const answers: Record<string, ComparedAnswer> = {}
    if (inWords)
      for (const { questionId, status, value, words } of wordsOfAnswers(
        questions,
        variables,
        given,
      ))
        answers[questionId] = { status, value, words }
    else for (const { questionId, status, value } of given) answers[questionId] = { status, value }
    return {
      taskId: task.taskId,
      unit: task.unitKey,
      personaName: nameOf(names.get(task.personaId)),
      condition: task.condition,
      replicate: task.replicate,
      answers,
    }
  })
}

function describeManifest(manifest: ManifestHead): DescribedFields {
  const { study, skill, population, model, engineVersion, clock } = manifest
  const described: DescribableStudy = { name: study.name, design: study.design, skill, population }
  const acknowledged = (manifest.acknowledged ?? []).map(({ id }) => id)
  return {
    ...describeStudy(described),
    questions: {
      label: 'Question',
      value: skill.body.questions.map(({ id, text }) => `${id}: ${text}`),
    },
    instructions: { label: 'Instructions', value: skill.body.instructions || null },
    modelName: { label: 'Model that answers', value: model.modelName },
    clock: { label: 'Instant of the sessions', value: clock },
    engineVersion: { label: 'Version of the workbench', value: engineVersion },
    acknowledged: { label: 'Gone on with knowingly', value: acknowledged },
  }
}

/** As the endpoint named itself in each answer: it may change under one name. */
async function answeringModels(db: ReadDb, runId: RunId): Promise<string[]> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('turn', 'turn.session_id', 'task.session_id')
    .where('task.run_id', '=', runId)
    .select('turn.model_name as name')
    .distinct()
    .execute()
  return rows.map(({ name }) => name).toSorted()
}
