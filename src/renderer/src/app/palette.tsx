import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlayerPlay, IconSearch, IconUser } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, type UseNavigateResult } from '@tanstack/react-router'
import { useState } from 'react'
import { personaSearchQuery } from '../features/personas/personas.queries.ts'
import { studiesQuery } from '../features/studies/studies.queries.ts'
import { places } from './places.tsx'
import { useShortcutsStore } from './shortcuts.store.ts'

/** ⌘K: every screen, every command, personas and studies by name. */
export function Palette() {
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState(false)
  const actions = usePaletteActions({ query, opened, navigate })
  return (
    <Spotlight
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      actions={actions}
      nothingFound="Nothing by that name"
      highlightQuery
      scrollable
      maxHeight={440}
      limit={40}
      overlayProps={{ blur: 0, opacity: 0.35 }}
      transitionProps={{ duration: 80 }}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'Screens, personas, studies, commands',
        'aria-label': 'Search everything',
      }}
    />
  )
}

type Context = { query: string; opened: boolean; navigate: UseNavigateResult<string> }

function usePaletteActions({ query, opened, navigate }: Context): SpotlightActionGroupData[] {
  const setShortcutsOpened = useShortcutsStore(({ setOpened }) => setOpened)
  const [settled] = useDebouncedValue(query.trim(), 120)
  const { data: personas } = useQuery({
    ...personaSearchQuery(settled),
    enabled: opened && settled !== '',
    placeholderData: keepPreviousData,
  })
  const { data: studies } = useQuery({ ...studiesQuery(), enabled: opened })
  return [
    {
      group: 'Screens',
      actions: places.map(({ to, label, about, icon: PlaceIcon }) => ({
        id: to,
        label,
        description: about,
        leftSection: <PlaceIcon size={18} stroke={1.6} />,
        onClick: () => void navigate({ to }),
      })),
    },
    {
      group: 'Commands',
      actions: [
        command('New study', () => navigate({ to: '/studies/new' })),
        command('Open a study file', () => navigate({ to: '/studies', search: { open: true } })),
        command('New cohort', () => navigate({ to: '/cohorts/new' })),
        command('New population', () => navigate({ to: '/populations/new' })),
        command('New persona', () => navigate({ to: '/personas', search: { dialog: 'new' } })),
        command('Import personas', () =>
          navigate({ to: '/personas', search: { dialog: 'import' } }),
        ),
        command('Keyboard shortcuts', () => setShortcutsOpened(true)),
      ],
    },
    {
      group: 'Studies',
      actions: (studies ?? []).slice(0, 50).map((study) => ({
        id: study.id,
        label: study.name,
        description: study.hypothesis ?? 'Study',
        leftSection: <IconPlayerPlay size={18} stroke={1.6} />,
        onClick: () => void navigate({ to: '/studies/$studyId', params: { studyId: study.id } }),
      })),
    },
    {
      group: 'Personas',
      actions: (settled === '' ? [] : (personas ?? [])).map((persona) => ({
        id: persona.id,
        label: `${persona.firstName} ${persona.lastName}`,
        description: `${persona.age}, ${persona.baseOccupation}, ${persona.location}`,
        // The server already matched these, perhaps on words of the summary.
        keywords: [query],
        leftSection: <IconUser size={18} stroke={1.6} />,
        onClick: () =>
          void navigate({ to: '/personas/$personaId', params: { personaId: persona.id } }),
      })),
    },
  ]
}

function command(label: string, run: () => unknown) {
  return { id: label, label, onClick: () => void run() }
}
