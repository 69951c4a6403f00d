import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import classes from './attributes-field.module.css'

type Pair = { key: string; value: string }
type Props = { value: Pair[]; onChange: (pairs: Pair[]) => void }

/** Free facts about the person; cohort criteria reach them as `attributes.<key>`. */
export function AttributesField({ value, onChange }: Props) {
  const change = (index: number, part: Partial<Pair>) =>
    onChange(value.map((pair, place) => (place === index ? { ...pair, ...part } : pair)))
  return (
    <fieldset className={classes.field}>
      <legend>Attributes</legend>
      {value.map((pair, index) => (
        <div key={index} className={classes.pair}>
          <TextInput
            aria-label={`Attribute ${index + 1} name`}
            placeholder="name"
            value={pair.key}
            onChange={(event) => change(index, { key: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Attribute ${index + 1} value`}
            placeholder="value"
            value={pair.value}
            onChange={(event) => change(index, { value: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={`Remove attribute ${index + 1}`}
            onClick={() => onChange(value.filter((_, place) => place !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...value, { key: '', value: '' }])}
      >
        Add an attribute
      </Button>
    </fieldset>
  )
}
