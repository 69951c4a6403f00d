import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { RunProgress, type RunStatus } from '../../../../shared/contract/runs.ts'
import { ApiError, isAbort } from '../../lib/api-error.ts'
import { send } from '../../lib/api.ts'
import { readSse } from '../../lib/sse.ts'
import { studiesKey } from '../studies/studies.queries.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { runKey } from './runs.queries.ts'

const retryMs = 2_000

export const isLive = (status: RunStatus) => status === 'queued' || status === 'running'

type Followed = {
  /** The newest one; null before the first. */
  progress: RunProgress | null
  /** The connection broke and is tried again. */
  isCut: boolean
}

/**
 * Progress as it happens while the run is live; the last one stays when it ends. A run that is over
 * tells once what it still knows: its errors and last answers.
 */
export function useRunProgress(runId: string, status: RunStatus | undefined): Followed {
  const client = useQueryClient()
  const [progress, setProgress] = useState<RunProgress | null>(null)
  const [isCut, setCut] = useState(false)
  // From queued to running is the same stream; every other change of state begins another.
  const phase = status && (isLive(status) ? 'live' : status)
  useEffect(() => {
    if (phase === undefined) return
    const wasLive = phase === 'live'
    const controller = new AbortController()
    const { signal } = controller
    void follow(runId, { signal, wasLive, onProgress: setProgress, onCut: setCut }).then(() => {
      if (signal.aborted || !wasLive) return
      void client.invalidateQueries({ queryKey: runKey(runId) })
      void client.invalidateQueries({ queryKey: studiesKey })
      void client.invalidateQueries({ queryKey: workspaceKey })
    })
    return () => controller.abort()
  }, [runId, phase, client])
  return { progress: progress?.run.id === runId ? progress : null, isCut }
}

type Options = {
  signal: AbortSignal
  wasLive: boolean
  onProgress: (progress: RunProgress) => void
  onCut: (isCut: boolean) => void
}

/** Reads events until the run is no longer live, through breaks of the connection. */
async function follow(runId: string, options: Options): Promise<void> {
  const { signal, wasLive, onCut } = options
  while (!signal.aborted) {
    try {
      if (await readOnce(runId, options)) return
    } catch (error) {
      if (isAbort(error) || signal.aborted) return
      // It is gone, or the key is: trying again would say the same.
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) return
    }
    if (!wasLive) return
    // Also after an end without a last word: a server that restarts closes its streams in order.
    onCut(true)
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
}

/** @returns whether the run has said its last */
async function readOnce(runId: string, { signal, wasLive, onProgress, onCut }: Options) {
  const response = await send('GET', `/runs/${runId}/events`, { signal })
  for await (const { event, data } of readSse(response)) {
    if (event !== 'progress') continue
    onCut(false)
    const progress = RunProgress.parse(JSON.parse(data))
    onProgress(progress)
    if (!wasLive || !isLive(progress.run.status)) return true
  }
  return false
}
