import { createRoute, z } from '@hono/zod-openapi'
import { SkillId } from '../../../shared/contract/ids.ts'
import {
  ExportSkillQuery,
  ImportSkillRequest,
  SkillExportLosses,
  SkillFileImported,
  SkillFilePreview,
} from '../../../shared/contract/skill-files.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { importSkillFile, readSkillFile, writeSkillFile } from './skill-files.ts'
import { getSkillVersion } from './skill-versions.ts'
import { getSkill, type SkillDeps } from './skills.ts'

const tags = ['Skills']
const params = z.object({ skillId: SkillId })

const routes = {
  preview: createRoute({
    method: 'post',
    path: '/skills/import/preview',
    tags,
    summary: 'The skill that a file would become, and what of the file is lost; stores nothing',
    request: { body: jsonBody(ImportSkillRequest) },
    responses: { 200: jsonAnswer(SkillFilePreview, 'The proposal'), ...failures },
  }),
  import: createRoute({
    method: 'post',
    path: '/skills/import',
    tags,
    summary: 'Make a skill from a JSON or QSF file',
    request: { body: jsonBody(ImportSkillRequest) },
    responses: { 201: jsonAnswer(SkillFileImported, 'The skill at version 1'), ...failures },
  }),
  export: createRoute({
    method: 'get',
    path: '/skills/{skillId}/export',
    tags,
    summary: 'A skill as a JSON or QSF file',
    request: { params, query: ExportSkillQuery },
    responses: {
      200: {
        description: 'The file',
        content: { 'application/octet-stream': { schema: z.string() } },
      },
      ...failures,
    },
  }),
  losses: createRoute({
    method: 'get',
    path: '/skills/{skillId}/export/losses',
    tags,
    summary: 'What a file of a skill would not say',
    request: { params, query: ExportSkillQuery },
    responses: { 200: jsonAnswer(SkillExportLosses, 'Losses, none for JSON'), ...failures },
  }),
}

export function skillFileRoutes(deps: SkillDeps): Router {
  const router = createRouter()
  const written = async (
    tenantId: Parameters<typeof getSkill>[1],
    { skillId, format, version }: { skillId: SkillId } & z.infer<typeof ExportSkillQuery>,
  ) => {
    const skill = version
      ? await getSkillVersion(deps.db, tenantId, { skillId, versionId: version })
      : await getSkill(deps.db, tenantId, skillId)
    return { name: skill.name, ...writeSkillFile(skill, format) }
  }

  router.openapi(routes.preview, (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const request = c.req.valid('json')
    requireTenant(principal, request.tenantId)
    return c.json(readSkillFile(request), 200)
  })
  router.openapi(routes.import, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const request = c.req.valid('json')
    requireTenant(principal, request.tenantId)
    return c.json(await importSkillFile(deps, principal.tenantId, request), 201)
  })
  router.openapi(routes.export, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const query = { ...c.req.valid('param'), ...c.req.valid('query') }
    const { name, text } = await written(principal.tenantId, query)
    return c.body(text, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${fileName(name)}.${query.format}"`,
    })
  })
  router.openapi(routes.losses, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const query = { ...c.req.valid('param'), ...c.req.valid('query') }
    const { losses } = await written(principal.tenantId, query)
    return c.json({ losses }, 200)
  })
  return router
}

function fileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return plain.replaceAll(/^-+|-+$/g, '').slice(0, 60) || 'skill'
}
