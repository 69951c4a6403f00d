import { queryOptions } from '@tanstack/react-query'
import { ConsolidationList } from '../../../../shared/contract/consolidation.ts'
import { SessionAnswer, SessionList } from '../../../../shared/contract/prompts.ts'
import { request } from '../../lib/api.ts'

export const sessionsKey = ['sessions'] as const

/** The last interviews with anybody. */
export function recentSessionsQuery() {
  return queryOptions({
    queryKey: [...sessionsKey, 'recent'],
    queryFn: ({ signal }) =>
      request('GET', '/personas/prompt/sessions', {
        answer: SessionList,
        query: { kind: 'interview', limit: 50 },
        signal,
      }),
    select: ({ sessions }) => sessions.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
  })
}

/** Interviews with one persona, the last one first. */
export function sessionsQuery(personaId: string) {
  return queryOptions({
    queryKey: [...sessionsKey, 'of', personaId],
    queryFn: ({ signal }) =>
      request('GET', '/personas/prompt/sessions', {
        answer: SessionList,
        query: { personaId, kind: 'interview', limit: 100 },
        signal,
      }),
    select: ({ sessions }) => sessions.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
  })
}

export function sessionQuery(id: string) {
  return queryOptions({
    queryKey: [...sessionsKey, 'one', id],
    queryFn: ({ signal }) =>
      request('GET', `/personas/prompt/sessions/${id}`, { answer: SessionAnswer, signal }),
    staleTime: 60_000,
  })
}

/** What the persona's latest exchanges left in memory, by turn. */
export function consolidationsQuery(personaId: string) {
  return queryOptions({
    queryKey: [...sessionsKey, 'consolidations', personaId],
    queryFn: ({ signal }) =>
      request('GET', `/personas/${personaId}/consolidations`, {
        answer: ConsolidationList,
        query: { limit: 200 },
        signal,
      }),
    select: ({ consolidations }) =>
      new Map(consolidations.map((record) => [record.turnId as string, record])),
  })
}
