import { TextInput } from '@mantine/core'
import { questionId } from '../../../../../shared/contract/questions.ts'
import { useLocalText } from './answers/use-local-text.ts'

type Props = { id: string; taken: readonly string[]; onId: (id: string) => void }

/** Kept once it can be: a half-typed id would break what refers to it. */
export function IdField({ id, taken, onId }: Props) {
  const [text, type] = useLocalText(id, (value) => value)
  const fault = faultOf(text.trim(), id, taken)
  const leave = () => {
    type(fault ? id : text.trim(), id)
    if (!fault && text.trim() !== id) onId(text.trim())
  }
  return (
    <TextInput
      label="Id"
      title="Names the question in data and exports"
      error={fault}
      value={text}
      onChange={(event) => type(event.currentTarget.value, id)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  )
}

function faultOf(text: string, id: string, taken: readonly string[]): string | undefined {
  if (text === id) return undefined
  if (taken.includes(text)) return 'Another question has it'
  return questionId.safeParse(text).success ? undefined : 'Letters, digits, _ and -'
}
