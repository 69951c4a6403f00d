import type { ReadDb } from '../db/schema.ts'
import { createContradictionFinder } from './find-contradictions.ts'
import { createOpenAnswerFinder } from './find-in-open-answers.ts'
import type { Finders } from './finders.ts'

// Apart from what a thread that asks another needs: the rules of consistency are most of the code.
export function createFinders(db: ReadDb): Finders {
  return {
    findContradictions: createContradictionFinder(db),
    findInOpenAnswers: createOpenAnswerFinder(db),
  }
}
