import type { SchwartzValue } from '../../../../../shared/contract/personas.ts'
import type { NewTimelineEntry } from '../../../../../shared/contract/timeline.ts'
import type { TraitScores } from '../traits.ts'
import { collectMemories } from './collect-memories.ts'
import type { Life } from './life.ts'
import { selectMemories } from './select-memories.ts'
import { writeMemory } from './write-memory.ts'

/** The memories somebody begins with, oldest first. */
export function writeBiography(
  life: Life,
  traits: TraitScores,
  values: readonly SchwartzValue[],
): NewTimelineEntry[] {
  return selectMemories(collectMemories(life), life, traits).map((memory) =>
    writeMemory(memory, life, traits, values),
  )
}
