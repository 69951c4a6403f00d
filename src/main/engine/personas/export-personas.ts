import { stringify } from 'csv-stringify/sync'
import type { TenantId } from '../../../shared/contract/ids.ts'
import { PersonaSeed, traitNames, type Persona } from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'
import { eachPersona } from './find-personas.ts'
import { listAttributeNames } from './personas.repo.ts'

export type ExportFormat = 'csv' | 'jsonl'

/** Every persona in order of creation, as text in pieces. Import reads both formats back. */
export function exportPersonas(
  db: ReadDb,
  tenantId: TenantId,
  format: ExportFormat,
): AsyncGenerator<string> {
  return format === 'csv' ? exportCsv(db, tenantId) : exportJsonl(db, tenantId)
}

async function* exportJsonl(db: ReadDb, tenantId: TenantId): AsyncGenerator<string> {
  for await (const personas of eachPersona(db, tenantId)) {
    const lines = personas.map((persona) => JSON.stringify(toLine(persona)))
    yield `${lines.join('\n')}\n`
  }
}

function toLine(persona: Persona) {
  return { seed: seedOf(persona), randomSeed: persona.randomSeed, persona }
}

async function* exportCsv(db: ReadDb, tenantId: TenantId): AsyncGenerator<string> {
  const attributes = await listAttributeNames(db, tenantId)
  yield stringify([headerOf(attributes)])
  for await (const personas of eachPersona(db, tenantId)) {
    yield stringify(
      personas.map((persona) => cellsOf(persona, attributes)),
      {
        cast: { boolean: String },
        // A spreadsheet runs what begins like a formula.
        escape_formulas: true,
      },
    )
  }
}

const seedFields = (Object.keys(PersonaSeed.shape) as (keyof PersonaSeed)[]).filter(
  (field) => field !== 'attributes',
)
const extras = ['id', 'personaKey', 'summary', 'createdAt'] as const satisfies (keyof Persona)[]

function headerOf(attributes: readonly string[]): string[] {
  return [
    ...seedFields,
    ...attributes.map((name) => `attributes.${name}`),
    ...extras.map((name) => `persona.${name}`),
    ...traitNames.map((name) => `persona.traits.${name}`),
  ]
}

function cellsOf(persona: Persona, attributes: readonly string[]): unknown[] {
  return [
    ...seedFields.map((field) => persona[field]),
    ...attributes.map((name) => persona.attributes[name]),
    ...extras.map((name) => persona[name]),
    ...traitNames.map((name) => persona.traits[name]),
  ]
}

/** The seed as it stands after corrections, without what is absent. */
export function seedOf(persona: Persona): PersonaSeed {
  const seed = Object.fromEntries(
    seedFields.map((field) => [field, persona[field]]).filter(([, value]) => value !== undefined),
  ) as PersonaSeed
  const { attributes } = persona
  return Object.keys(attributes).length === 0 ? seed : { ...seed, attributes }
}
