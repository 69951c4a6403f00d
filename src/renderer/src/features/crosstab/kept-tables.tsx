import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { showUndo } from '../../components/undo-notification.tsx'
import classes from './crosstab-page.module.css'
import { isSameTable, useKeptTables, type KeptTable } from './crosstab.store.ts'
import { shortName, type Choice } from './variables.ts'

type Props = {
  runId: string
  current: KeptTable
  choices: readonly Choice[]
  onChoose: (table: KeptTable) => void
}

/** Tables to come back to, one click each. */
export function KeptTables({ runId, current, choices, onChoose }: Props) {
  const { kept, keep, drop } = useKeptTables()
  const keepButton = useRef<HTMLButtonElement>(null)
  const tables = kept[runId] ?? []
  const isKept = tables.some((table) => isSameTable(table, current))
  const forget = (table: KeptTable, name: string) => {
    drop(runId, table)
    // The button that was pressed is gone: the keyboard stays near.
    keepButton.current?.focus()
    showUndo({ title: `${name} is forgotten`, undo: () => keep(runId, table) })
  }
  return (
    <div role="group" aria-label="Kept tables" className={classes.kept}>
      {tables.map((table) => {
        const name = nameOf(table, choices)
        return (
          <span key={name + table.show} className={classes.keptTable}>
            <Button
              size="xs"
              variant={isSameTable(table, current) ? 'light' : 'default'}
              aria-pressed={isSameTable(table, current)}
              onClick={() => onChoose(table)}
            >
              {name}
            </Button>
            <ActionIcon size="sm" aria-label={`Forget ${name}`} onClick={() => forget(table, name)}>
              <IconX size={12} />
            </ActionIcon>
          </span>
        )
      })}
      <Button
        ref={keepButton}
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        disabled={isKept}
        onClick={() => keep(runId, current)}
      >
        {isKept ? 'Kept' : 'Keep this table'}
      </Button>
    </div>
  )
}

function nameOf({ rows, columns, nested }: KeptTable, choices: readonly Choice[]): string {
  const name = (variable: string | undefined) => variable && shortName(variable, choices)
  return [`${name(rows)} × ${name(columns)}`, nested && `by ${name(nested)}`]
    .filter(Boolean)
    .join(' ')
}
