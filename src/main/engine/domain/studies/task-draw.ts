import type { Draw } from '../questions/question-kind.ts'
import { shuffle, uniform } from '../random.ts'

/**
 * The draws of one task for one purpose: what was drawn while it was asked is drawn again from the
 * run's seed, so that an order of options need not be stored to be known.
 *
 * @param purpose  a question's id, or `order` for the order of the questions
 */
export function taskDraw(randomSeed: number, unitKey: string, purpose: string): Draw {
  return {
    shuffle: (items, ...parts) => shuffle(items, randomSeed, unitKey, purpose, ...parts),
    uniform: (...parts) => uniform(randomSeed, unitKey, purpose, ...parts),
  }
}
