import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  PersonaAnswer,
  PersonaList,
  type ListPersonasQuery,
} from '../../../../shared/contract/personas.ts'
import { request } from '../../lib/api.ts'

export const personasKey = ['personas'] as const
const pageSize = 200

export type PersonaFilter = Pick<ListPersonasQuery, 'sort' | 'order'> &
  Partial<Pick<ListPersonasQuery, 'q' | 'minAge' | 'maxAge' | 'location' | 'gender'>>

export function personaPagesQuery(filter: PersonaFilter) {
  return infiniteQueryOptions({
    queryKey: [...personasKey, 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      request('GET', '/personas', {
        answer: PersonaList,
        query: { ...filter, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    // A list of 10,000 is 50 pages: coming back to the window must not read them all again.
    refetchOnWindowFocus: false,
  })
}

/** A handful of matches, for choosing by name. */
export function personaSearchQuery(q: string) {
  return queryOptions({
    queryKey: [...personasKey, 'search', q],
    queryFn: ({ signal }) =>
      request('GET', '/personas', { answer: PersonaList, query: { q, limit: 12 }, signal }),
    select: ({ personas }) => personas,
  })
}

export function personaQuery(id: string) {
  return queryOptions({
    queryKey: [...personasKey, 'one', id],
    queryFn: ({ signal }) => request('GET', `/personas/${id}`, { answer: PersonaAnswer, signal }),
    select: ({ persona }) => persona,
  })
}
