import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { Run } from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'
import { runBands, type RunBands } from '../domain/evidence/run-bands.ts'
import { findPersonasAt } from '../personas/find-personas-at.ts'

/** Everybody a run was put to, as launched, in a fixed order, and the bands of their numbers. */
export type RunMembers = {
  readonly members: ReadonlyMap<PersonaId, Persona>
  readonly bands: RunBands
}

/** @param known  members of the same run, read before: they are not read again */
export async function findRunMembers(
  db: ReadDb,
  tenantId: TenantId,
  run: Pick<Run, 'id' | 'createdAt'>,
  known?: RunMembers['members'],
): Promise<RunMembers> {
  const rows = await db
    .selectFrom('run_member')
    .where('run_id', '=', run.id)
    .select('persona_id')
    .execute()
  const ids = rows.map(({ persona_id: id }) => id as PersonaId)
  const members = await findPersonasAt(db, tenantId, ids, { at: Date.parse(run.createdAt), known })
  return { members, bands: runBands(members.values()) }
}
