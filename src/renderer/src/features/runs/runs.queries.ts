import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  RunAnswer,
  RunList,
  TaskList,
  TaskResults,
  TaskScores,
  TaskTurns,
  type ListTasksQuery,
  type RunStatus,
} from '../../../../shared/contract/runs.ts'
import { request } from '../../lib/api.ts'

export const runKey = (id: string) => ['runs', id] as const

/** Whether tasks of a run are still begun. */
export function isUnderWay(status: RunStatus | undefined): boolean {
  return status === 'queued' || status === 'running'
}

/** @param everyMs  how often a run under way is looked at where no events tell of it */
export function runQuery(id: string, everyMs: number | false = false) {
  return queryOptions({
    queryKey: [...runKey(id), 'run'],
    queryFn: ({ signal }) => request('GET', `/runs/${id}`, { answer: RunAnswer, signal }),
    select: ({ run }) => run,
    // A paused or cancelled run lets its last tasks come home; no events tell of those.
    refetchInterval: ({ state }) => {
      const run = state.data?.run
      if (run && run.status !== 'running' && run.tasks.running > 0) return 1_000
      return isUnderWay(run?.status) && everyMs
    },
  })
}

/** Runs that are under way, the newest first. */
export function activeRunsQuery() {
  return queryOptions({
    queryKey: ['runs', 'active'],
    queryFn: ({ signal }) =>
      request('GET', '/runs', { answer: RunList, query: { limit: 50 }, signal }),
    select: ({ runs }) => runs.filter(({ status }) => isUnderWay(status)),
    refetchInterval: 2_000,
  })
}

export type TaskFilter = Partial<Omit<ListTasksQuery, 'limit' | 'cursor'>>

export function tasksQuery(runId: string, filter: TaskFilter) {
  return infiniteQueryOptions({
    queryKey: [...runKey(runId), 'tasks', filter],
    queryFn: ({ pageParam, signal }) =>
      request('GET', `/runs/${runId}/tasks`, {
        answer: TaskList,
        query: { ...filter, limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}

export function taskResultsQuery(taskId: string) {
  return queryOptions({
    queryKey: ['tasks', taskId, 'results'],
    queryFn: ({ signal }) =>
      request('GET', `/tasks/${taskId}/results`, { answer: TaskResults, signal }),
    staleTime: 60_000,
  })
}

export function taskTurnsQuery(taskId: string) {
  return queryOptions({
    queryKey: ['tasks', taskId, 'turns'],
    queryFn: ({ signal }) =>
      request('GET', `/tasks/${taskId}/turns`, { answer: TaskTurns, signal }),
    staleTime: 60_000,
  })
}

export function taskScoresQuery(taskId: string) {
  return queryOptions({
    queryKey: ['tasks', taskId, 'scores'],
    queryFn: ({ signal }) =>
      request('GET', `/tasks/${taskId}/scores`, { answer: TaskScores, signal }),
    staleTime: 60_000,
  })
}
