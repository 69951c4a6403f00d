import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { TimelineMatchesAnswer } from '../../../../shared/contract/timeline-map.ts'
import { z } from 'zod'
import { request } from '../../lib/api.ts'
import { toLife } from './life.ts'
import { loadEntry } from './load-entries.ts'
import { CheckedMap } from './read-map.ts'

const MapAnswer = z.object({ map: CheckedMap })

/** Everything read of one timeline; it changes as a whole when a memory is added or corrected. */
export const timelineKey = (personaId: string) => ['timeline', personaId] as const

/** The whole timeline without its bodies. @param asOf a day; undefined: everything there is */
export function lifeQuery(personaId: string, asOf?: string) {
  return queryOptions({
    queryKey: [...timelineKey(personaId), 'life', asOf],
    queryFn: async ({ signal }) => {
      const path = `/personas/${personaId}/timeline/map`
      const query = { asOf: asOf && toInstant(asOf) }
      return toLife((await request('GET', path, { answer: MapAnswer, query, signal })).map)
    },
    // 10,000 entries are 1.5 MB: comparing them value by value costs more than drawing them anew.
    structuralSharing: false,
  })
}

/** One entry with its body. */
export function entryQuery(personaId: string, id: string) {
  return queryOptions({
    queryKey: [...timelineKey(personaId), 'entry', id],
    queryFn: ({ signal }) => loadEntry(personaId, id, signal),
    staleTime: 10 * 60_000,
  })
}

/** Which entries contain the words anywhere, not only in their label. */
export function matchesQuery(personaId: string, q: string) {
  return queryOptions({
    queryKey: [...timelineKey(personaId), 'matches', q],
    queryFn: async ({ signal }) => {
      const path = `/personas/${personaId}/timeline/matches`
      const { entryIds } = await request('GET', path, {
        answer: TimelineMatchesAnswer,
        query: { q },
        signal,
      })
      return new Set<string>(entryIds)
    },
    enabled: q !== '',
    structuralSharing: false,
    placeholderData: keepPreviousData,
  })
}

/** The end of a day, as the engine has it. */
export function toInstant(day: string): string {
  return `${day}T23:59:59.999Z`
}
