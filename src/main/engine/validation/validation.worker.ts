import type { ValidationMargins } from '../../../shared/contract/validation.ts'
import { seed31 } from '../domain/random.ts'
import { compareItem, type ValidationItem } from '../domain/validation/compare-item.ts'
import { judgeItems, type JudgedItem } from '../domain/validation/verdict.ts'
import { worthPeople, type WorthPeople } from '../domain/validation/worth-people.ts'
import { answerOnce } from '../workers/answer-once.ts'

export type ValidationWork = {
  readonly items: readonly ValidationItem[]
  readonly margins: ValidationMargins
  readonly randomSeed: number
}
export type ValidationResult = {
  readonly judged: readonly JudgedItem[]
  readonly worth: WorthPeople | null
}

answerOnce<ValidationWork, ValidationResult>(({ items, margins, randomSeed }) => {
  const judged = judgeItems(
    items.map((item) =>
      compareItem(item, margins, { seed: seed31('validation', randomSeed, item.id) }),
    ),
  )
  const errors = judged.flatMap(({ ordered, item }) =>
    ordered && !Number.isNaN(ordered.standardisedDifference)
      ? [{ difference: ordered.standardisedDifference, people: item.people.n }]
      : [],
  )
  return { judged, worth: worthPeople(errors, seed31('worth', randomSeed)) }
})
