import { queryOptions } from '@tanstack/react-query'
import { SafetyPolicyAnswer, type SafetyPolicyRequest } from '../../../../shared/contract/safety.ts'
import { request } from '../../lib/api.ts'

export const safetyKey = ['safety-policy'] as const

export function safetyQuery() {
  return queryOptions({
    queryKey: safetyKey,
    queryFn: ({ signal }) =>
      request('GET', '/personas/safety-policy', { answer: SafetyPolicyAnswer, signal }),
    select: ({ policyPack }) => policyPack,
  })
}

export function replacePolicy(body: SafetyPolicyRequest) {
  return request('PUT', '/personas/safety-policy', { answer: SafetyPolicyAnswer, body })
}
