import type { ReadDb, WriteDb } from '../db/schema.ts'

export type StoredSample = {
  readonly id: string
  readonly revision: number
  readonly seed: number
  readonly taskIds: readonly string[]
  readonly createdAt: number
  /** By task; null: no theme. */
  readonly codes: ReadonlyMap<string, string | null>
}

/** Newest first. */
export async function listSamples(db: ReadDb, codebookId: string): Promise<StoredSample[]> {
  const rows = await db
    .selectFrom('coding_sample')
    .selectAll()
    .where('codebook_id', '=', codebookId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const codes = await db
    .selectFrom('coding_sample_code')
    .select(['sample_id', 'task_id', 'theme_id'])
    .where(
      'sample_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    seed: row.seed,
    taskIds: JSON.parse(row.task_ids) as string[],
    createdAt: row.created_at,
    codes: new Map(
      codes
        .filter(({ sample_id: id }) => id === row.id)
        .map(({ task_id: task, theme_id: theme }) => [task, theme]),
    ),
  }))
}

export async function insertSample(
  db: WriteDb,
  codebookId: string,
  sample: Omit<StoredSample, 'codes'>,
): Promise<void> {
  await db
    .insertInto('coding_sample')
    .values({
      id: sample.id,
      codebook_id: codebookId,
      revision: sample.revision,
      seed: sample.seed,
      task_ids: JSON.stringify(sample.taskIds),
      created_at: sample.createdAt,
    })
    .execute()
}

export async function saveSampleCodes(
  db: WriteDb,
  sampleId: string,
  codes: readonly { readonly taskId: string; readonly themeId: string | null }[],
  now: number,
): Promise<void> {
  await db
    .insertInto('coding_sample_code')
    .values(
      codes.map(({ taskId, themeId }) => ({
        sample_id: sampleId,
        task_id: taskId,
        theme_id: themeId,
        coded_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['sample_id', 'task_id']).doUpdateSet((eb) => ({
        theme_id: eb.ref('excluded.theme_id'),
        coded_at: eb.ref('excluded.coded_at'),
      })),
    )
    .execute()
}
