import { SingleBar } from 'cli-progress'
import type { Run, RunProgress, RunStatus } from '../../shared/contract/runs.ts'
import type { Client } from './client.ts'
import { readEvents } from './read-events.ts'

const GOES_ON: readonly RunStatus[] = ['queued', 'running']

/**
 * Shows progress until a run is over, or paused with nothing left in hand. The first Ctrl-C pauses
 * it, the second ends the process as usual.
 *
 * @returns the run as it stands then
 */
export async function followRun(
  client: Client,
  run: Run,
  { showsProgress }: { showsProgress: boolean },
): Promise<Run> {
  const bar = showsProgress && process.stderr.isTTY ? progressBar() : undefined
  bar?.start(run.tasks.total, countDone(run), { left: '' })
  const pause = () =>
    void client.json('POST', `/runs/${run.id}/pause`).catch(() => {
      // It ended at the same moment: the stream says so.
    })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, pause)
  const leave = new AbortController()
  try {
    const answer = await client.open(`/runs/${run.id}/events`, leave.signal)
    for await (const progress of readEvents<RunProgress>(answer, 'progress')) {
      bar?.update(countDone(progress.run), { left: timeLeft(progress) })
      if (isAtRest(progress.run)) break
    }
  } finally {
    leave.abort()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, pause)
    bar?.stop()
  }
  return (await client.json<{ run: Run }>('GET', `/runs/${run.id}`)).run
}

// A paused run still finishes what is in hand: leaving earlier would have it asked again.
function isAtRest({ status, tasks }: Run): boolean {
  return !GOES_ON.includes(status) && tasks.running === 0
}

function countDone({ tasks }: Run): number {
  return tasks.succeeded + tasks.failed
}

function timeLeft({ run, remainingMs, stalled }: RunProgress): string {
  if (run.status === 'paused') return 'pausing, finishing what is in hand'
  if (stalled) return 'waiting for the model'
  return remainingMs === null ? '' : `${Math.ceil(remainingMs / 1000)} s left`
}

function progressBar(): SingleBar {
  return new SingleBar({
    format: 'Asking {bar} {value}/{total} {left}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    stream: process.stderr,
  })
}
