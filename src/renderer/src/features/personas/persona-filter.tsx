import { Button, NumberInput, Popover, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './persona-filter.module.css'
import type { PersonasSearch } from './personas.search.ts'

type Filter = Pick<PersonasSearch, 'minAge' | 'maxAge' | 'location' | 'gender'>
type Props = { filter: Filter; onChange: (filter: Filter) => void }

const nothing: Filter = {
  minAge: undefined,
  maxAge: undefined,
  location: undefined,
  gender: undefined,
}

/** Narrows the list by facts; what is set shows on the button. */
export function PersonaFilter({ filter, onChange }: Props) {
  const [draft, setDraft] = useState<Filter>(filter)
  const [opened, setOpened] = useState(false)
  const words = describe(filter)
  const apply = (next: Filter) => {
    setDraft(next)
    onChange(next)
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withArrow>
      <Popover.Target>
        <Button
          variant={words ? 'light' : 'default'}
          leftSection={<IconFilter size={16} />}
          onClick={() => setOpened(!opened)}
          aria-expanded={opened}
        >
          {words || 'Filter'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            apply(draft)
          }}
        >
          <div className={classes.pair}>
            <AgeField draft={draft} name="minAge" label="Age from" onChange={setDraft} />
            <AgeField draft={draft} name="maxAge" label="to" onChange={setDraft} />
          </div>
          {(['location', 'gender'] as const).map((name) => (
            <TextInput
              key={name}
              label={name === 'location' ? 'Location' : 'Gender'}
              value={draft[name] ?? ''}
              onChange={({ currentTarget: { value } }) =>
                setDraft({ ...draft, [name]: value.trim() === '' ? undefined : value })
              }
            />
          ))}
          <div className={classes.actions}>
            <Button variant="subtle" color="gray" onClick={() => apply(nothing)}>
              Clear
            </Button>
            <Button type="submit">Apply</Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

type AgeProps = {
  draft: Filter
  name: 'minAge' | 'maxAge'
  label: string
  onChange: (filter: Filter) => void
}

function AgeField({ draft, name, label, onChange }: AgeProps) {
  return (
    <NumberInput
      label={label}
      min={0}
      max={120}
      value={draft[name] ?? ''}
      onChange={(value) =>
        onChange({ ...draft, [name]: typeof value === 'number' ? value : undefined })
      }
    />
  )
}

function describe({ minAge, maxAge, location, gender }: Filter): string {
  const age =
    minAge !== undefined && maxAge !== undefined
      ? `${minAge}–${maxAge} years`
      : minAge !== undefined
        ? `${minAge} and older`
        : maxAge !== undefined && `up to ${maxAge} years`
  return [age, location, gender].filter(Boolean).join(', ')
}
