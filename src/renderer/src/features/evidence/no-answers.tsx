import { Button } from '@mantine/core'
import { IconMessageOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Run, RunStatus } from '../../../../shared/contract/runs.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { formatCount } from '../../lib/format.ts'

/** In place of charts that have nothing to show: why, and where to go on. */
export function NoAnswers({ run }: { run: Pick<Run, 'id' | 'status' | 'tasks'> }) {
  const { status, tasks } = run
  const isOver = status === 'failed' || status === 'cancelled' || status === 'succeeded'
  return (
    <EmptyState
      icon={<IconMessageOff size={28} />}
      title={isOver ? 'No answers' : 'No answers yet'}
      actions={
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/runs/$runId" params={{ runId: run.id }} {...props} />}
        >
          Open the run
        </Button>
      }
    >
      Evidence is what the answers of a run come to. {reasons[status]}
      {tasks.failed > 0 && ` ${formatCount(tasks.failed, 'interview')} failed.`}
    </EmptyState>
  )
}

const reasons: Readonly<Record<RunStatus, string>> = {
  queued: 'This one has not begun; they appear here as answers come in.',
  running: 'This one has only begun; they appear here as answers come in.',
  paused: 'This one was paused before its first answer: go on with it to get some.',
  budget_stopped: 'The budget stopped this one before its first answer: raise it to go on.',
  cancelled: 'This one was cancelled before its first answer.',
  failed: 'None of this one’s interviews came to an answer: see why, and try them again.',
  succeeded: 'Nobody was asked a question that counts.',
}
