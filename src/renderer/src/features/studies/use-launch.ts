import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LaunchRunAnswer } from '../../../../shared/contract/runs.ts'
import { showFailure } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { studiesKey } from './studies.queries.ts'

/** Launches a run, with the readiness items gone on with knowingly, and opens it. */
export function useLaunch(studyId: string, onLaunched?: () => void) {
  const navigate = useNavigate()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (acknowledged: readonly string[]) =>
      request('POST', `/studies/${studyId}/runs`, {
        answer: LaunchRunAnswer,
        body: acknowledged.length > 0 ? { acknowledged } : {},
      }),
    onSuccess: async ({ run }) => {
      void client.invalidateQueries({ queryKey: studiesKey })
      void client.invalidateQueries({ queryKey: workspaceKey })
      await navigate({ to: '/runs/$runId', params: { runId: run.id } })
      onLaunched?.()
    },
    onError: showFailure,
  })
}
