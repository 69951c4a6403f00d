import { Checkbox } from '@mantine/core'
import { useState, type DragEvent } from 'react'
import type { CodebookEditRequest } from '../../../../shared/contract/codebooks.ts'
import type { QuestionThemes, ThemeDetail } from '../../../../shared/contract/themes.ts'
import { EditKeywords } from './edit-keywords.tsx'
import { DRAGGED_TASK } from './quote.tsx'
import { ThemeMenu } from './theme-menu.tsx'
import { ThemeName } from './theme-name.tsx'
import { ThemeNumbers } from './theme-numbers.tsx'
import { ThemeQuotes } from './theme-quotes.tsx'
import classes from './themes.module.css'
import type { useCodebookChange } from './themes.queries.ts'

type Props = {
  runId: string
  theme: ThemeDetail
  label: string
  found: QuestionThemes
  isFrozen: boolean
  isSelected: boolean
  change: ReturnType<typeof useCodebookChange>
  onToggle: () => void
  onMove: (by: number) => void
  onOpenTask: (taskId: string) => void
}

export function ThemeCard(props: Props) {
  const { theme, label, found, isFrozen, isSelected, change, onToggle, onMove } = props
  const [isOver, setIsOver] = useState(false)
  const isUnclear = theme.id === 'unclear'
  const edit = (one: CodebookEditRequest) => change.mutate({ edit: one })
  const assign = (taskId: string, themeId: string | null) =>
    edit({ type: 'assign', taskIds: [taskId as never], themeId })
  const isTask = (event: DragEvent) => !isFrozen && event.dataTransfer.types.includes(DRAGGED_TASK)
  return (
    <li
      className={`${classes.theme} card`}
      data-over={isOver || undefined}
      data-selected={isSelected || undefined}
      aria-label={label}
      onDragOver={(event) => {
        if (!isTask(event)) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        if (!isTask(event)) return
        assign(event.dataTransfer.getData(DRAGGED_TASK), isUnclear ? null : theme.id)
      }}
    >
      <div className={classes.about}>
        <div className={classes.name}>
          {!isUnclear && !isFrozen && (
            <Checkbox
              size="xs"
              aria-label={`Select ${label}`}
              checked={isSelected}
              onChange={onToggle}
            />
          )}
          <ThemeName
            label={label}
            isFixed={isUnclear || isFrozen}
            onRename={(next) => edit({ type: 'rename', themeId: theme.id, label: next })}
          />
          {!isUnclear && !isFrozen && (
            <ThemeMenu label={label} themeId={theme.id} onEdit={edit} onMove={onMove} />
          )}
        </div>
        {!isUnclear && (
          <EditKeywords
            keywords={theme.keywords}
            isFixed={isFrozen}
            onChange={(keywords) => edit({ type: 'keywords', themeId: theme.id, keywords })}
          />
        )}
        {isUnclear && (
          <p className="quiet small">
            Answers that say little, or lie apart from every theme. They count in every share.
          </p>
        )}
        <ThemeNumbers theme={theme} note={found.sentimentNote} />
      </div>
      <ThemeQuotes {...props} themes={found.themes} onAssign={isFrozen ? undefined : assign} />
    </li>
  )
}
