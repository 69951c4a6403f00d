import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { CriteriaTree } from '../../../../shared/contract/cohorts.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { formatNumber, formatShare } from '../../lib/format.ts'
import classes from './cohort-preview.module.css'
import { cohortPreviewQuery } from './cohorts.queries.ts'

/** Fewer members than this make estimates too wide to act on. */
const floor = 30

/** Live: how many match, the sentence the criteria amount to, and three faces. */
export function CohortPreviewPanel({ criteria }: { criteria: CriteriaTree }) {
  const [settled] = useDebouncedValue(criteria, 200)
  const { data, error } = useQuery(cohortPreviewQuery(settled))
  if (error) return <ErrorPanel error={error} />
  return (
    <div className={classes.preview} aria-live="polite">
      <p className={classes.count}>{data ? formatNumber(data.size) : '–'}</p>
      {data && (
        <>
          <p className="quiet">
            of {formatNumber(data.of)} personas
            {data.of > 0 && `, ${formatShare(data.size / data.of)}`}
          </p>
          <p className={classes.sentence}>{data.sentence}</p>
          {data.size < floor && (
            <p className={classes.low}>Under {floor}: estimates for this cohort will be wide.</p>
          )}
          <ul className={classes.faces}>
            {data.sample.slice(0, 3).map((persona) => (
              <li key={persona.id}>
                {persona.firstName} {persona.lastName}
                <span className="quiet">
                  , {persona.age}, {persona.baseOccupation}, {persona.location}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
