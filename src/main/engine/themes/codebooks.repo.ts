import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { Codebook } from '../../../shared/contract/codebooks.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { CodebookEvent, CodebookStart } from '../domain/themes/codebook.ts'

export type StartedFrom = Codebook['startedFrom']

export type StoredCodebook = {
  readonly id: string
  readonly questionId: string
  readonly startedFrom: StartedFrom
  readonly start: CodebookStart
  readonly events: readonly CodebookEvent[]
  readonly createdAt: number
}

/** Codebooks of a run; of one question where it is named. */
export async function listCodebooks(
  db: ReadDb,
  runId: RunId,
  questionId?: string,
): Promise<StoredCodebook[]> {
  const rows = await db
    .selectFrom('codebook')
    .selectAll()
    .where('run_id', '=', runId)
    .$if(questionId !== undefined, (query) => query.where('question_id', '=', questionId!))
    .orderBy('created_at')
    .execute()
  if (rows.length === 0) return []
  const events = await db
    .selectFrom('codebook_event')
    .select(['codebook_id', 'event'])
    .where(
      'codebook_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('revision')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    questionId: row.question_id,
    startedFrom: JSON.parse(row.started_from) as StartedFrom,
    start: JSON.parse(row.start) as CodebookStart,
    events: events
      .filter(({ codebook_id: id }) => id === row.id)
      .map(({ event }) => JSON.parse(event) as CodebookEvent),
    createdAt: row.created_at,
  }))
}

export type NewCodebook = {
  readonly id: string
  readonly tenantId: TenantId
  readonly runId: RunId
  readonly questionId: string
  readonly startedFrom: StartedFrom
  readonly start: CodebookStart
  readonly now: number
}

/** False when the question has a codebook by now. */
export async function insertCodebook(db: WriteDb, book: NewCodebook): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('codebook')
    .values({
      id: book.id,
      tenant_id: book.tenantId,
      run_id: book.runId,
      question_id: book.questionId,
      started_from: JSON.stringify(book.startedFrom),
      start: JSON.stringify(book.start),
      created_at: book.now,
    })
    .onConflict((conflict) => conflict.columns(['run_id', 'question_id']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False when somebody else took the revision. */
export async function insertEvent(
  db: WriteDb,
  codebookId: string,
  revision: number,
  event: CodebookEvent,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('codebook_event')
    .values({
      codebook_id: codebookId,
      revision,
      event: JSON.stringify(event),
      created_at: event.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
