import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { CohortDesigner } from './cohort-designer.tsx'
import { cohortQuery, cohortsKey } from './cohorts.queries.ts'

const route = getRouteApi('/cohorts/$cohortId')
const crumbs = [{ label: 'Cohorts', to: '/cohorts' }]

export function CohortPage() {
  const { cohortId } = route.useParams()
  const query = useQuery(cohortQuery(cohortId))
  const { data: loaded } = query
  return (
    <Page
      title={loaded?.name ?? 'Cohort'}
      crumbs={crumbs}
      actions={
        loaded && (
          <TrashButton name={loaded.name} path={`/cohorts/${loaded.id}`} queryKey={cohortsKey} />
        )
      }
    >
      <QueryView query={query}>
        {(cohort) => (
          <CohortDesigner
            key={`${cohort.id} ${cohort.revision}`}
            cohort={cohort}
            onSaved={() => void query.refetch()}
          />
        )}
      </QueryView>
    </Page>
  )
}

export function NewCohortPage() {
  const navigate = useNavigate()
  return (
    <Page title="New cohort" crumbs={crumbs}>
      <CohortDesigner
        onSaved={({ id }) =>
          void navigate({ to: '/cohorts/$cohortId', params: { cohortId: id }, replace: true })
        }
      />
    </Page>
  )
}
