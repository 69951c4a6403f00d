import { Textarea, type TextareaProps } from '@mantine/core'
import { formatNumber } from '../lib/format.ts'

type Props = Omit<TextareaProps, 'value' | 'onChange'> & {
  value: string
  /** Characters that may be stored. */
  limit: number
  onChange: (value: string) => void
}

/** Share of the limit from which the room left is worth a word. */
const NEAR = 0.8

/** A text that says how much room is left while it is written, and when there is none. */
export function LimitedTextarea({ value, limit, onChange, error, ...props }: Props) {
  const length = value.trim().length
  const over = length - limit
  const used = `${formatNumber(length)} of ${formatNumber(limit)} characters`
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={12}
      {...props}
      value={value}
      error={over > 0 ? `${formatNumber(over)} characters too long` : error}
      description={length >= limit * NEAR && over <= 0 ? used : props.description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
