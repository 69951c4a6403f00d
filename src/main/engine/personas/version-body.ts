import type { Persona } from '../../../shared/contract/personas.ts'
import { toIso } from '../memory/instant.ts'

/** What an edit can change, and what hangs on it: all but ids, times and the timeline. */
export type VersionBody = Omit<
  Persona,
  'id' | 'tenantId' | 'timelineLength' | 'createdAt' | 'updatedAt'
>

export function bodyOf(persona: Persona): VersionBody {
  const { id: _, tenantId: __, timelineLength: ___, ...rest } = persona
  const { createdAt: ____, updatedAt: _____, ...body } = rest
  return body
}

/** The persona with another profile. */
export function withBody(persona: Persona, body: VersionBody, validFrom: number): Persona {
  const { id, tenantId, timelineLength, createdAt } = persona
  return { ...body, id, tenantId, timelineLength, createdAt, updatedAt: toIso(validFrom) }
}

export function changedFields(before: VersionBody, after: VersionBody): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof VersionBody>
  return [...fields].filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
}
