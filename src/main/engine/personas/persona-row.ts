import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import { PersonaProfile, type Persona } from '../../../shared/contract/personas.ts'
import { searchTextOf } from './search-text.ts'
import type { PersonaTable } from './personas.table.ts'

export type PersonaRow = Omit<PersonaTable, 'row'>

export const personaColumns = [
  'id',
  'tenant_id',
  'persona_key',
  'random_seed',
  'first_name',
  'last_name',
  'age',
  'location',
  'base_occupation',
  'gender',
  'education',
  'income',
  'household',
  'language',
  'attributes',
  'summary',
  'profile',
  'search_text',
  'timeline_length',
  'created_at',
  'updated_at',
  'deleted_at',
] as const satisfies readonly (keyof PersonaRow)[]

export function toRow(persona: Persona): PersonaRow {
  return {
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
    education: persona.education ?? null,
    income: persona.income ?? null,
    household: persona.household ?? null,
    language: persona.language ?? null,
    attributes: JSON.stringify(persona.attributes),
    summary: persona.summary,
    profile: JSON.stringify(profileOf(persona)),
    search_text: searchTextOf(persona),
    timeline_length: persona.timelineLength,
    created_at: Date.parse(persona.createdAt),
    updated_at: Date.parse(persona.updatedAt),
    deleted_at: null,
  }
}

/**
 * A stored persona. Trusts the row's shape: the engine wrote it, and parsing 10,000 of them with the
 * schema takes longer than reading them.
 */
export function toPersona(row: PersonaRow): Persona {
  return {
    id: row.id as PersonaId,
    tenantId: row.tenant_id as TenantId,
    personaKey: row.persona_key,
    randomSeed: row.random_seed,
    firstName: row.first_name,
    lastName: row.last_name,
    age: row.age,
    location: row.location,
    baseOccupation: row.base_occupation,
    ...(row.gender === null ? {} : { gender: row.gender }),
    ...(row.education === null ? {} : { education: row.education }),
    ...(row.income === null ? {} : { income: row.income }),
    ...(row.household === null ? {} : { household: row.household }),
    ...(row.language === null ? {} : { language: row.language }),
    attributes: JSON.parse(row.attributes) as Persona['attributes'],
    summary: row.summary,
    ...(JSON.parse(row.profile) as PersonaProfile),
    timelineLength: row.timeline_length,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  }
}

const profileKeys = Object.keys(PersonaProfile.shape) as (keyof PersonaProfile)[]

function profileOf(persona: Persona): PersonaProfile {
  return Object.fromEntries(profileKeys.map((key) => [key, persona[key]])) as PersonaProfile
}
