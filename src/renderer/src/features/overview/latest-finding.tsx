import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { RehearsalLabel } from '../../components/label.tsx'
import { evidenceQuery } from '../evidence/evidence.queries.ts'
import classes from './latest-finding.module.css'

type Props = { runId: string; studyName: string }

/** What the last finished run found, as its evidence says it in its first line. */
export function LatestFinding({ runId, studyName }: Props) {
  const { data: evidence, error } = useQuery(evidenceQuery(runId, undefined))
  // The page stands without it: the row of the study says the same and opens the evidence.
  if (error) return null
  return (
    <section aria-label="Latest finding" className={classes.finding} aria-busy={!evidence}>
      <h2 className="eyebrow">
        {studyName} {evidence?.rehearsal && <RehearsalLabel />}
      </h2>
      <p className={classes.headline}>{evidence?.headline ?? ' '}</p>
      {evidence && (
        <Link to="/runs/$runId/evidence" params={{ runId }}>
          Read the evidence
        </Link>
      )}
    </section>
  )
}
