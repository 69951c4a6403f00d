import type { TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { createPersonas, type CreateDeps, type NewPersona } from './create-personas.ts'

/** One persona, its memories stored by the time it is answered. */
export async function createPersona(
  deps: CreateDeps,
  tenantId: TenantId,
  wanted: NewPersona,
  signal?: AbortSignal,
): Promise<Persona> {
  const [persona] = await createPersonas(deps, tenantId, [wanted], { signal })
  return persona!
}
