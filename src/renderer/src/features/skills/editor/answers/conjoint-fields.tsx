import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { QuestionOf } from '../../../../../../shared/contract/questions.ts'
import classes from './answers.module.css'
import { CountField } from './count-field.tsx'
import type { FieldsProps } from './fields-props.ts'
import { ListField } from './list-field.tsx'

type Conjoint = QuestionOf<'conjoint'>
type Attribute = Conjoint['attributes'][number]

export function ConjointFields({ question, onChange }: FieldsProps<Conjoint>) {
  const { attributes } = question
  const keep = (next: Attribute[]) => onChange({ ...question, attributes: next })
  const add = () =>
    keep([...attributes, { name: `Attribute ${attributes.length + 1}`, levels: ['Low', 'High'] }])
  return (
    <>
      <div className={classes.attributes}>
        {attributes.map((attribute, at) => (
          <AttributeFields
            // oxlint-disable-next-line react/no-array-index-key -- a place keeps the focus while its name changes
            key={at}
            number={at + 1}
            attribute={attribute}
            onChange={(next) => keep(attributes.map((before, i) => (i === at ? next : before)))}
            onRemove={
              attributes.length > 2 ? () => keep(attributes.filter((_, i) => i !== at)) : undefined
            }
          />
        ))}
      </div>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        disabled={attributes.length >= 8}
        onClick={add}
        style={{ justifySelf: 'start' }}
      >
        Add an attribute
      </Button>
      <div className={classes.numbers}>
        <CountField
          label="Profiles at a time"
          min={2}
          max={5}
          value={question.alternatives}
          onValue={(value) => value !== undefined && onChange({ ...question, alternatives: value })}
        />
        <CountField
          label="Choices per persona"
          min={1}
          max={20}
          value={question.tasks}
          onValue={(value) => value !== undefined && onChange({ ...question, tasks: value })}
        />
      </div>
      <Checkbox
        label="“None of these” may be chosen"
        checked={question.allowNone}
        onChange={(event) => onChange({ ...question, allowNone: event.currentTarget.checked })}
      />
    </>
  )
}

type AttributeProps = {
  number: number
  attribute: Attribute
  onChange: (attribute: Attribute) => void
  onRemove: (() => void) | undefined
}

function AttributeFields({ number, attribute, onChange, onRemove }: AttributeProps) {
  return (
    <div className={classes.attribute}>
      <div className={classes.attributeHead}>
        <TextInput
          label={`Attribute ${number}`}
          value={attribute.name}
          onChange={(event) => onChange({ ...attribute, name: event.currentTarget.value })}
        />
        <ActionIcon
          size="lg"
          aria-label={`Remove attribute ${number}`}
          disabled={!onRemove}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      <ListField
        label={`Levels of ${attribute.name || `attribute ${number}`}`}
        item="Level"
        lines={attribute.levels}
        onLines={(levels) => onChange({ ...attribute, levels })}
      />
    </div>
  )
}
