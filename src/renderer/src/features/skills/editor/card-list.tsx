import { useState } from 'react'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { showUndo } from '../../../components/undo-notification.tsx'
import type { Apply, Dismissing } from '../finding-list.tsx'
import { FindingList } from '../finding-list.tsx'
import { findingsAt } from '../lint-words.ts'
import { moved } from './answers/lines.ts'
import { FaultNotes, LogicNotes } from './card-notes.tsx'
import { withCardChanged, withCardRestored } from './card-edits.ts'
import { EditorCard, type CardActions } from './editor-card.tsx'
import classes from './editor.module.css'
import { copyOf } from './new-question.ts'
import { QuestionFields } from './question-fields.tsx'
import { blocksOf, toCard, type Card, type Faults, type SkillDraft } from './skill-draft.ts'
import type { DraftChecks } from './use-findings.ts'
import type { Edit } from './use-skill-editor.ts'

type Props = {
  draft: SkillDraft
  edit: Edit
  checks: DraftChecks
  faults: Faults
  apply: Apply
  dismissing: Dismissing
  openKey: string | null
  onOpen: (key: string | null) => void
}

/** The questions, one open at a time. */
export function CardList({ draft, edit, checks, faults, openKey, onOpen, ...actions }: Props) {
  const [dragged, setDragged] = useState<string | null>(null)
  const questions = draft.cards.map(({ question }) => question)
  return (
    <ol className={classes.cards}>
      {draft.cards.map((card, index) => {
        const found = findingsOf(checks, card)
        const own = faults.byCard.get(card.key) ?? []
        const standing = found.lint.filter(({ dismissed }) => dismissed === null)
        const count = own.length + standing.length + found.logic.length
        return (
          <EditorCard
            key={card.key}
            card={card}
            number={index + 1}
            count={draft.cards.length}
            isOpen={card.key === openKey}
            isDragged={card.key === dragged}
            note={own.length > 0 ? 'To finish' : count > 0 ? `${count} to look at` : ''}
            actions={actionsOf({ draft, edit, card, index, openKey, onOpen, dragged, setDragged })}
          >
            <QuestionFields
              question={card.question}
              questions={questions}
              index={index}
              blocks={blocksOf(draft)}
              onChange={(next) =>
                edit((before) => withCardChanged(before, card.key, next), whatChanged(card, next))
              }
            />
            <FaultNotes faults={own} />
            <LogicNotes findings={found.logic} />
            <FindingList findings={found.lint} isApplying={false} {...actions} />
          </EditorCard>
        )
      })}
    </ol>
  )
}

/** Findings are about the draft as it was sent: there the card may have stood elsewhere. */
function findingsOf({ settled, lint, logic }: DraftChecks, { key }: Card) {
  const at = settled.cards.findIndex((card) => card.key === key)
  const id = settled.cards[at]?.question.id
  return {
    lint: at === -1 ? [] : findingsAt(lint, `questions.${at}`),
    logic: (logic?.findings ?? []).filter(({ questionId }) => questionId === id),
  }
}

/** Typing goes on in one field of one question; anything else is a step of its own. */
function whatChanged({ key, question }: Card, next: Question): string | null {
  const before = new Map<string, unknown>(Object.entries(question))
  const fields = Object.entries(next).flatMap(([field, value]) =>
    before.get(field) === value ? [] : [field],
  )
  return fields.length === 1 ? `${key} ${fields[0]}` : null
}

type Place = Pick<Props, 'draft' | 'edit' | 'openKey' | 'onOpen'> & {
  card: Card
  index: number
  dragged: string | null
  setDragged: (key: string | null) => void
}

function actionsOf({
  edit,
  card,
  index,
  openKey,
  onOpen,
  dragged,
  setDragged,
}: Place): CardActions {
  const moveTo = (key: string, step: (at: number) => number) =>
    edit((draft) => {
      const at = draft.cards.findIndex((it) => it.key === key)
      const to = Math.min(Math.max(step(at), 0), draft.cards.length - 1)
      return at === to ? draft : { ...draft, cards: moved(draft.cards, at, to) }
    }, `move ${key}`)
  return {
    onToggle: () => onOpen(openKey === card.key ? null : card.key),
    onMove: (step) => {
      moveTo(card.key, (at) => at + step)
      requestAnimationFrame(() => document.getElementById(`card-${card.key}`)?.focus())
    },
    onCopy: () =>
      edit((draft) => {
        const copy = toCard(
          copyOf(
            card.question,
            draft.cards.map(({ question }) => question),
          ),
        )
        return { ...draft, cards: draft.cards.toSpliced(index + 1, 0, copy) }
      }),
    onRemove: () => {
      edit((draft) => ({ ...draft, cards: draft.cards.filter(({ key }) => key !== card.key) }))
      const undo = () => edit((draft) => withCardRestored(draft, card, index))
      showUndo({ title: `Question ${index + 1} removed`, undo })
    },
    onDrag: (isDragged) => setDragged(isDragged ? card.key : null),
    onDragOver: () => dragged && dragged !== card.key && moveTo(dragged, () => index),
  }
}
