import { createHash, randomUUID } from 'node:crypto'
import {
  CohortId,
  PersonaId,
  PopulationId,
  SkillId,
  TenantId,
} from '../../src/shared/contract/ids.ts'
import type { PersonaProfile } from '../../src/shared/contract/personas.ts'
import { SkillBody } from '../../src/shared/contract/skills.ts'
import type { WriteDb } from '../../src/main/engine/db/schema.ts'
import { sha256 } from '../../src/main/engine/domain/canonical-json.ts'

const CREATED_AT = Date.UTC(2026, 0, 5)

/** An id that is the same in every run of a test: two workspaces then hold equal rows. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const tenantId = TenantId.parse(idOf('tenant'))
export const personaIdOf = (i: number) => PersonaId.parse(idOf(`persona ${i}`))
export const cohortIdOf = (name: string) => CohortId.parse(idOf(`cohort ${name}`))

export const aSkill = (overrides: Partial<SkillBody> = {}): SkillBody =>
  SkillBody.parse({
    name: 'Bus pass',
    objective: 'Learn who would buy a bus pass',
    instructions: 'Please answer as yourself.',
    questions: [
      { id: 'like', type: 'likert', text: 'I like taking the bus.' },
      {
        id: 'buy',
        type: 'single',
        text: 'Would you buy it?',
        options: ['Yes', 'No'],
        allowDontKnow: true,
      },
    ],
    ...overrides,
  })

const profile: PersonaProfile = {
  traits: {
    openness: 50,
    conscientiousness: 50,
    extraversion: 50,
    agreeableness: 50,
    neuroticism: 50,
  },
  values: ['security', 'benevolence', 'achievement'],
  communicationStyle: {
    formality: 50,
    verbosity: 50,
    directness: 50,
    warmth: 50,
    humor: 50,
    habits: [],
  },
  domainKnowledge: [],
  moodBaseline: { valence: 0.1, arousal: 0, dominance: 0 },
  moodArousability: 0.3,
}

/**
 * A tenant with personas in two cohorts ("young", "old" by turns), a skill and a population, put
 * into the tables directly and the same in every workspace.
 */
export async function seedStudyParts(
  db: WriteDb,
  { personas = 6, skill = aSkill() }: { personas?: number; skill?: SkillBody } = {},
) {
  await db
    .insertInto('tenant')
    .values({
      id: tenantId,
      name: 'Test',
      plan: 'local',
      credits: 0,
      credits_used: 0,
      created_at: CREATED_AT,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const created = { created_at: CREATED_AT, updated_at: CREATED_AT, deleted_at: null }
  const people = Array.from({ length: personas }, (_, i) => ({
    id: personaIdOf(i),
    tenant_id: tenantId,
    persona_key: `person-${i}`,
    random_seed: 0,
    first_name: `First${i}`,
    last_name: `Last${i}`,
    age: 20 + (i % 50),
    location: i % 3 === 0 ? 'Lyon' : 'Lille',
    base_occupation: 'nurse',
    gender: i % 2 === 0 ? 'woman' : 'man',
    education: null,
    income: null,
    household: null,
    language: null,
    attributes: JSON.stringify({ region: i % 2 === 0 ? 'north' : 'south' }),
    summary: `First${i} Last${i} is a nurse.`,
    profile: JSON.stringify(profile),
    search_text: `first${i} last${i}`,
    timeline_length: 0,
    ...created,
  }))
  for (let i = 0; i < people.length; i += 500) {
    await db
      .insertInto('persona')
      .values(people.slice(i, i + 500))
      .execute()
  }

  const skillId = SkillId.parse(randomUUID())
  await db
    .insertInto('skill')
    .values({ id: skillId, tenant_id: tenantId, name: skill.name, ...created })
    .execute()
  await db
    .insertInto('skill_version')
    .values({
      id: randomUUID(),
      skill_id: skillId,
      version: 1,
      body: JSON.stringify(skill),
      hash: sha256(skill),
      created_at: CREATED_AT,
    })
    .execute()

  const populationId = PopulationId.parse(randomUUID())
  await db
    .insertInto('population')
    .values({ id: populationId, tenant_id: tenantId, name: 'Everyone', ...created })
    .execute()
  const versionId = randomUUID()
  await db
    .insertInto('population_version')
    .values({
      id: versionId,
      population_id: populationId,
      version: 1,
      body: JSON.stringify({ name: 'Everyone', cohorts: [], margins: [] }),
      balance: '{}',
      size: personas,
      hash: sha256(people.map(({ persona_key }) => persona_key)),
      created_at: CREATED_AT,
    })
    .execute()
  const members = people.map(({ id }, i) => ({
    population_version_id: versionId,
    persona_id: id,
    cohort_id: cohortIdOf(i % 2 === 0 ? 'young' : 'old'),
    weight: i % 2 === 0 ? 0.5 : 1.5,
  }))
  for (let i = 0; i < members.length; i += 500) {
    await db
      .insertInto('population_member')
      .values(members.slice(i, i + 500))
      .execute()
  }
  return { tenantId, skillId, populationId }
}
