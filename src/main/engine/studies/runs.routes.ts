import { createRoute, z } from '@hono/zod-openapi'
import { RunId, StudyId, TaskId } from '../../../shared/contract/ids.ts'
import { EstimateAnswer, EstimateRequest } from '../../../shared/contract/estimate.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import {
  LaunchRunAnswer,
  LaunchRunRequest,
  ListTasksQuery,
  ResumeRunRequest,
  RunAnswer,
  RunList,
  Task,
  TaskList,
  TaskResults,
  TaskScores,
  TaskTurns,
} from '../../../shared/contract/runs.ts'
import type { AnalystDeps } from '../evidence/ask-about-run.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { eventStream } from '../prompting/event-stream.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { cancelRun, pauseRun, resumeRun, retryFailed, type ControlDeps } from './control-run.ts'
import { estimateRun } from './estimate-run.ts'
import { getRun, listRuns, listStudyRuns } from './get-run.ts'
import { launchRun, type LaunchDeps } from './launch-run.ts'
import { getProgress, progressEvents } from './run-progress.ts'
import { getResults, getScores, getTask, getTurns, listTasks } from './tasks.ts'

export type RunsDeps = LaunchDeps & ControlDeps & AnalystDeps

const params = z.object({ runId: RunId })
const taskParams = z.object({ taskId: TaskId })
const studyParams = z.object({ studyId: StudyId })
const tags = ['Runs']
const taskTags = ['Tasks']

const routes = {
  launch: createRoute({
    method: 'post',
    path: '/studies/{studyId}/runs',
    tags,
    summary: 'Freeze the study in a manifest and run it',
    request: { params: studyParams, body: jsonBody(LaunchRunRequest) },
    responses: { 201: jsonAnswer(LaunchRunAnswer, 'The run and how many tasks'), ...failures },
  }),
  estimate: createRoute({
    method: 'post',
    path: '/studies/{studyId}/estimate',
    tags,
    summary: 'What a run would take: tokens, money and time, each as a range',
    request: { params: studyParams, body: { ...jsonBody(EstimateRequest), required: false } },
    responses: { 200: jsonAnswer(EstimateAnswer, 'The estimate'), ...failures },
  }),
  ofStudy: createRoute({
    method: 'get',
    path: '/studies/{studyId}/runs',
    tags,
    summary: 'Runs of a study, newest first',
    request: { params: studyParams, query: PageQuery },
    responses: { 200: jsonAnswer(RunList, 'One page of runs'), ...failures },
  }),
  list: createRoute({
    method: 'get',
    path: '/runs',
    tags,
    summary: 'All runs, newest first',
    request: { query: PageQuery },
    responses: { 200: jsonAnswer(RunList, 'One page of runs'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: '/runs/{runId}',
    tags,
    summary: 'Read a run',
    request: { params },
    responses: { 200: jsonAnswer(RunAnswer, 'The run'), ...failures },
  }),
  resume: createRoute({
    method: 'post',
    path: '/runs/{runId}/resume',
    tags,
    summary: 'Go on with a run that is paused or stopped at its budget, under a new cap if given',
    request: { params, body: { ...jsonBody(ResumeRunRequest), required: false } },
    responses: { 200: jsonAnswer(RunAnswer, 'The run'), ...failures },
  }),
  events: createRoute({
    method: 'get',
    path: '/runs/{runId}/events',
    tags,
    summary: 'Progress of a run as it happens; ends with the run',
    request: { params },
    responses: {
      200: {
        description: 'Events of the kind progress',
        content: { 'text/event-stream': { schema: z.string() } },
      },
      ...failures,
    },
  }),
  tasks: createRoute({
    method: 'get',
    path: '/runs/{runId}/tasks',
    tags: taskTags,
    summary: 'Tasks of a run; with questionId and value, those behind one bar',
    request: { params, query: ListTasksQuery },
    responses: { 200: jsonAnswer(TaskList, 'One page of tasks'), ...failures },
  }),
  task: createRoute({
    method: 'get',
    path: '/tasks/{taskId}',
    tags: taskTags,
    summary: 'Read a task',
    request: { params: taskParams },
    responses: { 200: jsonAnswer(z.object({ task: Task }), 'The task'), ...failures },
  }),
  results: createRoute({
    method: 'get',
    path: '/tasks/{taskId}/results',
    tags: taskTags,
    summary: 'What a task answered',
    request: { params: taskParams },
    responses: { 200: jsonAnswer(TaskResults, 'The answers'), ...failures },
  }),
  turns: createRoute({
    method: 'get',
    path: '/tasks/{taskId}/turns',
    tags: taskTags,
    summary: 'The transcript of a task, with prompts and recalled memories',
    request: { params: taskParams },
    responses: { 200: jsonAnswer(TaskTurns, 'The turns'), ...failures },
  }),
  scores: createRoute({
    method: 'get',
    path: '/tasks/{taskId}/scores',
    tags: taskTags,
    summary: 'How well each answer of a task can be used',
    request: { params: taskParams },
    responses: { 200: jsonAnswer(TaskScores, 'The scores'), ...failures },
  }),
}

const controls = [
  { verb: 'pause', act: pauseRun, summary: 'Begin nothing new; what is in hand is finished' },
  { verb: 'cancel', act: cancelRun, summary: 'Drop what is waiting; answers given stay' },
  { verb: 'retry-failed', act: retryFailed, summary: 'Queue the failed tasks again' },
] as const

export function runRoutes(deps: RunsDeps): Router {
  const router = createRouter()

  router.openapi(routes.launch, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, ...options } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const { studyId } = c.req.valid('param')
    const run = await launchRun(deps, principal.tenantId, studyId, options)
    return c.json({ run, tasks: { total: run.tasks.total } }, 201)
  })
  router.openapi(routes.estimate, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...options } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const { studyId } = c.req.valid('param')
    return c.json({ estimate: await estimateRun(deps, principal.tenantId, studyId, options) }, 200)
  })
  router.openapi(routes.ofStudy, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { studyId } = c.req.valid('param')
    const page = c.req.valid('query')
    return c.json(await listStudyRuns(deps.db, principal.tenantId, studyId, page), 200)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await listRuns(deps.db, principal.tenantId, c.req.valid('query')), 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    const run = await getRun(deps.db, principal.tenantId, runId)
    // Its evidence will be asked for next.
    deps.analyst.prepare()
    return c.json({ run }, 200)
  })
  for (const { verb, act, summary } of controls) {
    const route = createRoute({
      method: 'post',
      path: `/runs/{runId}/${verb}`,
      tags,
      summary,
      request: { params },
      responses: { 200: jsonAnswer(RunAnswer, 'The run'), ...failures },
    })
    router.openapi(route, async (c) => {
      const principal = c.get('principal')
      requireScope(principal, 'research')
      const { runId } = c.req.valid('param') as z.infer<typeof params>
      return c.json({ run: await act(deps, principal.tenantId, runId) }, 200)
    })
  }
  router.openapi(routes.resume, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, ...caps } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const { runId } = c.req.valid('param')
    return c.json({ run: await resumeRun(deps, principal.tenantId, runId, caps) }, 200)
  })
  router.openapi(routes.events, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    // Before the stream begins, so that an unknown run is a 404 and not a broken stream.
    await getProgress(deps, principal.tenantId, runId)
    const abort = new AbortController()
    c.req.raw.signal.addEventListener('abort', () => abort.abort(), { once: true })
    const events = progressEvents(deps, principal.tenantId, runId, abort.signal)
    return c.body(eventStream(events, abort), 200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    }) as never
  })
  router.openapi(routes.tasks, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    return c.json(await listTasks(deps, principal.tenantId, runId, c.req.valid('query')), 200)
  })
  router.openapi(routes.results, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { taskId } = c.req.valid('param')
    return c.json(await getResults(deps.db, principal.tenantId, taskId), 200)
  })
  router.openapi(routes.turns, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { taskId } = c.req.valid('param')
    return c.json(await getTurns(deps.db, principal.tenantId, taskId), 200)
  })
  router.openapi(routes.scores, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { taskId } = c.req.valid('param')
    return c.json(await getScores(deps.db, principal.tenantId, taskId), 200)
  })
  router.openapi(routes.task, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { taskId } = c.req.valid('param')
    return c.json({ task: await getTask(deps.db, principal.tenantId, taskId) }, 200)
  })
  return router
}
