import { sql } from 'kysely'
import type { PersonaId, RunId, SessionId, TaskId } from '../../../shared/contract/ids.ts'
import { Mood } from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'

export type TaskToRemember = {
  readonly taskId: TaskId
  readonly personaId: PersonaId
  readonly sessionId: SessionId
  /** After the last answer. */
  readonly mood: Mood
  readonly position: number
}

/**
 * Answered tasks of a run after a position, of which a persona can have a memory: first replicates of
 * personas that are there, without one yet; in the order they were asked.
 */
export async function listTasksToRemember(
  db: ReadDb,
  runId: RunId,
  { after, limit }: { after: number; limit: number },
): Promise<TaskToRemember[]> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('session', 'session.id', 'task.session_id')
    .innerJoin('persona', 'persona.id', 'task.persona_id')
    .where('task.run_id', '=', runId)
    .where('task.status', '=', 'succeeded')
    .where('task.replicate', '=', 1)
    // Beside the study nobody was asked as who they are.
    .where('task.arm', 'is', null)
    .where('task.position', '>', after)
    .where('persona.deleted_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('timeline_entry as entry')
            .whereRef('entry.persona_id', '=', 'task.persona_id')
            .where('entry.source', '=', 'study')
            .where(sql<boolean>`entry.metadata ->> 'taskId' = task.id`)
            .select('entry.id'),
        ),
      ),
    )
    .orderBy('task.position')
    .limit(limit)
    .select(['task.id', 'task.persona_id', 'task.session_id', 'task.position', 'session.mood'])
    .execute()
  return rows.map((row) => ({
    taskId: row.id as TaskId,
    personaId: row.persona_id as PersonaId,
    sessionId: row.session_id as SessionId,
    mood: Mood.parse(JSON.parse(row.mood)),
    position: row.position,
  }))
}

/** Tasks of a run that left a memory. */
export async function countRemembered(db: ReadDb, runId: RunId): Promise<number> {
  const { count } = await db
    .selectFrom('task')
    .innerJoin('timeline_entry as entry', 'entry.persona_id', 'task.persona_id')
    .where('task.run_id', '=', runId)
    .where('entry.source', '=', 'study')
    .where(sql<boolean>`entry.metadata ->> 'taskId' = task.id`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
