import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  ConsistencyReport,
  type SuggestedSupersede,
} from '../../../../shared/contract/consistency.ts'
import { z } from 'zod'
import { request } from '../../lib/api.ts'
import { supersedeMemory } from '../personas/timeline.commands.ts'
import { timelineKey } from '../timeline/timeline.queries.ts'
import { checkConsistency, consistencyKey, memoryKey } from './memory.queries.ts'

export function useCheck(personaId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => checkConsistency(personaId),
    onSuccess: (answer) => client.setQueryData(consistencyKey(personaId), answer),
  })
}

/** Makes the suggested correction. */
export function useAccept(personaId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (suggestion: SuggestedSupersede) => supersedeMemory(personaId, suggestion),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: timelineKey(personaId) }),
        client.invalidateQueries({ queryKey: memoryKey(personaId) }),
      ]),
  })
}

/** Sets an issue aside, or takes it up again. */
export function useDismiss(personaId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ issueId, dismissed }: { issueId: string; dismissed: boolean }) =>
      request(
        'PUT',
        `/personas/${personaId}/consistency-checks/issues/${encodeURIComponent(issueId)}`,
        { answer: z.object({ report: ConsistencyReport }), body: { dismissed } },
      ),
    onSuccess: (answer) => client.setQueryData(consistencyKey(personaId), answer),
  })
}
