import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { RunProgress, type RunStatus } from '../../../../shared/contract/runs.ts'
import { isAbort } from '../../lib/api-error.ts'
import { send } from '../../lib/api.ts'
import { readSse } from '../../lib/sse.ts'
import { studiesKey } from '../studies/studies.queries.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { runKey } from './runs.queries.ts'

const retryMs = 2_000

export const isLive = (status: RunStatus) => status === 'queued' || status === 'running'

/** Progress as it happens while the run is live; the last one stays when it ends. */
export function useRunProgress(runId: string, status: RunStatus | undefined): RunProgress | null {
  const client = useQueryClient()
  const [progress, setProgress] = useState<RunProgress | null>(null)
  const live = status !== undefined && isLive(status)
  useEffect(() => {
    if (!live) return
    const controller = new AbortController()
    void follow(runId, { signal: controller.signal, onProgress: setProgress }).then(() => {
      if (controller.signal.aborted) return
      void client.invalidateQueries({ queryKey: runKey(runId) })
      void client.invalidateQueries({ queryKey: studiesKey })
      void client.invalidateQueries({ queryKey: workspaceKey })
    })
    return () => controller.abort()
  }, [runId, live, client])
  return progress?.run.id === runId ? progress : null
}

type Options = { signal: AbortSignal; onProgress: (progress: RunProgress) => void }

/** Reads events until the run is no longer live, through breaks of the connection. */
async function follow(runId: string, { signal, onProgress }: Options): Promise<void> {
  for (;;) {
    try {
      const response = await send('GET', `/runs/${runId}/events`, { signal })
      for await (const { event, data } of readSse(response)) {
        if (event !== 'progress') continue
        const progress = RunProgress.parse(JSON.parse(data))
        onProgress(progress)
        if (!isLive(progress.run.status)) return
      }
      return
    } catch (error) {
      if (isAbort(error) || signal.aborted) return
      await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
  }
}
