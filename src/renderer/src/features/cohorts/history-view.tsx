import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CohortRevision } from '../../../../shared/contract/cohort-analysis.ts'
import { CohortAnswer, type Cohort } from '../../../../shared/contract/cohorts.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Label } from '../../components/label.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { formatCount } from '../../lib/format.ts'
import { request } from '../../lib/api.ts'
import { cohortsKey, revisionsQuery } from './cohorts.queries.ts'
import classes from './history-view.module.css'

/** Every definition the cohort has had, newest first, and who each would take in today. */
export function HistoryView({ cohort }: { cohort: Cohort }) {
  const query = useQuery(revisionsQuery(cohort.id))
  const client = useQueryClient()
  const restoring = useMutation({
    mutationFn: (revision: number) =>
      request('POST', `/cohorts/${cohort.id}/revisions/${revision}/restore`, {
        answer: CohortAnswer,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: cohortsKey }),
  })
  return (
    <QueryView query={query}>
      {(revisions) => (
        <>
          {restoring.error && <ErrorPanel error={restoring.error} />}
          <ol className={classes.revisions} aria-label="Revisions">
            {revisions.map((revision) => (
              <Revision
                key={revision.revision}
                revision={revision}
                isRestoring={restoring.isPending}
                onRestore={() => restoring.mutate(revision.revision)}
              />
            ))}
          </ol>
          <p className="quiet">
            To restore makes a new revision with the old definition: nothing of the history is lost.
          </p>
        </>
      )}
    </QueryView>
  )
}

type Props = { revision: CohortRevision; isRestoring: boolean; onRestore: () => void }

function Revision({ revision: one, isRestoring, onRestore }: Props) {
  return (
    <li className={classes.revision} data-current={one.isCurrent || undefined}>
      <div className={classes.head}>
        <strong>Revision {one.revision}</strong>
        {one.isCurrent && <Label tone="accent">current</Label>}
        <span className="quiet">
          <RelativeTime iso={one.createdAt} /> · {formatCount(one.size, 'persona')} today
        </span>
        {!one.isCurrent && (
          <Button
            size="xs"
            variant="default"
            loading={isRestoring}
            aria-label={`Restore revision ${one.revision}`}
            onClick={onRestore}
          >
            Restore
          </Button>
        )}
      </div>
      <p>{one.sentence}</p>
      {one.changes.length > 0 && (
        <ul className={classes.changes}>
          {one.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
