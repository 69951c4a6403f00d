import { queryOptions } from '@tanstack/react-query'
import {
  CreateKeyAnswer,
  KeyList,
  Usage,
  UsageEventList,
  type KeyProfile,
} from '../../../../shared/contract/tenancy.ts'
import { perform, request } from '../../lib/api.ts'

export const keysKey = ['keys'] as const

export function keysQuery() {
  return queryOptions({
    queryKey: keysKey,
    queryFn: ({ signal }) =>
      request('GET', '/keys', { answer: KeyList, query: { limit: 200 }, signal }),
    select: ({ keys }) => keys,
  })
}

export function usageQuery() {
  return queryOptions({
    queryKey: ['usage'],
    queryFn: ({ signal }) => request('GET', '/usage', { answer: Usage, signal }),
  })
}

export function usageEventsQuery() {
  return queryOptions({
    queryKey: ['usage', 'events'],
    queryFn: ({ signal }) =>
      request('GET', '/usage/events', { answer: UsageEventList, query: { limit: 50 }, signal }),
    select: ({ events }) => events.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)),
  })
}

export type NewKey = { name: string; profile: KeyProfile }

export function createKey(body: NewKey) {
  return request('POST', '/keys', { answer: CreateKeyAnswer, body })
}

export const revokeKey = (id: string) => perform('DELETE', `/keys/${id}`)
