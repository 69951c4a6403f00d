import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  CohortGenerationAccepted,
  CohortGenerationJob,
  type CohortGenerationBody,
} from '../../../../shared/contract/cohort-generation.ts'
import { request } from '../../lib/api.ts'
import { cohortsKey } from '../cohorts/cohorts.queries.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { populationsKey } from './populations.queries.ts'

const LOOK_EVERY_MS = 400

/** Generates cohort after cohort; `progress` is the part done (0–1), null while nothing runs. */
export function useGenerateMissing() {
  const client = useQueryClient()
  const [progress, setProgress] = useState<number | null>(null)
  const generating = useMutation({
    mutationFn: async (requests: readonly CohortGenerationBody[]) => {
      setProgress(0)
      for (const [i, body] of requests.entries())
        await generate(body, (part) => setProgress((i + part) / requests.length))
    },
    onSettled: () => {
      setProgress(null)
      for (const queryKey of [populationsKey, cohortsKey, workspaceKey, ['personas']])
        void client.invalidateQueries({ queryKey })
    },
  })
  return {
    start: generating.mutate,
    progress,
    error: generating.error,
    isDone: generating.isSuccess,
  }
}

async function generate(
  body: CohortGenerationBody,
  onProgress: (part: number) => void,
): Promise<void> {
  const { jobId } = await request('POST', '/cohorts/generate', {
    answer: CohortGenerationAccepted,
    body,
  })
  for (;;) {
    const job = await request('GET', `/cohorts/generate/${jobId}`, { answer: CohortGenerationJob })
    onProgress(job.progress.total === 0 ? 0 : job.progress.done / job.progress.total)
    if (job.status === 'succeeded') return
    if (job.status === 'failed' || job.status === 'cancelled')
      throw new Error(job.error ?? `The generation was ${job.status}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
