import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  // Input tokens set aside for calls in flight; the output ones are in tokens_reserved.
  `alter table run add column tokens_in_reserved integer not null default 0`,
  // Tokens of calls whose end nobody knows.
  `alter table run add column tokens_in_lost integer not null default 0`,
  `alter table run add column tokens_out_lost integer not null default 0`,
  `alter table run add column answers_cached integer not null default 0`,
  `alter table run add column use_cache integer not null default 1`,
  // Caps and prices as they count for the run; money in millionths of the currency.
  `alter table run add column budget_tokens integer`,
  `alter table run add column budget_micro integer`,
  `alter table run add column price_in_micro integer`,
  `alter table run add column price_out_micro integer`,
  `alter table run add column currency text`,
  `alter table task add column duration_ms integer`,
  `update run set budget_tokens = (
     select json_extract(manifest, '$.study.design.budgetTokens') from run_manifest
     where run_id = run.id)`,
  // Set aside by a process that is gone: spent, for all anybody knows.
  `update run set tokens_out_lost = tokens_reserved, tokens_reserved = 0
     where status not in ('queued', 'running', 'paused')`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
