import { useQuery } from '@tanstack/react-query'
import type {
  FactorName,
  RobustnessMeasure,
  RobustnessReport,
  VarianceComponent,
} from '../../../../shared/contract/robustness.ts'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { formatCount, formatNumber, formatShare } from '../../lib/format.ts'
import { robustnessQuery } from './evidence.queries.ts'
import classes from './robustness.module.css'

const sources: Record<VarianceComponent['source'], string> = {
  wording: 'Wording',
  optionOrder: 'Order of options',
  format: 'Description of the persona',
  model: 'Model',
  persona: 'Who answers',
  residual: 'Chance',
}

/** What moves the answers of a robustness run: how they were asked, who was asked, and chance. */
export function Robustness({ runId }: { runId: string }) {
  const query = useQuery(robustnessQuery(runId))
  return (
    <section aria-label="What moves the answers" className={`${classes.robustness} card`}>
      <h2>What moves the answers</h2>
      <QueryView query={query}>{(report) => <Report report={report} />}</QueryView>
    </section>
  )
}

function Report({ report }: { report: RobustnessReport }) {
  const { measures, personas, variants, isFull, provisional, rehearsal, method } = report
  return (
    <>
      <p className="quiet">
        {formatCount(personas, 'persona')}, each asked in {formatCount(variants.length, 'way')}
        {isFull ? '' : ', a balanced part of all crossings'}.{' '}
        {provisional && <Label tone="warn">Provisional: the run is not finished</Label>}{' '}
        {rehearsal && <RehearsalLabel />}
      </p>
      {measures.map((measure) => (
        <Measure key={`${measure.questionId} ${measure.measure}`} measure={measure} />
      ))}
      <p className="quiet small">{method}</p>
    </>
  )
}

function Measure({ measure }: { measure: RobustnessMeasure }) {
  const { questionId, label, n, sentence, components, levels, isShare } = measure
  const size = (value: number) =>
    (isShare ? formatNumber(100 * value, 1) : formatNumber(value, 2)).replace('-', '−')
  return (
    <details className={classes.measure}>
      <summary>
        <span className="mono quiet">{questionId}</span>{' '}
        {label.charAt(0).toUpperCase() + label.slice(1)}{' '}
        <span className="quiet small">n {formatNumber(n)}</span>
        <br />
        {sentence}
      </summary>
      <ul className={classes.shares} aria-label="Shares of the variance">
        {components.map(({ source, sd, share }) => (
          <li key={source}>
            <span>{sources[source]}</span>
            <span className={classes.track} aria-hidden>
              <span style={{ width: `${100 * (share ?? 0)}%` }} />
            </span>
            <span className="number">
              {share === null ? '–' : formatShare(share)}, ± {size(sd)}
              {isShare ? ' points' : ''}
            </span>
          </li>
        ))}
      </ul>
      <table className={classes.table}>
        <caption className="quiet small">
          Each level against the study’s own, persona by persona, with its 95 % interval
          {isShare ? ', in points' : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">Factor</th>
            <th scope="col">Level</th>
            <th scope="col">n</th>
            <th scope="col">Mean</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ factor, level, n: own, mean, difference }) => (
            <tr key={`${factor} ${level}`}>
              <td>{sources[factor]}</td>
              <td>{levelWords(factor, level)}</td>
              <td className="number">{formatNumber(own)}</td>
              <td className="number">{mean === null ? '–' : size(mean)}</td>
              <td className="number">
                {difference
                  ? `${size(difference.estimate)} (${size(difference.lower)} to ${size(difference.upper)})`
                  : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const names: Record<string, string> = {
  as_designed: 'As designed',
  reversed: 'Reversed',
  'second-person': '“You are …”',
  'third-person': 'In the third person',
  list: 'A list of facts',
}

function levelWords(factor: FactorName, level: string): string {
  if (factor === 'wording') return level === '0' ? 'As written' : `Wording ${level}`
  return names[level] ?? level
}
