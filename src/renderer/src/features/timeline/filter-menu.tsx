import { Button, Popover, Switch, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { Vividness } from '../../../../shared/contract/recall.ts'
import { EntrySource } from '../../../../shared/contract/timeline.ts'
import classes from './filter-bar.module.css'
import { noFilter, toggled, type TimelineSearch } from './timeline.search.ts'
import { ToggleChip } from './toggle-chip.tsx'
import type { Draft } from './use-draft.ts'

type Props = {
  draft: Pick<Draft, 'live' | 'commit' | 'commitSoon'>
  /** Whether issues are known, so that one can ask for entries that have some. */
  knowsIssues: boolean
}

/** Everything to filter by that is not typed; what is set shows on the button. */
export function FilterMenu({ draft, knowsIssues }: Props) {
  const { live, commit } = draft
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
        <Chips name="vividness" title="Vividness" values={Vividness.options} draft={draft} />
        <Chips name="sources" title="Source" values={EntrySource.options} draft={draft} />
        <div className={classes.pair}>
          <DateField name="from" label="From" draft={draft} />
          <DateField name="to" label="Until" draft={draft} />
        </div>
        <Switch
          label="Only what was revised"
          checked={live.revised ?? false}
          onChange={({ currentTarget: { checked } }) => commit({ revised: checked || undefined })}
        />
        {knowsIssues && (
          <Switch
            label="Only with issues"
            checked={live.issues ?? false}
            onChange={({ currentTarget: { checked } }) => commit({ issues: checked || undefined })}
          />
        )}
        <Button variant="subtle" color="gray" size="xs" onClick={() => commit(noFilter)}>
          Clear the filter
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

type PartProps = Pick<Props, 'draft'>

type ChipsProps = PartProps & {
  name: 'vividness' | 'sources'
  title: string
  values: readonly string[]
}

function Chips({ name, title, values, draft: { live, commit } }: ChipsProps) {
  const chosen = live[name]?.split(',') ?? []
  return (
    <div role="group" aria-label={title}>
      <p className="eyebrow">{title}</p>
      <div className={classes.chips}>
        {values.map((value) => (
          <ToggleChip
            key={value}
            isOn={chosen.includes(value)}
            onToggle={() => commit({ [name]: toggled(live[name], value) })}
          >
            {value}
          </ToggleChip>
        ))}
      </div>
    </div>
  )
}

function DateField({ name, label, draft }: PartProps & { name: 'from' | 'to'; label: string }) {
  return (
    <TextInput
      type="date"
      label={label}
      value={draft.live[name] ?? ''}
      onChange={({ currentTarget: { value } }) => draft.commitSoon({ [name]: value || undefined })}
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
