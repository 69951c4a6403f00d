import type { Population } from '../../../../shared/contract/populations.ts'
import { describeEffectiveN } from '../../lib/effective-n.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import classes from './balance-view.module.css'

type Props = { population: Population; cohortNames: ReadonlyMap<string, string> }

/** Beyond this gap, in points, a weighted share would mislead. */
const misleadingPoints = 2

/** Target against actual, what the weights cost, and what would mislead. */
export function BalanceView({ population, cohortNames }: Props) {
  const { balance, size } = population
  const nameOf = (id: string) => cohortNames.get(id) ?? 'another cohort'
  return (
    <div className={classes.balance}>
      <p className={classes.headline}>{describeEffectiveN(balance.effectiveN, size)}</p>
      <p className="quiet">
        {balance.converged
          ? `Balanced in ${balance.iterations} rounds; the largest gap left is ${formatNumber(balance.maxGapPoints, 1)} points.`
          : `Not balanced after ${balance.iterations} rounds: a gap of ${formatNumber(balance.maxGapPoints, 1)} points is left.`}{' '}
        Weights run from {formatNumber(balance.minWeight, 2)} to{' '}
        {formatNumber(balance.maxWeight, 2)}.
      </p>
      {balance.conflicts.map(({ cohortId, countedIn, personas }) => (
        <p key={cohortId + countedIn} className={classes.note}>
          {formatNumber(personas)} personas are in both {nameOf(countedIn)} and {nameOf(cohortId)};
          each counts once, in {nameOf(countedIn)}.
        </p>
      ))}
      {balance.warnings.filter(isNews).map((warning) => (
        <p key={warning} className={classes.warning}>
          {warning}
        </p>
      ))}
      <p className={classes.key} aria-hidden>
        <i data-mark="before" /> unweighted <i data-mark="after" /> weighted{' '}
        <i data-mark="target" /> target
      </p>
      {balance.margins.map((margin) => (
        <Margin key={margin.name} margin={margin} nameOf={cohortNames} />
      ))}
    </div>
  )
}

/** The headline has said already what the weights cost. */
const isNews = (warning: string) => !warning.startsWith('Effective n ')

type MarginProps = {
  margin: Population['balance']['margins'][number]
  nameOf: ReadonlyMap<string, string>
}

function Margin({ margin, nameOf }: MarginProps) {
  const longest = Math.max(
    ...margin.categories.flatMap(({ target, before, after }) => [target, before, after]),
    0.01,
  )
  const place = (share: number) => `${(share / longest) * 100}%`
  return (
    <table className={classes.margin}>
      <caption className="eyebrow">
        {margin.name}
        {(margin.maxGapPoints ?? 0) > misleadingPoints &&
          `, off by up to ${formatNumber(margin.maxGapPoints ?? 0, 1)} points`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Category</th>
          <th scope="col">n</th>
          <th scope="col" aria-label="Drawn" />
          <th scope="col">Actual</th>
          <th scope="col">Target</th>
        </tr>
      </thead>
      <tbody>
        {margin.categories.map(({ category, n, target, before, after }) => {
          const misses = Math.abs(after - target) * 100 > misleadingPoints
          return (
            <tr key={category} data-misses={misses || undefined}>
              <th scope="row">{nameOf.get(category) ?? category}</th>
              <td className="number">{formatNumber(n)}</td>
              <td className={classes.drawn} aria-hidden>
                <i data-mark="before" style={{ left: place(before) }} />
                <i data-mark="bar" style={{ width: place(after) }} />
                <i data-mark="target" style={{ left: place(target) }} />
              </td>
              <td className="number">
                {formatShare(after)}
                {misses && ' !'}
              </td>
              <td className="number">{formatShare(target)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
