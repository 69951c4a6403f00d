import { sql } from 'kysely'
import { z } from 'zod'
import type { Study } from '../../../shared/contract/studies.ts'
import type { ReadDb } from '../db/schema.ts'
import type { ReadinessInput } from '../domain/studies/readiness.ts'

/** Cohorts of the pinned population version with their frozen sizes. @param asked  personas */
export async function listCohortSizes(
  db: ReadDb,
  study: Study,
  asked: readonly string[],
): Promise<(Omit<ReadinessInput['cohorts'][number], 'wasSeparated'> & { id: string })[]> {
  const rows = await db
    .selectFrom('population_member as member')
    .leftJoin('cohort', 'cohort.id', 'member.cohort_id')
    .where('member.population_version_id', '=', study.populationVersionId)
    .groupBy(['member.cohort_id', 'cohort.name'])
    .select([
      'member.cohort_id',
      'cohort.name',
      ({ fn }) => fn.countAll<number>().as('personas'),
      sql<number>`sum(member.weight) * sum(member.weight) / sum(member.weight * member.weight)`.as(
        'effective',
      ),
      sql<number>`max(member.persona_id in (select value from json_each(${JSON.stringify(asked)})))`.as(
        'asked',
      ),
    ])
    .execute()
  return rows.map((row) => ({
    id: row.cohort_id,
    name: row.name ?? 'A cohort in the trash',
    personas: row.personas,
    effectiveN: row.effective ?? 0,
    wasAsked: Boolean(row.asked),
  }))
}

/** Members in the trash, and what their last consistency check says. */
export async function countMembers(
  db: ReadDb,
  study: Study,
): Promise<Pick<ReadinessInput, 'personas' | 'missing' | 'consistency' | 'effectiveN'>> {
  const row = await db
    .selectFrom('population_member as member')
    .innerJoin('persona', 'persona.id', 'member.persona_id')
    .leftJoin('consistency_report as report', 'report.persona_id', 'member.persona_id')
    .where('member.population_version_id', '=', study.populationVersionId)
    .select([
      ({ fn }) => fn.countAll<number>().as('personas'),
      sql<number | null>`sum(persona.deleted_at is not null)`.as('missing'),
      sql<number | null>`sum(report.persona_id is null)`.as('unchecked'),
      sql<number | null>`sum(report.checked_sequence < persona.timeline_length)`.as('outdated'),
      sql<number | null>`sum(exists (select 1 from json_each(report.issues) as issue
        where issue.value->>'severity' = 'error' and not exists (
          select 1 from consistency_dismissal as dismissal
          where dismissal.persona_id = member.persona_id
            and dismissal.issue_id = issue.value->>'id')))`.as('with_errors'),
      sql<
        number | null
      >`sum(member.weight) * sum(member.weight) / sum(member.weight * member.weight)`.as(
        'effective',
      ),
    ])
    .executeTakeFirstOrThrow()
  return {
    personas: row.personas,
    missing: row.missing ?? 0,
    effectiveN: row.effective ?? 0,
    consistency: {
      unchecked: row.unchecked ?? 0,
      outdated: row.outdated ?? 0,
      withErrors: row.with_errors ?? 0,
    },
  }
}

const Balanced = z.object({ converged: z.boolean() })

/** The pinned versions beside the newest ones, and whether the weights reach their targets. */
export async function findVersionNumbers(
  db: ReadDb,
  study: Study,
): Promise<Pick<ReadinessInput, 'skill' | 'population' | 'isBalanced'>> {
  const [skill, newestSkill, population, newestPopulation] = await Promise.all([
    db
      .selectFrom('skill_version')
      .where('id', '=', study.skillVersionId)
      .select('version')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('skill_version')
      .where('skill_id', '=', study.skillId)
      .select(({ fn }) => fn.max<number>('version').as('version'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('population_version')
      .where('id', '=', study.populationVersionId)
      .select(['version', 'balance'])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('population_version')
      .where('population_id', '=', study.populationId)
      .select(({ fn }) => fn.max<number>('version').as('version'))
      .executeTakeFirstOrThrow(),
  ])
  const balance = Balanced.safeParse(JSON.parse(population.balance))
  return {
    skill: { version: skill.version, newest: newestSkill.version },
    population: { version: population.version, newest: newestPopulation.version },
    isBalanced: balance.success ? balance.data.converged : null,
  }
}
