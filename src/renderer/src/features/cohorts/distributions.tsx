import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FileDrop } from '../../components/file-drop.tsx'
import { ApiError } from '../../lib/api-error.ts'
import { explainError } from '../../lib/explain-error.ts'
import { formatShare } from '../../lib/format.ts'
import { readMargins } from '../populations/populations.queries.ts'
import classes from './generate-page.module.css'
import { withDistributions, type GenerationDraft } from './generation-draft.ts'

type Props = { draft: GenerationDraft; onChange: (draft: GenerationDraft) => void }

const example = 'variable\tcategory\tshare\ngender\twoman\t80\ngender\tman\t20'

/** How the people are spread: tables of shares, pasted from a spreadsheet or read from a file. */
export function Distributions({ draft, onChange }: Props) {
  const [text, setText] = useState('')
  const reading = useMutation({
    mutationFn: readMargins,
    onSuccess: ({ margins }) => {
      onChange(withDistributions(draft, margins))
      setText('')
    },
  })
  const problem = reading.error instanceof ApiError ? reading.error.message : null
  return (
    <section className={classes.part} aria-label="Distributions">
      <h2>Distributions</h2>
      {draft.margins.length === 0 && (
        <p className="quiet">
          None: half women, adults of 18 to 85, places of the gazetteer, work that fits.
        </p>
      )}
      <ul className={classes.distributions}>
        {draft.margins.map(({ fields, targets }) => {
          const name = fields.join(' × ')
          return (
            <li key={name}>
              <strong>{name}</strong>{' '}
              <span className="quiet">
                {targets
                  .map(({ category, share }) => `${category} ${formatShare(share)}`)
                  .join(', ')}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Remove the distribution of ${name}`}
                onClick={() =>
                  onChange({
                    ...draft,
                    margins: draft.margins.filter((one) => one.fields.join(' × ') !== name),
                  })
                }
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      <Textarea
        label="Paste a table"
        description="One row per category: variable, category, and share or count. Variables joined by × are crossed."
        placeholder={example}
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        error={problem ?? (reading.error && explainError(reading.error).happened)}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          // A table begins with its headings; a word that is pasted into one does not.
          if (text === '' && pasted.includes('\n')) reading.mutate(pasted)
        }}
      />
      <div className={classes.actions}>
        <Button
          size="xs"
          variant="default"
          disabled={text.trim() === ''}
          loading={reading.isPending}
          onClick={() => reading.mutate(text)}
        >
          Use this table
        </Button>
        <FileDrop
          label="Distributions file"
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
    </section>
  )
}
