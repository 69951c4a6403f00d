import { Link } from '@tanstack/react-router'
import type { Range } from '../../../../shared/contract/estimate.ts'
import type { DesignPreview } from '../../../../shared/contract/study-planning.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { armWords } from '../../lib/arm-words.ts'
import { decimalsFor, formatCount, formatDuration, formatNumber } from '../../lib/format.ts'
import { amountOf } from './detectable-words.ts'
import classes from './outlook.module.css'

type Props = {
  /** Undefined before the first answer, or while there is nothing to ask about. */
  outlook: DesignPreview | undefined
  error: unknown
  onRetry: () => void
}

/** What the study would take and could see, beside whatever is being edited. */
export function OutlookPanel({ outlook, error, onRetry }: Props) {
  return (
    <aside className={classes.outlook} aria-label="Estimate and power">
      {!outlook && !error && (
        <p className="quiet">
          What a run takes and the smallest difference it can see stand here once there is a
          question and somebody to ask.
        </p>
      )}
      {error !== null && error !== undefined && <ErrorPanel error={error} onRetry={onRetry} />}
      {outlook && (
        <>
          <Takes outlook={outlook} />
          <Sees outlook={outlook} />
        </>
      )}
    </aside>
  )
}

function Takes({ outlook: { estimate, power } }: { outlook: DesignPreview }) {
  return (
    <section aria-label="What it takes">
      <h3 className="eyebrow">What it takes</h3>
      <p className={classes.large}>{formatCount(estimate?.tasks ?? power.tasks, 'task')}</p>
      <p className="quiet">
        {formatCount(power.personas, 'persona')}
        {power.personas > 0 && `, worth ${formatNumber(power.effectiveN)} after weights`}
      </p>
      {estimate ? (
        <>
          <dl className={classes.ranges}>
            <Row label="Tokens out" range={estimate.tokensOut} format={formatNumber} />
            <Row label="Tokens in" range={estimate.tokensIn} format={formatNumber} />
            {estimate.money && (
              <Row
                label={`Money, ${estimate.money.currency}`}
                range={estimate.money}
                format={(value) => formatNumber(value, decimalsFor(value))}
              />
            )}
            <Row label="Time" range={estimate.durationMs} format={formatDuration} />
          </dl>
          {estimate.arms.length > 0 && (
            <p className="quiet small">
              Of these,{' '}
              {estimate.arms
                .map(({ arm, tasks }) => `${formatCount(tasks, 'task')}: ${armWords(arm)}`)
                .join('; ')}
              .
            </p>
          )}
          <p className="quiet small">
            {basisWords(estimate.basis)} {!estimate.money && 'The model has no price set.'}
          </p>
          <BudgetVerdict verdict={estimate.budget} />
        </>
      ) : (
        <p>
          The model is not configured here. <Link to="/settings">Open settings</Link>
        </p>
      )}
    </section>
  )
}

type RowProps = { label: string; range: Range; format: (value: number) => string }

function Row({ label, range, format }: RowProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <strong className="number">{format(range.likely)}</strong>
        <span className="quiet number">
          {format(range.low)} to {format(range.high)}
        </span>
      </dd>
    </>
  )
}

function basisWords({ kind, tasks }: { kind: string; tasks: number }): string {
  if (kind === 'study') return `Learnt from ${formatCount(tasks, 'task')} of this study.`
  if (kind === 'model') return `Learnt from ${formatCount(tasks, 'answer')} of other runs with it.`
  return 'From the length of the prompts: no run with this model tells yet.'
}

const verdicts = {
  fits: 'It fits the budget in nine of ten cases.',
  may_stop: 'It may stop at its budget before everybody is asked.',
  will_stop: 'It will stop at its budget before everybody is asked.',
}

function BudgetVerdict({ verdict }: { verdict: keyof typeof verdicts | null }) {
  if (verdict === null) return null
  return (
    <p className={classes.verdict} data-tone={verdict === 'fits' ? 'good' : 'warn'}>
      <span aria-hidden>{verdict === 'fits' ? '✓ ' : '! '}</span>
      {verdicts[verdict]}
    </p>
  )
}

function Sees({ outlook: { power, problems } }: { outlook: DesignPreview }) {
  const hasPrimary = power.differences.some(({ kind }) => kind === 'primary')
  return (
    <>
      <section aria-label="What it can see">
        <h3 className="eyebrow">Smallest difference it can see</h3>
        {power.differences.length === 0 && (
          <p className="quiet">
            Nothing to compare yet: add conditions or a second cohort, or name a comparison.
          </p>
        )}
        <ul className={classes.differences}>
          {power.differences.map((found) => (
            <li key={`${found.questionId} ${found.by}`}>
              <p>
                <strong className="number">{amountOf(found)}</strong>{' '}
                <span className="quiet">
                  {found.questionId} by {found.by}
                  {found.kind === 'exploratory' && ', not named yet'}
                </span>
              </p>
              {(found.kind === 'primary' || !hasPrimary) && (
                <p className="quiet small">{found.sentence}</p>
              )}
            </li>
          ))}
        </ul>
        <ul className={classes.warnings}>
          {power.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </section>
      {problems.length > 0 && (
        <section aria-label="To mend">
          <h3 className="eyebrow">To mend before launch</h3>
          <ul className={classes.warnings}>
            {problems.map(({ path, message }) => (
              <li key={path + message}>
                {path.split('.')[0]} {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
