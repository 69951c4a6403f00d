import { Button, Checkbox, NumberInput } from '@mantine/core'
import type { BalanceReport, PopulationPreview } from '../../../../shared/contract/populations.ts'
import { describeEffectiveN } from '../../lib/effective-n.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './population-designer.module.css'
import { usualTrim, type PopulationEdit } from './population-draft.ts'
import type { Editing } from './use-population-edit.ts'

type Props = {
  edit: PopulationEdit
  change: Editing['change']
  preview: PopulationPreview | undefined
  onShowGaps: () => void
}

/** Under this part of n the weights cost more than most studies can spare. */
const LOW = 0.5
/** Under this part of n it is worth looking at who is missing. */
const COSTLY = 0.85

/** What the weights cost, as a number that follows every edit. */
export function LiveBalance({ edit, change, preview, onShowGaps }: Props) {
  if (edit.cohorts.length === 0)
    return <p className="quiet">Add a cohort: then the weights and what they cost show here.</p>
  return (
    <>
      <div className={classes.part} aria-live="polite">
        {preview?.balance ? (
          <>
            <EffectiveN balance={preview.balance} size={preview.size} />
            {preview.balance.effectiveN < COSTLY * preview.size && (
              <Button size="xs" variant="default" w="max-content" onClick={onShowGaps}>
                See who is missing
              </Button>
            )}
          </>
        ) : (
          <>
            <p className={classes.number}>–</p>
            {preview && preview.problems.length > 0 && (
              <Problems preview={preview} onShowGaps={onShowGaps} />
            )}
          </>
        )}
      </div>
      <TrimFields edit={edit} change={change} />
      {preview?.balance && <Facts balance={preview.balance} />}
    </>
  )
}

function EffectiveN({ balance, size }: { balance: BalanceReport; size: number }) {
  const part = size === 0 ? 0 : balance.effectiveN / size
  return (
    <>
      <p className={classes.number} aria-hidden>
        {formatNumber(balance.effectiveN)}
      </p>
      <div className={classes.meter} aria-hidden>
        <i data-low={part < LOW || undefined} style={{ width: `${part * 100}%` }} />
      </div>
      <p>{describeEffectiveN(balance.effectiveN, size)}</p>
      {balance.warnings
        .filter((warning) => !warning.startsWith('Effective n '))
        .map((warning) => (
          <p key={warning} className={classes.warning}>
            {warning}
          </p>
        ))}
    </>
  )
}

type ProblemsProps = { preview: PopulationPreview; onShowGaps: () => void }

function Problems({ preview, onShowGaps }: ProblemsProps) {
  return (
    <div className={classes.problems} role="status">
      <b>No weights meet these targets yet.</b>
      <ul>
        {preview.problems.slice(0, 6).map(({ path, message }) => (
          <li key={path + message}>{message}.</li>
        ))}
      </ul>
      {preview.problems.length > 6 && <p>And {preview.problems.length - 6} more.</p>}
      {preview.size > 0 && (
        <Button size="xs" variant="default" w="max-content" onClick={onShowGaps}>
          See who is missing
        </Button>
      )}
    </div>
  )
}

function TrimFields({ edit, change }: Pick<Props, 'edit' | 'change'>) {
  const { trim } = edit
  return (
    <div className={classes.part}>
      <Checkbox
        label="Keep every weight within bounds"
        checked={trim !== null}
        onChange={(event) =>
          change({ ...edit, trim: event.currentTarget.checked ? usualTrim : null })
        }
      />
      {trim && (
        <div className={classes.pair}>
          <NumberInput
            label="At least, of the mean"
            size="xs"
            min={0.01}
            max={1}
            step={0.05}
            decimalScale={2}
            value={trim.lower}
            onChange={(lower) =>
              typeof lower === 'number' &&
              lower > 0 &&
              lower <= 1 &&
              change({ ...edit, trim: { ...trim, lower } }, 'trim')
            }
          />
          <NumberInput
            label="At most, of the mean"
            size="xs"
            min={1}
            max={100}
            step={0.5}
            decimalScale={2}
            value={trim.upper}
            onChange={(upper) =>
              typeof upper === 'number' &&
              upper >= 1 &&
              change({ ...edit, trim: { ...trim, upper } }, 'trim')
            }
          />
        </div>
      )}
    </div>
  )
}

function Facts({ balance }: { balance: BalanceReport }) {
  const { trimming } = balance
  return (
    <dl className={classes.facts}>
      <dt>Design effect</dt>
      <dd>{formatNumber(balance.designEffect, 2)}</dd>
      <dt>Largest gap left</dt>
      <dd>{formatNumber(balance.maxGapPoints, 2)} points</dd>
      <dt>Weights</dt>
      <dd>
        {formatNumber(balance.minWeight, 2)} to {formatNumber(balance.maxWeight, 2)}
      </dd>
      {trimming && (
        <>
          <dt>At a bound</dt>
          <dd>{formatNumber(trimming.atLower + trimming.atUpper)} personas</dd>
          <dt>Without bounds</dt>
          <dd>
            effective n {formatNumber(trimming.untrimmedEffectiveN)}, up to{' '}
            {formatNumber(trimming.untrimmedMaxWeight, 1)}
          </dd>
        </>
      )}
    </dl>
  )
}
