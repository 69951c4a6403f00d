import { ActionIcon, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { SchwartzValue } from '../../../../shared/contract/personas.ts'
import { parseValue } from '../../lib/parse-value.ts'
import classes from './criteria-editor.module.css'
import type { CriterionDraft } from './criteria-group.ts'
import { fieldChoices, fittingOp, kindOf, opChoices, takesMany } from './criterion-fields.ts'

type Props = {
  criterion: CriterionDraft
  number: number
  attributeKeys: readonly string[]
  onChange: (criterion: CriterionDraft) => void
  onRemove: () => void
}

export function CriterionRow({ criterion, number, attributeKeys, onChange, onRemove }: Props) {
  return (
    <div className={classes.row} role="group" aria-label={`Criterion ${number}`}>
      <FieldChoice criterion={criterion} attributeKeys={attributeKeys} onChange={onChange} />
      <Select
        aria-label="Comparison"
        data={opChoices(criterion.field)}
        value={criterion.op}
        allowDeselect={false}
        onChange={(op) => op && onChange(withOp(criterion, op))}
      />
      {criterion.op === 'exists' ? (
        <span />
      ) : (
        <ValueField criterion={criterion} onChange={onChange} />
      )}
      <ActionIcon aria-label={`Remove criterion ${number}`} onClick={onRemove} mt={2}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  )
}

function withOp(criterion: CriterionDraft, op: CriterionDraft['op']): CriterionDraft {
  const { value } = criterion
  if (takesMany(op) === Array.isArray(value)) return { ...criterion, op }
  if (Array.isArray(value)) return { ...criterion, op, value: value[0] }
  return { ...criterion, op, value: value === undefined || value === '' ? [] : [value] }
}

type FieldProps = Pick<Props, 'criterion' | 'attributeKeys' | 'onChange'>

function FieldChoice({ criterion, attributeKeys, onChange }: FieldProps) {
  const { field } = criterion
  const isListed = fieldChoices(attributeKeys).some(({ items }) =>
    items.some(({ value }) => value === field && !value.endsWith('.')),
  )
  const prefix = /^(attributes|knowledge)\./.exec(field)?.[0]
  const setField = (next: string) =>
    onChange({ field: next, op: fittingOp(next, criterion.op), value: undefined })
  return (
    <div className={classes.field}>
      <Select
        aria-label="Field"
        searchable
        data={fieldChoices(attributeKeys)}
        value={isListed ? field : (prefix ?? field)}
        allowDeselect={false}
        onChange={(next) => next && setField(next)}
        maxDropdownHeight={320}
      />
      {!isListed && prefix && (
        <TextInput
          aria-label="Name of the field"
          placeholder={prefix === 'attributes.' ? 'attribute' : 'topic'}
          value={field.slice(prefix.length)}
          onChange={(event) =>
            onChange({ ...criterion, field: prefix + event.currentTarget.value })
          }
        />
      )}
    </div>
  )
}

type ValueProps = Pick<Props, 'criterion' | 'onChange'>

function ValueField({ criterion, onChange }: ValueProps) {
  const { field, op, value } = criterion
  const setValue = (next: CriterionDraft['value']) => onChange({ ...criterion, value: next })
  if (takesMany(op))
    return (
      <TagsInput
        aria-label="Values"
        placeholder="Type one, then Enter"
        acceptValueOnBlur
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(texts) => setValue(kindOf(field) === 'text' ? texts : texts.map(parseValue))}
      />
    )
  if (kindOf(field) === 'ranked')
    return (
      <Select
        aria-label="Value"
        data={SchwartzValue.options}
        value={typeof value === 'string' ? value : null}
        onChange={(next) => setValue(next ?? undefined)}
      />
    )
  if (kindOf(field) === 'number')
    return (
      <NumberInput
        aria-label="Value"
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => setValue(typeof next === 'number' ? next : undefined)}
      />
    )
  return (
    <TextInput
      aria-label="Value"
      value={value === undefined ? '' : String(value)}
      onChange={({ currentTarget: { value: text } }) =>
        setValue(kindOf(field) === 'free' && text !== '' ? keepTyping(text) : text)
      }
    />
  )
}

/** A number only once the text says it completely: “1.” must stay text while it is typed. */
function keepTyping(text: string): string | number | boolean {
  return String(parseValue(text)) === text ? parseValue(text) : text
}
