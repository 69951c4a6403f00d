import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { Run } from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'
import { runBands, type RunBands } from '../domain/evidence/run-bands.ts'
import { findPersonasAt } from '../personas/find-personas-at.ts'

/** Everybody a run was put to, as launched, and the bands of their numbers: neither ever changes. */
export type RunMembers = {
  readonly members: ReadonlyMap<PersonaId, Persona>
  readonly bands: RunBands
}

/** @param fields  only these are looked at for bands; absent: all */
export async function findRunMembers(
  db: ReadDb,
  tenantId: TenantId,
  run: Pick<Run, 'id' | 'createdAt'>,
  fields?: readonly string[],
): Promise<RunMembers> {
  const rows = await db
    .selectFrom('run_member')
    .where('run_id', '=', run.id)
    .select('persona_id')
    .execute()
  const ids = rows.map(({ persona_id: id }) => id as PersonaId)
  const members = await findPersonasAt(db, tenantId, ids, Date.parse(run.createdAt))
  return { members, bands: runBands([...members.values()], fields) }
}
