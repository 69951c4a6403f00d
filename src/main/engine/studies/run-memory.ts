import type { Persona } from '../../../shared/contract/personas.ts'
import type { Remembered } from '../prompting/turn.ts'
import { createLookUp } from '../recent.ts'

/** Looks kept of each kind. Some kilobytes each. */
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
  const recalls = createLookUp<Remembered>(MOST)
  return {
    persona: createLookUp<Persona>(MOST),
    recalled: (personaId, query, look) => recalls(`${personaId}\n${query}`, look),
  }
}
