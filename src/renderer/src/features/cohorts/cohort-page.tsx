import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Page } from '../../components/page.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { formatCount } from '../../lib/format.ts'
import classes from '../../components/detail.module.css'
import { CohortPreviewPanel } from './cohort-preview.tsx'
import { cohortQuery, cohortsKey } from './cohorts.queries.ts'

const route = getRouteApi('/cohorts/$cohortId')

export function CohortPage() {
  const { cohortId } = route.useParams()
  const query = useQuery(cohortQuery(cohortId))
  return (
    <Page
      title={query.data?.name ?? 'Cohort'}
      crumbs={[{ label: 'Cohorts', to: '/cohorts' }]}
      actions={
        query.data && (
          <TrashButton
            name={query.data.name}
            path={`/cohorts/${query.data.id}`}
            queryKey={cohortsKey}
          />
        )
      }
    >
      <QueryView query={query}>
        {(cohort) => (
          <div className={classes.detail}>
            <p className={classes.lead}>{cohort.sentence}</p>
            <CohortPreviewPanel criteria={cohort.criteria} />
            <p className="quiet">
              Revision {cohort.revision}
              {cohort.additions.length > 0 &&
                ` · ${formatCount(cohort.additions.length, 'persona')} added by hand`}
              {cohort.exclusions.length > 0 &&
                ` · ${formatCount(cohort.exclusions.length, 'persona')} left out by hand`}
            </p>
          </div>
        )}
      </QueryView>
    </Page>
  )
}
