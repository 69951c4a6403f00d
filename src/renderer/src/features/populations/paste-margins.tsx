import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FileDrop } from '../../components/file-drop.tsx'
import { ApiError } from '../../lib/api-error.ts'
import { explainError } from '../../lib/explain-error.ts'
import classes from './population-designer.module.css'
import { withMargins, type PopulationEdit } from './population-draft.ts'
import { readMargins } from './populations.queries.ts'
import type { Editing } from './use-population-edit.ts'

type Props = { edit: PopulationEdit; change: Editing['change'] }

const example = 'variable\tcategory\tshare\nage\t18–34\t28.4\nage\t35–54\t33.1\nage\t55+\t38.5'

/** Takes a table of shares or counts: a paste is read at once, what is typed on the button. */
export function PasteMargins({ edit, change }: Props) {
  const [text, setText] = useState('')
  const reading = useMutation({
    mutationFn: readMargins,
    onSuccess: ({ margins }) => {
      change(withMargins(edit, margins))
      setText('')
    },
  })
  const problem = reading.error instanceof ApiError ? reading.error.message : null
  return (
    <details open={edit.margins.length === 0 || reading.isError || undefined}>
      <summary>Paste or load a table</summary>
      <div className={classes.part} style={{ marginTop: 8, maxWidth: 640 }}>
        <Textarea
          label="Table of margins"
          description="One row per category: variable, category, and share or count, in any order. Crossed variables are joined by ×."
          placeholder={example}
          autosize
          minRows={4}
          maxRows={12}
          value={text}
          error={problem ?? (reading.error && explainError(reading.error).happened)}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text')
            // A table begins with its headings; a word that is pasted into one does not.
            if (text === '' && pasted.includes('\n')) reading.mutate(pasted)
          }}
        />
        <div className={classes.row}>
          <Button
            size="xs"
            variant="default"
            disabled={text.trim() === ''}
            loading={reading.isPending}
            onClick={() => reading.mutate(text)}
          >
            Use these margins
          </Button>
        </div>
        <FileDrop
          label="Margins file"
          accept=".csv,.tsv,.txt"
          onFile={(file) => void file.text().then((table) => reading.mutate(table))}
        />
      </div>
      {reading.data && reading.data.notes.length > 0 && (
        <ul className="quiet" aria-label="What was read">
          {reading.data.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </details>
  )
}
