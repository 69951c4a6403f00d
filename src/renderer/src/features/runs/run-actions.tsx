import { Button, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconReportAnalytics,
} from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Run } from '../../../../shared/contract/runs.ts'
import { useRunAction } from './use-run-action.ts'
import { isLive } from './use-run-progress.ts'

/** How long a cancelled run can be kept: what is waiting cannot be brought back afterwards. */
const keepMs = 8_000

/** What can be done with the run; each has a key. */
export function RunActions({ run }: { run: Run }) {
  const acting = useRunAction(run.id)
  const cancel = useCancel(run)
  const navigate = useNavigate()
  const { status, tasks } = run
  const canPause = isLive(status)
  const canResume = status === 'paused'
  const canRetry = tasks.failed > 0 && status !== 'cancelled'
  const retry = () => acting.mutate({ action: 'retry-failed' })
  useHotkeys([
    [
      'p',
      () => {
        if (canPause || canResume) acting.mutate({ action: canPause ? 'pause' : 'resume' })
      },
    ],
    ['r', () => canRetry && retry()],
    [
      'e',
      () =>
        tasks.succeeded > 0 &&
        void navigate({ to: '/runs/$runId/evidence', params: { runId: run.id } }),
    ],
  ])
  return (
    <>
      {canPause && (
        <Tooltip label="P">
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={16} />}
            onClick={() => acting.mutate({ action: 'pause' })}
          >
            Pause
          </Button>
        </Tooltip>
      )}
      {canResume && (
        <Tooltip label="P">
          <Button
            leftSection={<IconPlayerPlay size={16} />}
            onClick={() => acting.mutate({ action: 'resume' })}
          >
            Resume
          </Button>
        </Tooltip>
      )}
      {(canPause || canResume || status === 'budget_stopped') && (
        <Button variant="default" leftSection={<IconPlayerStop size={16} />} onClick={cancel}>
          Cancel
        </Button>
      )}
      {canRetry && !canPause && (
        <Tooltip label="R">
          <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={retry}>
            Retry failed
          </Button>
        </Tooltip>
      )}
      {tasks.succeeded > 0 && (
        <Tooltip label="E">
          <Button
            // One thing is the next to do: to go on, or to read.
            variant={canPause || canResume ? 'default' : 'filled'}
            leftSection={<IconReportAnalytics size={16} />}
            renderRoot={(props) => (
              <Link to="/runs/$runId/evidence" params={{ runId: run.id }} {...props} />
            )}
          >
            Evidence
          </Button>
        </Tooltip>
      )}
    </>
  )
}

/** Pauses at once and cancels a little later: until then the run can be kept. */
function useCancel(run: Run): () => void {
  const acting = useRunAction(run.id)
  return () => {
    if (isLive(run.status)) acting.mutate({ action: 'pause' })
    const timer = setTimeout(() => {
      notifications.hide(id)
      acting.mutate({ action: 'cancel' })
    }, keepMs)
    const id = notifications.show({
      autoClose: false,
      withCloseButton: false,
      title: `Run ${run.number} is cancelled in ${keepMs / 1000} seconds`,
      message: (
        <>
          <p>What is waiting is dropped; answers given stay.</p>
          <Button
            size="xs"
            variant="default"
            mt={4}
            onClick={() => {
              clearTimeout(timer)
              notifications.hide(id)
              if (isLive(run.status)) acting.mutate({ action: 'resume' })
            }}
          >
            Keep the run
          </Button>
        </>
      ),
    })
  }
}
