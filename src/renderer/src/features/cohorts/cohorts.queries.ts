import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  CohortAnalysis,
  CohortOverlapMatrix,
  CohortRevisionList,
  SeparationJobList,
} from '../../../../shared/contract/cohort-analysis.ts'
import {
  CohortGenerationJobList,
  CohortGenerationPreview,
  type CohortGenerationBody,
} from '../../../../shared/contract/cohort-generation.ts'
import { CohortAnswer, CohortList, CohortPreview } from '../../../../shared/contract/cohorts.ts'
import { request } from '../../lib/api.ts'
import { listAll } from '../../lib/list-all.ts'
import type { CohortDefinition } from './cohort-draft.ts'
import { toFieldValues } from './field-values.ts'

export const cohortsKey = ['cohorts'] as const

export function cohortsQuery() {
  return queryOptions({
    queryKey: [...cohortsKey, 'all'],
    queryFn: ({ signal }) =>
      listAll(async (cursor) => {
        const { cohorts, nextCursor } = await request('GET', '/cohorts', {
          answer: CohortList,
          query: { limit: 200, cursor },
          signal,
        })
        return { items: cohorts, nextCursor }
      }),
  })
}

export function cohortQuery(id: string) {
  return queryOptions({
    queryKey: [...cohortsKey, 'one', id],
    queryFn: ({ signal }) => request('GET', `/cohorts/${id}`, { answer: CohortAnswer, signal }),
    select: ({ cohort }) => cohort,
  })
}

export function cohortPreviewQuery(definition: CohortDefinition) {
  return queryOptions({
    queryKey: [...cohortsKey, 'preview', definition],
    queryFn: ({ signal }) =>
      request('POST', '/cohorts/preview', { answer: CohortPreview, body: definition, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

/** @param cohortId  the cohort being edited: it is not compared with itself */
export function cohortAnalysisQuery(definition: CohortDefinition, cohortId?: string) {
  return queryOptions({
    queryKey: [...cohortsKey, 'analysis', definition, cohortId],
    queryFn: ({ signal }) =>
      request('POST', '/cohorts/analysis', {
        answer: CohortAnalysis,
        body: { ...definition, ...(cohortId ? { cohortId } : {}) },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

/** Fields and commonest values of everybody, for suggestions while criteria are typed. */
export function fieldValuesQuery() {
  const everybody = { criteria: { all: [] }, additions: [], exclusions: [] }
  return queryOptions({
    ...cohortAnalysisQuery(everybody),
    staleTime: 300_000,
    select: ({ composition }: CohortAnalysis) => toFieldValues(composition),
  })
}

export function overlapQuery() {
  return queryOptions({
    queryKey: [...cohortsKey, 'overlap'],
    queryFn: ({ signal }) =>
      request('GET', '/cohorts/overlap', { answer: CohortOverlapMatrix, signal }),
  })
}

export function revisionsQuery(cohortId: string) {
  return queryOptions({
    queryKey: [...cohortsKey, 'one', cohortId, 'revisions'],
    queryFn: ({ signal }) =>
      request('GET', `/cohorts/${cohortId}/revisions`, { answer: CohortRevisionList, signal }),
    select: ({ revisions }) => revisions,
  })
}

/** Work that goes on is looked at this often. */
const WHILE_WORKING_MS = 500

const isWorking = ({ status }: { status: string }) => status === 'queued' || status === 'running'

export function separationsQuery(cohortId: string) {
  return queryOptions({
    queryKey: [...cohortsKey, 'one', cohortId, 'separations'],
    queryFn: ({ signal }) =>
      request('GET', `/cohorts/${cohortId}/separations`, { answer: SeparationJobList, signal }),
    select: ({ separations }) => separations,
    refetchInterval: ({ state }) =>
      state.data?.separations.some(isWorking) ? WHILE_WORKING_MS : false,
  })
}

export function generationsQuery() {
  return queryOptions({
    queryKey: [...cohortsKey, 'generations'],
    queryFn: ({ signal }) =>
      request('GET', '/cohorts/generate', { answer: CohortGenerationJobList, signal }),
    select: ({ jobs }) => jobs,
    refetchInterval: ({ state }) => (state.data?.jobs.some(isWorking) ? WHILE_WORKING_MS : false),
  })
}

export function generationPreviewQuery(body: CohortGenerationBody) {
  return queryOptions({
    queryKey: [...cohortsKey, 'generation preview', body],
    queryFn: ({ signal }) =>
      request('POST', '/cohorts/generate/preview', {
        answer: CohortGenerationPreview,
        body,
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
}
