import { Button, Textarea } from '@mantine/core'
import { FileDrop } from '../../components/file-drop.tsx'
import classes from './population-designer.module.css'
import { withMargins, type PopulationEdit } from './population-draft.ts'
import type { Editing } from './use-population-edit.ts'
import { ReadNotes, useReadMargins } from './use-read-margins.tsx'

type Props = { edit: PopulationEdit; change: Editing['change'] }

const example = 'variable\tcategory\tshare\nage\t18–34\t28.4\nage\t35–54\t33.1\nage\t55+\t38.5'

/** Takes a table of shares or counts: a paste is read at once, what is typed on the button. */
export function PasteMargins({ edit, change }: Props) {
  const { isError, notes, field, button, file } = useReadMargins((margins) =>
    change(withMargins(edit, margins)),
  )
  return (
    <details open={edit.margins.length === 0 || isError || undefined}>
      <summary>Paste or load a table</summary>
      <div className={classes.part} style={{ marginTop: 8, maxWidth: 640 }}>
        <Textarea
          label="Table of margins"
          description="One row per category: variable, category, and share or count, in any order. Crossed variables are joined by ×."
          placeholder={example}
          autosize
          minRows={4}
          maxRows={12}
          {...field}
        />
        <div className={classes.row}>
          <Button size="xs" variant="default" {...button}>
            Use these margins
          </Button>
        </div>
        <FileDrop label="Margins file" {...file} />
      </div>
      <ReadNotes notes={notes} />
    </details>
  )
}
