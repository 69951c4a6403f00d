import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { RunRecord } from '../evidence/gather.ts'

type Personas = Pick<RunRecord, 'personas'>

/** Attributes of the personas that hold ids of a survey's people, with how many name one; most first. */
export function twinFields(
  { personas }: Personas,
  persons: readonly string[] | null,
): { field: string; personas: number }[] {
  if (!persons) return []
  const known = new Set(persons)
  const counts = new Map<string, number>()
  for (const { attributes } of personas.values())
    for (const [name, value] of Object.entries(attributes))
      if (known.has(idOf(value))) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ field: `attributes.${name}`, personas: count }))
    .toSorted((a, b) => b.personas - a.personas)
}

/** Who is whose twin by such an attribute; of two that name one person, the first. */
export function twinsBy(
  { personas }: Personas,
  persons: readonly string[],
  field: string,
): { person: string; personaId: PersonaId }[] {
  const name = field.replace(/^attributes\./, '')
  const open = new Set(persons)
  return [...personas].flatMap(([personaId, { attributes }]) => {
    const person = idOf(attributes[name])
    return open.delete(person) ? [{ person, personaId: personaId as PersonaId }] : []
  })
}

function idOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
