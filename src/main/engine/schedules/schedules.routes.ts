import { createRoute, z } from '@hono/zod-openapi'
import { ScheduleId, StudyId } from '../../../shared/contract/ids.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import {
  CreateScheduleRequest,
  ScheduleAnswer,
  ScheduleList,
  UpdateScheduleRequest,
} from '../../../shared/contract/schedules.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import {
  changeSchedule,
  createSchedule,
  getSchedule,
  listSchedules,
  removeSchedule,
  restoreSchedule,
  type ScheduleDeps,
} from './schedules.ts'

const params = z.object({ scheduleId: ScheduleId })
const tags = ['Schedules']
const answer = { 200: jsonAnswer(ScheduleAnswer, 'The schedule'), ...failures }

const create = createRoute({
  method: 'post',
  path: '/schedules',
  tags,
  summary: 'Run a study again and again, by a cron expression',
  request: { body: jsonBody(CreateScheduleRequest) },
  responses: { 201: jsonAnswer(ScheduleAnswer, 'The schedule'), ...failures },
})
const list = createRoute({
  method: 'get',
  path: '/schedules',
  tags,
  summary: 'List schedules with their next and last firings, newest first',
  request: { query: PageQuery.extend({ studyId: StudyId.optional() }) },
  responses: { 200: jsonAnswer(ScheduleList, 'One page of schedules'), ...failures },
})
const get = createRoute({
  method: 'get',
  path: '/schedules/{scheduleId}',
  tags,
  summary: 'Read a schedule',
  request: { params },
  responses: answer,
})
const change = createRoute({
  method: 'patch',
  path: '/schedules/{scheduleId}',
  tags,
  summary: 'Change a schedule, or turn it on or off',
  request: { params, body: jsonBody(UpdateScheduleRequest) },
  responses: answer,
})
const remove = createRoute({
  method: 'delete',
  path: '/schedules/{scheduleId}',
  tags,
  summary: 'Move a schedule to the trash; its runs stay',
  request: { params },
  responses: answer,
})
const restore = createRoute({
  method: 'post',
  path: '/schedules/{scheduleId}/restore',
  tags,
  summary: 'Take a schedule out of the trash, turned off',
  request: { params },
  responses: answer,
})

export function scheduleRoutes(deps: ScheduleDeps): Router {
  const routes = createRouter()

  routes.openapi(create, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const body = c.req.valid('json')
    requireTenant(principal, body.tenantId)
    return c.json({ schedule: await createSchedule(deps, principal.tenantId, body) }, 201)
  })
  routes.openapi(list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await listSchedules(deps, principal.tenantId, c.req.valid('query')), 200)
  })
  routes.openapi(get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { scheduleId } = c.req.valid('param')
    return c.json({ schedule: await getSchedule(deps, principal.tenantId, scheduleId) }, 200)
  })
  routes.openapi(change, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const body = c.req.valid('json')
    requireTenant(principal, body.tenantId)
    const { scheduleId } = c.req.valid('param')
    const schedule = await changeSchedule(deps, principal.tenantId, scheduleId, body)
    return c.json({ schedule }, 200)
  })
  routes.openapi(remove, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { scheduleId } = c.req.valid('param')
    return c.json({ schedule: await removeSchedule(deps, principal.tenantId, scheduleId) }, 200)
  })
  routes.openapi(restore, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { scheduleId } = c.req.valid('param')
    return c.json({ schedule: await restoreSchedule(deps, principal.tenantId, scheduleId) }, 200)
  })
  return routes
}
