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

/** Each list in an order of its own, from the top again when it is used up. */
function createDealer(dice: Dice): (templates: readonly string[]) => string {
  const hands = new Map<readonly string[], { order: readonly string[]; next: number }>()
  return (templates) => {
    const hand = hands.get(templates) ?? {
      order: dice.shuffle(templates, `deal:${templates[0]}`),
      next: 0,
    }
    hands.set(templates, { ...hand, next: hand.next + 1 })
    return hand.order[hand.next % hand.order.length]!
  }
}
