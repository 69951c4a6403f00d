import type { StoredValidation, ValidatedItem } from '../../../../shared/contract/validation.ts'
import { formatNumber } from '../../lib/format.ts'
import { ItemFigure, type OpenAnswers } from './item-figure.tsx'
import { VerdictLabel } from './verdict-label.tsx'
import classes from './validation.module.css'

type Props = {
  item: ValidatedItem
  report: StoredValidation
  onOpen: (answers: OpenAnswers) => void
}

/** One item: its verdict in words, both distributions, and every number behind it. */
export function ValidatedItemView({ item, report, onOpen }: Props) {
  return (
    <ItemFigure
      report={report}
      item={item}
      verdict={<VerdictLabel verdict={item.verdict} />}
      beside={<DistanceScale item={item} />}
      below={
        <details>
          <summary>Numbers behind it</summary>
          <div className={classes.scroll}>
            <Numbers item={item} />
          </div>
        </details>
      }
      onOpen={onOpen}
    />
  )
}

/** How far apart the two are, on the scale of what chance alone does at these sizes. */
function DistanceScale({ item: { distance, floor } }: { item: ValidatedItem }) {
  const end = Math.max(0.5, Math.ceil(12 * Math.max(distance, floor.p95)) / 10)
  const at = (value: number) => `${(100 * value) / end}%`
  const words = `${formatNumber(distance, 2)} apart (total variation, 0 to 1); two samples of one kind differ by ${formatNumber(floor.mean, 2)} on average and by up to ${formatNumber(floor.p95, 2)} in 19 of 20 cases`
  return (
    <figure className={classes.distance}>
      <div className={classes.scale} role="img" aria-label={words}>
        <span className={classes.floor} style={{ width: at(floor.p95) }} />
        <span className={classes.mark} style={{ left: at(distance) }} />
      </div>
      <figcaption className="quiet small">
        Distance {formatNumber(distance, 2)}; chance alone reaches {formatNumber(floor.p95, 2)}{' '}
        (shaded)
      </figcaption>
    </figure>
  )
}

function Numbers({ item }: { item: ValidatedItem }) {
  const { ordered, chiSquare } = item
  const rows: [string, string][] = [
    ['Distance test, p after Holm', probability(item.pAdjusted)],
    [
      `χ² with ${chiSquare.df} degrees of freedom`,
      `${number(chiSquare.statistic, 2)}, p ${probability(chiSquare.p)}`,
    ],
    ...(ordered
      ? ([
          ['Mean of people, of personas', pair(ordered.mean)],
          ['Difference in SDs of people', number(ordered.standardisedDifference, 2)],
          ['Variance, personas over people', number(ordered.varianceRatio, 2)],
          [
            'Brown–Forsythe, p after Holm',
            `F ${number(ordered.spread.f, 2)}, p ${probability(ordered.spread.pAdjusted)}`,
          ],
          ['Wasserstein distance, scale points', number(ordered.wasserstein, 2)],
          ['Kolmogorov–Smirnov similarity', number(ordered.ksSimilarity, 2)],
        ] as [string, string][])
      : [['Entropy, personas over people', number(item.entropyRatio, 2)] as [string, string]]),
    ...item.equivalence.map(
      ({ quantity, category, estimate, lower, upper, margin, holds }) =>
        [
          `Within ${number(margin[0], 2)} to ${number(margin[1], 2)}: ${category ?? quantity}`,
          `${number(estimate, 2)} (90 % interval ${number(lower, 2)} to ${number(upper, 2)}): ${holds ? 'holds' : 'not shown'}`,
        ] as [string, string],
    ),
  ]
  return (
    <table className={classes.numbers}>
      <tbody>
        {rows.map(([what, value]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function number(value: number | null, decimals: number): string {
  return value === null ? '–' : formatNumber(value, decimals)
}

function probability(p: number | null): string {
  return p !== null && p < 0.001 ? '< 0.001' : number(p, 3)
}

function pair({ people, personas }: { people: number; personas: number }): string {
  return `${formatNumber(people, 2)}, ${formatNumber(personas, 2)}`
}
