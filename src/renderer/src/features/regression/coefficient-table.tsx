import type { Regression } from '../../../../shared/contract/regression.ts'
import type { Table } from '../../components/picture/to-table.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './models-page.module.css'
import { formatP } from './p-value.ts'

/** For the clipboard: numbers as they are. */
export function coefficientTable({ coefficients }: Regression): Table {
  return {
    header: [
      'Coefficient',
      'Set against',
      'Estimate',
      'SE',
      'From',
      'To',
      'Odds ratio',
      't',
      'p',
      'n',
    ],
    rows: coefficients.map(({ label, reference, estimate, oddsRatio, statistic, p }) => [
      label,
      reference,
      estimate.estimate,
      estimate.standardError,
      estimate.lower,
      estimate.upper,
      oddsRatio?.estimate ?? null,
      statistic,
      p,
      estimate.n,
    ]),
  }
}

/** The numbers behind the picture, with the test of each predictor. */
export function CoefficientTable({ regression }: { regression: Regression }) {
  const { coefficients, tests, model, degreesOfFreedom } = regression
  const hasOdds = model !== 'linear'
  const titles = ['Coefficient', model === 'linear' ? 'Estimate' : 'Log odds', 'Standard error']
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <Titles
            titles={[...titles, 'From', 'To', ...(hasOdds ? ['Odds ratio'] : []), 't', 'p', 'n']}
          />
        </thead>
        <tbody>
          {coefficients.map(({ name, label, estimate, oddsRatio, statistic, p }) => (
            <tr key={name}>
              <td>{label}</td>
              <td>{print(estimate.estimate)}</td>
              <td>{print(estimate.standardError)}</td>
              <td>{print(estimate.lower)}</td>
              <td>{print(estimate.upper)}</td>
              {hasOdds && <td>{print(oddsRatio?.estimate ?? null)}</td>}
              <td>{print(statistic, 2)}</td>
              <td>{p === null ? '–' : formatP(p)}</td>
              <td>{formatNumber(estimate.n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={classes.table}>
        <caption className="quiet small">
          Whether a predictor matters at all (Wald test on {formatNumber(degreesOfFreedom)} degrees
          of freedom)
        </caption>
        <thead>
          <Titles titles={['Predictor', 'F', 'Coefficients', 'p']} />
        </thead>
        <tbody>
          {tests.map(({ term, label, f, numeratorDf, p }) => (
            <tr key={term}>
              <td>{label}</td>
              <td>{print(f, 2)}</td>
              <td>{numeratorDf}</td>
              <td>{p === null ? '–' : formatP(p)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Titles({ titles }: { titles: readonly string[] }) {
  return (
    <tr>
      {titles.map((title) => (
        <th key={title} scope="col">
          {title}
        </th>
      ))}
    </tr>
  )
}

function print(value: number | null, decimals = 3): string {
  return value === null ? '–' : formatNumber(value, decimals)
}
