import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import type { Cohort } from '../../../../shared/contract/cohorts.ts'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { CohortDesigner } from './cohort-designer.tsx'
import { cohortQuery, cohortsKey } from './cohorts.queries.ts'
import type { CohortSearch } from './cohorts.search.ts'
import { HistoryView } from './history-view.tsx'
import { SeparationView } from './separation-view.tsx'

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
      badge={loaded && <span className="quiet">revision {loaded.revision}</span>}
      actions={
        loaded && (
          <TrashButton name={loaded.name} path={`/cohorts/${loaded.id}`} queryKey={cohortsKey} />
        )
      }
    >
      <QueryView query={query}>
        {(cohort) => <Views cohort={cohort} onSaved={() => void query.refetch()} />}
      </QueryView>
    </Page>
  )
}

type View = z.infer<typeof CohortSearch>['view']

function Views({ cohort, onSaved }: { cohort: Cohort; onSaved: () => void }) {
  const { view } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (next: string | null) =>
    void navigate({
      search: { view: next === 'design' ? undefined : (next as View) },
      replace: true,
    })
  return (
    <Tabs value={view ?? 'design'} keepMounted={false} onChange={show}>
      <Tabs.List mb={24}>
        <Tabs.Tab value="design">Design</Tabs.Tab>
        <Tabs.Tab value="separation">Apart from others</Tabs.Tab>
        <Tabs.Tab value="history">History</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="design">
        <CohortDesigner cohort={cohort} onSaved={onSaved} />
      </Tabs.Panel>
      <Tabs.Panel value="separation">
        <SeparationView cohort={cohort} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <HistoryView cohort={cohort} />
      </Tabs.Panel>
    </Tabs>
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
