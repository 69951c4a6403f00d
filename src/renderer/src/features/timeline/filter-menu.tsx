import { Button, Popover, Switch, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { Vividness } from '../../../../shared/contract/recall.ts'
import { EntrySource } from '../../../../shared/contract/timeline.ts'
import classes from './filter-bar.module.css'
import { noFilter, toggled, type TimelineSearch } from './timeline.search.ts'
import { ToggleChip } from './toggle-chip.tsx'
import type { OnSearch } from './use-draft.ts'

type Props = {
  live: TimelineSearch
  onChange: OnSearch
  /** Whether issues are known, so that one can ask for entries that have some. */
  knowsIssues: boolean
}

/** Everything to filter by that is not typed; what is set shows on the button. */
export function FilterMenu({ live, onChange, knowsIssues }: Props) {
  const words = describe(live)
  return (
    <Popover position="bottom-start" withArrow trapFocus width={320}>
      <Popover.Target>
        <Button
          variant={words ? 'light' : 'default'}
          leftSection={<IconFilter size={16} />}
          aria-label={words ? `Filter: ${words}` : 'Filter'}
          className={classes.menu}
        >
          {words || 'Filter'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        <Chips
          name="vividness"
          title="Vividness"
          values={Vividness.options}
          {...{ live, onChange }}
        />
        <Chips name="sources" title="Source" values={EntrySource.options} {...{ live, onChange }} />
        <div className={classes.pair}>
          <DateField name="from" label="From" {...{ live, onChange }} />
          <DateField name="to" label="Until" {...{ live, onChange }} />
        </div>
        <Switch
          label="Only what was revised"
          checked={live.revised ?? false}
          onChange={({ currentTarget: { checked } }) => onChange({ revised: checked || undefined })}
        />
        {knowsIssues && (
          <Switch
            label="Only with issues"
            checked={live.issues ?? false}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ issues: checked || undefined })
            }
          />
        )}
        <Button variant="subtle" color="gray" size="xs" onClick={() => onChange(noFilter)}>
          Clear the filter
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

type PartProps = Pick<Props, 'live' | 'onChange'>

type ChipsProps = PartProps & {
  name: 'vividness' | 'sources'
  title: string
  values: readonly string[]
}

function Chips({ name, title, values, live, onChange }: ChipsProps) {
  const chosen = live[name]?.split(',') ?? []
  return (
    <div role="group" aria-label={title}>
      <p className="eyebrow">{title}</p>
      <div className={classes.chips}>
        {values.map((value) => (
          <ToggleChip
            key={value}
            isOn={chosen.includes(value)}
            onToggle={() => onChange({ [name]: toggled(live[name], value) })}
          >
            {value}
          </ToggleChip>
        ))}
      </div>
    </div>
  )
}

function DateField({
  name,
  label,
  live,
  onChange,
}: PartProps & { name: 'from' | 'to'; label: string }) {
  return (
    <TextInput
      type="date"
      label={label}
      value={live[name] ?? ''}
      onChange={({ currentTarget: { value } }) => onChange({ [name]: value || undefined })}
    />
  )
}

function describe({ vividness, sources, from, to, revised, issues }: TimelineSearch): string {
  const [first, last] = [from?.replace(/-01-01$/, ''), to?.replace(/-12-31$/, '')]
  const period =
    first && last ? `${first} to ${last}` : first ? `from ${first}` : last && `until ${last}`
  return [vividness, sources, period, revised && 'revised', issues && 'with issues']
    .filter(Boolean)
    .join(' · ')
    .replaceAll(',', ', ')
}
