import { Button } from '@mantine/core'
import { IconMessage2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { Persona } from '../../../../shared/contract/personas.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { Page } from '../../components/page.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { useInterviewStore } from '../interview/interview.store.ts'
import { TimelinePicture } from '../timeline/timeline-picture.tsx'
import type { OnSearch } from '../timeline/use-draft.ts'
import { MemoryDialog, type MemoryDraft } from './memory-dialog.tsx'
import classes from './persona-page.module.css'
import { personaQuery, personasKey } from './personas.queries.ts'
import { ProfileColumn } from './profile-column.tsx'
import { SelectionColumn } from './selection-column.tsx'

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
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const setAsOf = useInterviewStore((state) => state.setAsOf)
  const [draft, setDraft] = useState<MemoryDraft | null>(null)
  const onSearch: OnSearch = useCallback(
    (change, { replace = false } = {}) =>
      void navigate({
        search: (before) => ({ ...before, ...change }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  )
  const select = (entry: string | undefined) => onSearch({ entry })
  return (
    <Page
      title={`${persona.firstName} ${persona.lastName}`}
      crumbs={crumbs}
      fill
      actions={
        <>
          <TrashButton
            name={`${persona.firstName} ${persona.lastName}`}
            path={`/personas/${persona.id}`}
            queryKey={personasKey}
          />
          <Button
            leftSection={<IconMessage2 size={16} />}
            // An interview asked as of then must not outlive the return to now.
            onClick={() => setAsOf(search.asOf ?? '')}
            renderRoot={(props) => (
              <Link
                to="/personas/$personaId/interview"
                params={{ personaId: persona.id }}
                search={{ asOf: search.asOf }}
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
        <TimelinePicture
          personaId={persona.id}
          search={search}
          onSearch={onSearch}
          onAdd={() => setDraft({ replaces: null })}
        />
        <SelectionColumn
          personaId={persona.id}
          selectedId={search.entry}
          asOf={search.asOf}
          onSelect={select}
          onReplace={(entry) => setDraft({ replaces: entry })}
        />
      </div>
      <MemoryDialog
        personaId={persona.id}
        draft={draft}
        onSaved={({ id }) => select(id)}
        onClose={() => setDraft(null)}
      />
    </Page>
  )
}
