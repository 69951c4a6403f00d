import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  // What a cohort was called before is known from here on; until now it was always called as today.
  `alter table cohort_revision add column name text not null default ''`,
  `update cohort_revision
    set name = (select cohort.name from cohort where cohort.id = cohort_revision.cohort_id)`,
  // Whether anybody came, went or changed is asked at every keystroke; without this, of whole rows.
  `create index persona_stamp on persona(tenant_id, updated_at, deleted_at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
