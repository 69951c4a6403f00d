import { Button } from '@mantine/core'
import type { PopulationPreview } from '../../../../shared/contract/populations.ts'
import { MarginTable } from './margin-table.tsx'
import { PasteMargins } from './paste-margins.tsx'
import classes from './population-designer.module.css'
import type { PopulationEdit } from './population-draft.ts'
import type { Editing } from './use-population-edit.ts'

type Props = {
  edit: PopulationEdit
  change: Editing['change']
  preview: PopulationPreview | undefined
}

/** What is known of the world beyond the cohorts, against what the panel has. */
export function MarginsEditor({ edit, change, preview }: Props) {
  const fits = preview?.balance?.margins ?? preview?.unweighted
  return (
    <section className={classes.part} aria-label="Margins">
      <div className={classes.head}>
        <h2>Margins</h2>
        {edit.margins.length > 0 && <MarksKey />}
      </div>
      <p className="quiet">
        Known shares of variables, such as age from a census. Weights are raked until the panel fits
        them all at once.
      </p>
      {edit.margins.map((margin, index) => (
        <MarginTable
          key={margin.fields.join(' × ')}
          margin={margin}
          fit={fits?.[index + 1]}
          isWeighted={preview?.balance !== null}
          problems={problemsOf(preview, index)}
          onChange={(next) =>
            change(
              { ...edit, margins: edit.margins.map((one, i) => (i === index ? next : one)) },
              `margin ${index}`,
            )
          }
          onRemove={() => change({ ...edit, margins: edit.margins.filter((_, i) => i !== index) })}
        />
      ))}
      <PasteMargins edit={edit} change={change} />
      {edit.margins.length > 1 && (
        <div className={classes.row}>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => change({ ...edit, margins: [] })}
          >
            Remove all margins
          </Button>
        </div>
      )}
    </section>
  )
}

function problemsOf(preview: PopulationPreview | undefined, index: number) {
  const own = `margins.${index}`
  return (preview?.problems ?? []).filter(({ path }) => path === own || path.startsWith(`${own}.`))
}

function MarksKey() {
  return (
    <p className={classes.key} aria-hidden>
      <span>
        <i data-mark="before" /> unweighted
      </span>
      <span>
        <i data-mark="bar" /> weighted
      </span>
      <span>
        <i data-mark="target" /> target
      </span>
      <span>
        <i data-mark="gap" /> gap
      </span>
    </p>
  )
}
