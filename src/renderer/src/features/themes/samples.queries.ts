import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  CoderAgreement,
  CodingSampleAnswer,
  CodingSampleList,
  type CodingSample,
} from '../../../../shared/contract/coding-samples.ts'
import { showFailure } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { runKey } from '../runs/runs.queries.ts'
import { codebookPath } from './themes.queries.ts'

const samplesKey = (runId: string, questionId: string) =>
  [...runKey(runId), 'samples', questionId] as const

export function samplesQuery(runId: string, questionId: string) {
  return queryOptions({
    queryKey: [...samplesKey(runId, questionId), 'list'],
    queryFn: ({ signal }) =>
      request('GET', `${codebookPath(runId, questionId)}/samples`, {
        answer: CodingSampleList,
        signal,
      }),
    select: ({ samples }) => samples,
  })
}

export function sampleQuery(runId: string, questionId: string, sampleId: string) {
  return queryOptions({
    queryKey: [...samplesKey(runId, questionId), sampleId],
    queryFn: ({ signal }) =>
      request('GET', `${codebookPath(runId, questionId)}/samples/${sampleId}`, {
        answer: CodingSampleAnswer,
        signal,
      }),
    select: ({ sample }) => sample,
    staleTime: Infinity,
  })
}

export function agreementQuery(runId: string, questionId: string, sampleId: string) {
  return queryOptions({
    queryKey: [...samplesKey(runId, questionId), sampleId, 'agreement'],
    queryFn: ({ signal }) =>
      request('GET', `${codebookPath(runId, questionId)}/samples/${sampleId}/agreement`, {
        answer: CoderAgreement,
        signal,
      }),
  })
}

export function useStartSample(runId: string, questionId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { n: number; seed: number }) =>
      request('POST', `${codebookPath(runId, questionId)}/samples`, {
        answer: CodingSampleAnswer,
        body,
      }),
    onSuccess: (answer) => {
      const key = samplesKey(runId, questionId)
      client.setQueryData([...key, answer.sample.id], answer)
      // The first sample begins the codebook. The sample itself is not read again: what comes back
      // late would undo what was coded meanwhile.
      const changed = [
        [...key, 'list'],
        ...['codebook', 'themes'].map((part) => [...runKey(runId), part]),
      ]
      return Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onError: showFailure,
  })
}

export function useSaveCode(runId: string, questionId: string, sampleId: string) {
  const client = useQueryClient()
  const key = [...samplesKey(runId, questionId), sampleId]
  return useMutation({
    scope: { id: `sample ${sampleId}` },
    mutationFn: (code: { taskId: string; themeId: string | null }) =>
      request('PUT', `${codebookPath(runId, questionId)}/samples/${sampleId}/codes`, {
        answer: CodingSampleAnswer,
        body: { codes: [code] },
      }),
    onMutate: async ({ taskId, themeId }) => {
      await client.cancelQueries({ queryKey: key, exact: true })
      client.setQueryData<{ sample: CodingSample }>(key, (known) =>
        known ? { sample: withCode(known.sample, taskId, themeId) } : known,
      )
    },
    onError: (error) => {
      showFailure(error)
      return client.invalidateQueries({ queryKey: key })
    },
    onSettled: () =>
      client.invalidateQueries({ queryKey: [...samplesKey(runId, questionId), 'list'] }),
  })
}

function withCode(sample: CodingSample, taskId: string, themeId: string | null): CodingSample {
  return {
    ...sample,
    answers: sample.answers.map((answer) =>
      answer.taskId === taskId ? { ...answer, isCoded: true, themeId } : answer,
    ),
  }
}
