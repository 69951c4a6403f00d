import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
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
  const tables = kept[runId] ?? []
  const isKept = tables.some((table) => isSameTable(table, current))
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
            <ActionIcon size="sm" aria-label={`Forget ${name}`} onClick={() => drop(runId, table)}>
              <IconX size={12} />
            </ActionIcon>
          </span>
        )
      })}
      <Button
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
