import type { Question } from '../../../../../shared/contract/questions.ts'
import { followChange, followOwn } from './follow-change.ts'
import { newQuestion } from './new-question.ts'
import { toCard, type Card, type SkillDraft } from './skill-draft.ts'

/** With one question changed, and what refers to it following. */
export function withCardChanged(draft: SkillDraft, key: string, next: Question): SkillDraft {
  const before = draft.cards.find((card) => card.key === key)?.question
  if (!before) return draft
  const cards = draft.cards.map((card) =>
    card.key === key
      ? { key, question: followOwn(before, next) }
      : { ...card, question: followChange([card.question], before, next)[0]! },
  )
  const evaluation = draft.evaluation.map((rule) =>
    rule.questionIds
      ? { ...rule, questionIds: rule.questionIds.map((id) => (id === before.id ? next.id : id)) }
      : rule,
  )
  const dismissals = draft.dismissals.map((one) =>
    one.questionId === before.id ? { ...one, questionId: next.id } : one,
  )
  return { ...draft, cards, evaluation, dismissals }
}

/** With a removed card where it was; as it is when it is there, or its id has been given away. */
export function withCardRestored(draft: SkillDraft, card: Card, index: number): SkillDraft {
  const isTaken = draft.cards.some(
    ({ key, question }) => key === card.key || question.id === card.question.id,
  )
  return isTaken ? draft : { ...draft, cards: draft.cards.toSpliced(index, 0, card) }
}

/** A question of a type, to be put at the end. */
export function newCard(draft: SkillDraft, type: Question['type']): Card {
  return toCard(
    newQuestion(
      draft.cards.map(({ question }) => question),
      type,
    ),
  )
}
