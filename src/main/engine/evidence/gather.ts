import { CriteriaTree } from '../../../shared/contract/cohorts.ts'
import {
  PopulationVersionId,
  type PersonaId,
  type RunId,
  type TenantId,
} from '../../../shared/contract/ids.ts'
import { traitNames, type Persona } from '../../../shared/contract/personas.ts'
import type { Run } from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'
import { fieldsOf } from '../domain/criteria/fields-of.ts'
import type {
  AnswerProcess,
  EvidenceAnswer,
  EvidenceInput,
} from '../domain/evidence/evidence-input.ts'
import { segmentOf } from '../domain/evidence/segment.ts'
import { findPersonas } from '../personas/find-personas.ts'
import { getRun } from '../studies/get-run.ts'
import { getManifestHead, type ManifestHead } from '../studies/manifest.ts'
import { getPinnedBody } from '../studies/pinned-versions.ts'
import {
  listAnsweredTasks,
  listAnswers,
  listRunCohorts,
  type AnsweredTask,
  type StoredAnswer,
} from './evidence.repo.ts'

/** A run with everything its answers can be read against. */
export type RunRecord = {
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
  const [manifest, cohorts, tasks, answers] = await Promise.all([
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
    run,
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
    process: processOf({ manifest, tasks, personas }),
  }
}

/** Fields with few categories that anybody has; attributes come beside them. */
const PLAIN_FIELDS = ['gender', 'age', ...traitNames.map((trait) => `traits.${trait}`)]
/** With more categories than this, groups are too small to be compared within. */
const MOST_CATEGORIES = 12

function processOf({
  manifest,
  tasks,
  personas,
}: Pick<RunRecord, 'manifest' | 'tasks' | 'personas'>): AnswerProcess {
  const { randomSeed, temperature } = manifest.study.design
  const attributes = new Set([...personas.values()].flatMap((it) => Object.keys(it.attributes)))
  const fields = [...PLAIN_FIELDS, ...[...attributes].map((name) => `attributes.${name}`)]
  return {
    randomSeed,
    temperature,
    rotation: manifest.skill.body.rotation,
    unitKeys: tasks.map(({ unitKey }) => unitKey),
    replicates: tasks.map(({ replicate }) => replicate),
    conditionOrders: tasks.map(({ conditionOrder }) => conditionOrder),
    fields: Object.fromEntries(
      fields.flatMap((field) => {
        const of = new Map([...personas].map(([id, persona]) => [id, segmentOf(persona, field)]))
        const categories = new Set(of.values()).size
        if (categories < 2 || categories > MOST_CATEGORIES) return []
        return [[field, tasks.map(({ personaId }) => of.get(personaId as PersonaId) ?? null)]]
      }),
    ),
    vectors: {},
  }
}

/** A persona may be in the trash since; its answers still count. */
export function nameOf(persona: Persona | undefined): string {
  return persona ? `${persona.firstName} ${persona.lastName}` : 'Removed persona'
}

function toEvidenceAnswer(answer: StoredAnswer | undefined): EvidenceAnswer | undefined {
  if (!answer) return undefined
  const { status, value, text } = answer
  return { status, value, text }
}
