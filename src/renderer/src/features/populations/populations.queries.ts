import { queryOptions } from '@tanstack/react-query'
import { PopulationAnswer, PopulationList } from '../../../../shared/contract/populations.ts'
import { request } from '../../lib/api.ts'
import { listAll } from '../../lib/list-all.ts'

export const populationsKey = ['populations'] as const

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
