import { createRoute } from '@hono/zod-openapi'
import { MemorySettings, MemorySettingsAnswer } from '../../../shared/contract/memory-settings.ts'
import type { WriteDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import { getMemorySettings, setMemorySettings } from './memory-settings.ts'

const path = '/settings/memory'
const tags = ['Memory']

const routes = {
  read: createRoute({
    method: 'get',
    path,
    tags,
    summary: 'How memory behaves in this workspace',
    responses: { 200: jsonAnswer(MemorySettingsAnswer, 'The settings'), ...failures },
  }),
  write: createRoute({
    method: 'put',
    path,
    tags,
    summary: 'Change how memory behaves, from the next call on; what is left out is its default',
    request: { body: jsonBody(MemorySettings) },
    responses: { 200: jsonAnswer(MemorySettingsAnswer, 'The settings'), ...failures },
  }),
}

export type MemorySettingsDeps = {
  readonly db: WriteDb
  /** Told when they have changed. */
  readonly settingsChanged: () => Promise<void>
}

export function memorySettingsRoutes({ db, settingsChanged }: MemorySettingsDeps): Router {
  const router = createRouter()

  router.openapi(routes.read, async (c) => {
    requireScope(c.get('principal'), 'read')
    return c.json({ settings: await getMemorySettings(db) }, 200)
  })

  router.openapi(routes.write, async (c) => {
    requireScope(c.get('principal'), 'admin')
    const settings = c.req.valid('json')
    await setMemorySettings(db, settings)
    await settingsChanged()
    return c.json({ settings }, 200)
  })

  return router
}
