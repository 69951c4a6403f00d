import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { Population } from '../../../../shared/contract/populations.ts'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { CoverageView } from './coverage-view.tsx'
import { GapsView } from './gaps-view.tsx'
import { PopulationDesigner } from './population-designer.tsx'
import { populationQuery, populationsKey } from './populations.queries.ts'
import type { PopulationSearch } from './populations.search.ts'
import { usePopulationEdit, type Editing } from './use-population-edit.ts'
import { VersionsView } from './versions-view.tsx'

const route = getRouteApi('/populations/$populationId')
const crumbs = [{ label: 'Populations', to: '/populations' }]

export function PopulationPage() {
  const { populationId } = route.useParams()
  const query = useQuery(populationQuery(populationId))
  return (
    <Page
      title={query.data?.name ?? 'Population'}
      crumbs={crumbs}
      badge={query.data && <span className="quiet">version {query.data.version}</span>}
      actions={
        query.data && (
          <TrashButton
            name={query.data.name}
            path={`/populations/${query.data.id}`}
            queryKey={populationsKey}
          />
        )
      }
    >
      <QueryView query={query}>
        {(population) => <SavedViews key={population.id} population={population} />}
      </QueryView>
    </Page>
  )
}

type View = z.infer<typeof PopulationSearch>['view']

function SavedViews({ population }: { population: Population }) {
  const { view } = route.useSearch()
  const navigate = route.useNavigate()
  const editing = usePopulationEdit(population)
  return (
    <Views
      population={population}
      editing={editing}
      view={view}
      onView={(next) => void navigate({ search: (old) => ({ ...old, view: next }), replace: true })}
    />
  )
}

type ViewsProps = {
  /** Undefined: a new one, that has neither versions nor anything to measure yet. */
  population?: Population
  editing: Editing
  view: View
  onView: (view: View) => void
  onCreated?: (population: Population) => void
}

function Views({ population, editing, view, onView, onCreated }: ViewsProps) {
  const show = (next: string | null) => onView(next === 'design' ? undefined : (next as View))
  return (
    <Tabs value={view ?? 'design'} keepMounted={false} onChange={show}>
      <Tabs.List mb={24}>
        <Tabs.Tab value="design">Design</Tabs.Tab>
        <Tabs.Tab value="gaps">Who is missing</Tabs.Tab>
        {population && <Tabs.Tab value="versions">Versions</Tabs.Tab>}
        {population && <Tabs.Tab value="coverage">Coverage</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="design">
        <PopulationDesigner
          population={population}
          editing={editing}
          onCreated={onCreated}
          onShowGaps={() => onView('gaps')}
        />
      </Tabs.Panel>
      <Tabs.Panel value="gaps">
        <GapsView edit={editing.edit} />
      </Tabs.Panel>
      {population && (
        <>
          <Tabs.Panel value="versions">
            <VersionsView population={population} />
          </Tabs.Panel>
          <Tabs.Panel value="coverage">
            <CoverageView population={population} />
          </Tabs.Panel>
        </>
      )}
    </Tabs>
  )
}

export function NewPopulationPage() {
  const navigate = useNavigate()
  const editing = usePopulationEdit(undefined)
  const [view, setView] = useState<View>(undefined)
  return (
    <Page title="New population" crumbs={crumbs}>
      <Views
        editing={editing}
        view={view}
        onView={setView}
        onCreated={({ id }) =>
          void navigate({
            to: '/populations/$populationId',
            params: { populationId: id },
            replace: true,
          })
        }
      />
    </Page>
  )
}
