import { createRoute, z } from '@hono/zod-openapi'
import { StudyId } from '../../../shared/contract/ids.ts'
import { StudyAnswer, UpdateStudyRequest } from '../../../shared/contract/studies.ts'
import {
  RegisterStudyRequest,
  RegistrationAnswer,
  StudyRevisionList,
} from '../../../shared/contract/study-history.ts'
import {
  DesignPreview,
  DesignPreviewRequest,
  PowerAnswer,
  PowerQuery,
  PowerRequest,
  ReadinessAnswer,
} from '../../../shared/contract/study-planning.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { getDesignPower, getStudyPower } from './get-power.ts'
import { previewDesign, type PreviewDeps } from './preview-design.ts'
import { getReadiness } from './readiness.ts'
import { getRegistration, registerStudy } from './registration.ts'
import { listRevisions } from './study-history.ts'
import { updateStudy } from './update-study.ts'

const params = z.object({ studyId: StudyId })
const tags = ['Studies']

const designPower = createRoute({
  method: 'post',
  path: '/studies/power',
  tags,
  summary: 'The smallest differences a design that need not be saved can see',
  request: { body: jsonBody(PowerRequest) },
  responses: { 200: jsonAnswer(PowerAnswer, 'Smallest differences'), ...failures },
})
const preview = createRoute({
  method: 'post',
  path: '/studies/preview',
  tags,
  summary: 'Power, estimate and problems of a study as it is being designed',
  request: { body: jsonBody(DesignPreviewRequest) },
  responses: { 200: jsonAnswer(DesignPreview, 'What it could see and would take'), ...failures },
})
const studyPower = createRoute({
  method: 'get',
  path: '/studies/{studyId}/power',
  tags,
  summary: 'The smallest differences a study can see with its pinned population',
  request: { params, query: PowerQuery },
  responses: { 200: jsonAnswer(PowerAnswer, 'Smallest differences'), ...failures },
})
const update = createRoute({
  method: 'patch',
  path: '/studies/{studyId}',
  tags,
  summary: 'Change a study; what it was is kept, and runs keep what they were launched with',
  request: { params, body: jsonBody(UpdateStudyRequest) },
  responses: { 200: jsonAnswer(StudyAnswer, 'The study'), ...failures },
})
const revisions = createRoute({
  method: 'get',
  path: '/studies/{studyId}/revisions',
  tags,
  summary: 'Everything a study has been, newest first, with the changes in words',
  request: { params },
  responses: { 200: jsonAnswer(StudyRevisionList, 'The revisions'), ...failures },
})
const register = createRoute({
  method: 'post',
  path: '/studies/{studyId}/registration',
  tags,
  summary:
    'Lock hypothesis, primary comparisons, exclusions and planned n with a hash and the time',
  request: { params, body: jsonBody(RegisterStudyRequest) },
  responses: { 201: jsonAnswer(RegistrationAnswer, 'The registration'), ...failures },
})
const registration = createRoute({
  method: 'get',
  path: '/studies/{studyId}/registration',
  tags,
  summary: 'The registered plan and what is otherwise today; null when none was made',
  request: { params },
  responses: { 200: jsonAnswer(RegistrationAnswer, 'The registration'), ...failures },
})
const readiness = createRoute({
  method: 'get',
  path: '/studies/{studyId}/readiness',
  tags,
  summary: 'What to look at before launch',
  request: { params },
  responses: { 200: jsonAnswer(ReadinessAnswer, 'The check'), ...failures },
})

/** Mounted before the other routes of studies: `/studies/power` is not a study. */
export function studyPlanningRoutes(deps: PreviewDeps): Router {
  const routes = createRouter()

  routes.openapi(designPower, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const body = c.req.valid('json')
    requireTenant(principal, body.tenantId)
    return c.json({ power: await getDesignPower(deps.db, principal.tenantId, body) }, 200)
  })
  routes.openapi(preview, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const body = c.req.valid('json')
    requireTenant(principal, body.tenantId)
    return c.json(await previewDesign(deps, principal.tenantId, body), 200)
  })
  routes.openapi(studyPower, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { studyId } = c.req.valid('param')
    const look = c.req.valid('query')
    return c.json({ power: await getStudyPower(deps.db, principal.tenantId, studyId, look) }, 200)
  })
  routes.openapi(update, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const body = c.req.valid('json')
    requireTenant(principal, body.tenantId)
    const { studyId } = c.req.valid('param')
    return c.json({ study: await updateStudy(deps, principal.tenantId, studyId, body) }, 200)
  })
  routes.openapi(revisions, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { studyId } = c.req.valid('param')
    return c.json({ revisions: await listRevisions(deps.db, principal.tenantId, studyId) }, 200)
  })
  routes.openapi(register, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    requireTenant(principal, c.req.valid('json').tenantId)
    const { studyId } = c.req.valid('param')
    return c.json({ registration: await registerStudy(deps, principal.tenantId, studyId) }, 201)
  })
  routes.openapi(registration, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { studyId } = c.req.valid('param')
    return c.json(
      { registration: await getRegistration(deps.db, principal.tenantId, studyId) },
      200,
    )
  })
  routes.openapi(readiness, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { studyId } = c.req.valid('param')
    return c.json({ readiness: await getReadiness(deps, principal.tenantId, studyId) }, 200)
  })
  return routes
}
