import { Select, TextInput } from '@mantine/core'
import type { QuestionOf } from '../../../../../../shared/contract/questions.ts'
import { put } from '../put.ts'
import classes from './answers.module.css'
import { CountField } from './count-field.tsx'
import type { FieldsProps } from './fields-props.ts'
import { readNumbers } from './read-numbers.ts'
import { useLocalText } from './use-local-text.ts'

export function NumericFields({ question, onChange }: FieldsProps<QuestionOf<'numeric'>>) {
  const set = (field: 'min' | 'max' | 'decimals') => (value: number | undefined) =>
    value !== undefined && onChange({ ...question, [field]: value })
  return (
    <div className={classes.numbers}>
      <CountField label="Lowest" value={question.min} onValue={set('min')} />
      <CountField label="Highest" value={question.max} onValue={set('max')} />
      <TextInput
        label="Unit"
        placeholder="€"
        value={question.unit ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange(put(question, 'unit', value || undefined))
        }
      />
      <CountField
        label="Decimals"
        min={0}
        max={6}
        value={question.decimals}
        onValue={set('decimals')}
      />
    </div>
  )
}

const ladders = [
  { value: 'adaptive', label: 'Up or down to where it turns' },
  { value: 'all', label: 'Every price' },
]

export function PriceFields({ question, onChange }: FieldsProps<QuestionOf<'price'>>) {
  const [text, type] = useLocalText(question.prices, (prices) => prices.join(', '))
  return (
    <>
      <TextInput
        label="Prices"
        description="3 to 15, from low to high."
        placeholder="5, 10, 15"
        maw={560}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          const prices = readNumbers(value) ?? []
          type(value, prices)
          onChange({ ...question, prices })
        }}
      />
      <div className={classes.numbers}>
        <TextInput
          label="Currency"
          value={question.currency}
          onChange={({ currentTarget: { value } }) => onChange({ ...question, currency: value })}
        />
        <Select
          label="Which prices are asked"
          data={ladders}
          allowDeselect={false}
          value={question.ladder}
          onChange={(ladder) =>
            ladder && onChange({ ...question, ladder: ladder === 'all' ? 'all' : 'adaptive' })
          }
        />
      </div>
    </>
  )
}
