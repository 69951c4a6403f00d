import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CohortOverlapMatrix } from '../../../../shared/contract/cohort-analysis.ts'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount, formatNumber, formatShare } from '../../lib/format.ts'
import { overlapQuery } from './cohorts.queries.ts'
import classes from './overlap-matrix.module.css'

/** More would be a wall of numbers; each cohort's page still compares it with all. */
const MOST = 24

/** Which cohorts share people: the share of the row's members who are in the column's cohort too. */
export function OverlapMatrix() {
  const query = useQuery(overlapQuery())
  return (
    <Section title="Where cohorts overlap">
      <QueryView query={query}>
        {(matrix) => (
          <>
            <p>{describe(matrix)}</p>
            <div className={classes.scroll}>
              <Matrix matrix={matrix} />
            </div>
            <p className="quiet small">
              Each cell: the share of the row’s members who are in the column’s cohort as well.
            </p>
          </>
        )}
      </QueryView>
    </Section>
  )
}

function describe({ inNone, inSeveral, of }: CohortOverlapMatrix): string {
  const several =
    inSeveral === 0
      ? 'Nobody is in more than one cohort'
      : `${formatCount(inSeveral, 'persona')} ${inSeveral === 1 ? 'is' : 'are'} in more than one cohort, and count${inSeveral === 1 ? 's' : ''} once in a population`
  return `${several}; ${formatNumber(inNone)} of ${formatNumber(of)} are in none.`
}

function Matrix({ matrix: { cohorts, shared, jaccard } }: { matrix: CohortOverlapMatrix }) {
  const shown = cohorts.slice(0, MOST)
  return (
    <table className={classes.matrix}>
      <thead>
        <tr>
          <td />
          {shown.map(({ id, name }) => (
            <th key={id} scope="col" title={name}>
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row, i) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to="/cohorts/$cohortId" params={{ cohortId: row.id }} title={row.name}>
                {row.name}
              </Link>
              <span className="quiet"> {formatNumber(row.size)}</span>
            </th>
            {shown.map((column, k) => (
              <Cell
                key={column.id}
                isSelf={i === k}
                share={row.size === 0 ? 0 : (shared[i]?.[k] ?? 0) / row.size}
                title={`${row.name} and ${column.name}: ${formatCount(shared[i]?.[k] ?? 0, 'persona')} in both, Jaccard index ${formatNumber(jaccard[i]?.[k] ?? 0, 2)}`}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ isSelf, share, title }: { isSelf: boolean; share: number; title: string }) {
  if (isSelf) return <td className={classes.self} aria-label="the same cohort" />
  return (
    <td
      className={classes.cell}
      title={title}
      // No darker than what the text can be read on.
      style={{ '--share': `${Math.round(share * 60)}%` } as React.CSSProperties}
    >
      {share === 0 ? '–' : formatShare(share)}
    </td>
  )
}
