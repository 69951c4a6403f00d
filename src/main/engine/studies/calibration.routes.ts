import { createRoute, z } from '@hono/zod-openapi'
import { JobId, SkillId } from '../../../shared/contract/ids.ts'
import {
  CalibrateSkillRequest,
  CalibrationAccepted,
  CalibrationJob,
  CalibrationJobList,
} from '../../../shared/contract/skill-calibration.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { enqueueCalibration, type CalibrationDeps } from './calibrate-skill.ts'
import {
  cancelCalibration,
  getCalibration,
  listCalibrations,
  type CalibrationProgress,
} from './calibrations.ts'

const params = z.object({ skillId: SkillId })
const jobParams = z.object({ skillId: SkillId, jobId: JobId })
const tags = ['Skills']
const one = { 200: jsonAnswer(CalibrationJob, 'The calibration'), ...failures }

const routes = {
  start: createRoute({
    method: 'post',
    path: '/skills/{skillId}/calibrate',
    tags,
    summary: 'Put a skill to a handful of people far apart, twice, and say what looks unclear',
    request: { params, body: jsonBody(CalibrateSkillRequest) },
    responses: { 202: jsonAnswer(CalibrationAccepted, 'The job'), ...failures },
  }),
  list: createRoute({
    method: 'get',
    path: '/skills/{skillId}/calibrations',
    tags,
    summary: 'Calibrations of a skill, newest first',
    request: { params },
    responses: { 200: jsonAnswer(CalibrationJobList, 'Calibrations'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: '/skills/{skillId}/calibrations/{jobId}',
    tags,
    summary: 'What a calibration found, or how far it is',
    request: { params: jobParams },
    responses: one,
  }),
  cancel: createRoute({
    method: 'post',
    path: '/skills/{skillId}/calibrations/{jobId}/cancel',
    tags,
    summary: 'Stop a calibration',
    request: { params: jobParams },
    responses: one,
  }),
}

export function calibrationRoutes(deps: CalibrationDeps, progress: CalibrationProgress): Router {
  const router = createRouter()

  router.openapi(routes.start, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const { skillId } = c.req.valid('param')
    return c.json(await enqueueCalibration(deps, principal.tenantId, skillId, request), 202)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { skillId } = c.req.valid('param')
    const calibrations = await listCalibrations(deps, progress, principal.tenantId, skillId)
    return c.json({ calibrations }, 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const which = c.req.valid('param')
    return c.json(await getCalibration(deps, progress, principal.tenantId, which), 200)
  })
  router.openapi(routes.cancel, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const which = c.req.valid('param')
    return c.json(await cancelCalibration(deps, progress, principal.tenantId, which), 200)
  })
  return router
}
