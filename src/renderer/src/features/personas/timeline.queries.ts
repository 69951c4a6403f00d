import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { RecallAnswer } from '../../../../shared/contract/recall.ts'
import { TimelineAnswer } from '../../../../shared/contract/timeline.ts'
import { request } from '../../lib/api.ts'

export const timelineKey = (personaId: string) => ['timeline', personaId] as const

export function timelineQuery(personaId: string) {
  return infiniteQueryOptions({
    queryKey: timelineKey(personaId),
    queryFn: ({ pageParam, signal }) =>
      request('GET', `/personas/${personaId}/timeline`, {
        answer: TimelineAnswer,
        query: { limit: 200, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}

export function recallQuery(personaId: string, question: string) {
  return queryOptions({
    queryKey: ['recall', personaId, question],
    queryFn: ({ signal }) =>
      request('GET', `/personas/${personaId}/recall`, {
        answer: RecallAnswer,
        query: { q: question },
        signal,
      }),
    enabled: question !== '',
  })
}
