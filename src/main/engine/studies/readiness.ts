import type { StudyId, TenantId } from '../../../shared/contract/ids.ts'
import type { SkillBody } from '../../../shared/contract/skills.ts'
import type {
  CalibrationSign,
  SkillCalibration,
} from '../../../shared/contract/skill-calibration.ts'
import type { Study } from '../../../shared/contract/studies.ts'
import type { Readiness } from '../../../shared/contract/study-planning.ts'
import { lintSkill } from '../domain/skills/lint/lint-skill.ts'
import { readinessOf, type ReadinessInput } from '../domain/studies/readiness.ts'
import { measureOf } from '../domain/studies/study-power.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { finishedCalibrations } from './calibrations.ts'
import { getStudy, type StudyDeps } from './create-study.ts'
import { findSeparations } from './find-separations.ts'
import type { ManifestHead } from './manifest.ts'
import { getPinnedSkill } from './pinned-versions.ts'
import { countMembers, findVersionNumbers, listCohortSizes } from './readiness.repo.ts'

/** Signs of the wording; the others may as well be of the people. */
const telling: ReadonlySet<CalibrationSign['code']> = new Set<CalibrationSign['code']>([
  'invalid',
  'asked_back',
  'repaired',
  'unstable',
  'not_asked',
])

export type ReadinessDeps = Pick<StudyDeps, 'db' | 'findModel'>

/** What the checklists of a study ask for, as it stands. @throws EngineError `not_found` */
export async function getReadiness(
  deps: ReadinessDeps,
  tenantId: TenantId,
  studyId: StudyId,
): Promise<Readiness> {
  const { db } = deps
  const study = await getStudy(db, tenantId, studyId)
  const [skill, versions, members, model, calibrations] = await Promise.all([
    getPinnedSkill(db, tenantId, study.skillVersionId),
    findVersionNumbers(db, study),
    countMembers(db, study),
    deps.findModel(tenantId, study.model),
    finishedCalibrations(db, tenantId, study.skillVersionId),
  ])
  const asked = calibrations.flatMap(({ personas }) => personas.map(({ id }) => id))
  const cohorts = await listCohortSizes(db, study, asked)
  return readinessOf({
    study,
    ...versions,
    ...members,
    ...(await calibrated(db, tenantId, cohorts)),
    calibration: summaryOf(calibrations),
    model: { isConfigured: model !== undefined, rehearsal: model?.rehearsal ?? false },
    hasBudget: study.budgetTokens !== undefined || study.budgetMoney !== undefined,
    withoutHumanSd: withoutHumanSd(study, skill.body),
    lint: lintSkill(skill.body)
      .filter(({ severity, dismissed }) => severity !== 'info' && dismissed === null)
      .map(({ explanation }) => explanation),
  })
}

/** Which cohorts were asked beside another, and which of the study's own were not told apart. */
async function calibrated(
  db: ReadinessDeps['db'],
  tenantId: TenantId,
  cohorts: Awaited<ReturnType<typeof listCohortSizes>>,
): Promise<Pick<ReadinessInput, 'cohorts' | 'alike'>> {
  const names = new Map(cohorts.map(({ id, name }) => [id, name]))
  const separations = await findSeparations(db, tenantId, [...names.keys()])
  const told = separations.filter(({ verdict }) => verdict !== 'too_few')
  const separated = new Set<string>(told.flatMap(({ cohortIds }) => cohortIds))
  return {
    cohorts: cohorts.map((cohort) => ({ ...cohort, wasSeparated: separated.has(cohort.id) })),
    alike: told.flatMap(({ cohortIds: [a, b], verdict }) => {
      const pair = [names.get(a), names.get(b)]
      return verdict === 'not_told_apart' && pair.every((name) => name !== undefined)
        ? [pair as [string, string]]
        : []
    }),
  }
}

/**
 * The items gone on with knowingly, as they stand at launch; those that are ready need no word.
 *
 * @throws EngineError `invalid_input` for an id that names no item
 */
export async function acknowledge(
  deps: ReadinessDeps,
  study: Study,
  ids: readonly string[],
): Promise<ManifestHead['acknowledged']> {
  if (ids.length === 0) return undefined
  const { items } = await getReadiness(deps, study.tenantId, study.id)
  const unknown = ids.flatMap((id, i) =>
    items.some((item) => item.id === id)
      ? []
      : [{ path: ['acknowledged', i], message: `names no item of the readiness check: "${id}"` }],
  )
  if (unknown.length > 0) throw invalidInput(unknown)
  const kept = items.filter(({ id, state }) => ids.includes(id) && state === 'attention')
  return kept.length === 0 ? undefined : kept.map(({ id, explanation }) => ({ id, explanation }))
}

/** A calibration by a language model says more than any rehearsal, however old. */
function summaryOf(calibrations: readonly SkillCalibration[]): ReadinessInput['calibration'] {
  const told = calibrations.find(({ rehearsal }) => !rehearsal) ?? calibrations[0]
  if (!told) return null
  const unclear = told.questions.filter(({ signs }) => signs.some(({ code }) => telling.has(code)))
  return {
    isRehearsal: told.rehearsal,
    personas: told.personas.length,
    unclear: unclear.map(({ questionId }) => questionId),
  }
}

function withoutHumanSd(study: Study, skill: SkillBody): string[] {
  const given = new Set(study.power?.humanSds?.map(({ questionId }) => questionId))
  const compared = new Set(study.comparisons.map(({ questionId }) => questionId))
  return skill.questions
    .filter((question) => measureOf(question) === 'mean' && compared.has(question.id))
    .map(({ id }) => id)
    .filter((id) => !given.has(id))
}
