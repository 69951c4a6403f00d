import { formatNumber } from '../../lib/format.ts'
import classes from './paired-bars.module.css'

type Props = {
  categories: readonly { value: string; people: number; personas: number }[]
  /** Effective n. */
  n: { people: number; personas: number }
}

/** Shares of people and of personas, one above the other, category by category. */
export function PairedBars({ categories, n }: Props) {
  const most = Math.max(...categories.flatMap(({ people, personas }) => [people, personas]), 0.01)
  const width = (share: number) => `${(100 * share) / most}%`
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col" aria-hidden />
          <th scope="col" className={classes.number}>
            <span className={classes.key} data-who="people" aria-hidden />
            People, n {formatNumber(n.people)}
          </th>
          <th scope="col" className={classes.number}>
            <span className={classes.key} data-who="personas" aria-hidden />
            Personas, n {formatNumber(n.personas)}
          </th>
        </tr>
      </thead>
      <tbody>
        {categories.map(({ value, people, personas }) => (
          <tr key={value}>
            <th scope="row">{value}</th>
            <td className={classes.bars} aria-hidden>
              <span className={classes.bar} data-who="people" style={{ width: width(people) }} />
              <span
                className={classes.bar}
                data-who="personas"
                style={{ width: width(personas) }}
              />
            </td>
            <td className={classes.number}>{formatNumber(100 * people)} %</td>
            <td className={classes.number}>{formatNumber(100 * personas)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
