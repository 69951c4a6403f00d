import { JsonInput } from '@mantine/core'
import { Question, type QuestionOf } from '../../../../../../shared/contract/questions.ts'
import type { FieldsProps } from './fields-props.ts'
import { useLocalText } from './use-local-text.ts'

/** The schema as it was last usable JSON; what is typed in between stays in the field, with its fault. */
export function JsonFields({ question, onChange }: FieldsProps<QuestionOf<'json'>>) {
  const [text, type] = useLocalText(question.schema, (schema) => JSON.stringify(schema, null, 2))
  const fault = faultOf(question, text)
  return (
    <JsonInput
      label="Shape of the answer, as a JSON Schema"
      description={fault ? undefined : 'Can be used: answers are checked against it.'}
      autosize
      minRows={6}
      maxRows={24}
      formatOnBlur
      error={fault}
      value={text}
      onChange={(typed) => {
        const schema = readObject(typed)
        type(typed, schema ?? question.schema)
        if (schema) onChange({ ...question, schema })
      }}
    />
  )
}

function readObject(text: string): QuestionOf<'json'>['schema'] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as QuestionOf<'json'>['schema'])
      : undefined
  } catch {
    // Half-typed: the field says so.
    return undefined
  }
}

function faultOf(question: QuestionOf<'json'>, text: string): string | undefined {
  const schema = readObject(text)
  if (!schema) return 'This is not JSON of an object yet; the last version that was is kept.'
  const checked = Question.safeParse({ ...question, text: question.text || '–', schema })
  const issue = checked.error?.issues.find(({ path }) => path[0] === 'schema')
  return issue && `The schema ${issue.message}`
}
