import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RunAnswer, type ResumeRunRequest } from '../../../../shared/contract/runs.ts'
import { showFailure } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { studiesKey } from '../studies/studies.queries.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { runKey } from './runs.queries.ts'

export type RunAction = {
  action: 'pause' | 'resume' | 'cancel' | 'retry-failed'
  body?: Omit<ResumeRunRequest, 'tenantId'>
}

export function useRunAction(runId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ action, body = {} }: RunAction) =>
      request('POST', `/runs/${runId}/${action}`, { answer: RunAnswer, body }),
    onSuccess: (answer) => {
      client.setQueryData([...runKey(runId), 'run'], answer)
      void client.invalidateQueries({ queryKey: runKey(runId) })
      void client.invalidateQueries({ queryKey: studiesKey })
      void client.invalidateQueries({ queryKey: workspaceKey })
    },
    onError: showFailure,
  })
}
