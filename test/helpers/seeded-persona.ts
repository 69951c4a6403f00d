import { randomUUID } from 'node:crypto'
import type { PersonaId, TenantId } from '../../src/shared/contract/ids.ts'
import type { Persona, PersonaProfile } from '../../src/shared/contract/personas.ts'
import type { NewTimelineEntry } from '../../src/shared/contract/timeline.ts'
import type { WriteDb } from '../../src/main/engine/db/schema.ts'

const profile: PersonaProfile = {
  traits: {
    openness: 62,
    conscientiousness: 71,
    extraversion: 35,
    agreeableness: 58,
    neuroticism: 44,
  },
  values: ['security', 'benevolence', 'tradition'],
  communicationStyle: {
    formality: 30,
    verbosity: 55,
    directness: 70,
    warmth: 60,
    humor: 40,
    habits: ['says "to be fair" a lot'],
  },
  domainKnowledge: [{ topic: 'nursing', level: 85, origin: 'twelve years on the ward' }],
  moodBaseline: { valence: 0.2, arousal: 0.1, dominance: 0 },
  moodArousability: 0.4,
}

/** A persona as the API answers it, without a database. */
export function aPersona(overrides: Partial<Persona> = {}): Persona {
  return {
    id: randomUUID() as PersonaId,
    tenantId: randomUUID() as TenantId,
    personaKey: 'ada-lind-39',
    randomSeed: 0,
    firstName: 'Ada',
    lastName: 'Lind',
    age: 39,
    location: 'Lyon, France',
    baseOccupation: 'nurse',
    attributes: {},
    summary: 'Ada Lind is a nurse in Lyon who keeps a garden on her balcony.',
    ...profile,
    timelineLength: 0,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...overrides,
  }
}

/** Stores a persona (and its tenant, if new) and returns it. */
export async function insertPersona(
  db: WriteDb,
  overrides: Partial<Persona> = {},
): Promise<Persona> {
  const persona = aPersona(overrides)
  await db
    .insertInto('tenant')
    .values({
      id: persona.tenantId,
      name: 'Test',
      plan: 'local',
      credits: 0,
      credits_used: 0,
      created_at: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('persona')
    .values({
      id: persona.id,
      tenant_id: persona.tenantId,
      persona_key: persona.personaKey,
      random_seed: persona.randomSeed,
      first_name: persona.firstName,
      last_name: persona.lastName,
      age: persona.age,
      location: persona.location,
      base_occupation: persona.baseOccupation,
      gender: persona.gender ?? null,
      education: null,
      income: null,
      household: null,
      language: persona.language ?? null,
      attributes: JSON.stringify(persona.attributes),
      summary: persona.summary,
      profile: JSON.stringify(profile),
      search_text: '',
      timeline_length: 0,
      created_at: Date.parse(persona.createdAt),
      updated_at: Date.parse(persona.updatedAt),
      deleted_at: null,
    })
    .execute()
  return persona
}

/** A memory as a client sends it, defaults filled in. */
export function anEntry(overrides: Partial<NewTimelineEntry> = {}): NewTimelineEntry {
  return {
    eventAt: '2015-06-01',
    eventLabel: 'A day at the lake',
    facts: 'We rented a boat and it leaked.',
    feelings: 'Amused and a little cold.',
    interpretation: 'Plans matter less than company.',
    emotionTags: ['joy'],
    memoryType: 'normal',
    memoryStrength: 50,
    ...overrides,
  }
}
