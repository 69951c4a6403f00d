import { Checkbox } from '@mantine/core'
import type { QuestionOf } from '../../../../../../shared/contract/questions.ts'
import type { FieldsProps } from './fields-props.ts'
import { ListField } from './list-field.tsx'
import { withList } from './with-list.ts'

export function LikertFields({ question, onChange }: FieldsProps<QuestionOf<'likert'>>) {
  return (
    <ListField
      label="Labels, lowest first (5 or 7)"
      item="Label"
      lines={question.labels}
      onLines={(labels) => onChange(withList(question, labels))}
    />
  )
}

export function MatrixFields({ question, onChange }: FieldsProps<QuestionOf<'matrix'>>) {
  return (
    <>
      <ListField
        label="Rows"
        item="Row"
        description="What is rated, one statement or thing each."
        lines={question.rows}
        onLines={(rows) => onChange({ ...question, rows })}
      />
      <Checkbox
        label="Show the rows in a random order to each persona"
        checked={question.rotateRows}
        onChange={(event) => onChange({ ...question, rotateRows: event.currentTarget.checked })}
      />
      <ListField
        label="Labels, lowest first (2 to 11)"
        item="Label"
        lines={question.labels}
        onLines={(labels) => onChange(withList(question, labels))}
      />
    </>
  )
}
