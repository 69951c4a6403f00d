import type { SessionId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'
import { settleMood } from '../domain/prompting/session-mood.ts'
import { EngineError } from '../errors.ts'
import { findSession, listExchanges } from './prompting.repo.ts'
import { newSession, type SessionState } from './turn.ts'

/** Earlier exchanges read for a prompt; fewer go along when they are long. */
const HISTORY = 40

type Continued = {
  readonly tenantId: TenantId
  /** Undefined: a new session begins. */
  readonly sessionId: SessionId | undefined
  /** Milliseconds: turns of a later clock do not exist; null: all do. */
  readonly asOf: number | null
}

/**
 * What a session carries into its next turn, as after the last turn that exists by its clock.
 *
 * @throws EngineError `not_found`; `conflict` when the session is with another persona or a study's
 */
export async function loadSessionState(
  deps: { readonly db: ReadDb; readonly now: () => number },
  persona: Persona,
  { tenantId, sessionId, asOf }: Continued,
): Promise<SessionState & { readonly turnCount: number }> {
  const beginning = { ...newSession(persona), turnCount: 0 }
  if (!sessionId) return beginning
  await requireInterview(deps.db, persona, { tenantId, sessionId })
  const { count, exchanges } = await listExchanges(deps.db, { tenantId, sessionId, asOf }, HISTORY)
  const last = exchanges.at(-1)
  if (!last) return beginning
  const elapsedMs = (asOf ?? deps.now()) - last.clock
  return {
    mood: settleMood(last.mood, persona.moodBaseline, elapsedMs),
    pressure: last.pressure,
    // What came up at any clock stands in the history, so it is open, whichever turn was the last.
    surfaced: [...new Set(exchanges.flatMap(({ surfaced }) => surfaced))],
    history: exchanges.map(({ prompt, response }) => ({ prompt, response })),
    turnCount: count,
  }
}

async function requireInterview(
  db: ReadDb,
  persona: Persona,
  { tenantId, sessionId }: { tenantId: TenantId; sessionId: SessionId },
): Promise<void> {
  const session = await findSession(db, tenantId, sessionId)
  if (!session) throw new EngineError('not_found', `No session ${sessionId}`)
  if (session.personaId !== persona.id) {
    const whose = `Session ${sessionId} is with persona ${session.personaId}, not ${persona.id}`
    throw new EngineError('conflict', whose)
  }
  if (session.kind === 'study') {
    const why = `Session ${sessionId} is the record of a study: begin another one`
    throw new EngineError('conflict', why)
  }
}
