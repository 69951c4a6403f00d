import type { ValidatedItem } from '../../../../shared/contract/validation.ts'
import type { Table } from '../../components/picture/to-table.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import classes from './paired-bars.module.css'

type Category = ValidatedItem['categories'][number]
type Props = {
  categories: readonly Category[]
  /** Effective n. */
  n: ValidatedItem['n']
  /** The personas' answers behind a bar. */
  onOpen: (category: Category) => void
}
type Who = 'people' | 'personas'

/** Shares of people and of personas with their intervals, one above the other, answer by answer. */
export function PairedBars({ categories, n, onOpen }: Props) {
  const ends = categories.flatMap(({ people, personas, intervals }) =>
    intervals ? [intervals.people[1], intervals.personas[1]] : [people, personas],
  )
  const most = Math.max(...ends, 0.01)
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <td />
          <Head who="people" name="People" n={n.people} />
          <Head who="personas" name="Personas" n={n.personas} />
        </tr>
      </thead>
      <tbody>
        {categories.map((category) => (
          <tr key={category.value}>
            <th scope="row">{category.value}</th>
            <td className={classes.bars}>
              <Bar {...{ category, most }} who="people" />
              <Bar {...{ category, most, onOpen }} who="personas" />
            </td>
            <td className={classes.number}>{shareText(category, 'people')}</td>
            <td className={classes.number}>{shareText(category, 'personas')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ who, name, n }: { who: Who; name: string; n: number }) {
  return (
    <th scope="col" className={classes.number}>
      <span className={classes.key} data-who={who} aria-hidden />
      {name}, n {formatNumber(n)}
    </th>
  )
}

type BarProps = { category: Category; most: number; who: Who; onOpen?: Props['onOpen'] }

function Bar({ category, most, who, onOpen }: BarProps) {
  const at = (share: number) => `${(100 * share) / most}%`
  const interval = category.intervals?.[who]
  const bar = { className: classes.bar, 'data-who': who, style: { width: at(category[who]) } }
  const text = `${category.value}, ${who}: ${shareText(category, who)}`
  return (
    <span className={classes.lane}>
      {onOpen && category.answer !== null ? (
        <button
          {...bar}
          type="button"
          aria-label={`${text}; open the answers`}
          title={text}
          onClick={() => onOpen(category)}
        />
      ) : (
        <span {...bar} aria-hidden title={text} />
      )}
      {interval && (
        <span
          className={classes.whisker}
          aria-hidden
          style={{ left: at(interval[0]), width: at(interval[1] - interval[0]) }}
        />
      )}
    </span>
  )
}

function shareText(category: Category, who: Who): string {
  const interval = category.intervals?.[who]
  const ends = interval?.map((end) => formatNumber(100 * end)).join('–')
  return `${formatShare(category[who])}${ends === undefined ? '' : ` (${ends})`}`
}

/** The same numbers, for the clipboard. */
export function barsTable({ categories, n }: Pick<Props, 'categories' | 'n'>): Table {
  const percent = (share: number | undefined) =>
    share === undefined ? null : Math.round(1000 * share) / 10
  return {
    header: ['Answer', 'People, %', 'from', 'to', 'Personas, %', 'from', 'to'],
    rows: [
      ...categories.map(({ value, people, personas, intervals }) => [
        value,
        percent(people),
        percent(intervals?.people[0]),
        percent(intervals?.people[1]),
        percent(personas),
        percent(intervals?.personas[0]),
        percent(intervals?.personas[1]),
      ]),
      ['Effective n', Math.round(n.people), null, null, Math.round(n.personas), null, null],
    ],
  }
}
