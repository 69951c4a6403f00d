import { setImmediate } from 'node:timers/promises'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { toInstant, toIso } from '../memory/instant.ts'
import { findPersonas } from '../personas/find-personas.ts'
import { getPersonaAt } from '../personas/persona-at.ts'

/** Personas looked at between two turns of the event loop: about 5 ms. */
const BATCH = 50

type Launch = {
  readonly tenantId: TenantId
  readonly asOf: string | undefined
  readonly members: readonly PersonaId[]
}

/**
 * The instant that it is in every session of a run, ISO: the study's own, else the present.
 *
 * @throws EngineError `invalid_input` when the study's is yet to come, or a member was not born by then
 */
export async function runClock(
  deps: { readonly db: ReadDb; readonly now: () => number },
  { tenantId, asOf, members }: Launch,
): Promise<string> {
  const now = deps.now()
  if (asOf === undefined) return toIso(now)
  const clock = toInstant(asOf, 'asOf')
  // Profiles may be edited until then: a run would not stay what was launched.
  if (clock > now)
    throw atFault(`must not be later than the launch at ${toIso(now)}, found ${asOf}`)
  await requireBorn(deps.db, { tenantId, members, clock })
  return toIso(clock)
}

async function requireBorn(
  db: ReadDb,
  { tenantId, members, clock }: Omit<Launch, 'asOf'> & { readonly clock: number },
): Promise<void> {
  const personas = await findPersonas(db, tenantId, members)
  const unborn: string[] = []
  let looked = 0
  for (const persona of personas.values()) {
    if (looked++ % BATCH === 0) await setImmediate()
    const born = await getPersonaAt(db, persona, clock).catch((error: unknown) => {
      if (error instanceof EngineError && error.code === 'invalid_input') return undefined
      throw error
    })
    if (!born) unborn.push(`${persona.firstName} ${persona.lastName}`)
  }
  if (unborn.length === 0) return
  const who = unborn.length === 1 ? unborn[0]! : `${unborn[0]!} and ${unborn.length - 1} more`
  throw atFault(`must not be before the birth of a participant: ${who} of ${personas.size}`)
}

function atFault(message: string): EngineError {
  return invalidInput([{ path: ['asOf'], message }])
}
