import { z } from 'zod'
import { CohortId, PersonaId, type RunId, type TenantId } from '../../../shared/contract/ids.ts'
import { Pricing } from '../../../shared/contract/models.ts'
import { RobustnessPlan } from '../../../shared/contract/robustness.ts'
import { SkillBody } from '../../../shared/contract/skills.ts'
import { StudyDesign } from '../../../shared/contract/studies.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'

/** What a run was launched with, members aside. */
export const ManifestHead = z.object({
  format: z.literal(1),
  engineVersion: z.string(),
  /** The moment it is in every session of the run, ISO. */
  clock: z.string(),
  study: z.object({
    id: z.string(),
    name: z.string(),
    /** Absent: launched before studies had revisions. */
    revision: z.number().int().optional(),
    design: StudyDesign,
  }),
  skill: z.object({
    versionId: z.string(),
    version: z.number(),
    hash: z.string(),
    body: SkillBody,
  }),
  population: z.object({ versionId: z.string(), version: z.number(), hash: z.string() }),
  model: z.object({
    name: z.string(),
    modelName: z.string(),
    rehearsal: z.boolean(),
    /** As it was at launch; absent where the model has none. */
    pricing: Pricing.optional(),
  }),
  /** Of a robustness run: the ways in which everybody is asked; absent: as designed alone. */
  robustness: RobustnessPlan.optional(),
  /** What the readiness check found that was gone on with knowingly; absent: nothing was. */
  acknowledged: z.array(z.object({ id: z.string(), explanation: z.string() })).optional(),
})
export type ManifestHead = z.infer<typeof ManifestHead>

export const ManifestMember = z.object({
  personaId: PersonaId,
  /** The persona's key; a second persona of the same key in the population gets `#2`. */
  unit: z.string(),
  cohortId: CohortId,
  weight: z.number(),
  /** Timeline entries after this sequence do not exist for the run. */
  lastSequence: z.number().int(),
})
export type ManifestMember = z.infer<typeof ManifestMember>

/** Everything that decides the answers of a run. Its hash is the run's `manifestHash`. */
export const Manifest = ManifestHead.extend({ members: z.array(ManifestMember) })
export type Manifest = z.infer<typeof Manifest>

/** The manifest without its members, which are many. @throws EngineError `not_found` */
export async function getManifestHead(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
): Promise<ManifestHead> {
  const row = await selectManifest(db, tenantId, runId)
    .select(({ fn, ref, val }) =>
      fn<string>('json_remove', [ref('manifest'), val('$.members')]).as('head'),
    )
    .executeTakeFirst()
  if (!row) throw new EngineError('not_found', `No run ${runId}`)
  return ManifestHead.parse(JSON.parse(row.head))
}

/** The canonical JSON that the manifest's hash was taken of. @throws EngineError `not_found` */
export async function getManifestText(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
): Promise<string> {
  const row = await selectManifest(db, tenantId, runId).select('manifest').executeTakeFirst()
  if (!row) throw new EngineError('not_found', `No run ${runId}`)
  return row.manifest
}

function selectManifest(db: ReadDb, tenantId: TenantId, runId: RunId) {
  return db
    .selectFrom('run_manifest')
    .innerJoin('run', 'run.id', 'run_manifest.run_id')
    .where('run.tenant_id', '=', tenantId)
    .where('run.id', '=', runId)
}
