import { useState } from 'react'

/**
 * What is typed for a value that not every text makes: the text stays as typed until the value
 * changes from elsewhere, as by undo.
 */
export function useLocalText<Value>(
  value: Value,
  show: (value: Value) => string,
): [text: string, type: (text: string, made: Value) => void] {
  const [typed, setTyped] = useState<{ text: string; of: Value } | null>(null)
  const text = typed && Object.is(typed.of, value) ? typed.text : show(value)
  return [text, (next, made) => setTyped({ text: next, of: made })]
}
