import { useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { foldedWords } from '../../../../shared/fold-text.ts'
import { filterEntries, type Filtered, type TimelineFilter } from './filter-entries.ts'
import type { Life } from './life.ts'
import { layoutRows, type RowLayout, type RowZoom } from './row-layout.ts'
import { threadsOf, type Thread } from './threads.ts'
import { matchesQuery } from './timeline.queries.ts'
import { toFilter, type TimelineSearch } from './timeline.search.ts'

type Context = {
  personaId: string
  life: Life
  live: TimelineSearch
  unfolded: ReadonlySet<number>
  /** Entries that have issues; undefined where nobody has looked. */
  flagged: ReadonlySet<string> | undefined
  zoom: RowZoom
}

export type Picture = {
  filter: TimelineFilter
  filtered: Filtered
  layout: RowLayout
  threads: readonly Thread[]
}

/** What is shown and where it lies, worked out anew only for what it depends on. */
export function usePicture({ personaId, life, live, unfolded, flagged, zoom }: Context): Picture {
  const { q, types, vividness, sources, from, to, revised, issues, replaced, asOf } = live
  const [settled] = useDebouncedValue(q?.trim() ?? '', 150)
  const found = useQuery(matchesQuery(personaId, settled))
  // Matches of other words must not stand for these; labels answer until the right ones are there.
  const matches = settled === q?.trim() && !found.isPlaceholderData ? found.data : undefined
  const words = useMemo(() => foldedWords(q ?? ''), [q])
  const filter = useMemo(
    () => ({
      ...toFilter({ types, vividness, sources, from, to, revised, replaced, asOf }),
      words,
      matches: matches ?? null,
      flagged: issues && flagged ? flagged : null,
      unfolded,
    }),
    [
      words,
      types,
      vividness,
      sources,
      from,
      to,
      revised,
      issues,
      replaced,
      asOf,
      matches,
      flagged,
      unfolded,
    ],
  )
  const filtered = useMemo(() => filterEntries(life, filter), [life, filter])
  const { shown } = filtered
  const layout = useMemo(
    () =>
      layoutRows(
        Float64Array.from(shown, (index) => life.map.eventAt[index]!),
        zoom,
      ),
    [life, shown, zoom],
  )
  const threads = useMemo(() => threadsOf(life, shown), [life, shown])
  return { filter, filtered, layout, threads }
}
