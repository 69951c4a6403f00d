import { queryOptions } from '@tanstack/react-query'
import { RunList } from '../../../../shared/contract/runs.ts'
import { StudyAnswer, StudyList } from '../../../../shared/contract/studies.ts'
import { request } from '../../lib/api.ts'
import { listAll } from '../../lib/list-all.ts'

export const studiesKey = ['studies'] as const

/** Every study, newest change first. */
export function studiesQuery() {
  return queryOptions({
    queryKey: [...studiesKey, 'all'],
    queryFn: ({ signal }) =>
      listAll(async (cursor) => {
        const { studies, nextCursor } = await request('GET', '/studies', {
          answer: StudyList,
          query: { limit: 200, cursor },
          signal,
        })
        return { items: studies, nextCursor }
      }),
    select: (studies) => studies.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? 3_000 : false),
  })
}

function isRunning(study: { lastRun: { status: string } | null }): boolean {
  return study.lastRun?.status === 'running' || study.lastRun?.status === 'queued'
}

export function studyQuery(id: string) {
  return queryOptions({
    queryKey: [...studiesKey, 'one', id],
    queryFn: ({ signal }) => request('GET', `/studies/${id}`, { answer: StudyAnswer, signal }),
    select: ({ study }) => study,
  })
}

export function studyRunsQuery(studyId: string) {
  return queryOptions({
    queryKey: [...studiesKey, 'one', studyId, 'runs'],
    queryFn: ({ signal }) =>
      request('GET', `/studies/${studyId}/runs`, {
        answer: RunList,
        query: { limit: 200 },
        signal,
      }),
    select: ({ runs }) => runs.toSorted((a, b) => b.number - a.number),
    refetchInterval: ({ state }) =>
      state.data?.runs.some(({ status }) => status === 'running' || status === 'queued')
        ? 3_000
        : false,
  })
}
