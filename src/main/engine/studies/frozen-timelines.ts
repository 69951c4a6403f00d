import type { PersonaId, RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

const OPEN = ['queued', 'running', 'paused']

/** A run that is not over and reads a persona's timeline, or anybody's, if there is one. */
export async function findOpenRun(
  db: ReadDb,
  tenantId: TenantId,
  personaId: PersonaId | null,
): Promise<RunId | undefined> {
  let query = db
    .selectFrom('run')
    .select('run.id')
    .where('run.tenant_id', '=', tenantId)
    .where('run.status', 'in', OPEN)
  if (personaId !== null) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('run_member')
          .select('run_member.run_id')
          .whereRef('run_member.run_id', '=', 'run.id')
          .where('run_member.persona_id', '=', personaId),
      ),
    )
  }
  const row = await query.limit(1).executeTakeFirst()
  return row?.id as RunId | undefined
}

/**
 * Where runs froze a timeline, after its entries got other numbers. The manifest keeps the number it
 * was launched with: it says what was, and its hash covers it.
 */
export async function moveFrozenSequences(
  trx: WriteDb,
  personaId: PersonaId,
  renumbered: (sequence: number) => number,
): Promise<void> {
  const members = await trx
    .selectFrom('run_member')
    .select(['run_id', 'last_sequence'])
    .where('persona_id', '=', personaId)
    .execute()
  for (const { run_id, last_sequence } of members) {
    await trx
      .updateTable('run_member')
      .set({ last_sequence: renumbered(last_sequence) })
      .where('run_id', '=', run_id)
      .where('persona_id', '=', personaId)
      .execute()
  }
}
