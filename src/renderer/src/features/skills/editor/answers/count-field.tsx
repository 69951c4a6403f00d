import { NumberInput, type NumberInputProps } from '@mantine/core'

type Props = Omit<NumberInputProps, 'value' | 'onChange'> & {
  value: number | undefined
  onValue: (value: number | undefined) => void
}

/** A number that may be left out. */
export function CountField({ value, onValue, ...input }: Props) {
  return (
    <NumberInput
      {...input}
      value={value ?? ''}
      onChange={(typed) => {
        if (typeof typed === 'number') onValue(typed)
        else if (typed === '') onValue(undefined)
      }}
    />
  )
}
