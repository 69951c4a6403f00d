import type { SchwartzValue } from '../../../../../shared/contract/personas.ts'
import type { NewTimelineEntry } from '../../../../../shared/contract/timeline.ts'
import type { Dice } from '../dice.ts'
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
  const author = { life, traits, values, deal: createDealer(life.dice) }
  const memories = selectMemories(collectMemories(life), life, traits)
  return memories.map((memory) => writeMemory(memory, author))
}

/** Each list from a place of its own, then on and round. */
function createDealer(dice: Dice): (templates: readonly string[]) => string {
  const next = new Map<readonly string[], number>()
  return (templates) => {
    const index = next.get(templates) ?? dice.int(0, templates.length - 1, `deal:${templates[0]}`)
    next.set(templates, (index + 1) % templates.length)
    return templates[index]!
  }
}
