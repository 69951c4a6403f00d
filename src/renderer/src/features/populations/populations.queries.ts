import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  CoverageAnswer,
  DriftAnswer,
  MarginsTable,
  PopulationGaps,
} from '../../../../shared/contract/population-analysis.ts'
import {
  PopulationAnswer,
  PopulationList,
  PopulationPreview,
} from '../../../../shared/contract/populations.ts'
import { request } from '../../lib/api.ts'
import { listAll } from '../../lib/list-all.ts'
import type { toDraftBody } from './population-draft.ts'

export const populationsKey = ['populations'] as const
type DraftBody = ReturnType<typeof toDraftBody>

export function populationsQuery() {
  return queryOptions({
    queryKey: [...populationsKey, 'all'],
    queryFn: ({ signal }) =>
      listAll(async (cursor) => {
        const { populations, nextCursor } = await request('GET', '/populations', {
          answer: PopulationList,
          query: { limit: 200, cursor },
          signal,
        })
        return { items: populations, nextCursor }
      }),
  })
}

export function populationQuery(id: string) {
  return queryOptions({
    queryKey: [...populationsKey, 'one', id],
    queryFn: ({ signal }) =>
      request('GET', `/populations/${id}`, { answer: PopulationAnswer, signal }),
    select: ({ population }) => population,
  })
}

export function populationPreviewQuery(body: DraftBody) {
  return queryOptions({
    queryKey: [...populationsKey, 'preview', body],
    queryFn: ({ signal }) =>
      request('POST', '/populations/preview', { answer: PopulationPreview, body, signal }),
    placeholderData: keepPreviousData,
    enabled: body !== undefined,
    staleTime: 30_000,
  })
}

export function populationGapsQuery(body: DraftBody) {
  return queryOptions({
    queryKey: [...populationsKey, 'gaps', body],
    queryFn: ({ signal }) =>
      request('POST', '/populations/gaps', { answer: PopulationGaps, body, signal }),
    placeholderData: keepPreviousData,
    enabled: body !== undefined,
    staleTime: 30_000,
  })
}

export function versionsQuery(id: string) {
  return queryOptions({
    queryKey: [...populationsKey, 'versions', id],
    queryFn: ({ signal }) =>
      request('GET', `/populations/${id}/versions`, { answer: PopulationList, signal }),
    select: ({ populations }) => populations,
  })
}

/** @param against  a version, or undefined: the cohorts as they are now */
export function driftQuery(id: string, version: number, against: number | undefined) {
  return queryOptions({
    queryKey: [...populationsKey, 'drift', id, version, against ?? 'now'],
    queryFn: ({ signal }) =>
      request('GET', `/populations/${id}/drift`, {
        answer: DriftAnswer,
        query: { version, against },
        signal,
      }),
    select: ({ drift }) => drift,
    placeholderData: keepPreviousData,
  })
}

export function coverageQuery(id: string, version: number) {
  return queryOptions({
    queryKey: [...populationsKey, 'coverage', id, version],
    queryFn: ({ signal }) =>
      request('GET', `/populations/${id}/coverage`, {
        answer: CoverageAnswer,
        query: { version },
        signal,
      }),
    select: ({ coverage }) => coverage,
    staleTime: 300_000,
  })
}

/** Margins from a pasted table, read by the workbench. */
export function readMargins(table: string): Promise<MarginsTable> {
  return request('POST', '/populations/margins', { answer: MarginsTable, body: { table } })
}
