import { queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  HumanSurveyAnswer,
  HumanSurveyList,
  SurveyPreview,
  type CreateSurveyRequest,
  type PreviewSurveyRequest,
} from '../../../../shared/contract/human-surveys.ts'
import { PeoplePlan } from '../../../../shared/contract/people-plan.ts'
import {
  StoredValidationAnswer,
  ValidationList,
  type ValidateRunRequest,
} from '../../../../shared/contract/validation.ts'
import { MatchProposals } from '../../../../shared/contract/validation-matches.ts'
import { request } from '../../lib/api.ts'
import { runKey } from '../runs/runs.queries.ts'

const surveysKey = ['human-surveys'] as const

export function surveysQuery() {
  return queryOptions({
    queryKey: [...surveysKey, 'list'],
    queryFn: ({ signal }) =>
      request('GET', '/human-surveys', { answer: HumanSurveyList, query: { limit: 200 }, signal }),
    select: ({ surveys }) => surveys,
  })
}

export function runValidationsQuery(runId: string) {
  return queryOptions({
    queryKey: [...runKey(runId), 'validations'],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${runId}/validations`, {
        answer: ValidationList,
        query: { limit: 200 },
        signal,
      }),
    select: ({ validations }) => validations,
  })
}

/** A kept report never changes. */
export function validationQuery(id: string) {
  return queryOptions({
    queryKey: ['validations', id],
    queryFn: ({ signal }) =>
      request('GET', `/validations/${id}`, { answer: StoredValidationAnswer, signal }),
    select: ({ validation }) => validation,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function matchesQuery(runId: string, surveyId: string) {
  return queryOptions({
    queryKey: [...runKey(runId), 'validation-matches', surveyId],
    queryFn: ({ signal }) =>
      request('POST', `/runs/${runId}/validation/matches`, {
        answer: MatchProposals,
        body: { surveyId },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function peoplePlanQuery(validationId: string, people: number) {
  return queryOptions({
    queryKey: ['validations', validationId, 'people-plan', people],
    queryFn: ({ signal }) =>
      request('POST', `/validations/${validationId}/people-plan`, {
        answer: PeoplePlan,
        body: { people },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function previewSurvey(body: PreviewSurveyRequest, signal?: AbortSignal) {
  return request('POST', '/human-surveys/preview', {
    answer: SurveyPreview,
    body,
    ...(signal && { signal }),
  })
}

export async function keepSurvey(client: QueryClient, body: CreateSurveyRequest) {
  const { survey } = await request('POST', '/human-surveys', { answer: HumanSurveyAnswer, body })
  await client.invalidateQueries({ queryKey: surveysKey })
  return survey
}

export async function validateRun(
  client: QueryClient,
  runId: string,
  body: Partial<ValidateRunRequest>,
) {
  const { validation } = await request('POST', `/runs/${runId}/validation`, {
    answer: StoredValidationAnswer,
    body,
  })
  await client.invalidateQueries({ queryKey: [...runKey(runId), 'validations'] })
  return validation
}
