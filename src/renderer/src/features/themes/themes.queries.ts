import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  CodebookAnswer,
  CodebookProposals,
  MaybeCodebookAnswer,
  type CodebookEditRequest,
} from '../../../../shared/contract/codebooks.ts'
import { OpenQuestionList, QuestionThemes } from '../../../../shared/contract/themes.ts'
import { showFailure } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { runKey } from '../runs/runs.queries.ts'

const themesKey = (runId: string) => [...runKey(runId), 'themes'] as const
const codebookKey = (runId: string, questionId: string) =>
  [...runKey(runId), 'codebook', questionId] as const

export function openQuestionsQuery(runId: string) {
  return queryOptions({
    queryKey: [...themesKey(runId), 'questions'],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/themes`, { answer: OpenQuestionList, signal }),
    select: ({ questions }) => questions,
  })
}

export function questionThemesQuery(
  runId: string,
  questionId: string,
  segmentBy: string | undefined,
) {
  return queryOptions({
    queryKey: [...themesKey(runId), 'question', questionId, segmentBy],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/themes/${encodeURIComponent(questionId)}`, {
        answer: QuestionThemes,
        query: { segmentBy },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
}

export function codebookQuery(runId: string, questionId: string) {
  return queryOptions({
    queryKey: codebookKey(runId, questionId),
    queryFn: ({ signal }) =>
      request('GET', `${codebookPath(runId, questionId)}`, {
        answer: MaybeCodebookAnswer,
        signal,
      }),
    select: ({ codebook }) => codebook,
  })
}

export function codebookPath(runId: string, questionId: string): string {
  return `/runs/${runId}/codebooks/${encodeURIComponent(questionId)}`
}

export type CodebookStep = 'undo' | 'redo' | 'freeze' | 'unfreeze'
export type CodebookChange =
  { edit: CodebookEditRequest } | { step: CodebookStep } | { carryFrom: string }

/** Changes the codebook; every number that follows from it is asked for again. */
export function useCodebookChange(runId: string, questionId: string) {
  const client = useQueryClient()
  return useMutation({
    // One after the other, in the order they were made.
    scope: { id: `codebook ${runId} ${questionId}` },
    mutationFn: (change: CodebookChange) => {
      const path = codebookPath(runId, questionId)
      const answer = CodebookAnswer
      if ('edit' in change) return request('POST', `${path}/edits`, { answer, body: change })
      if ('step' in change) return request('POST', `${path}/${change.step}`, { answer })
      return request('POST', path, { answer, body: change })
    },
    onSuccess: async (answer) => {
      client.setQueryData(codebookKey(runId, questionId), answer)
      await Promise.all(
        ['themes', 'evidence', 'tasks'].map((part) =>
          client.invalidateQueries({ queryKey: [...runKey(runId), part] }),
        ),
      )
    },
    onError: showFailure,
  })
}

export function useProposals(runId: string, questionId: string) {
  return useMutation({
    mutationFn: () =>
      request('POST', `${codebookPath(runId, questionId)}/proposals`, {
        answer: CodebookProposals,
      }),
    onError: showFailure,
  })
}
