import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import {
  type CohortId,
  type PersonaId,
  RunId,
  type StudyId,
  type TenantId,
} from '../../../shared/contract/ids.ts'
import type { Run } from '../../../shared/contract/runs.ts'
import type { Study } from '../../../shared/contract/studies.ts'
import { StudyDesign } from '../../../shared/contract/studies.ts'
import type { ReadDb } from '../db/schema.ts'
import { canonicalJson, sha256 } from '../domain/canonical-json.ts'
import { toMicro } from '../domain/studies/money.ts'
import { inArm, planArms } from '../domain/studies/arms.ts'
import { estimateTaskTokens } from '../domain/studies/estimate-tokens.ts'
import { planTasks } from '../domain/studies/plan-tasks.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { toPrice, type FindPricing } from '../models/pricing.ts'
import type { Limits } from '../tenancy/limits.ts'
import { getStudy, requireModel, type StudyDeps } from './create-study.ts'
import { getRun } from './get-run.ts'
import type { Manifest, ManifestMember } from './manifest.ts'
import { getPinnedPopulation, getPinnedSkill } from './pinned-versions.ts'
import { acknowledge } from './readiness.ts'
import { runClock } from './run-clock.ts'
import { insertRun, insertRunMembers, insertTasks } from './runs.repo.ts'

// Rows written between two turns of the event loop: a few milliseconds' worth.
const ROWS_AT_ONCE = 1_000

export type LaunchOptions = {
  maxConcurrency?: number | undefined
  cache?: boolean | undefined
  /** Ids of readiness items gone on with knowingly. */
  acknowledged?: readonly string[] | undefined
}

/** Makes another run of a study of what was frozen; refuses by throwing. */
export type ShapeManifest = (frozen: Manifest) => Manifest | Promise<Manifest>
const asIs: ShapeManifest = (frozen) => frozen

export type LaunchDeps = StudyDeps & {
  limits: Limits
  engineVersion: string
  /** Told when there is work: the runner's `wake`. */
  wakeRunner: () => void
  /** What a model charges now; undefined where nobody said. */
  findPricing: FindPricing
}

/**
 * Freezes the study with its skill, population, weights and timelines in a manifest, and queues
 * the tasks.
 *
 * @throws EngineError `not_found`; `usage_limit_exceeded` or `insufficient_credits` before
 *   anything is stored; `conflict` when a member is in the trash; `invalid_input` when the model is
 *   not configured any more, or `acknowledged` names no item of the readiness check
 */
export async function launchRun(
  deps: LaunchDeps,
  tenantId: TenantId,
  studyId: StudyId,
  request: LaunchOptions = {},
  shape: ShapeManifest = asIs,
): Promise<Run> {
  const { db, now } = deps
  const study = await getStudy(db, tenantId, studyId)
  await deps.limits.requireRoom(tenantId, 'concurrentRuns', 1)
  const acknowledged = await acknowledge(deps, study, request.acknowledged ?? [])
  const manifest: Manifest = await shape({
    ...(await freeze(deps, study)),
    ...(acknowledged === undefined ? {} : { acknowledged }),
  })
  const { design } = manifest.study
  const plan = { ...design, conditions: design.conditions.map(({ id }) => id) }
  const own = planTasks(manifest.members, plan)
  const tasks = [
    ...own.map((task) => ({ ...task, arm: null })),
    ...planArms(own, manifest.members, plan),
    // The first variant is the study as it is designed: its own tasks.
    ...(manifest.robustness?.variants ?? [])
      .slice(1)
      .flatMap(({ id: variant }) => own.map((task) => inArm(task, variant))),
  ]
  await setImmediate()
  const perTask = await expectedTokens(db, study, manifest)
  await deps.limits.requireCredits(tenantId, Math.ceil(perTask * tasks.length))

  const text = canonicalJson(manifest)
  const run = { id: RunId.parse(randomUUID()), tenantId, studyId, createdAt: now() }
  await db.transaction().execute(async (trx) => {
    await insertRun(
      trx,
      {
        ...run,
        maxConcurrency: request.maxConcurrency ?? design.maxConcurrency,
        modelName: manifest.model.modelName,
        rehearsal: manifest.model.rehearsal,
        manifestHash: sha256(text),
        studyRevision: study.revision,
        purpose: manifest.robustness ? 'robustness' : 'study',
        useCache: request.cache ?? true,
        ...capOf(manifest),
      },
      text,
    )
    for (let i = 0; i < manifest.members.length; i += ROWS_AT_ONCE) {
      await insertRunMembers(trx, run.id, manifest.members.slice(i, i + ROWS_AT_ONCE))
      await setImmediate()
    }
    for (let i = 0; i < tasks.length; i += ROWS_AT_ONCE) {
      const rows = tasks
        .slice(i, i + ROWS_AT_ONCE)
        .map((task, k) => ({ ...task, id: randomUUID(), position: i + k }))
      await insertTasks(trx, run, rows)
      await setImmediate()
    }
  })
  deps.wakeRunner()
  return getRun(db, tenantId, run.id)
}

async function freeze(deps: LaunchDeps, study: Study): Promise<Manifest> {
  const { db } = deps
  const skill = await getPinnedSkill(db, study.tenantId, study.skillVersionId)
  const population = await getPinnedPopulation(db, study.tenantId, study.populationVersionId)
  const model = await requireModel(deps, study.tenantId, study.model)
  const pricing = await deps.findPricing(study.model)
  if (study.budgetMoney !== undefined && !pricing)
    throw invalidInput([
      {
        path: ['budgetMoney'],
        message: `needs the price of the model "${study.model}": enter it in the settings`,
      },
    ])
  const members = await freezeMembers(db, study)
  if (members.length < population.size) {
    const missing = population.size - members.length
    throw new EngineError(
      'conflict',
      `${missing} of the ${population.size} personas of the population are in the trash: restore them, or save the population again and create the study anew`,
    )
  }
  if (members.length === 0) throw new EngineError('conflict', 'The population has no members')
  const personaIds = members.map(({ personaId }) => personaId)
  const { tenantId, asOf } = study
  const clock = await runClock(deps, { tenantId, asOf, members: personaIds })
  return {
    format: 1,
    engineVersion: deps.engineVersion,
    clock,
    study: {
      id: study.id,
      name: study.name,
      revision: study.revision,
      design: StudyDesign.strip().parse(study),
    },
    skill: { versionId: skill.id, version: skill.version, hash: skill.hash, body: skill.body },
    population: { versionId: population.id, version: population.version, hash: population.hash },
    model: {
      name: study.model,
      modelName: model.name,
      rehearsal: model.rehearsal,
      ...(pricing ? { pricing } : {}),
    },
    members,
  }
}

function capOf({ study: { design }, model: { pricing } }: Manifest) {
  return {
    budgetTokens: design.budgetTokens ?? null,
    budgetMicro: design.budgetMoney === undefined ? null : toMicro(design.budgetMoney),
    price: pricing ? toPrice(pricing) : null,
  }
}

/** Members by persona key, the older of two first. Personas in the trash are absent. */
async function freezeMembers(db: ReadDb, study: Study): Promise<ManifestMember[]> {
  const rows = await db
    .selectFrom('population_member as member')
    .innerJoin('persona', 'persona.id', 'member.persona_id')
    .where('member.population_version_id', '=', study.populationVersionId)
    .where('persona.tenant_id', '=', study.tenantId)
    .where('persona.deleted_at', 'is', null)
    .orderBy('persona.persona_key')
    .orderBy('persona.created_at')
    .orderBy('persona.row')
    .select([
      'persona.id',
      'persona.persona_key',
      'persona.timeline_length',
      'member.cohort_id',
      'member.weight',
    ])
    .execute()
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const nth = (seen.get(row.persona_key) ?? 0) + 1
    seen.set(row.persona_key, nth)
    return {
      personaId: row.id as PersonaId,
      unit: nth === 1 ? row.persona_key : `${row.persona_key}#${nth}`,
      cohortId: row.cohort_id as CohortId,
      weight: row.weight,
      lastSequence: row.timeline_length,
    }
  })
}

/** Output tokens a task took in this study's earlier runs, or else is expected to take. */
async function expectedTokens(db: ReadDb, study: Study, manifest: Manifest): Promise<number> {
  const { tokens, tasks } = await db
    .selectFrom('run')
    .where('study_id', '=', study.id)
    .where('tasks_succeeded', '>', 0)
    .select(({ fn }) => [
      fn.sum<number | null>('tokens_out').as('tokens'),
      fn.sum<number | null>('tasks_succeeded').as('tasks'),
    ])
    .executeTakeFirstOrThrow()
  return tokens && tasks ? tokens / tasks : estimateTaskTokens(manifest.skill.body.questions)
}
