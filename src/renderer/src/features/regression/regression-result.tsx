import type { Coefficient, Regression } from '../../../../shared/contract/regression.ts'
import { RehearsalLabel } from '../../components/label.tsx'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { CoefficientPlot } from './coefficient-plot.tsx'
import { CoefficientTable } from './coefficient-table.tsx'
import classes from './models-page.module.css'
import type { ModelsSearch } from './models.search.ts'
import { Notices } from './notices.tsx'

type Props = {
  regression: Regression
  isFetching: boolean
  search: ModelsSearch
  choose: (next: Partial<ModelsSearch>) => void
}

const kinds = {
  linear: 'Weighted linear model',
  logistic: 'Weighted logistic model',
  ordinal: 'Weighted proportional odds',
} as const

/** A model in words, as a picture, and as a table. */
export function RegressionResult({ regression, isFetching, search, choose }: Props) {
  const { outcome, coefficients, n, personas, effectiveN, model, rehearsal } = regression
  const told = coefficients.filter(({ sentence }) => sentence !== null)
  return (
    <section
      className={`${classes.result} card`}
      aria-label={`What goes with ${outcome.label}`}
      aria-busy={isFetching}
    >
      <header className={classes.head}>
        <div>
          {outcome.measure !== null && <p className="eyebrow">{outcome.measure}</p>}
          <h2>{outcome.text}</h2>
          <p className={`${classes.meta} quiet small`}>
            <span>
              {kinds[model]} · n {formatNumber(n)} of {formatNumber(personas)} personas, effective n{' '}
              {formatNumber(effectiveN)}
              {fitOf(regression)}
            </span>
            {rehearsal && <RehearsalLabel />}
          </p>
        </div>
      </header>
      <Notices notices={regression.notices} />
      {told.length > 0 && (
        <>
          <Sentences coefficients={told} />
          <CoefficientPlot {...{ regression, search, choose }} />
        </>
      )}
      <details className={classes.details}>
        <summary>Table of coefficients</summary>
        <CoefficientTable regression={regression} />
      </details>
    </section>
  )
}

function fitOf({ fit: { rSquared, nagelkerke } }: Regression): string {
  if (rSquared !== null) return ` · explains ${formatShare(rSquared)} of the variance (R²)`
  return nagelkerke === null ? '' : ` · pseudo-R² ${nagelkerke.toFixed(2)} (Nagelkerke)`
}

/** What is clear first; what is not, folded. */
function Sentences({ coefficients }: { coefficients: readonly Coefficient[] }) {
  const clear = coefficients.filter(isClear)
  const unclear = coefficients.filter((coefficient) => !isClear(coefficient))
  return (
    <div className={classes.sentences}>
      {clear.length === 0 && <p>No predictor goes clearly with the answer.</p>}
      <SentenceList label="In words" coefficients={clear} />
      {unclear.length > 0 && (
        <details className={classes.details}>
          <summary>{unclear.length} without a clear difference</summary>
          <SentenceList label="Without a clear difference" coefficients={unclear} />
        </details>
      )}
    </div>
  )
}

type ListProps = { label: string; coefficients: readonly Coefficient[] }

function SentenceList({ label, coefficients }: ListProps) {
  if (coefficients.length === 0) return null
  return (
    <ul aria-label={label} className={classes.sentences}>
      {coefficients.map(({ name, sentence }) => (
        <li key={name}>{sentence}</li>
      ))}
    </ul>
  )
}

function isClear({ estimate: { lower, upper } }: Coefficient): boolean {
  return lower !== null && upper !== null && lower * upper > 0
}
