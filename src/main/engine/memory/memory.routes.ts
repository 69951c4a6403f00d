import { createRoute, z } from '@hono/zod-openapi'
import { EntryId, PersonaId } from '../../../shared/contract/ids.ts'
import {
  AppendTimelineAnswer,
  SupersedeAnswer,
  type ConsistencyIssue,
} from '../../../shared/contract/consistency.ts'
import { RecallAnswer, RecallQuery } from '../../../shared/contract/recall.ts'
import {
  TimelineMapAnswer,
  TimelineMapQuery,
  TimelineMatchesAnswer,
  TimelineMatchesQuery,
} from '../../../shared/contract/timeline-map.ts'
import {
  AppendTimelineRequest,
  SupersedeRequest,
  TimelineAnswer,
  TimelineQuery,
} from '../../../shared/contract/timeline.ts'
import type { Written } from '../consistency/check-written.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { getPersona } from '../personas/find-personas.ts'
import { requireScope } from '../tenancy/principal.ts'
import { explainEntry } from './explain-entry.ts'
import { findEntries } from './find-memories.ts'
import { recall, type RecallDeps } from './recall.ts'
import { searchTimeline } from './search-timeline.ts'
import { supersedeEntry } from './supersede-entry.ts'
import { readTimelineMap } from './timeline-map.ts'
import { appendTimeline, listTimeline, type TimelineDeps, type TimelineOwner } from './timeline.ts'

export type MemoryDeps = Omit<RecallDeps, 'db'> &
  TimelineDeps & {
    /** What has been written contradicts, if that is to be looked for. */
    readonly checkWritten: (owner: TimelineOwner, written: Written) => Promise<ConsistencyIssue[]>
  }

const params = z.object({ personaId: PersonaId })
const tags = ['Memory']

const routes = {
  list: createRoute({
    method: 'get',
    path: '/personas/{personaId}/timeline',
    tags,
    summary: 'Read the timeline in sequence, superseded entries included',
    request: { params, query: TimelineQuery },
    responses: { 200: jsonAnswer(TimelineAnswer, 'One page'), ...failures },
  }),
  map: createRoute({
    method: 'get',
    path: '/personas/{personaId}/timeline/map',
    tags,
    summary: 'The whole timeline in columns, for a picture of it',
    request: { params, query: TimelineMapQuery },
    responses: { 200: jsonAnswer(TimelineMapAnswer, 'One value per entry'), ...failures },
  }),
  matches: createRoute({
    method: 'get',
    path: '/personas/{personaId}/timeline/matches',
    tags,
    summary: 'Which entries contain these words, in any of their fields',
    request: { params, query: TimelineMatchesQuery },
    responses: { 200: jsonAnswer(TimelineMatchesAnswer, 'In sequence'), ...failures },
  }),
  append: createRoute({
    method: 'post',
    path: '/personas/{personaId}/timeline',
    tags,
    summary: 'Append one entry, or up to 1,000 at once: all or none',
    request: { params, body: jsonBody(AppendTimelineRequest) },
    responses: {
      201: jsonAnswer(AppendTimelineAnswer, 'The entries, in order'),
      ...failures,
    },
  }),
  supersede: createRoute({
    method: 'post',
    path: '/personas/{personaId}/timeline/{entryId}/supersede',
    tags,
    summary: 'Correct an entry by a new one; the old one stays in the history',
    request: { params: params.extend({ entryId: EntryId }), body: jsonBody(SupersedeRequest) },
    responses: { 201: jsonAnswer(SupersedeAnswer, 'The revision'), ...failures },
  }),
  recall: createRoute({
    method: 'get',
    path: '/personas/{personaId}/recall',
    tags,
    summary: 'What the persona would recall if asked this, and why',
    request: { params, query: RecallQuery },
    responses: { 200: jsonAnswer(RecallAnswer, 'Recalled and cut, best first'), ...failures },
  }),
}

export function memoryRoutes(deps: MemoryDeps): Router {
  const router = createRouter()

  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    return c.json(await listTimeline(deps.db, owner, c.req.valid('query')), 200)
  })

  router.openapi(routes.map, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    const { asOf } = c.req.valid('query')
    const at = asOf === undefined ? undefined : Date.parse(asOf)
    const scope = { ...owner, asOf: at, clock: at ?? deps.now() }
    return c.json({ map: await readTimelineMap(deps.db, scope) }, 200)
  })

  router.openapi(routes.matches, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    const { q } = c.req.valid('query')
    return c.json({ entryIds: await searchTimeline(deps.db, owner, q) }, 200)
  })

  router.openapi(routes.append, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    const body = c.req.valid('json')
    const entries = await appendTimeline(deps, owner, 'entries' in body ? body.entries : [body])
    return c.json({ entries, warnings: await deps.checkWritten(owner, { entries }) }, 201)
  })

  router.openapi(routes.supersede, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    const entry = await supersedeEntry(deps, owner, c.req.valid('json'))
    const [superseded] = await findEntries(deps.db, owner, [owner.entryId])
    const warnings = await deps.checkWritten(owner, {
      entries: [entry],
      ...(superseded ? { superseded } : {}),
    })
    return c.json({ entry, warnings }, 201)
  })

  router.openapi(routes.recall, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    const { q, k, asOf, pressure, tokenBudget, explain } = c.req.valid('query')
    await getPersona(deps.db, owner.tenantId, owner.personaId)
    const at = asOf === undefined ? null : Date.parse(asOf)
    const { recalled, cut, budget } = await recall(deps, {
      ...owner,
      query: q,
      k,
      pressureFloor: pressure,
      clock: at ?? deps.now(),
      ...(at === null ? {} : { asOf: at }),
      ...(tokenBudget === undefined ? {} : { tokenBudget }),
    })
    const explained = explain && {
      explained: await explainEntry(deps.db, owner, explain, { recalled, cut, asOf: at }),
    }
    return c.json({ recalled, cut, budget, ...explained }, 200)
  })

  return router
}
