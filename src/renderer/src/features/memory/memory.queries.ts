import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { ConsistencyAnswer, ConsistencyReport } from '../../../../shared/contract/consistency.ts'
import { ForgettingCurveAnswer } from '../../../../shared/contract/forgetting.ts'
import { MemoryStatisticsAnswer } from '../../../../shared/contract/memory-statistics.ts'
import { RecallAnswer } from '../../../../shared/contract/recall.ts'
import { request } from '../../lib/api.ts'
import { toInstant } from '../timeline/timeline.queries.ts'

/** Everything of a persona's memory that a written entry may change. */
export const memoryKey = (personaId: string) => ['memory', personaId] as const
export const consistencyKey = (personaId: string) =>
  [...memoryKey(personaId), 'consistency'] as const

export function consistencyQuery(personaId: string) {
  return queryOptions({
    queryKey: consistencyKey(personaId),
    queryFn: ({ signal }) =>
      request('GET', `/personas/${personaId}/consistency-checks`, {
        answer: ConsistencyAnswer,
        signal,
      }),
    select: ({ report }) => report,
  })
}

export function checkConsistency(personaId: string) {
  const answer = z.object({ report: ConsistencyReport })
  return request('POST', `/personas/${personaId}/consistency-checks`, { answer, body: {} })
}

export function forgettingQuery(personaId: string, entryId: string) {
  return queryOptions({
    queryKey: [...memoryKey(personaId), 'forgetting', entryId],
    queryFn: ({ signal }) =>
      request('GET', `/personas/${personaId}/timeline/${entryId}/forgetting`, {
        answer: ForgettingCurveAnswer,
        signal,
      }),
    select: ({ curve }) => curve,
  })
}

export function statisticsQuery(personaId: string) {
  return queryOptions({
    queryKey: [...memoryKey(personaId), 'statistics'],
    queryFn: ({ signal }) =>
      request('GET', `/personas/${personaId}/memory-statistics`, {
        answer: MemoryStatisticsAnswer,
        signal,
      }),
    select: ({ statistics }) => statistics,
  })
}

export type RecallProbe = {
  readonly question: string
  /** 0–100. */
  readonly pressure: number
  /** A day; undefined: now. */
  readonly asOf: string | undefined
  /** A memory to be explained whatever becomes of it. */
  readonly explain?: string | undefined
}

export function recallQuery(personaId: string, probe: RecallProbe) {
  const { question, pressure, asOf, explain } = probe
  return queryOptions({
    queryKey: ['recall', personaId, probe],
    queryFn: ({ signal }) =>
      request('GET', `/personas/${personaId}/recall`, {
        answer: RecallAnswer,
        query: {
          q: question,
          pressure: pressure / 100,
          asOf: asOf && toInstant(asOf),
          explain,
        },
        signal,
      }),
    enabled: question !== '',
  })
}
