import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { RobustnessLaunch, type RobustnessRequest } from '../../../../shared/contract/robustness.ts'
import { showFailure } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { studiesKey } from './studies.queries.ts'

/** Launches a robustness run and goes to where it is watched. */
export function useRobustnessLaunch(studyId: string) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: Omit<RobustnessRequest, 'tenantId'>) =>
      request('POST', `/studies/${studyId}/robustness`, { answer: RobustnessLaunch, body }),
    onSuccess: ({ run }) => {
      void client.invalidateQueries({ queryKey: studiesKey })
      void client.invalidateQueries({ queryKey: workspaceKey })
      void navigate({ to: '/runs/$runId', params: { runId: run.id } })
    },
    onError: showFailure,
  })
}
