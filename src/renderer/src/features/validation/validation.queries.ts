import { queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  HumanSurveyAnswer,
  HumanSurveyList,
  SurveyPreview,
  type CreateSurveyRequest,
  type PreviewSurveyRequest,
  type UpdateSurveyRequest,
} from '../../../../shared/contract/human-surveys.ts'
import {
  MixedEstimates,
  type MixedEstimatesRequest,
} from '../../../../shared/contract/mixed-estimates.ts'
import { PeoplePlan } from '../../../../shared/contract/people-plan.ts'
import {
  StoredValidationAnswer,
  ValidationList,
  type ValidateRunRequest,
} from '../../../../shared/contract/validation.ts'
import { MatchProposals } from '../../../../shared/contract/validation-matches.ts'
import { request } from '../../lib/api.ts'

const surveysKey = ['human-surveys'] as const
const validationsKey = ['validations'] as const
const listsKey = [...validationsKey, 'of'] as const
const matchesKey = ['validation-matches'] as const

export function surveysQuery() {
  return queryOptions({
    queryKey: [...surveysKey, 'list'],
    queryFn: ({ signal }) =>
      request('GET', '/human-surveys', { answer: HumanSurveyList, query: { limit: 200 }, signal }),
    select: ({ surveys }) => surveys,
  })
}

export function surveyQuery(id: string) {
  return queryOptions({
    queryKey: [...surveysKey, 'one', id],
    queryFn: ({ signal }) =>
      request('GET', `/human-surveys/${id}`, { answer: HumanSurveyAnswer, signal }),
  })
}

export async function changeSurvey(client: QueryClient, id: string, body: UpdateSurveyRequest) {
  await request('PATCH', `/human-surveys/${id}`, { answer: HumanSurveyAnswer, body })
  // Matches begin as proposed: old proposals are not shown for a moment first.
  client.removeQueries({ queryKey: [...matchesKey, id] })
  await refreshValidations(client)
}

/** After something was kept, changed or thrown away; a report itself never changes. */
export async function refreshValidations(client: QueryClient) {
  await Promise.all([
    ...[surveysKey, listsKey].map((queryKey) => client.invalidateQueries({ queryKey })),
    // What is validated is in the total error of every run.
    client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('evidence') }),
  ])
}

export function runValidationsQuery(runId: string) {
  return queryOptions({
    queryKey: [...listsKey, runId],
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
    queryKey: [...validationsKey, 'one', id],
    queryFn: ({ signal }) =>
      request('GET', `/validations/${id}`, { answer: StoredValidationAnswer, signal }),
    select: ({ validation }) => validation,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function matchesQuery(runId: string, surveyId: string) {
  return queryOptions({
    queryKey: [...matchesKey, surveyId, runId],
    queryFn: ({ signal }) =>
      request('POST', `/runs/${runId}/validation/matches`, {
        answer: MatchProposals,
        body: { surveyId },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Who could be whose twin: nothing is matched for it. */
export function twinsQuery(runId: string, surveyId: string) {
  return queryOptions({
    queryKey: [...matchesKey, surveyId, runId, 'twins'],
    queryFn: ({ signal }) =>
      request('POST', `/runs/${runId}/validation/matches`, {
        answer: MatchProposals,
        body: { surveyId, pairs: [] },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** How an item that was chosen for a question would be compared with it. */
export async function matchOf(
  runId: string,
  surveyId: string,
  pair: { questionId: string; itemId: string },
) {
  const { questions } = await request('POST', `/runs/${runId}/validation/matches`, {
    answer: MatchProposals,
    body: { surveyId, pairs: [pair] },
  })
  return questions[0]!.candidates[0]!
}

export function peoplePlanQuery(validationId: string, people: number) {
  return queryOptions({
    queryKey: [...validationsKey, 'one', validationId, 'people-plan', people],
    queryFn: ({ signal }) =>
      request('POST', `/validations/${validationId}/people-plan`, {
        answer: PeoplePlan,
        body: { people },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Computed anew, and kept nowhere. */
export function mixedEstimates(runId: string, body: MixedEstimatesRequest) {
  return request('POST', `/runs/${runId}/mixed-estimates`, { answer: MixedEstimates, body })
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
  await refreshValidations(client)
  return validation
}
