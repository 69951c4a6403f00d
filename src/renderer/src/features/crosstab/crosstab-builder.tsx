import { ActionIcon, SegmentedControl, Select, Tooltip } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import type { Crosstab, CrosstabShow } from '../../../../shared/contract/crosstab.ts'
import type { CrosstabSearch } from './crosstab.search.ts'
import classes from './crosstab-page.module.css'
import type { Choice } from './variables.ts'

const showNames: Record<CrosstabShow, string> = {
  column: 'Column %',
  row: 'Row %',
  total: 'Total %',
  mean: 'Means',
}

type Props = {
  choices: readonly Choice[]
  table: Pick<CrosstabSearch, 'rows' | 'columns' | 'nested' | 'show' | 'view' | 'sort'>
  /** As answered; absent before the first answer. */
  shown: Crosstab | undefined
  onChange: (table: CrosstabSearch) => void
}

/** What the rows and columns are, and what the cells hold. */
export function CrosstabBuilder({ choices, table, shown, onChange }: Props) {
  const { rows, columns, nested, view, sort } = table
  const find = (variable: string | undefined) => choices.find((one) => one.variable === variable)
  const canSwap = (find(rows)?.hasColumns && find(columns)?.hasRows) ?? false
  // What the cells hold goes with the rows: other rows may not have it.
  const change = (next: CrosstabSearch) => onChange({ rows, columns, nested, view, ...next })
  const columnChoices = choices.filter(({ hasColumns }) => hasColumns)
  return (
    <div role="group" aria-label="Build the table" className={classes.builder}>
      <VariableSelect
        label="Rows"
        value={rows}
        choices={choices.filter(({ hasRows }) => hasRows)}
        taken={[columns, nested]}
        onChange={(variable) => variable && change({ rows: variable })}
      />
      <Tooltip label="Swap rows and columns">
        <ActionIcon
          className={classes.swap}
          aria-label="Swap rows and columns"
          disabled={!canSwap}
          onClick={() => change({ rows: columns, columns: rows })}
        >
          <IconArrowsExchange size={16} />
        </ActionIcon>
      </Tooltip>
      <VariableSelect
        label="Columns"
        value={columns}
        choices={columnChoices}
        taken={[rows, nested]}
        onChange={(variable) => variable && change({ columns: variable, show: shown?.show })}
      />
      <VariableSelect
        label="Each cut by"
        value={nested}
        choices={columnChoices}
        taken={[rows, columns]}
        isOptional
        onChange={(variable) => change({ nested: variable, show: shown?.show })}
      />
      {shown && (
        <div className={classes.shows}>
          {shown.shows.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label="Cells hold"
              value={shown.show}
              data={shown.shows.map((show) => ({ value: show, label: showNames[show] }))}
              onChange={(show) => change({ show, sort })}
            />
          )}
          <SegmentedControl
            size="xs"
            aria-label="Show cells as"
            value={view ?? 'table'}
            data={[
              { value: 'table', label: 'Numbers' },
              { value: 'whiskers', label: 'Intervals' },
            ]}
            onChange={(next) => change({ view: next as never, show: shown.show, sort })}
          />
        </div>
      )}
    </div>
  )
}

type SelectProps = {
  label: string
  value: string | undefined
  choices: readonly Choice[]
  /** Elsewhere in the table already. */
  taken: readonly (string | undefined)[]
  isOptional?: boolean
  onChange: (variable: string | undefined) => void
}

function VariableSelect({ label, value, choices, taken, isOptional, onChange }: SelectProps) {
  const groups = [...new Set(choices.map(({ group }) => group))]
  return (
    <Select
      label={label}
      className={classes.select}
      searchable
      title={choices.find(({ variable }) => variable === value)?.label}
      clearable={isOptional ?? false}
      placeholder={isOptional ? 'Nothing' : 'Choose'}
      value={value ?? null}
      maxDropdownHeight={420}
      comboboxProps={{ width: 360, position: 'bottom-start' }}
      data={groups.map((group) => ({
        group,
        items: choices
          .filter((choice) => choice.group === group)
          .map(({ variable, label: name }) => ({
            value: variable,
            label: name,
            disabled: taken.includes(variable),
          })),
      }))}
      onChange={(variable) => onChange(variable ?? undefined)}
    />
  )
}
