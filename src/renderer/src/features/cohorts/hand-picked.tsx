import { ActionIcon, Button, Combobox, Group, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconMinus, IconPlus, IconX } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonaId } from '../../../../shared/contract/ids.ts'
import { Section } from '../../components/section.tsx'
import { formatCount } from '../../lib/format.ts'
import { personaQuery, personaSearchQuery } from '../personas/personas.queries.ts'
import { withoutPicked, withPicked, type CohortEdit } from './cohort-draft.ts'
import classes from './hand-picked.module.css'

type Props = { edit: CohortEdit; onChange: (edit: CohortEdit) => void }
const SHOWN = 8

type As = 'additions' | 'exclusions'

/** People who are in, or out, whatever the criteria say. */
export function HandPicked({ edit, onChange }: Props) {
  const count = edit.additions.length + edit.exclusions.length
  return (
    <Section title="By hand">
      <p className="quiet">
        {count === 0
          ? 'Nobody: the criteria alone decide. Pick somebody in or out for a reason of your own.'
          : 'These are in or out whatever the criteria say.'}
      </p>
      <Picked label="In" ids={edit.additions} edit={edit} onChange={onChange} />
      <Picked label="Out" ids={edit.exclusions} edit={edit} onChange={onChange} />
      <PersonPicker onPick={(id, as) => onChange(withPicked(edit, id, as))} />
    </Section>
  )
}

function Picked({ label, ids, edit, onChange }: Props & { label: string; ids: PersonaId[] }) {
  // Generated people are picked one by one, ten thousand at most: only the latest are looked up.
  const shown = ids.slice(-SHOWN).toReversed()
  const people = useQueries({ queries: shown.map((id) => personaQuery(id)) })
  if (ids.length === 0) return null
  return (
    <ul className={classes.picked} aria-label={`Picked ${label.toLowerCase()}`}>
      {shown.map((id, i) => {
        const persona = people[i]?.data
        const name = persona ? `${persona.firstName} ${persona.lastName}` : 'Somebody in the trash'
        return (
          <li key={id}>
            <span className={classes.side}>{label === 'In' ? '+ in' : '− out'}</span>
            <span>
              {people[i]?.isPending ? '…' : name}
              {persona && (
                <span className="quiet">
                  , {persona.age}, {persona.baseOccupation}
                </span>
              )}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`Leave ${name} to the criteria`}
              onClick={() => onChange(withoutPicked(edit, id))}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        )
      })}
      {ids.length > shown.length && (
        <li className={classes.more}>and {formatCount(ids.length - shown.length, 'other')}</li>
      )}
    </ul>
  )
}

function PersonPicker({ onPick }: { onPick: (id: PersonaId, as: As) => void }) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<{ id: PersonaId; name: string } | null>(null)
  const [sought] = useDebouncedValue(text.trim(), 150)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { data: found = [] } = useQuery({
    ...personaSearchQuery(sought),
    enabled: sought !== '' && chosen === null,
  })
  const pick = (as: As) => {
    if (!chosen) return
    onPick(chosen.id, as)
    setChosen(null)
    setText('')
  }
  return (
    <Group gap={8} align="end" wrap="nowrap">
      <Combobox
        store={combobox}
        onOptionSubmit={(id) => {
          const persona = found.find((one) => one.id === id)
          if (!persona) return
          const name = `${persona.firstName} ${persona.lastName}`
          setChosen({ id: persona.id, name })
          setText(name)
          combobox.closeDropdown()
        }}
      >
        <Combobox.Target>
          <TextInput
            flex={1}
            aria-label="Find somebody to pick"
            placeholder="Name, place or occupation"
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              setChosen(null)
              combobox.openDropdown()
            }}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={found.length === 0 || chosen !== null}>
          <Combobox.Options mah={240} style={{ overflowY: 'auto' }}>
            {found.map(({ id, firstName, lastName, age, baseOccupation, location }) => (
              <Combobox.Option key={id} value={id}>
                {firstName} {lastName}
                <span className="quiet">
                  , {age}, {baseOccupation}, {location}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Button
        variant="default"
        leftSection={<IconPlus size={14} />}
        disabled={!chosen}
        onClick={() => pick('additions')}
      >
        In
      </Button>
      <Button
        variant="default"
        leftSection={<IconMinus size={14} />}
        disabled={!chosen}
        onClick={() => pick('exclusions')}
      >
        Out
      </Button>
    </Group>
  )
}
