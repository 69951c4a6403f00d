import { Button } from '@mantine/core'
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconReportAnalytics,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { RunAnswer, type Run } from '../../../../shared/contract/runs.ts'
import { showFailure } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { studiesKey } from '../studies/studies.queries.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { runKey } from './runs.queries.ts'
import { isLive } from './use-run-progress.ts'

type Action = 'pause' | 'resume' | 'cancel' | 'retry-failed'

export function useRunAction(runId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: Action) =>
      request('POST', `/runs/${runId}/${action}`, { answer: RunAnswer, body: {} }),
    onSuccess: (answer) => {
      client.setQueryData([...runKey(runId), 'run'], answer)
      void client.invalidateQueries({ queryKey: runKey(runId) })
      void client.invalidateQueries({ queryKey: studiesKey })
      void client.invalidateQueries({ queryKey: workspaceKey })
    },
    onError: showFailure,
  })
}

export function RunActions({ run }: { run: Run }) {
  const acting = useRunAction(run.id)
  const act = (action: Action) => () => acting.mutate(action)
  const { status, tasks } = run
  return (
    <>
      {isLive(status) && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} />}
          onClick={act('pause')}
        >
          Pause
        </Button>
      )}
      {(status === 'paused' || status === 'budget_stopped') && (
        <Button leftSection={<IconPlayerPlay size={16} />} onClick={act('resume')}>
          Resume
        </Button>
      )}
      {(isLive(status) || status === 'paused') && (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} />}
          onClick={act('cancel')}
        >
          Cancel
        </Button>
      )}
      {!isLive(status) && tasks.failed > 0 && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} />}
          onClick={act('retry-failed')}
        >
          Retry failed
        </Button>
      )}
      {tasks.succeeded > 0 && (
        <Button
          variant={isLive(status) ? 'default' : 'filled'}
          leftSection={<IconReportAnalytics size={16} />}
          renderRoot={(props) => (
            <Link to="/runs/$runId/evidence" params={{ runId: run.id }} {...props} />
          )}
        >
          Evidence
        </Button>
      )}
    </>
  )
}
