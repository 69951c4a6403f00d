import type { ThemeQuote } from '../../../../shared/contract/evidence.ts'
import type { ThemeDetail } from '../../../../shared/contract/themes.ts'
import { MoveMenu } from './move-menu.tsx'
import classes from './themes.module.css'

/** What is dragged from theme to theme: the id of a task. */
export const DRAGGED_TASK = 'application/x-workbench-task'

type Props = {
  theme: ThemeDetail
  themes: readonly ThemeDetail[]
  /** Absent where nothing can be moved. */
  onAssign: ((taskId: string, themeId: string | null) => void) | undefined
  onOpenTask: (taskId: string) => void
  quote: Pick<ThemeQuote, 'taskId' | 'personaName' | 'text'> & { cohort: string }
}

/** What somebody said: opens to how it came about, moves to another theme. */
export function Quote({ quote, theme, themes, onAssign, onOpenTask }: Props) {
  const { taskId, personaName, text, cohort } = quote
  return (
    <li
      draggable={onAssign !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED_TASK, taskId)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <button type="button" className={classes.quote} onClick={() => onOpenTask(taskId)}>
        <q>{text}</q>
        <span className="quiet small">{[personaName, cohort].filter(Boolean).join(', ')}</span>
      </button>
      {onAssign && (
        <MoveMenu themes={themes} from={theme.id} onMove={(themeId) => onAssign(taskId, themeId)} />
      )}
    </li>
  )
}
