import { Button } from '@mantine/core'
import { IconFileUpload, IconPlayerPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Study } from '../../../../shared/contract/studies.ts'
import { DataList, type Column } from '../../components/data-list.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { NewStudyButton } from '../../components/new-study-button.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { RunStatusLabel } from '../../components/run-status.tsx'
import { formatNumber } from '../../lib/format.ts'
import { studiesQuery } from './studies.queries.ts'
import { StudyFileDialog } from './study-file-dialog.tsx'

const route = getRouteApi('/studies')

const columns: Column<Study>[] = [
  { label: 'Name', cell: ({ name }) => name },
  {
    label: 'Last run',
    cell: ({ lastRun }) => (lastRun ? <RunStatusLabel status={lastRun.status} /> : 'Not run yet'),
  },
  { label: 'Runs', align: 'end', cell: ({ runCount }) => formatNumber(runCount) },
  { label: 'Model', cell: ({ model }) => model },
  { label: 'Changed', cell: ({ updatedAt }) => <RelativeTime iso={updatedAt} /> },
]

export function StudiesPage() {
  const query = useQuery(studiesQuery())
  const { open = false } = route.useSearch()
  const navigate = route.useNavigate()
  const setOpen = (isOpen: boolean) =>
    void navigate({ search: isOpen ? { open: true } : {}, replace: true })
  const openFile = (
    <Button
      variant="default"
      leftSection={<IconFileUpload size={16} />}
      onClick={() => setOpen(true)}
    >
      Open a study file
    </Button>
  )
  return (
    <Page
      title="Studies"
      actions={
        <>
          {openFile}
          <NewStudyButton />
        </>
      }
    >
      <QueryView query={query}>
        {(studies) =>
          studies.length === 0 ? (
            <EmptyState
              icon={<IconPlayerPlay size={28} stroke={1.5} />}
              title="No studies yet"
              actions={
                <>
                  <NewStudyButton label="Design a study" />
                  {openFile}
                </>
              }
            >
              A study asks a population a set of questions and returns evidence: estimates with
              their uncertainty, every one traceable to the answers behind it.
            </EmptyState>
          ) : (
            <DataList
              label="Studies"
              items={studies}
              keyOf={({ id }) => id}
              hrefOf={({ id }) => `/studies/${id}`}
              columns={columns}
            />
          )
        }
      </QueryView>
      <StudyFileDialog opened={open} onClose={() => setOpen(false)} />
    </Page>
  )
}
