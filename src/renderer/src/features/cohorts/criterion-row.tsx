import { Autocomplete, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { SchwartzValue } from '../../../../shared/contract/personas.ts'
import { parseValue } from '../../lib/parse-value.ts'
import classes from './criteria-editor.module.css'
import type { CriterionDraft } from './criteria-group.ts'
import { fieldChoices, fittingOp, kindOf, opChoices, takesMany } from './criterion-fields.ts'
import type { FieldValues } from './field-values.ts'

type Props = {
  criterion: CriterionDraft
  number: number
  known: FieldValues
  onChange: (criterion: CriterionDraft) => void
}

export function CriterionRow({ criterion, number, known, onChange }: Props) {
  return (
    <div className={classes.row} role="group" aria-label={`Criterion ${number}`}>
      <FieldChoice criterion={criterion} known={known} onChange={onChange} />
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
        <ValueField criterion={criterion} known={known} onChange={onChange} />
      )}
    </div>
  )
}

function withOp(criterion: CriterionDraft, op: CriterionDraft['op']): CriterionDraft {
  const { value } = criterion
  if (takesMany(op) === Array.isArray(value)) return { ...criterion, op }
  if (Array.isArray(value)) return { ...criterion, op, value: value[0] }
  return { ...criterion, op, value: value === undefined || value === '' ? [] : [value] }
}

type FieldProps = Pick<Props, 'criterion' | 'known' | 'onChange'>

function FieldChoice({ criterion, known, onChange }: FieldProps) {
  const { attributeKeys } = known
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

function ValueField({ criterion, known, onChange }: FieldProps) {
  const { field, op, value } = criterion
  const suggestions = known.valuesOf(field)
  const setValue = (next: CriterionDraft['value']) => onChange({ ...criterion, value: next })
  if (takesMany(op))
    return (
      <TagsInput
        aria-label="Values"
        placeholder="Type one, then Enter"
        acceptValueOnBlur
        data={suggestions}
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
    <Autocomplete
      aria-label="Value"
      data={suggestions}
      limit={20}
      value={value === undefined ? '' : String(value)}
      onChange={(text) =>
        setValue(kindOf(field) === 'free' && text !== '' ? keepTyping(text) : text)
      }
    />
  )
}

/** A number only once the text says it completely: “1.” must stay text while it is typed. */
function keepTyping(text: string): string | number | boolean {
  return String(parseValue(text)) === text ? parseValue(text) : text
}
