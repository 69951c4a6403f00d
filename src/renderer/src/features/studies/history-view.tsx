import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Study, UpdateStudyRequest } from '../../../../shared/contract/studies.ts'
import type { StudyRevision } from '../../../../shared/contract/study-history.ts'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import classes from './study-parts.module.css'
import { revisionsQuery } from './study-planning.queries.ts'
import { useStudyChange } from './use-study-change.ts'

/** Everything the study has been; any of it can be brought back. */
export function HistoryView({ study }: { study: Study }) {
  const query = useQuery(revisionsQuery(study.id))
  return (
    <QueryView query={query}>
      {(revisions) => (
        <div>
          {revisions.map((revision) => (
            <Revision key={revision.revision} revision={revision} study={study} />
          ))}
        </div>
      )}
    </QueryView>
  )
}

function Revision({ revision, study }: { revision: StudyRevision; study: Study }) {
  const changing = useStudyChange(study.id)
  const isCurrent = revision.revision === study.revision
  return (
    <article className={classes.item} aria-label={`Revision ${revision.revision}`}>
      <div className={classes.head}>
        <strong>Revision {revision.revision}</strong>
        <RelativeTime iso={revision.createdAt} />
        {revision.runs.length > 0 && (
          <span className="quiet">
            launched as {revision.runs.map((number) => `run ${number}`).join(', ')}
          </span>
        )}
        {isCurrent ? (
          <span className="quiet">current</span>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            loading={changing.isPending}
            onClick={() => changing.mutate(backTo(revision))}
          >
            Bring back
          </Button>
        )}
      </div>
      {revision.note && <p>{revision.note}</p>}
      {revision.changes.length === 0 ? (
        <p className="quiet">As it was created.</p>
      ) : (
        <ul className={classes.notes}>
          {revision.changes.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** The design of a revision as a change; what it had not is taken away. Versions stay pinned. */
function backTo({ design, name, revision }: StudyRevision): UpdateStudyRequest {
  const optional = {
    objective: null,
    hypothesis: null,
    decisionOwner: null,
    successCriteria: null,
    exclusions: null,
    asOf: null,
    budgetTokens: null,
    budgetMoney: null,
    rehearsal: null,
    power: null,
    arms: null,
  }
  return { ...optional, ...design, name, note: `Back to revision ${revision}` }
}
