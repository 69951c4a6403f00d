import type { EvidenceWarning } from '../../../shared/contract/evidence.ts'
import type { StudyId, TenantId } from '../../../shared/contract/ids.ts'
import type { Run } from '../../../shared/contract/runs.ts'
import type { Study, StudyDesign } from '../../../shared/contract/studies.ts'
import type { RegisteredPlan, Registration } from '../../../shared/contract/study-history.ts'
import type { ReadDb } from '../db/schema.ts'
import { canonicalJson, sha256 } from '../domain/canonical-json.ts'
import { describeChanges } from '../domain/studies/describe-changes.ts'
import { describePlan, type NamedVersion } from '../domain/studies/describe-design.ts'
import { registrationWarnings } from '../domain/studies/registration-warnings.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { toIso } from '../memory/instant.ts'
import { getStudy, type StudyDeps } from './create-study.ts'
import type { ManifestHead } from './manifest.ts'
import { getPinnedPopulation, getPinnedSkill } from './pinned-versions.ts'
import { findRegistration, insertRegistration } from './registration.repo.ts'

/**
 * Locks hypothesis, primary comparisons, exclusions and planned n with a hash and the time. The
 * study can be changed afterwards; what is changed is shown.
 *
 * @throws EngineError `not_found`; `invalid_input` naming what a plan needs; `conflict` when it is
 *   registered already
 */
export async function registerStudy(
  { db, now }: Pick<StudyDeps, 'db' | 'now'>,
  tenantId: TenantId,
  studyId: StudyId,
): Promise<Registration> {
  const study = await getStudy(db, tenantId, studyId)
  if (study.registeredAt !== null)
    throw new EngineError('conflict', `The study was registered at ${study.registeredAt}`)
  const missing = [
    ...(study.hypothesis ? [] : [{ path: ['hypothesis'], message: 'must be written down' }]),
    ...(study.comparisons.length > 0
      ? []
      : [{ path: ['comparisons'], message: 'must name at least one primary comparison' }]),
    ...(study.exclusions
      ? []
      : [{ path: ['exclusions'], message: 'must say whose answers are left out, or "none"' }]),
  ]
  if (missing.length > 0) throw invalidInput(missing, 'study')
  const text = canonicalJson(await planOfStudy(db, study))
  const isFirst = await insertRegistration(db, studyId, {
    text,
    hash: sha256(text),
    runsBefore: study.runCount,
    registeredAt: now(),
  })
  if (!isFirst) throw new EngineError('conflict', 'The study was registered a moment ago')
  return (await getRegistration(db, tenantId, studyId))!
}

/** With what is otherwise in the study today; null when none was made. @throws EngineError `not_found` */
export async function getRegistration(
  db: ReadDb,
  tenantId: TenantId,
  studyId: StudyId,
): Promise<Registration | null> {
  const study = await getStudy(db, tenantId, studyId)
  const stored = await findRegistration(db, studyId)
  if (!stored) return null
  const { registeredAt, ...rest } = stored
  return {
    studyId,
    ...rest,
    registeredAt: toIso(registeredAt),
    changes: describeChanges(describePlan(stored.plan), describePlan(await planOfStudy(db, study))),
  }
}

/** What a reader of a run's evidence has to know about its registration. */
export async function registrationWarningsOf(
  db: ReadDb,
  run: Run,
  manifest: ManifestHead,
): Promise<EvidenceWarning[]> {
  const stored = await findRegistration(db, run.studyId)
  if (!stored) return []
  const { personas } = await db
    .selectFrom('run_member')
    .where('run_id', '=', run.id)
    .select(({ fn }) => fn.countAll<number>().as('personas'))
    .executeTakeFirstOrThrow()
  const launched = toPlan(manifest.study.design, { ...manifest, personas })
  return registrationWarnings(describeChanges(describePlan(stored.plan), describePlan(launched)), {
    registeredAt: toIso(stored.registeredAt),
    launchedAt: run.createdAt,
  })
}

async function planOfStudy(db: ReadDb, study: Study): Promise<RegisteredPlan> {
  const [skill, population] = await Promise.all([
    getPinnedSkill(db, study.tenantId, study.skillVersionId),
    getPinnedPopulation(db, study.tenantId, study.populationVersionId),
  ])
  return toPlan(study, {
    skill: { ...skill, versionId: skill.id },
    population: { ...population, versionId: population.id },
    personas: population.size,
  })
}

type Frozen = {
  readonly skill: NamedVersion
  readonly population: NamedVersion
  readonly personas: number
}

function toPlan(design: StudyDesign, { skill, population, personas }: Frozen): RegisteredPlan {
  const each = design.design === 'within' ? Math.max(1, design.conditions.length) : 1
  return {
    format: 1,
    hypothesis: design.hypothesis ?? '',
    successCriteria: design.successCriteria ?? null,
    comparisons: design.comparisons.map(({ questionId, by }) => ({ questionId, by })),
    exclusions: design.exclusions ?? '',
    conditions: design.conditions,
    design: design.design,
    replicates: design.replicates,
    plannedPersonas: personas,
    plannedTasks: personas * each * design.replicates,
    skill: toVersion(skill),
    population: toVersion(population),
    model: design.model,
  }
}

function toVersion({ versionId, version, hash }: NamedVersion): NamedVersion {
  return { versionId, version, hash }
}
