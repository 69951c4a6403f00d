import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type {
  SurveyColumn,
  SurveyColumnChoice,
  SurveyItem,
} from '../../../../shared/contract/human-surveys.ts'
import classes from './validation.module.css'

type Props = {
  item: SurveyItem
  column: SurveyColumn
  onChange: (choice: Partial<SurveyColumnChoice>) => void
}

/** What a codebook says of a column: the question's words, those of its codes, which are no answer. */
export function ItemReading(props: Props) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="quiet small">How it is read</summary>
      {isOpen && <Reading {...props} />}
    </details>
  )
}

function Reading({ item, column, onChange }: Props) {
  const missing = new Set(column.missing)
  const answers = item.values.map(({ value, label }) => ({ value, label }))
  const none = column.missing.filter((value) => value !== '').map((value) => ({ value, label: '' }))
  const say = (value: string, isMissing: boolean) =>
    onChange({
      missing: isMissing
        ? [...missing, value].filter((one) => one !== '')
        : column.missing.filter((one) => one !== value && one !== ''),
    })
  return (
    <div className={classes.reading}>
      <TextInput
        size="xs"
        label="Question as it was put"
        defaultValue={item.text}
        onBlur={({ currentTarget: { value } }) =>
          value.trim() !== '' && value !== item.text && onChange({ text: value.trim() })
        }
      />
      <Checkbox
        size="xs"
        label="Its answers have an order, from low to high as listed"
        checked={item.ordered}
        onChange={({ currentTarget }) => onChange({ ordered: currentTarget.checked })}
      />
      {[...answers, ...none].map(({ value, label }) => (
        <div key={value} className={classes.code}>
          <span>{value}</span>
          <TextInput
            size="xs"
            aria-label={`What ${value} stands for in ${item.id}`}
            disabled={missing.has(value)}
            defaultValue={label}
            onBlur={({ currentTarget }) =>
              currentTarget.value.trim() !== label &&
              currentTarget.value.trim() !== '' &&
              onChange({ labels: { [value]: currentTarget.value.trim() } })
            }
          />
          <Checkbox
            size="xs"
            label="no answer"
            aria-label={`${value} is no answer to ${item.id}`}
            checked={missing.has(value)}
            onChange={({ currentTarget }) => say(value, currentTarget.checked)}
          />
        </div>
      ))}
    </div>
  )
}
