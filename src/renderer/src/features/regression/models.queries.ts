import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { Regression } from '../../../../shared/contract/regression.ts'
import { ScaleEvidence } from '../../../../shared/contract/scales.ts'
import { request } from '../../lib/api.ts'
import { runKey } from '../runs/runs.queries.ts'
import type { ModelsSearch } from './models.search.ts'
import { toOutcome, toPredictor } from './variables.ts'

export function regressionQuery(
  runId: string,
  { outcome, model, by = [], against = {} }: ModelsSearch,
) {
  const body = {
    outcome: toOutcome(outcome ?? ''),
    ...(model && { model }),
    predictors: by.map((key) => toPredictor(key, against[key])),
  }
  return queryOptions({
    queryKey: [...runKey(runId), 'regression', body],
    queryFn: ({ signal }) =>
      request('POST', `/runs/${runId}/regression`, { answer: Regression, body, signal }),
    enabled: outcome !== undefined && by.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    retry: false,
  })
}

export function scaleQuery(
  runId: string,
  { name, items = [], reversed = [], segmentBy }: ModelsSearch,
) {
  const body = {
    ...(name && { name }),
    ...(segmentBy && { segmentBy }),
    items: items.map((key) => {
      const { questionId, measure } = toOutcome(key)
      return {
        questionId,
        ...(measure !== undefined && { row: measure }),
        reverse: reversed.includes(key),
      }
    }),
  }
  return queryOptions({
    queryKey: [...runKey(runId), 'scale', body],
    queryFn: ({ signal }) =>
      request('POST', `/runs/${runId}/scale`, { answer: ScaleEvidence, body, signal }),
    enabled: items.length > 1,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    retry: false,
  })
}
