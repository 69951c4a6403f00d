import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  CalibrationAccepted,
  CalibrationJob,
  CalibrationJobList,
  type CalibrateSkillRequest,
} from '../../../../shared/contract/skill-calibration.ts'
import { showFailure } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { skillsKey } from './skills.queries.ts'

export const isOpen = ({ status }: CalibrationJob) => status === 'queued' || status === 'running'

/** Every calibration of a skill, newest first; looked at again while one is going on. */
export function calibrationsQuery(skillId: string) {
  return queryOptions({
    queryKey: [...skillsKey, 'one', skillId, 'calibrations'],
    queryFn: ({ signal }) =>
      request('GET', `/skills/${skillId}/calibrations`, { answer: CalibrationJobList, signal }),
    select: ({ calibrations }) => calibrations,
    refetchInterval: ({ state }) => (state.data?.calibrations.some(isOpen) ? 500 : false),
  })
}

export function useCalibrate(skillId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof CalibrateSkillRequest>) =>
      request('POST', `/skills/${skillId}/calibrate`, { answer: CalibrationAccepted, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: calibrationsQuery(skillId).queryKey }),
    onError: showFailure,
  })
}

export function useCancelCalibration(skillId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (jobId: string) =>
      request('POST', `/skills/${skillId}/calibrations/${jobId}/cancel`, {
        answer: CalibrationJob,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: calibrationsQuery(skillId).queryKey }),
    onError: showFailure,
  })
}
