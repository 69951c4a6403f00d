import type { Coefficient, Regression } from '../../../../shared/contract/regression.ts'
import { shownCoefficient } from '../../../../shared/shown-coefficient.ts'
import { RehearsalLabel } from '../../components/label.tsx'
import { Figure } from '../../components/picture/figure.tsx'
import type { Caption } from '../../components/picture/to-svg.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { captionLabels } from '../evidence/caption-labels.ts'
import { CoefficientPlot } from './coefficient-plot.tsx'
import { coefficientTable, CoefficientTable } from './coefficient-table.tsx'
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
  const { outcome, coefficients, rehearsal, caveat } = regression
  const told = coefficients
    .filter(({ sentence }) => sentence !== null)
    .map((coefficient) => shownCoefficient(coefficient, regression.errors))
  const facts = factsOf(regression)
  const caption: Caption = {
    title: outcome.measure === null ? outcome.text : `${outcome.text} · ${outcome.measure}`,
    facts,
    labels: captionLabels(regression),
    notes: [methodOf(regression), caveat],
  }
  return (
    <div className={classes.result} aria-busy={isFetching}>
      <Figure
        id="model"
        name={`model of ${outcome.questionId}`}
        caption={caption}
        table={() => coefficientTable(regression)}
        asTable={<CoefficientTable regression={regression} />}
        hasChart={told.length > 0}
        facts={
          <>
            <span>{facts}</span>
            {rehearsal && <RehearsalLabel />}
          </>
        }
        below={<p className="quiet small">{methodOf(regression)}</p>}
      >
        <Notices notices={regression.notices} />
        {told.length > 0 && (
          <>
            <Sentences coefficients={told} />
            <CoefficientPlot {...{ regression, search, choose }} />
          </>
        )}
      </Figure>
    </div>
  )
}

function factsOf(regression: Regression): string {
  const { model, n, personas, effectiveN } = regression
  return `${kinds[model]} · n ${formatNumber(n)} of ${formatNumber(personas)} personas, effective n ${formatNumber(effectiveN)}${fitOf(regression)}`
}

/** What the numbers are; for categories, what they are set against. */
function methodOf({ model, level, coefficients, errors }: Regression): string {
  const against = new Map(
    coefficients.flatMap(({ term, reference }) =>
      term !== null && reference !== null ? [[term, reference] as const] : [],
    ),
  )
  const set = [...against].map(
    ([term, reference]) => `${term.replace(/^[a-z]+\./, '')}: ${reference}`,
  )
  const what = model === 'linear' ? 'Differences in points or units' : 'Odds ratios'
  return [
    `${what}, others held equal, with ${formatNumber(level * 100)} % intervals; standard errors by linearisation over personas within cohorts${errors === 'corrected' ? ', corrected for few personas (CR2); thin lines' : ''}.`,
    ...(set.length > 0 ? [`Set against ${set.join(', ')}.`] : []),
  ].join(' ')
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
