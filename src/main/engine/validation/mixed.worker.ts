import type { MixedItem } from '../../../shared/contract/mixed-estimates.ts'
import { mixedItem, type MixedAnswers } from '../domain/validation/mixed-item.ts'
import { answerOnce } from '../workers/answer-once.ts'

export type MixedWork = {
  readonly items: readonly MixedAnswers[]
  readonly terms: { readonly sameTarget: boolean; readonly level: number }
}

answerOnce<MixedWork, MixedItem[]>(({ items, terms }) =>
  items.map((item) => mixedItem(item, terms)),
)
