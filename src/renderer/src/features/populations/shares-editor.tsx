import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import type { Cohort } from '../../../../shared/contract/cohorts.ts'
import type { PopulationPreview } from '../../../../shared/contract/populations.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { cohortColour } from '../../styles/tokens.ts'
import { ShareBar } from '../builder/share-bar.tsx'
import classes from './population-designer.module.css'
import {
  withCohort,
  withMoved,
  withoutCohort,
  withPercent,
  withShares,
  type PopulationEdit,
} from './population-draft.ts'
import type { Editing } from './use-population-edit.ts'

type Props = {
  edit: PopulationEdit
  change: Editing['change']
  cohorts: readonly Cohort[]
  preview: PopulationPreview | undefined
}

/** The cohorts and their shares, on one bar that is always 100. */
export function SharesEditor({ edit, change, cohorts, preview }: Props) {
  const nameOf = (id: string) => cohorts.find((cohort) => cohort.id === id)?.name ?? 'In the trash'
  const left = cohorts.filter(({ id }) => !edit.cohorts.some(({ cohortId }) => cohortId === id))
  const sizes = edit.cohorts.map((_, i) => preview?.unweighted[0]?.categories[i]?.n)
  const setShares = (percents: readonly number[], merge?: string) =>
    change(
      {
        ...edit,
        cohorts: edit.cohorts.map((cohort, i) => ({ ...cohort, percent: percents[i] ?? 0 })),
      },
      merge,
    )
  return (
    <section className={classes.part} aria-label="Target shares">
      <div className={classes.head}>
        <h2>Target shares</h2>
        <span className="quiet">Drag a border, or move it with the arrow keys.</span>
      </div>
      {edit.cohorts.length > 0 && (
        <>
          <ShareBar
            shares={edit.cohorts.map(({ percent }) => percent)}
            names={edit.cohorts.map(({ cohortId }) => nameOf(cohortId))}
            onChange={(percents) => setShares(percents, 'bar')}
          />
          <SharesTable
            edit={edit}
            change={change}
            nameOf={nameOf}
            preview={preview}
            sizes={sizes}
          />
        </>
      )}
      <div className={classes.row}>
        <Select
          aria-label="Add a cohort"
          placeholder={left.length === 0 ? 'Every cohort is in' : 'Add a cohort…'}
          size="xs"
          w={240}
          searchable
          disabled={left.length === 0}
          value={null}
          data={left.map(({ id, name, size }) => ({
            value: id,
            label: `${name} (${formatNumber(size)})`,
          }))}
          onChange={(id) => id && change(withCohort(edit, id))}
        />
        {edit.cohorts.length > 1 && (
          <>
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                change(
                  withShares(
                    edit,
                    edit.cohorts.map(() => 1),
                  ),
                )
              }
            >
              Even shares
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={!preview}
              onClick={() =>
                change(
                  withShares(
                    edit,
                    sizes.map((size) => size ?? 0),
                  ),
                )
              }
            >
              As large as they are
            </Button>
          </>
        )}
      </div>
      {edit.cohorts.length > 1 && (
        <p className="quiet small">
          A persona in two cohorts counts once, in the upper one.
          {preview?.balance?.conflicts.map(({ cohortId, countedIn, personas }) => (
            <span key={cohortId + countedIn}>
              {' '}
              {formatNumber(personas)} of {nameOf(cohortId)} count in {nameOf(countedIn)}.
            </span>
          ))}
        </p>
      )}
    </section>
  )
}

type TableProps = Pick<Props, 'edit' | 'change' | 'preview'> & {
  nameOf: (id: string) => string
  /** Personas that count in each; undefined until it is computed. */
  sizes: readonly (number | undefined)[]
}

function SharesTable({ edit, change, preview, nameOf, sizes }: TableProps) {
  const shareNow = (size: number | undefined) =>
    preview && preview.size > 0 ? formatShare((size ?? 0) / preview.size) : '–'
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Cohort</th>
          <th scope="col">Counts here</th>
          <th scope="col">Share now</th>
          <th scope="col">Target, %</th>
          <th scope="col" aria-label="Order" />
        </tr>
      </thead>
      <tbody>
        {edit.cohorts.map(({ cohortId, percent }, index) => (
          <tr key={cohortId} data-bad={sizes[index] === 0 || undefined}>
            <th scope="row">
              <i
                className={classes.swatch}
                style={{ '--cohort': cohortColour(index) } as CSSProperties}
              />
              {nameOf(cohortId)}
            </th>
            <td className="number">{formatSize(sizes[index])}</td>
            <td className="number">{shareNow(sizes[index])}</td>
            <td>
              <NumberInput
                aria-label={`Target share of ${nameOf(cohortId)}`}
                size="xs"
                w={92}
                ml="auto"
                min={0}
                max={100}
                decimalScale={1}
                disabled={edit.cohorts.length === 1}
                value={percent}
                onChange={(value) =>
                  typeof value === 'number' &&
                  value !== percent &&
                  change(withPercent(edit, index, value), `share ${index}`)
                }
              />
            </td>
            <td>
              <RowActions
                name={nameOf(cohortId)}
                isFirst={index === 0}
                isLast={index === edit.cohorts.length - 1}
                onMove={(by) => change(withMoved(edit, index, by))}
                onRemove={() => change(withoutCohort(edit, cohortId))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const formatSize = (size: number | undefined) => (size === undefined ? '–' : formatNumber(size))

type RowProps = {
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

function RowActions({ name, isFirst, isLast, onMove, onRemove }: RowProps) {
  const icon = { variant: 'subtle', color: 'gray', size: 'sm' } as const
  return (
    <ActionIcon.Group style={{ justifyContent: 'flex-end' }}>
      <ActionIcon
        {...icon}
        disabled={isFirst}
        aria-label={`Move ${name} up`}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={14} />
      </ActionIcon>
      <ActionIcon
        {...icon}
        disabled={isLast}
        aria-label={`Move ${name} down`}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={14} />
      </ActionIcon>
      <ActionIcon {...icon} aria-label={`Take ${name} out`} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </ActionIcon.Group>
  )
}
