import { useMutation } from '@tanstack/react-query'
import { useState, type ChangeEvent, type ClipboardEvent } from 'react'
import type { Margin } from '../../../../shared/contract/populations.ts'
import { ApiError } from '../../lib/api-error.ts'
import { explainError } from '../../lib/explain-error.ts'
import { readMargins } from './populations.queries.ts'

/** A table of shares or counts: a paste is read at once, what is typed on the button. */
export function useReadMargins(onMargins: (margins: Margin[]) => void) {
  const [text, setText] = useState('')
  const reading = useMutation({
    mutationFn: readMargins,
    onSuccess: ({ margins }) => {
      onMargins(margins)
      setText('')
    },
  })
  const problem = reading.error instanceof ApiError ? reading.error.message : null
  return {
    isError: reading.isError,
    notes: reading.data?.notes ?? [],
    field: {
      value: text,
      error: problem ?? (reading.error && explainError(reading.error).happened),
      onChange: (event: ChangeEvent<HTMLTextAreaElement>) => setText(event.currentTarget.value),
      onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => {
        const pasted = event.clipboardData.getData('text')
        // A table begins with its headings; a word that is pasted into one does not.
        if (text === '' && pasted.includes('\n')) reading.mutate(pasted)
      },
    },
    button: {
      disabled: text.trim() === '',
      loading: reading.isPending,
      onClick: () => reading.mutate(text),
    },
    file: {
      accept: '.csv,.tsv,.txt',
      onFile: (file: File) => void file.text().then((table) => reading.mutate(table)),
    },
  }
}

/** What was understood and is worth a look. */
export function ReadNotes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="quiet" aria-label="What was read">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
