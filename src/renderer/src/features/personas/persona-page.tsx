import { Button } from '@mantine/core'
import { IconFileText, IconMessage2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Persona } from '../../../../shared/contract/personas.ts'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { Page } from '../../components/page.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { FilesDialog } from '../memory/files-dialog.tsx'
import { MemoryDialog, type MemoryDraft } from './memory-dialog.tsx'
import classes from './persona-page.module.css'
import { personaQuery, personasKey } from './personas.queries.ts'
import { ProfileColumn } from './profile-column.tsx'
import { SelectionColumn } from './selection-column.tsx'
import { TimelineColumn } from './timeline-column.tsx'

const route = getRouteApi('/personas/$personaId')
const crumbs = [{ label: 'Personas', to: '/personas' }]

export function PersonaPage() {
  const { personaId } = route.useParams()
  const query = useQuery(personaQuery(personaId))
  if (!query.data)
    return (
      <Page title={query.error ? 'Persona not shown' : 'Persona'} crumbs={crumbs}>
        {query.error ? (
          <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonRows rows={10} />
        )}
      </Page>
    )
  return <LoadedPersona persona={query.data} key={personaId} />
}

function LoadedPersona({ persona }: { persona: Persona }) {
  const { entry: selectedId, panel = 'recall', asOf = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [draft, setDraft] = useState<MemoryDraft | null>(null)
  const [readsFile, setReadsFile] = useState(false)
  const select = (entry: TimelineEntry | undefined) =>
    void navigate({
      search: (before) => ({ ...before, entry: entry?.id, panel: entry ? before.panel : panel }),
      replace: true,
    })
  return (
    <Page
      title={`${persona.firstName} ${persona.lastName}`}
      crumbs={crumbs}
      fill
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconFileText size={16} />}
            onClick={() => setReadsFile(true)}
          >
            Memories from a file
          </Button>
          <TrashButton
            name={`${persona.firstName} ${persona.lastName}`}
            path={`/personas/${persona.id}`}
            queryKey={personasKey}
          />
          <Button
            leftSection={<IconMessage2 size={16} />}
            renderRoot={(props) => (
              <Link
                to="/personas/$personaId/interview"
                params={{ personaId: persona.id }}
                {...props}
              />
            )}
          >
            Interview
          </Button>
        </>
      }
    >
      <div className={classes.columns}>
        <ProfileColumn persona={persona} />
        <TimelineColumn
          personaId={persona.id}
          selectedId={selectedId}
          onSelect={select}
          onAdd={() => setDraft({ replaces: null })}
        />
        <SelectionColumn
          personaId={persona.id}
          timelineLength={persona.timelineLength}
          selectedId={selectedId}
          asOf={asOf}
          panel={panel}
          onPanel={(next) =>
            void navigate({ search: (before) => ({ ...before, panel: next }), replace: true })
          }
          onSelect={select}
          onReplace={(entry, suggestion) =>
            setDraft({ replaces: entry, ...(suggestion && { suggestion }) })
          }
        />
      </div>
      <FilesDialog personaId={persona.id} opened={readsFile} onClose={() => setReadsFile(false)} />
      <MemoryDialog
        personaId={persona.id}
        draft={draft}
        onSaved={select}
        onClose={() => setDraft(null)}
      />
    </Page>
  )
}
