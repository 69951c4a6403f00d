import { useState } from 'react'
import { Button, VisuallyHidden } from '@mantine/core'
import type { CompositionField } from '../../../../shared/contract/cohort-analysis.ts'
import { Label } from '../../components/label.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount, formatNumber, formatShare } from '../../lib/format.ts'
import classes from './composition-chart.module.css'

/** Shown before anybody asks for more: those that set the cohort apart most. */
const FIRST = 6
/** Categories of a field that are drawn. */
const BARS = 8

/** Who is in, field by field: members as bars, everybody in the workspace as a mark. */
export function CompositionChart({ fields }: { fields: readonly CompositionField[] }) {
  const [isAll, setIsAll] = useState(false)
  const shown = isAll ? fields : fields.slice(0, FIRST)
  if (fields.length === 0) return null
  return (
    <Section
      title="Who is in"
      aside={
        <span className={classes.legend}>
          <span className={classes.keyBar} aria-hidden /> members
          <span className={classes.keyMark} aria-hidden /> workspace
        </span>
      }
    >
      <div className={classes.fields}>
        {shown.map((field) => (
          <FieldChart key={field.field} field={field} />
        ))}
      </div>
      {fields.length > FIRST && (
        <Button variant="subtle" size="xs" onClick={() => setIsAll(!isAll)}>
          {isAll ? 'Show the most telling only' : `Show all ${fields.length} fields`}
        </Button>
      )}
    </Section>
  )
}

function FieldChart({ field }: { field: CompositionField }) {
  const { label, categories, defining, mean, workspaceMean, missing } = field
  const bars = categories.slice(0, BARS)
  const widest = Math.max(0.01, ...bars.flatMap((bar) => [bar.share, bar.workspaceShare]))
  return (
    <figure className={classes.field}>
      <figcaption className={classes.caption}>
        <span className={classes.label}>{label}</span>
        {defining && <Label>by your criteria</Label>}
      </figcaption>
      <table className={classes.bars}>
        <VisuallyHidden component="caption">
          {label}: share of the members and of the workspace
        </VisuallyHidden>
        <tbody>
          {bars.map(({ category, n, share, workspaceShare }) => (
            <tr key={category} title={`${formatNumber(n)} members`}>
              <th scope="row" className={classes.category} title={category}>
                {category}
              </th>
              <td className={classes.track}>
                <span
                  className={classes.bar}
                  style={{ width: `${(100 * share) / widest}%` }}
                  data-empty={share === 0 || undefined}
                  aria-hidden
                />
                <span
                  className={classes.mark}
                  style={{ left: `${(100 * workspaceShare) / widest}%` }}
                  aria-hidden
                />
                <VisuallyHidden>workspace {formatShare(workspaceShare)}</VisuallyHidden>
              </td>
              <td className={classes.value}>{formatShare(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{noteOf({ mean, workspaceMean, missing, categories })}</p>
    </figure>
  )
}

function noteOf({
  mean,
  workspaceMean,
  missing,
  categories,
}: Pick<CompositionField, 'mean' | 'workspaceMean' | 'missing' | 'categories'>): string {
  return [
    mean !== null && workspaceMean !== null
      ? `Mean ${formatNumber(mean, 1)}, workspace ${formatNumber(workspaceMean, 1)}`
      : '',
    categories.length > BARS
      ? formatCount(categories.length - BARS, 'more category', 'more categories')
      : '',
    missing > 0 ? `${formatNumber(missing)} without a value` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
