import { queryOptions } from '@tanstack/react-query'
import { RunDifference, StudySeries } from '../../../../shared/contract/run-comparison.ts'
import { ScheduleList } from '../../../../shared/contract/schedules.ts'
import { RegistrationAnswer, StudyRevisionList } from '../../../../shared/contract/study-history.ts'
import { PowerAnswer, ReadinessAnswer } from '../../../../shared/contract/study-planning.ts'
import { request } from '../../lib/api.ts'
import { studiesKey } from './studies.queries.ts'

const keyOf = (id: string, part: string) => [...studiesKey, 'one', id, part]

export function powerQuery(id: string, look: { alpha: number; power: number } | null) {
  return queryOptions({
    queryKey: [...keyOf(id, 'power'), look],
    queryFn: ({ signal }) =>
      request('GET', `/studies/${id}/power`, { answer: PowerAnswer, query: look ?? {}, signal }),
    select: ({ power }) => power,
    placeholderData: (before) => before,
  })
}

export function readinessQuery(id: string) {
  return queryOptions({
    queryKey: keyOf(id, 'readiness'),
    queryFn: ({ signal }) =>
      request('GET', `/studies/${id}/readiness`, { answer: ReadinessAnswer, signal }),
    select: ({ readiness }) => readiness,
  })
}

export function registrationQuery(id: string) {
  return queryOptions({
    queryKey: keyOf(id, 'registration'),
    queryFn: ({ signal }) =>
      request('GET', `/studies/${id}/registration`, { answer: RegistrationAnswer, signal }),
    select: ({ registration }) => registration,
  })
}

export function revisionsQuery(id: string) {
  return queryOptions({
    queryKey: keyOf(id, 'revisions'),
    queryFn: ({ signal }) =>
      request('GET', `/studies/${id}/revisions`, { answer: StudyRevisionList, signal }),
    select: ({ revisions }) => revisions,
  })
}

export function seriesQuery(id: string) {
  return queryOptions({
    queryKey: keyOf(id, 'series'),
    queryFn: ({ signal }) =>
      request('GET', `/studies/${id}/series`, { answer: StudySeries, signal }),
  })
}

export function differenceQuery(runId: string, otherId: string) {
  return queryOptions({
    queryKey: [...studiesKey, 'difference', runId, otherId],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/difference`, {
        answer: RunDifference,
        query: { with: otherId },
        signal,
      }),
  })
}

export function schedulesQuery(studyId: string) {
  return queryOptions({
    queryKey: keyOf(studyId, 'schedules'),
    queryFn: ({ signal }) =>
      request('GET', '/schedules', {
        answer: ScheduleList,
        query: { studyId, limit: 200 },
        signal,
      }),
    select: ({ schedules }) => schedules,
  })
}
