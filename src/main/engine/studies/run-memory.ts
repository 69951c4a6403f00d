import type { Persona } from '../../../shared/contract/personas.ts'
import type { Remembered } from '../prompting/turn.ts'

/** Looks kept of each kind; the oldest goes first. Some kilobytes each. */
const MOST = 4000

/**
 * What a run need look up only once. Profiles and memories are frozen at its launch, so that a persona
 * who is asked again, under another condition or as a replicate, is the same and recalls the same.
 */
export type RunMemory = {
  /** @param look  where it was not looked up yet */
  persona(personaId: string, look: () => Promise<Persona>): Promise<Persona>
  /** What comes to mind first at a question: nothing was said before it. */
  recalled(personaId: string, query: string, look: () => Promise<Remembered>): Promise<Remembered>
}

export function createRunMemory(): RunMemory {
  const personas = createKeeper<Persona>()
  const recalls = createKeeper<Remembered>()
  return {
    persona: (personaId, look) => personas(personaId, look),
    recalled: (personaId, query, look) => recalls(`${personaId}\n${query}`, look),
  }
}

function createKeeper<Value>() {
  const kept = new Map<string, Promise<Value>>()
  return (key: string, look: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key)
    if (known) return known
    const found = look()
    kept.set(key, found)
    // One that failed, or was interrupted, is looked up again.
    found.catch(() => kept.delete(key))
    if (kept.size > MOST) kept.delete(kept.keys().next().value!)
    return found
  }
}
