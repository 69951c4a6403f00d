import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  CohortAnswer,
  CohortList,
  CohortPreview,
  type CriteriaTree,
} from '../../../../shared/contract/cohorts.ts'
import { PersonaAnswer, PersonaList } from '../../../../shared/contract/personas.ts'
import { request } from '../../lib/api.ts'
import { listAll } from '../../lib/list-all.ts'

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

export function cohortPreviewQuery(criteria: CriteriaTree) {
  return queryOptions({
    queryKey: [...cohortsKey, 'preview', criteria],
    queryFn: ({ signal }) =>
      request('POST', '/cohorts/preview', { answer: CohortPreview, body: { criteria }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

/** Attribute names that occur on the first personas: suggestions, not a complete list. */
export function attributeKeysQuery() {
  return queryOptions({
    queryKey: ['attribute-keys'],
    queryFn: async ({ signal }) => {
      const { personas } = await request('GET', '/personas', {
        answer: PersonaList,
        query: { limit: 3 },
        signal,
      })
      const answers = await Promise.all(
        personas.map(({ id }) =>
          request('GET', `/personas/${id}`, { answer: PersonaAnswer, signal }),
        ),
      )
      return [...new Set(answers.flatMap(({ persona }) => Object.keys(persona.attributes)))].sort()
    },
    staleTime: 300_000,
  })
}
