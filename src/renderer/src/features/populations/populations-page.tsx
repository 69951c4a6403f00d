import { Button } from '@mantine/core'
import { IconLayoutGrid, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Population } from '../../../../shared/contract/populations.ts'
import { DataList, type Column } from '../../components/data-list.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { formatNumber } from '../../lib/format.ts'
import { populationsQuery } from './populations.queries.ts'

const columns: Column<Population>[] = [
  { label: 'Name', cell: ({ name }) => name },
  { label: 'Cohorts', align: 'end', cell: ({ cohorts }) => cohorts.length },
  { label: 'Personas', align: 'end', cell: ({ size }) => formatNumber(size) },
  {
    label: 'Effective n',
    align: 'end',
    cell: ({ balance }) => formatNumber(balance.effectiveN),
  },
  {
    label: 'Largest gap',
    align: 'end',
    cell: ({ balance }) => `${formatNumber(balance.maxGapPoints, 1)} points`,
  },
  { label: 'Changed', cell: ({ updatedAt }) => <RelativeTime iso={updatedAt} /> },
]

export function PopulationsPage() {
  const query = useQuery(populationsQuery())
  return (
    <Page title="Populations" actions={<NewPopulationButton />}>
      <QueryView query={query}>
        {(populations) =>
          populations.length === 0 ? (
            <EmptyState
              icon={<IconLayoutGrid size={28} stroke={1.5} />}
              title="No populations yet"
              actions={<NewPopulationButton />}
            >
              A population is the panel a study runs on: cohorts weighted to the shares they have in
              the world, frozen so that every run can be repeated.
            </EmptyState>
          ) : (
            <DataList
              label="Populations"
              items={populations}
              keyOf={({ id }) => id}
              hrefOf={({ id }) => `/populations/${id}`}
              columns={columns}
            />
          )
        }
      </QueryView>
    </Page>
  )
}

function NewPopulationButton() {
  return (
    <Button
      leftSection={<IconPlus size={16} />}
      renderRoot={(props) => <Link to="/populations/new" {...props} />}
    >
      New population
    </Button>
  )
}
