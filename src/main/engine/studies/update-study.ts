import type { StudyId, TenantId } from '../../../shared/contract/ids.ts'
import {
  type Study,
  StudyDesign,
  type UpdateStudyRequest,
} from '../../../shared/contract/studies.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { checkDesign } from '../domain/studies/check-design.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { getStudy, requireModel, type StudyDeps } from './create-study.ts'
import { getNewestPopulationId, getNewestSkill, getPinnedSkill } from './pinned-versions.ts'
import { applyRevision } from './studies.repo.ts'

/**
 * Changes a study and keeps what it was as an earlier revision; runs keep what they were launched
 * with. A change that changes nothing makes no revision.
 *
 * @throws EngineError `not_found`; `invalid_input` for a design that cannot be run; `conflict` when
 *   somebody else changed it at the same time
 */
export async function updateStudy(
  deps: StudyDeps,
  tenantId: TenantId,
  studyId: StudyId,
  request: UpdateStudyRequest,
): Promise<Study> {
  const { db, now } = deps
  const study = await getStudy(db, tenantId, studyId)
  const { name = study.name, note = null, pinNewest = false, tenantId: _, ...change } = request
  const skill = pinNewest
    ? await getNewestSkill(db, tenantId, study.skillId)
    : await getPinnedSkill(db, tenantId, study.skillVersionId)
  const populationVersionId = pinNewest
    ? await getNewestPopulationId(db, tenantId, study.populationId)
    : study.populationVersionId
  const before = StudyDesign.strip().parse(study)
  const design = merged(before, change)
  const details = checkDesign(design, skill.body)
  if (details.length > 0)
    throw invalidInput(details.map((detail) => ({ ...detail, path: detail.path.split('.') })))
  if (design.model !== before.model) await requireModel(deps, tenantId, design.model)

  const isSame =
    name === study.name &&
    skill.id === study.skillVersionId &&
    populationVersionId === study.populationVersionId &&
    canonicalJson(design) === canonicalJson(before)
  if (isSame) return study
  const revision = {
    id: studyId,
    revision: study.revision + 1,
    name,
    note,
    skillVersionId: skill.id,
    populationVersionId,
    design,
    createdAt: now(),
  }
  const isOurs = await db.transaction().execute((trx) => applyRevision(trx, revision))
  if (!isOurs)
    throw new EngineError(
      'conflict',
      'The study was changed by somebody else meanwhile: read it again and repeat your change',
    )
  return getStudy(db, tenantId, studyId)
}

/** What was not sent stays; null takes a field away. */
function merged(before: StudyDesign, change: object): StudyDesign {
  const sent = Object.entries(change).filter(([, value]) => value !== undefined)
  const all = { ...before, ...Object.fromEntries(sent) }
  return StudyDesign.parse(
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)),
  )
}
