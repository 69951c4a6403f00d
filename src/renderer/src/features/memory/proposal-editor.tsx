import { Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent } from 'react'
import { Label } from '../../components/label.tsx'
import { MemoryMark } from '../../components/memory-mark.tsx'
import { formatDay } from '../../lib/format.ts'
import { ProposalFields } from './proposal-fields.tsx'
import classes from './proposal-editor.module.css'
import { changeDraft, problemOf, setKept, type Draft } from './proposals.ts'

const ROW_HEIGHT = 52

type Props = { drafts: readonly Draft[]; onChange: (drafts: readonly Draft[]) => void }

/** Proposals on the left, the one that is looked at on the right. ↑ ↓ move, Space keeps or drops. */
export function ProposalEditor({ drafts, onChange }: Props) {
  const [shownKey, setShownKey] = useState(drafts[0]?.key)
  const scroller = useRef<HTMLUListElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is not in use
  const rows = useVirtualizer({
    count: drafts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const index = drafts.findIndex(({ key }) => key === shownKey)
  const shown = drafts[index]
  const move = (step: number) => {
    const next = Math.min(drafts.length - 1, Math.max(0, index + step))
    setShownKey(drafts[next]?.key)
    rows.scrollToIndex(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === ' ' && shown) onChange(setKept(drafts, shown.key, !shown.kept))
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.editor}>
      <ul
        ref={scroller}
        className={classes.list}
        role="listbox"
        aria-label="Proposed memories"
        tabIndex={0}
        aria-activedescendant={shown && `proposal-${shown.key}`}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index: at, start }) => {
            const draft = drafts[at]!
            return (
              <Row
                key={draft.key}
                draft={draft}
                top={start}
                isShown={draft.key === shownKey}
                onShow={() => setShownKey(draft.key)}
                onKeep={(kept) => onChange(setKept(drafts, draft.key, kept))}
              />
            )
          })}
        </div>
      </ul>
      {shown && (
        <ProposalFields
          key={shown.key}
          draft={shown}
          onChange={(change) => onChange(changeDraft(drafts, shown.key, change))}
        />
      )}
    </div>
  )
}

type RowProps = {
  draft: Draft
  top: number
  isShown: boolean
  onShow: () => void
  onKeep: (kept: boolean) => void
}

function Row({ draft, top, isShown, onShow, onKeep }: RowProps) {
  const { entry, kept, dateFrom } = draft
  const problem = kept ? problemOf(draft) : null
  return (
    <li
      id={`proposal-${draft.key}`}
      role="option"
      aria-selected={isShown}
      className={classes.row}
      data-dropped={!kept || undefined}
      style={{ top, height: ROW_HEIGHT }}
      onClick={onShow}
    >
      <Checkbox
        aria-label={`Keep “${entry.eventLabel}”`}
        size="xs"
        tabIndex={-1}
        checked={kept}
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => onKeep(event.currentTarget.checked)}
      />
      <span className={classes.words}>
        <span className="truncate">
          <MemoryMark type={entry.memoryType} /> {entry.eventLabel}
        </span>
        <span className="quiet small truncate">
          {entry.eventAt && formatDay(entry.eventAt)}{' '}
          {dateFrom === 'assumed' && <Label tone="warn">date assumed</Label>}{' '}
          {problem && <Label tone="bad">{problem}</Label>}
        </span>
      </span>
    </li>
  )
}
