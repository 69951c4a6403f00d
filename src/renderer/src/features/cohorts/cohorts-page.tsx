import { Button } from '@mantine/core'
import { IconChartPie4, IconPlus, IconUsersPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Cohort } from '../../../../shared/contract/cohorts.ts'
import { DataList, type Column } from '../../components/data-list.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { formatNumber } from '../../lib/format.ts'
import classes from './cohorts-page.module.css'
import { cohortsQuery } from './cohorts.queries.ts'
import { OverlapMatrix } from './overlap-matrix.tsx'

const columns: Column<Cohort>[] = [
  { label: 'Name', cell: ({ name }) => name },
  { label: 'Who is in', cell: ({ sentence }) => sentence },
  { label: 'Personas', align: 'end', cell: ({ size }) => formatNumber(size) },
  { label: 'Changed', cell: ({ updatedAt }) => <RelativeTime iso={updatedAt} /> },
]

export function CohortsPage() {
  const query = useQuery(cohortsQuery())
  return (
    <Page
      title="Cohorts"
      actions={
        <>
          <GenerateButton />
          <NewCohortButton />
        </>
      }
    >
      <QueryView query={query}>
        {(cohorts) =>
          cohorts.length === 0 ? (
            <EmptyState
              icon={<IconChartPie4 size={28} stroke={1.5} />}
              title="No cohorts yet"
              actions={
                <>
                  <NewCohortButton />
                  <GenerateButton />
                </>
              }
            >
              A cohort is a segment of your personas by criteria anyone can check, such as nurses in
              Lyon over forty. Make one of people you have, or generate new people by quotas.
            </EmptyState>
          ) : (
            <div className={classes.list}>
              <DataList
                label="Cohorts"
                items={cohorts}
                keyOf={({ id }) => id}
                hrefOf={({ id }) => `/cohorts/${id}`}
                columns={columns}
              />
              {cohorts.length > 1 && <OverlapMatrix />}
            </div>
          )
        }
      </QueryView>
    </Page>
  )
}

function GenerateButton() {
  return (
    <Button
      variant="default"
      leftSection={<IconUsersPlus size={16} />}
      renderRoot={(props) => <Link to="/cohorts/generate" {...props} />}
    >
      Generate people
    </Button>
  )
}

function NewCohortButton() {
  return (
    <Button
      leftSection={<IconPlus size={16} />}
      renderRoot={(props) => <Link to="/cohorts/new" {...props} />}
    >
      New cohort
    </Button>
  )
}
