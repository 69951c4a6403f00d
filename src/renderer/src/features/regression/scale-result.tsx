import { Button, Switch } from '@mantine/core'
import type { Estimate } from '../../../../shared/contract/evidence.ts'
import type { ItemStatistics, ScaleEvidence } from '../../../../shared/contract/scales.ts'
import { RehearsalLabel } from '../../components/label.tsx'
import { Figure } from '../../components/picture/figure.tsx'
import type { Table } from '../../components/picture/to-table.ts'
import { formatEstimate, formatNumber } from '../../lib/format.ts'
import { captionLabels } from '../evidence/caption-labels.ts'
import { toDomainGroups, meanScale, type Domain } from '../evidence/domains.ts'
import { EstimateGrid, type Panel } from '../evidence/estimate-grid.tsx'
import { EstimateTable } from '../evidence/estimate-table.tsx'
import classes from './models-page.module.css'
import { Notices } from './notices.tsx'

type Props = {
  scale: ScaleEvidence
  isFetching: boolean
  /** Turns the item at a place round. */
  onReverse: (at: number) => void
}

/** How well the items hang together, each item, and the score they make. */
export function ScaleResult({ scale, isFetching, onReverse }: Props) {
  const { name, alpha, omega, items, rehearsal, scores, caveat } = scale
  const facts = factsOf(scale)
  const rows = [
    reliability('α, Cronbach', alpha, scores),
    reliability('ω, McDonald', omega, scores),
  ]
  return (
    <div className={classes.result} aria-busy={isFetching}>
      <Figure
        id="scale"
        name={name}
        caption={{ title: name, facts, labels: captionLabels(scale), notes: [METHOD, caveat] }}
        table={() => scaleTable(scale)}
        asTable={<EstimateTable question={scores} />}
        facts={
          <>
            <span>{facts}</span>
            {rehearsal && <RehearsalLabel />}
          </>
        }
        below={
          <>
            <Items items={items} onReverse={onReverse} />
            <p className="quiet small">{METHOD}</p>
          </>
        }
      >
        <Notices notices={scale.notices} />
        <EstimateGrid
          label="Reliability"
          groups={[{ title: '', domains: rows }]}
          panels={[reliabilityPanel(alpha, omega)]}
        />
        <EstimateGrid label="Score" groups={toDomainGroups(scores)} panels={[scorePanel(scale)]} />
      </Figure>
    </div>
  )
}

const METHOD =
  'α after Cronbach (1951); ω total after McDonald (1999), one factor by minimum residuals; weighted, with 95 % intervals by linearisation over personas within cohorts.'

function factsOf({ items, range, complete }: ScaleEvidence): string {
  return `Mean of ${items.length} items, ${range.from} to ${range.to} · ${formatNumber(complete)} interviews with every item, weighted`
}

/** For the clipboard: how reliable the score is, what it comes to, and each item. */
function scaleTable({ alpha, omega, scores, items }: ScaleEvidence): Table {
  const numbers = ({ estimate, lower, upper, n }: Estimate) =>
    [estimate, lower, upper, null, null, null, null, null, n] as const
  const domains = toDomainGroups(scores).flatMap((group) => group.domains)
  return {
    header: [
      'What',
      'Estimate',
      'From',
      'To',
      'SD',
      'Item–rest r',
      'α without it',
      'Loading',
      'Reversed',
      'n',
    ],
    rows: [
      ['α, Cronbach', ...numbers(alpha)],
      ['ω, McDonald', ...numbers(omega)],
      ...domains.flatMap(({ label, estimates: { mean } }) =>
        mean ? [[`Mean score, ${label}`, ...numbers(mean)]] : [],
      ),
      ...items.map(({ label, mean, sd, itemRest, alphaIfDropped, loading, reverse, n }) => [
        label,
        mean,
        null,
        null,
        sd,
        itemRest,
        alphaIfDropped,
        loading,
        reverse ? 'yes' : 'no',
        n,
      ]),
    ],
  }
}

function reliability(label: string, { n }: Estimate, { overall }: ScaleEvidence['scores']): Domain {
  return { key: label, label, colour: null, filter: {}, estimates: { ...overall, n } }
}

function reliabilityPanel(alpha: Estimate, omega: Estimate): Panel {
  return {
    key: 'reliability',
    title: 'Reliability: how much of the score’s variance the items share',
    scale: { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] },
    tickText: (tick) => formatNumber(tick, 0),
    estimateOf: ({ key }) => (key.startsWith('α') ? alpha : omega),
    textOf: (found) => formatEstimate(found, { decimals: 2 }),
  }
}

function scorePanel({ scores, range }: ScaleEvidence): Panel {
  const means = toDomainGroups(scores).flatMap(({ domains }) =>
    domains.flatMap(({ estimates }) => estimates.mean ?? []),
  )
  return {
    key: 'score',
    title: 'Mean score',
    scale: range.to - range.from <= 10 ? meanScale(means, range) : meanScale(means),
    tickText: (tick) => formatNumber(tick, Number.isInteger(tick) ? 0 : 2),
    estimateOf: ({ estimates }) => estimates.mean,
    textOf: (estimate) => formatEstimate(estimate, { decimals: 2 }),
  }
}

type ItemsProps = { items: readonly ItemStatistics[]; onReverse: (at: number) => void }

function Items({ items, onReverse }: ItemsProps) {
  const titles = ['Item', 'Reversed', 'Mean', 'SD', 'Item–rest r', 'α without it', 'Loading', 'n']
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label="Items">
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, at) => (
            <tr key={item.questionId + (item.row ?? '')}>
              <td>
                {item.label}{' '}
                {item.suggestion === 'reverse' && (
                  <Button size="compact-xs" variant="light" onClick={() => onReverse(at)}>
                    {item.reverse ? 'Turn back' : 'Reverse it'}
                  </Button>
                )}
              </td>
              <td>
                <Switch
                  size="xs"
                  display="inline-block"
                  aria-label={`Reverse ${item.label}`}
                  checked={item.reverse}
                  onChange={() => onReverse(at)}
                />
              </td>
              {[item.mean, item.sd, item.itemRest, item.alphaIfDropped, item.loading].map(
                (value, i) => (
                  <td key={titles[i + 2]}>{value === null ? '–' : formatNumber(value, 2)}</td>
                ),
              )}
              <td>{formatNumber(item.n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
