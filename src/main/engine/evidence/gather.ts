import { CriteriaTree } from '../../../shared/contract/cohorts.ts'
import {
  PopulationVersionId,
  type PersonaId,
  type RunId,
  type TenantId,
} from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { Run } from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'
import { fieldsOf } from '../domain/criteria/fields-of.ts'
import type { EvidenceAnswer, EvidenceInput } from '../domain/evidence/evidence-input.ts'
import { cosinesIn } from '../domain/questions/reference-quality.ts'
import { segmentOf } from '../domain/evidence/segment.ts'
import { findPersonas } from '../personas/find-personas.ts'
import { getRun } from '../studies/get-run.ts'
import { getManifestHead, type ManifestHead } from '../studies/manifest.ts'
import { getPinnedBody } from '../studies/pinned-versions.ts'
import {
  countBeside,
  listAnsweredTasks,
  listAnswers,
  listRunCohorts,
  type AnsweredTask,
  type StoredAnswer,
} from './evidence.repo.ts'

/** A run with everything its answers can be read against. */
export type RunRecord = {
  /** Its tasks are those of the study itself, without what ran beside it. */
  readonly run: Run
  readonly manifest: ManifestHead
  readonly cohorts: readonly { id: string; name: string; fields: readonly string[] }[]
  readonly tasks: readonly AnsweredTask[]
  readonly personas: ReadonlyMap<PersonaId, Persona>
  /** By question id, then task id. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, StoredAnswer>>
}

/** @throws EngineError `not_found` */
export async function gatherRun(db: ReadDb, tenantId: TenantId, runId: RunId): Promise<RunRecord> {
  const run = await getRun(db, tenantId, runId)
  const [beside, manifest, cohorts, tasks, answers] = await Promise.all([
    countBeside(db, runId),
    getManifestHead(db, tenantId, runId),
    listRunCohorts(db, runId),
    listAnsweredTasks(db, tenantId, runId),
    listAnswers(db, runId),
  ])
  const versionId = PopulationVersionId.parse(manifest.population.versionId)
  const panel = await getPinnedBody(db, tenantId, versionId)
  const place = new Map(panel.cohorts.map(({ cohortId }, i) => [cohortId as string, i]))
  const ids = [...new Set(tasks.map(({ personaId }) => personaId as PersonaId))]
  const byQuestion = new Map<string, Map<string, StoredAnswer>>()
  for (const answer of answers) {
    const known = byQuestion.get(answer.questionId) ?? new Map<string, StoredAnswer>()
    byQuestion.set(answer.questionId, known.set(answer.taskId, answer))
  }
  return {
    run: { ...run, tasks: less(run.tasks, beside) },
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
    personas: await findPersonas(db, tenantId, ids),
    answers: byQuestion,
  }
}

function less(all: Run['tasks'], beside: Partial<Run['tasks']>): Run['tasks'] {
  const statuses = ['total', 'queued', 'running', 'succeeded', 'failed', 'cancelled'] as const
  const left = statuses.map((status) => [status, all[status] - (beside[status] ?? 0)])
  return Object.fromEntries(left) as Run['tasks']
}

/** The record as the estimators take it: one row per answered task. */
export function toEvidenceInput(
  { run, manifest, cohorts, tasks, personas, answers }: RunRecord,
  segmentBy: string | null,
): Omit<EvidenceInput, 'themes'> {
  const units = new Map<string, number>()
  const cohortIndex = new Map(cohorts.map(({ id }, index) => [id, index]))
  const { design } = manifest.study
  const fields = new Set([
    ...design.comparisons.map(({ by }) => by).filter((by) => by !== 'cohort' && by !== 'condition'),
    ...(segmentBy === null ? [] : [segmentBy]),
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
          [...fields].map((field) => [field, persona ? segmentOf(persona, field) : null]),
        ),
      }
    }),
    answers: Object.fromEntries(
      manifest.skill.body.questions.map(({ id }) => [
        id,
        tasks.map(({ taskId }) => toEvidenceAnswer(answers.get(id)?.get(taskId))),
      ]),
    ),
  }
}

/** A persona may be in the trash since; its answers still count. */
export function nameOf(persona: Persona | undefined): string {
  return persona ? `${persona.firstName} ${persona.lastName}` : 'Removed persona'
}

function toEvidenceAnswer(answer: StoredAnswer | undefined): EvidenceAnswer | undefined {
  if (!answer) return undefined
  const { status, value, text, detail } = answer
  const cosines = cosinesIn(detail)
  return { status, value, text, ...(cosines ? { cosines } : {}) }
}
