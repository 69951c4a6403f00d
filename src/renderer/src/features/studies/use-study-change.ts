import { useMutation, useQueryClient } from '@tanstack/react-query'
import { StudyAnswer, type UpdateStudyRequest } from '../../../../shared/contract/studies.ts'
import { showFailure } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { studiesKey } from './studies.queries.ts'

/** Changes a study; what it was stays in its history. */
export function useStudyChange(studyId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: UpdateStudyRequest) =>
      request('PATCH', `/studies/${studyId}`, { answer: StudyAnswer, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: studiesKey }),
    onError: showFailure,
  })
}
