import { infiniteQueryOptions } from '@tanstack/react-query'
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
