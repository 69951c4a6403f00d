import type {
  PopulationVersionId,
  SkillVersionId,
  StudyId,
  TenantId,
} from '../../../shared/contract/ids.ts'
import { StudyDesign } from '../../../shared/contract/studies.ts'
import type { StudyRevision } from '../../../shared/contract/study-history.ts'
import type { ReadDb } from '../db/schema.ts'
import { describeChanges } from '../domain/studies/describe-changes.ts'
import { describeStudy, type DescribableStudy } from '../domain/studies/describe-design.ts'
import { toIso } from '../memory/instant.ts'
import { getStudy } from './create-study.ts'
import { getPinnedPopulation, getPinnedSkill } from './pinned-versions.ts'

/** Revisions of a study, newest first, each against the one before. @throws EngineError `not_found` */
export async function listRevisions(
  db: ReadDb,
  tenantId: TenantId,
  studyId: StudyId,
): Promise<StudyRevision[]> {
  await getStudy(db, tenantId, studyId)
  const [rows, runs] = await Promise.all([
    db
      .selectFrom('study_revision')
      .selectAll()
      .where('study_id', '=', studyId)
      .orderBy('revision')
      .execute(),
    db
      .selectFrom('run')
      .where('study_id', '=', studyId)
      .select(['number', 'study_revision'])
      .orderBy('number')
      .execute(),
  ])
  const described: DescribableStudy[] = []
  for (const row of rows) described.push(await toDescribable(db, tenantId, row))
  return rows
    .map((row, i) => ({
      studyId,
      revision: row.revision,
      name: row.name,
      skillVersionId: row.skill_version_id,
      populationVersionId: row.population_version_id,
      design: described[i]!.design,
      note: row.note,
      changes:
        i === 0
          ? []
          : describeChanges(describeStudy(described[i - 1]!), describeStudy(described[i]!)),
      runs: runs
        .filter(({ study_revision: of }) => of === row.revision)
        .map(({ number }) => number),
      createdAt: toIso(row.created_at),
    }))
    .toReversed()
}

type Row = {
  name: string
  design: string
  skill_version_id: string
  population_version_id: string
}

async function toDescribable(db: ReadDb, tenantId: TenantId, row: Row): Promise<DescribableStudy> {
  const [skill, population] = await Promise.all([
    getPinnedSkill(db, tenantId, row.skill_version_id as SkillVersionId),
    getPinnedPopulation(db, tenantId, row.population_version_id as PopulationVersionId),
  ])
  return {
    name: row.name,
    design: StudyDesign.parse(JSON.parse(row.design)),
    skill: { versionId: skill.id, version: skill.version },
    population: { versionId: population.id, version: population.version },
  }
}
