import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  Crosstab,
  CrosstabVariables,
  type CrosstabQuery,
} from '../../../../shared/contract/crosstab.ts'
import { request } from '../../lib/api.ts'
import { isUnderWay, runKey } from '../runs/runs.queries.ts'

/** A table of a run under way is looked at again this often. */
const WHILE_RUNNING_MS = 3_000

export function crosstabVariablesQuery(runId: string) {
  return queryOptions({
    queryKey: [...runKey(runId), 'crosstab', 'variables'],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/crosstab/variables`, { answer: CrosstabVariables, signal }),
    select: ({ variables }) => variables,
    staleTime: Infinity,
  })
}

export function crosstabQuery(runId: string, query: CrosstabQuery | null) {
  return queryOptions({
    queryKey: [...runKey(runId), 'crosstab', query],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/crosstab`, { answer: Crosstab, query: { ...query }, signal }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    refetchInterval: ({ state }) => isUnderWay(state.data?.run.status) && WHILE_RUNNING_MS,
  })
}
