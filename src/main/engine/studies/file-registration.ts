import type { Study } from '../../../shared/contract/studies.ts'
import type { FileRegistration } from '../../../shared/contract/study-file.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { canonicalJson, sha256 } from '../domain/canonical-json.ts'
import { toIso } from '../memory/instant.ts'
import { getPinnedPopulation, getPinnedSkill } from './pinned-versions.ts'
import { findRegistration, insertRegistration } from './registration.repo.ts'

/** What was registered, as a file tells it; undefined when nothing was. */
export async function tellRegistration(
  db: ReadDb,
  study: Study,
): Promise<FileRegistration | undefined> {
  const stored = await findRegistration(db, study.id)
  if (!stored) return undefined
  const { skill, population, ...plan } = stored.plan
  // Ids are new in every workspace: what the study still asks is named by being left out.
  const isSkill = skill.versionId === study.skillVersionId
  const isPopulation = population.versionId === study.populationVersionId
  return {
    registeredAt: toIso(stored.registeredAt),
    runsBefore: stored.runsBefore,
    plan: { ...plan, ...(isSkill ? {} : { skill }), ...(isPopulation ? {} : { population }) },
  }
}

/** The registration of a file, on the study that was made of it. */
export async function restoreRegistration(
  db: WriteDb,
  study: Study,
  { registeredAt, runsBefore, plan }: FileRegistration,
): Promise<void> {
  const [skill, population] = await Promise.all([
    getPinnedSkill(db, study.tenantId, study.skillVersionId),
    getPinnedPopulation(db, study.tenantId, study.populationVersionId),
  ])
  const text = canonicalJson({
    ...plan,
    skill: plan.skill ?? toVersion(skill),
    population: plan.population ?? toVersion(population),
  })
  await insertRegistration(db, study.id, {
    text,
    hash: sha256(text),
    runsBefore,
    registeredAt: Date.parse(registeredAt),
  })
}

function toVersion({ id, version, hash }: { id: string; version: number; hash: string }) {
  return { versionId: id, version, hash }
}
