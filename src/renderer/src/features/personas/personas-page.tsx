import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconPlus, IconSearch, IconUpload, IconUser } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { Page } from '../../components/page.tsx'
import { formatCount } from '../../lib/format.ts'
import { CopyRowsButton } from './copy-rows-button.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { NewPersonaDialog } from './new-persona-dialog.tsx'
import { PersonaFilter } from './persona-filter.tsx'
import { PersonaTable } from './persona-table.tsx'
import classes from './personas-page.module.css'
import { personaPagesQuery } from './personas.queries.ts'
import type { PersonasSearch } from './personas.search.ts'

const route = getRouteApi('/personas')

export function PersonasPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: Partial<PersonasSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const closeDialog = () => change({ dialog: undefined })

  return (
    <Page
      title="Personas"
      fill
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconUpload size={16} />}
            onClick={() => change({ dialog: 'import' })}
          >
            Import
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={() => change({ dialog: 'new' })}>
            New persona
          </Button>
        </>
      }
    >
      <PersonaList search={search} change={change} />
      <ImportDialog opened={search.dialog === 'import'} onClose={closeDialog} />
      <NewPersonaDialog opened={search.dialog === 'new'} onClose={closeDialog} />
    </Page>
  )
}

type ListProps = { search: PersonasSearch; change: (part: Partial<PersonasSearch>) => void }

function PersonaList({ search, change }: ListProps) {
  const { minAge, maxAge, location, gender } = search
  const narrowing = { minAge, maxAge, location, gender }
  const isNarrowed = Object.values({ ...narrowing, q: search.q }).some((part) => part !== undefined)
  const filter = {
    sort: search.sort ?? 'createdAt',
    order: search.order ?? 'asc',
    ...(search.q ? { q: search.q } : {}),
    ...narrowing,
  } as const
  const pages = useInfiniteQuery(personaPagesQuery(filter))
  const personas = useMemo(() => pages.data?.pages.flatMap((page) => page.personas), [pages.data])
  const total = pages.data?.pages[0]?.total ?? 0

  if (pages.error && !pages.data)
    return (
      <div className={classes.inset}>
        <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />
      </div>
    )
  if (total === 0 && personas && !isNarrowed) return <NoPersonas change={change} />
  return (
    <>
      <div className={classes.toolbar}>
        <SearchField initial={search.q ?? ''} onSearch={(q) => change({ q: q || undefined })} />
        <PersonaFilter
          key={JSON.stringify(narrowing)}
          filter={narrowing}
          onChange={(changed) => change(changed)}
        />
        <span className="quiet" role="status">
          {personas && formatCount(total, 'persona')}
          {personas && search.q && ` match “${search.q}”`}
        </span>
        <span className={classes.spacer} />
        {personas && personas.length > 0 && <CopyRowsButton personas={personas} />}
        {pages.error && <span role="alert">The next rows could not be read.</span>}
      </div>
      {personas ? (
        <PersonaTable
          personas={personas}
          total={total}
          sort={filter.sort}
          order={filter.order}
          onSort={(sort, order) => change({ sort, order })}
          isFetching={pages.isFetching}
          readMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
        />
      ) : (
        <div className={classes.inset}>
          <SkeletonRows rows={16} height={28} />
        </div>
      )}
    </>
  )
}

function SearchField({ initial, onSearch }: { initial: string; onSearch: (q: string) => void }) {
  const [text, setText] = useState(initial)
  const search = useDebouncedCallback(onSearch, 120)
  return (
    <TextInput
      type="search"
      aria-label="Search personas"
      placeholder="Name, place, occupation, summary"
      leftSection={<IconSearch size={16} />}
      w={320}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        search(currentTarget.value.trim())
      }}
    />
  )
}

function NoPersonas({ change }: { change: ListProps['change'] }) {
  return (
    <EmptyState
      icon={<IconUser size={28} stroke={1.5} />}
      title="No personas yet"
      actions={
        <>
          <Button onClick={() => change({ dialog: 'new' })}>Create the first</Button>
          <Button variant="default" onClick={() => change({ dialog: 'import' })}>
            Import a CSV or JSONL file
          </Button>
        </>
      }
    >
      A persona is a durable synthetic individual: an identity, a profile of traits and values, and
      a timeline of memories that its answers draw on.
    </EmptyState>
  )
}
