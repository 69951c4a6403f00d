import { queryOptions } from '@tanstack/react-query'
import { WorkspaceAnswer } from '../../../../shared/contract/workspace.ts'
import { request } from '../../lib/api.ts'

export const workspaceKey = ['workspace'] as const

export function workspaceQuery() {
  return queryOptions({
    queryKey: workspaceKey,
    queryFn: ({ signal }) => request('GET', '/workspace', { answer: WorkspaceAnswer, signal }),
    // Scripts change the workspace too; while something runs the badge has to keep up.
    refetchInterval: ({ state }) => (state.data?.counts.runsActive ? 3_000 : 20_000),
  })
}
