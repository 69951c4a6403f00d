import { ActionIcon, Input, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useId, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import classes from './answers.module.css'
import { moved, pastedInto, splitLines } from './lines.ts'

type Props = {
  /** Of the whole list: "Options". */
  label: string
  /** Of one of it: "Option". */
  item: string
  description?: string
  lines: readonly string[]
  onLines: (lines: string[]) => void
}

/**
 * A list of short texts. Typing into the last, empty place adds one; several pasted lines become
 * several; one that is emptied goes when it is left.
 */
export function ListField({ label, item, description, lines, onLines }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const labelId = useId()
  const set = (at: number, text: string) =>
    onLines(at === lines.length ? [...lines, text] : lines.map((it, i) => (i === at ? text : it)))
  const drop = (at: number) => onLines(lines.filter((_, i) => i !== at))
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[at]?.focus())
  const move = (at: number, step: -1 | 1) => {
    if (at >= lines.length || at + step < 0 || at + step >= lines.length) return
    onLines(moved(lines, at, at + step))
    focus(at + step)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, at: number) => {
    if (event.key === 'Enter') focus(at + 1)
    else if (event.altKey && event.key === 'ArrowUp') move(at, -1)
    else if (event.altKey && event.key === 'ArrowDown') move(at, 1)
    else if (event.key === 'Backspace' && event.currentTarget.value === '' && at < lines.length) {
      drop(at)
      focus(Math.max(0, at - 1))
    } else return
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, at: number) => {
    const pasted = splitLines(event.clipboardData.getData('text'))
    if (pasted.length < 2) return
    event.preventDefault()
    onLines(pastedInto(lines, at, pasted))
    focus(at + pasted.length)
  }
  return (
    <div role="group" aria-labelledby={labelId}>
      <Input.Label component="div" id={labelId}>
        {label}
      </Input.Label>
      {description && <Input.Description>{description}</Input.Description>}
      <ul className={classes.lines} ref={list}>
        {[...lines, ''].map((line, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a place keeps the focus while its text changes
          <li key={at} className={classes.line}>
            <TextInput
              aria-label={at < lines.length ? `${item} ${at + 1}` : `Add to ${label.toLowerCase()}`}
              placeholder={at < lines.length ? '' : `Add, or paste several lines`}
              size="xs"
              value={line}
              onChange={(event) => set(at, event.currentTarget.value)}
              onKeyDown={(event) => onKeyDown(event, at)}
              onPaste={(event) => onPaste(event, at)}
              onBlur={() => at < lines.length && line.trim() === '' && drop(at)}
            />
            {at < lines.length && (
              <LineTools
                name={`${item} ${at + 1}`}
                isFirst={at === 0}
                isLast={at === lines.length - 1}
                onMove={(step) => move(at, step)}
                onRemove={() => drop(at)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

type ToolsProps = {
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (step: -1 | 1) => void
  onRemove: () => void
}

/** Out of the way of Tab: Alt with an arrow and Backspace do the same from the text. */
function LineTools({ name, isFirst, isLast, onMove, onRemove }: ToolsProps) {
  const shared = { size: 'sm', tabIndex: -1 } as const
  return (
    <span className={classes.tools}>
      <ActionIcon
        {...shared}
        aria-label={`Move ${name} up`}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={14} />
      </ActionIcon>
      <ActionIcon
        {...shared}
        aria-label={`Move ${name} down`}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={14} />
      </ActionIcon>
      <ActionIcon {...shared} aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </span>
  )
}
