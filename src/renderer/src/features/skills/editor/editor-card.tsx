import { ActionIcon } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconCopy,
  IconGripVertical,
  IconX,
} from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Label } from '../../../components/label.tsx'
import classes from './editor.module.css'
import { typeWords } from './question-types.ts'
import type { Card } from './skill-draft.ts'

export type CardActions = {
  readonly onToggle: () => void
  readonly onMove: (step: -1 | 1) => void
  readonly onCopy: () => void
  readonly onRemove: () => void
  readonly onDrag: (isDragged: boolean) => void
  /** Another card is dragged over this one. */
  readonly onDragOver: () => void
}

type Props = {
  card: Card
  /** From 1, and of how many. */
  number: number
  count: number
  isOpen: boolean
  isDragged: boolean
  /** What is to be mended in it; empty: nothing. */
  note: string
  actions: CardActions
  children: ReactNode
}

/** A question in the list: one line while closed, its fields while open. */
export function EditorCard({ card, isOpen, isDragged, number, children, ...props }: Props) {
  const { actions } = props
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    actions.onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      className={`${classes.card} card`}
      aria-label={`Question ${number}`}
      data-open={isOpen || undefined}
      data-dragged={isDragged || undefined}
      onDragOver={(event) => event.preventDefault()}
      onDragEnter={actions.onDragOver}
    >
      <div className={classes.head}>
        <span
          className={classes.handle}
          draggable
          title="Drag, or Alt with an arrow key"
          aria-hidden
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            actions.onDrag(true)
          }}
          onDragEnd={() => actions.onDrag(false)}
        >
          <IconGripVertical size={16} />
        </span>
        <button
          type="button"
          id={`card-${card.key}`}
          className={classes.open}
          aria-expanded={isOpen}
          onClick={actions.onToggle}
          onKeyDown={onKeyDown}
        >
          <Summary card={card} number={number} isOpen={isOpen} note={props.note} />
        </button>
        <CardTools number={number} count={props.count} actions={actions} />
      </div>
      {isOpen && <div className={classes.body}>{children}</div>}
    </li>
  )
}

type SummaryProps = { card: Card; number: number; isOpen: boolean; note: string }

function Summary({ card: { question }, number, isOpen, note }: SummaryProps) {
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <>
      <span className={classes.facts}>
        <Chevron size={14} aria-hidden />
        <span className="mono">
          {number} · {question.id}
        </span>
        <Label>{typeWords[question.type].name}</Label>
        {question.block && <Label>Block {question.block}</Label>}
        {question.showIf && <Label>Asked only if…</Label>}
        {question.skipTo && <Label>Leads on</Label>}
        {note && <Label tone="warn">{note}</Label>}
      </span>
      {!isOpen && (
        <span className={classes.wording}>
          {question.text || <span className="quiet">No wording yet</span>}
        </span>
      )}
    </>
  )
}

function CardTools(props: { number: number; count: number; actions: CardActions }) {
  const { number, count, actions } = props
  return (
    <span className={classes.tools}>
      <ActionIcon
        aria-label={`Move question ${number} up`}
        disabled={number === 1}
        onClick={() => actions.onMove(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        aria-label={`Move question ${number} down`}
        disabled={number === count}
        onClick={() => actions.onMove(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon aria-label={`Duplicate question ${number}`} onClick={actions.onCopy}>
        <IconCopy size={16} />
      </ActionIcon>
      <ActionIcon aria-label={`Remove question ${number}`} onClick={actions.onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </span>
  )
}
