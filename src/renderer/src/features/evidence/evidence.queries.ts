import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { RunEvidence } from '../../../../shared/contract/arm-evidence.ts'
import { EvidenceProgressAnswer } from '../../../../shared/contract/evidence.ts'
import { RobustnessReport } from '../../../../shared/contract/robustness.ts'
import { PopulationQualityAnswer } from '../../../../shared/contract/population-quality.ts'
import { request } from '../../lib/api.ts'
import { isUnderWay, runKey } from '../runs/runs.queries.ts'

/** Evidence of a run under way is looked at again this often. */
const WHILE_RUNNING_MS = 2_000

export function evidenceQuery(runId: string, segmentBy: string | undefined) {
  return queryOptions({
    queryKey: [...runKey(runId), 'evidence', segmentBy],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/evidence`, {
        answer: RunEvidence,
        query: { segmentBy },
        signal,
      }),
    placeholderData: keepPreviousData,
    // A finished run's evidence does not change; an unfinished one's does.
    staleTime: 15_000,
    refetchInterval: ({ state }) => isUnderWay(state.data?.run.status) && WHILE_RUNNING_MS,
  })
}

/** Looked at while nothing else is there to look at. */
const WHILE_COMPUTING_MS = 250

export function evidenceProgressQuery(runId: string) {
  return queryOptions({
    queryKey: [...runKey(runId), 'evidence-progress'],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/evidence/progress`, {
        answer: EvidenceProgressAnswer,
        signal,
      }),
    select: ({ progress }) => progress,
    refetchInterval: WHILE_COMPUTING_MS,
    gcTime: 0,
  })
}

export function robustnessQuery(runId: string) {
  return queryOptions({
    queryKey: [...runKey(runId), 'robustness'],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/robustness`, { answer: RobustnessReport, signal }),
    staleTime: 15_000,
    refetchInterval: ({ state }) => (state.data?.provisional ? WHILE_RUNNING_MS : false),
  })
}

export function populationQualityQuery(runId: string) {
  return queryOptions({
    queryKey: [...runKey(runId), 'population-quality'],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/population-quality`, {
        answer: PopulationQualityAnswer,
        signal,
      }),
    select: ({ quality }) => quality,
    staleTime: 60_000,
  })
}
