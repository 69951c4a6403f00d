import { Link } from '@tanstack/react-router'
import type { CohortOverlap } from '../../../../shared/contract/cohort-analysis.ts'
import { Section } from '../../components/section.tsx'
import { formatNumber, formatShare } from '../../lib/format.ts'
import classes from './overlap-bars.module.css'

const SHOWN = 6

/** Members who are in other cohorts as well. */
export function OverlapBars({ overlap }: { overlap: readonly CohortOverlap[] }) {
  const shared = overlap.filter((one) => one.shared > 0)
  if (overlap.length === 0) return null
  return (
    <Section title="Also in other cohorts">
      {shared.length === 0 ? (
        <p className="quiet">Nobody: it overlaps with none of the {overlap.length} others.</p>
      ) : (
        <ul className={classes.overlap}>
          {shared.slice(0, SHOWN).map(({ cohortId, name, shared: both, shareOfThis, jaccard }) => (
            <li key={cohortId} className={classes.row}>
              <Link to="/cohorts/$cohortId" params={{ cohortId }} className="truncate" title={name}>
                {name}
              </Link>
              <span className={classes.track} aria-hidden>
                <span className={classes.bar} style={{ width: `${100 * shareOfThis}%` }} />
              </span>
              <span className="quiet small" title={`Jaccard index ${formatNumber(jaccard, 2)}`}>
                {formatNumber(both)} · {formatShare(shareOfThis)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {shared.length > 0 && (
        <p className="quiet small">A persona in two cohorts of a population counts once.</p>
      )}
    </Section>
  )
}
