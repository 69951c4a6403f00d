import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { FileDrop } from '../../components/file-drop.tsx'
import { formatShare } from '../../lib/format.ts'
import { ReadNotes, useReadMargins } from '../populations/use-read-margins.tsx'
import classes from './generate-page.module.css'
import { withDistributions, type GenerationDraft } from './generation-draft.ts'

type Props = { draft: GenerationDraft; onChange: (draft: GenerationDraft) => void }

const example = 'variable\tcategory\tshare\ngender\twoman\t80\ngender\tman\t20'

/** How the people are spread: tables of shares, pasted from a spreadsheet or read from a file. */
export function Distributions({ draft, onChange }: Props) {
  const { notes, field, button, file } = useReadMargins((margins) =>
    onChange(withDistributions(draft, margins)),
  )
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
        {...field}
      />
      <div className={classes.actions}>
        <Button size="xs" variant="default" {...button}>
          Use this table
        </Button>
        <FileDrop label="Distributions file" {...file} />
      </div>
      <ReadNotes notes={notes} />
    </section>
  )
}
