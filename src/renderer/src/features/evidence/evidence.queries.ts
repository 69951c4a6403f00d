import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { Evidence } from '../../../../shared/contract/evidence.ts'
import { request } from '../../lib/api.ts'
import { runKey } from '../runs/runs.queries.ts'

export function evidenceQuery(runId: string, segmentBy: string | undefined) {
  return queryOptions({
    queryKey: [...runKey(runId), 'evidence', segmentBy],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/evidence`, { answer: Evidence, query: { segmentBy }, signal }),
    placeholderData: keepPreviousData,
    // A finished run's evidence does not change; an unfinished one's does.
    staleTime: 15_000,
  })
}
