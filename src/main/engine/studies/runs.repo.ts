import { sql, type Selectable } from 'kysely'
import type { PersonaId, RunId, StudyId, TenantId } from '../../../shared/contract/ids.ts'
import { Run, type RunStatus, type Spending } from '../../../shared/contract/runs.ts'
import { newestFirst, type PageOf } from '../db/newest-first.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { costMicro, fromMicro, type Price } from '../domain/studies/money.ts'
import type { RunTask } from '../domain/studies/arms.ts'
import type { ManifestMember } from './manifest.ts'
import type { RunTable } from './studies.table.ts'

export type NewRun = Pick<
  Run,
  'id' | 'tenantId' | 'studyId' | 'maxConcurrency' | 'modelName' | 'rehearsal' | 'manifestHash'
> & {
  readonly createdAt: number
  readonly useCache: boolean
  readonly budgetTokens: number | null
  /** Millionths of the price's currency. */
  readonly budgetMicro: number | null
  readonly price: Price | null
  /** Of the study it was launched with. */
  readonly studyRevision?: number
  readonly purpose: Run['purpose']
}

/** Gives the run the next number of its study. */
export async function insertRun(db: WriteDb, run: NewRun, manifest: string): Promise<void> {
  const { last } = await db
    .selectFrom('run')
    .where('study_id', '=', run.studyId)
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  await db
    .insertInto('run')
    .values({
      id: run.id,
      tenant_id: run.tenantId,
      study_id: run.studyId,
      number: (last ?? 0) + 1,
      purpose: run.purpose,
      status: 'queued',
      manifest_hash: run.manifestHash,
      model_name: run.modelName,
      rehearsal: run.rehearsal ? 1 : 0,
      max_concurrency: run.maxConcurrency,
      study_revision: run.studyRevision ?? null,
      tokens_in: 0,
      tokens_out: 0,
      tokens_reserved: 0,
      use_cache: run.useCache ? 1 : 0,
      budget_tokens: run.budgetTokens,
      budget_micro: run.budgetMicro,
      price_in_micro: run.price?.inMicro ?? null,
      price_out_micro: run.price?.outMicro ?? null,
      currency: run.price?.currency ?? null,
      reason: null,
      created_at: run.createdAt,
      started_at: null,
      finished_at: null,
    })
    .execute()
  await db.insertInto('run_manifest').values({ run_id: run.id, manifest }).execute()
}

// Rows go in as one JSON text: a bound parameter per value takes ten times as long.
export async function insertRunMembers(
  db: WriteDb,
  runId: RunId,
  members: readonly ManifestMember[],
): Promise<void> {
  const rows = JSON.stringify(
    members.map((it) => [it.personaId, it.cohortId, it.weight, it.lastSequence]),
  )
  await sql`insert into run_member (run_id, persona_id, cohort_id, weight, last_sequence)
    select ${runId}, value->>0, value->>1, value->>2, value->>3 from json_each(${rows})`.execute(db)
}

export type NewTask = RunTask<ManifestMember> & {
  readonly id: string
  readonly position: number
}

export async function insertTasks(
  db: WriteDb,
  run: { id: RunId; tenantId: TenantId; createdAt: number },
  tasks: readonly NewTask[],
): Promise<void> {
  const rows = JSON.stringify(
    tasks.map((task) => [
      task.id,
      task.position,
      task.unitKey,
      task.member.personaId,
      task.member.cohortId,
      task.condition,
      task.replicate,
      task.conditionOrder,
      task.arm,
    ]),
  )
  await sql`insert into task (id, tenant_id, run_id, position, unit_key, persona_id, cohort_id,
      condition, replicate, condition_order, arm, status, created_at)
    select value->>0, ${run.tenantId}, ${run.id}, value->>1, value->>2, value->>3, value->>4,
      value->>5, value->>6, value->>7, value->>8, 'queued', ${run.createdAt} from json_each(${rows})`.execute(
    db,
  )
}

/** Undefined when there is none, or when its study is in the trash. */
export async function findRun(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
): Promise<Run | undefined> {
  const row = await selectRuns(db, tenantId).where('run.id', '=', runId).executeTakeFirst()
  return row && toRun(row)
}

/** Newest first; of one study or of all. */
export async function listRunPage(
  db: ReadDb,
  tenantId: TenantId,
  { studyId, ...page }: PageOf & { readonly studyId?: StudyId },
): Promise<{ runs: Run[]; nextCursor: string | null }> {
  const wanted = selectRuns(db, tenantId).$if(studyId !== undefined, (select) =>
    select.where('run.study_id', '=', studyId!),
  )
  const { rows, nextCursor } = await newestFirst(wanted, 'run', page)
  return { runs: rows.map(toRun), nextCursor }
}

export type OpenRun = {
  readonly id: RunId
  readonly tenantId: TenantId
  readonly number: number
  readonly status: RunStatus
  readonly maxConcurrency: number
  readonly useCache: boolean
}

/** Runs with work to do, the one launched first first. */
export async function listOpenRuns(db: ReadDb): Promise<OpenRun[]> {
  const rows = await db
    .selectFrom('run')
    .innerJoin('study', 'study.id', 'run.study_id')
    .where('study.deleted_at', 'is', null)
    .where('run.status', 'in', ['queued', 'running'])
    .orderBy('run.created_at')
    .select(['run.id', 'run.tenant_id', 'run.number', 'run.status'])
    .select(['run.max_concurrency', 'run.use_cache'])
    .execute()
  return rows.map((row) => ({
    id: row.id as RunId,
    tenantId: row.tenant_id as TenantId,
    number: row.number,
    status: row.status as RunStatus,
    maxConcurrency: row.max_concurrency,
    useCache: row.use_cache === 1,
  }))
}

/** Moves a run on from one of `from`. False when it was in none of them. */
export async function moveRun(
  db: WriteDb,
  runId: RunId,
  from: readonly RunStatus[],
  to: RunStatus,
  now: number,
  reason: string | null = null,
): Promise<boolean> {
  const isOver = !['queued', 'running', 'paused'].includes(to)
  const { numUpdatedRows } = await db
    .updateTable('run')
    .set((eb) => ({
      status: to,
      reason,
      finished_at: isOver ? now : null,
      ...(to === 'running' ? { started_at: eb.fn.coalesce('started_at', eb.val(now)) } : {}),
    }))
    .where('id', '=', runId)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The last timeline sequence that exists for each member, frozen at launch. */
export async function findMembers(
  db: ReadDb,
  runId: RunId,
  personaIds: readonly PersonaId[],
): Promise<Map<PersonaId, number>> {
  const rows = await db
    .selectFrom('run_member')
    .where('run_id', '=', runId)
    .where('persona_id', 'in', personaIds)
    .select(['persona_id', 'last_sequence'])
    .execute()
  return new Map(rows.map((row) => [row.persona_id as PersonaId, row.last_sequence]))
}

function selectRuns(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('run')
    .innerJoin('study', 'study.id', 'run.study_id')
    .where('study.deleted_at', 'is', null)
    .where('run.tenant_id', '=', tenantId)
    .selectAll('run')
}

type RunRow = Selectable<RunTable>

function toRun(row: RunRow): Run {
  const { tasks_queued: queued, tasks_running: running, tasks_succeeded: succeeded } = row
  const { tasks_failed: failed, tasks_cancelled: cancelled } = row
  const total = queued + running + succeeded + failed + cancelled
  return Run.parse({
    id: row.id,
    tenantId: row.tenant_id,
    studyId: row.study_id,
    number: row.number,
    purpose: row.purpose,
    status: row.status,
    tasks: { total, queued, running, succeeded, failed, cancelled },
    maxConcurrency: row.max_concurrency,
    modelName: row.model_name,
    rehearsal: row.rehearsal === 1,
    manifestHash: row.manifest_hash,
    tokensIn: row.tokens_in,
    tokensOut: row.tokens_out,
    spending: toSpending(row),
    answersFromCache: row.answers_cached,
    reason: row.reason,
    createdAt: toIso(row.created_at),
    startedAt: row.started_at === null ? null : toIso(row.started_at),
    finishedAt: row.finished_at === null ? null : toIso(row.finished_at),
  })
}

function toSpending(row: RunRow): Spending {
  const price = priceOf(row)
  const all = {
    tokensIn: row.tokens_in + row.tokens_in_lost,
    tokensOut: row.tokens_out + row.tokens_out_lost,
  }
  const money = (micro: number) => price && { amount: fromMicro(micro), currency: price.currency }
  return {
    lostIn: row.tokens_in_lost,
    lostOut: row.tokens_out_lost,
    heldIn: row.tokens_in_reserved,
    heldOut: row.tokens_reserved,
    budgetTokens: row.budget_tokens,
    money: price && money(costMicro(all, price)),
    budgetMoney: row.budget_micro === null ? null : money(row.budget_micro),
  }
}

export async function findPrice(db: ReadDb, runId: RunId): Promise<Price | null> {
  const row = await db
    .selectFrom('run')
    .where('id', '=', runId)
    .select(['price_in_micro', 'price_out_micro', 'currency'])
    .executeTakeFirst()
  return row ? priceOf(row) : null
}

/** The price the run was launched with. */
export function priceOf(
  row: Pick<RunRow, 'price_in_micro' | 'price_out_micro' | 'currency'>,
): Price | null {
  const { price_in_micro: inMicro, price_out_micro: outMicro, currency } = row
  if (inMicro === null || outMicro === null || currency === null) return null
  return { inMicro, outMicro, currency }
}

function toIso(ms: number): string {
  return new Date(ms).toISOString()
}
