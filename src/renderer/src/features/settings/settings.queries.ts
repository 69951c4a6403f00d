import { queryOptions } from '@tanstack/react-query'
import {
  MemorySettingsAnswer,
  type MemorySettings,
} from '../../../../shared/contract/memory-settings.ts'
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

export const memorySettingsKey = ['memory-settings'] as const

export function memorySettingsQuery() {
  return queryOptions({
    queryKey: memorySettingsKey,
    queryFn: ({ signal }) =>
      request('GET', '/settings/memory', { answer: MemorySettingsAnswer, signal }),
    select: ({ settings }) => settings,
  })
}

export function replaceMemorySettings(body: MemorySettings) {
  return request('PUT', '/settings/memory', { answer: MemorySettingsAnswer, body })
}
