import { Button } from '@mantine/core'
import { IconFileText, IconMessage2 } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { ConsistencyIssue } from '../../../../shared/contract/consistency.ts'
import type { Persona } from '../../../../shared/contract/personas.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { Page } from '../../components/page.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { useInterviewStore } from '../interview/interview.store.ts'
import { FilesDialog } from '../memory/files-dialog.tsx'
import { IssueMark } from '../memory/issue-mark.tsx'
import { consistencyQuery } from '../memory/memory.queries.ts'
import { TimelinePicture } from '../timeline/timeline-picture.tsx'
import { entryQuery } from '../timeline/timeline.queries.ts'
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
  const client = useQueryClient()
  const setAsOf = useInterviewStore((state) => state.setAsOf)
  const [draft, setDraft] = useState<MemoryDraft | null>(null)
  const [readsFile, setReadsFile] = useState(false)
  const issues = useOpenIssues(persona.id)
  const { flagged, badge } = useIssueMarks(issues)
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
  const edit = async ({ suggestion }: ConsistencyIssue) => {
    if (!suggestion) return
    const replaces = await client.fetchQuery(entryQuery(persona.id, suggestion.entryId))
    setDraft({ replaces, suggestion })
  }
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
          flagged={flagged}
          badge={badge}
        />
        <SelectionColumn
          personaId={persona.id}
          timelineLength={persona.timelineLength}
          selectedId={search.entry}
          asOf={search.asOf}
          panel={search.panel ?? 'recall'}
          issues={issues}
          onPanel={(panel) => onSearch({ panel }, { replace: true })}
          onSelect={select}
          onReplace={(entry) => setDraft({ replaces: entry })}
          onEdit={(issue) => void edit(issue)}
        />
      </div>
      <FilesDialog personaId={persona.id} opened={readsFile} onClose={() => setReadsFile(false)} />
      <MemoryDialog
        personaId={persona.id}
        draft={draft}
        onSaved={({ id }) => select(id)}
        onClose={() => setDraft(null)}
      />
    </Page>
  )
}

const none: readonly ConsistencyIssue[] = []

/** What the latest check found and nobody dismissed. */
function useOpenIssues(personaId: string): readonly ConsistencyIssue[] {
  const { data: report } = useQuery(consistencyQuery(personaId))
  return useMemo(
    () => report?.issues.filter(({ dismissedAt }) => dismissedAt === null) ?? none,
    [report],
  )
}

/** A mark beside every entry that an issue concerns. */
function useIssueMarks(issues: readonly ConsistencyIssue[]) {
  return useMemo(() => {
    const byEntry = new Map<string, ConsistencyIssue[]>()
    for (const issue of issues) {
      for (const entryId of concernedBy(issue)) {
        byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), issue])
      }
    }
    return {
      flagged: new Set(byEntry.keys()),
      badge: (entryId: string) => <IssueMark issues={byEntry.get(entryId) ?? none} />,
    }
  }, [issues])
}

/** The entries whose words are at fault, rather than those they are measured against. */
function concernedBy({ spans, entryIds }: ConsistencyIssue): ReadonlySet<string> {
  const faulty = spans.flatMap(({ entryId }) => entryId ?? [])
  return new Set(faulty.length > 0 ? faulty : entryIds)
}
