import type { Regression } from '../../../../shared/contract/regression.ts'
import type { Table } from '../../components/picture/to-table.ts'
import { formatNumber, formatP } from '../../lib/format.ts'
import classes from './models-page.module.css'

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
      'Corrected SE',
      'Corrected from',
      'Corrected to',
      'Corrected p',
    ],
    rows: coefficients.map(({ label, reference, estimate, oddsRatio, statistic, p, corrected }) => [
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
      corrected?.standardError ?? null,
      corrected?.lower ?? null,
      corrected?.upper ?? null,
      corrected?.p ?? null,
    ]),
  }
}

/** The numbers behind the picture, with the test of each predictor. */
export function CoefficientTable({ regression }: { regression: Regression }) {
  const { coefficients, tests, model, degreesOfFreedom } = regression
  const hasOdds = model !== 'linear'
  const isCorrected = coefficients.some(({ corrected }) => corrected !== null)
  const titles = ['Coefficient', model === 'linear' ? 'Estimate' : 'Log odds', 'Standard error']
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <Titles
            titles={[
              ...titles,
              'From',
              'To',
              ...(hasOdds ? ['Odds ratio'] : []),
              't',
              'p',
              'n',
              ...(isCorrected ? ['Corrected from', 'To', 'p'] : []),
            ]}
          />
        </thead>
        <tbody>
          {coefficients.map(({ name, label, estimate, oddsRatio, statistic, p, corrected }) => (
            <tr key={name}>
              <td>{label}</td>
              <td>{print(estimate.estimate)}</td>
              <td>{print(estimate.standardError)}</td>
              <td>{print(estimate.lower)}</td>
              <td>{print(estimate.upper)}</td>
              {hasOdds && <td>{print(oddsRatio?.estimate ?? null)}</td>}
              <td>{print(statistic, 2)}</td>
              <td>{printP(p)}</td>
              <td>{formatNumber(estimate.n)}</td>
              {isCorrected && (
                <>
                  <td>{print(corrected?.lower ?? null)}</td>
                  <td>{print(corrected?.upper ?? null)}</td>
                  <td>{printP(corrected?.p ?? null)}</td>
                </>
              )}
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
          <Titles
            titles={[
              'Predictor',
              'F',
              'Coefficients',
              'p',
              ...(isCorrected ? ['Corrected p'] : []),
            ]}
          />
        </thead>
        <tbody>
          {tests.map(({ term, label, f, numeratorDf, p, corrected }) => (
            <tr key={term}>
              <td>{label}</td>
              <td>{print(f, 2)}</td>
              <td>{numeratorDf}</td>
              <td>{printP(p)}</td>
              {isCorrected && <td>{printP(corrected?.p ?? null)}</td>}
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
      {titles.map((title, place) => (
        <th key={`${place} ${title}`} scope="col">
          {title}
        </th>
      ))}
    </tr>
  )
}

function printP(p: number | null): string {
  return p === null ? '–' : formatP(p)
}

function print(value: number | null, decimals = 3): string {
  return value === null ? '–' : formatNumber(value, decimals)
}
