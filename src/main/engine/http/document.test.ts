import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestEngine, type TestEngine } from '../../../../test/helpers/test-engine.ts'

type Call = {
  summary?: string
  tags?: string[]
  security?: object[]
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, object>
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  security: object[]
  paths: Record<string, Record<string, Call>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}

let engine: TestEngine
let document: Document
let calls: { path: string; method: string; call: Call }[]
beforeAll(async () => {
  engine = await openTestEngine()
  document = await engine.call<Document>('GET', '/openapi.json')
  calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({ path, method, call })),
  )
})
afterAll(() => engine.close())

describe('the document', () => {
  it('is OpenAPI 3.1 of this version, with both ways to send a key', () => {
    const { openapi, info, security, components } = document
    expect(openapi).toBe('3.1.0')
    expect(info).toMatchObject({ title: 'Persona Workbench', version: '0.1.0' })
    expect(security.flatMap(Object.keys).toSorted()).toEqual(
      Object.keys(components.securitySchemes).toSorted(),
    )
  })

  it('refers to nothing that it does not hold', () => {
    const text = JSON.stringify(document)
    const names = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, name]) => name!)
    expect(names.length).toBeGreaterThan(20)
    const held = Object.keys(document.components.schemas).map((n) => `#/components/schemas/${n}`)
    expect(names.filter((name) => !held.includes(name))).toEqual([])
  })

  it('has one shape under each name', async () => {
    const folder = 'src/shared/contract'
    const files = (await readdir(folder)).filter((file) => /^[^.]+\.ts$/.test(file))
    const sources = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
    const names = sources.flatMap((source) =>
      [...source.matchAll(/\.meta\(\{\s*id: '(\w+)'/g)].map(([, name]) => name!),
    )
    expect(names.length).toBeGreaterThan(100)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it('tells what a run would take apart from a number with its interval', () => {
    type Shape = { properties: Record<string, { $ref?: string }> }
    const schemas = document.components.schemas as Record<string, Shape>
    const behind = (name: string, property: string) =>
      schemas[schemas[name]!.properties[property]!.$ref!.split('/').at(-1)!]!.properties
    expect(Object.keys(behind('EstimateAnswer', 'estimate'))).toContain('tokensIn')
    expect(Object.keys(behind('DomainEstimates', 'mean'))).toContain('lower')
  })

  it('says of every call what it does, where it belongs and what failure looks like', () => {
    const open = new Set(['/healthz'])
    const poor = calls.filter(
      ({ path, call }) =>
        !call.summary || call.tags?.length !== 1 || (!open.has(path) && !call.responses['default']),
    )
    expect(poor.map(({ path, method }) => `${method} ${path}`)).toEqual([])
  })

  it('declares every parameter of a path', () => {
    const wrong = calls.filter(({ path, call }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = (call.parameters ?? []).filter((p) => p.in === 'path').map((p) => p.name)
      return named.join() !== declared.join()
    })
    expect(wrong).toEqual([])
  })

  it('knows only JSON Schemas that refuse unknown fields in bodies of ours', () => {
    const loose = calls.flatMap(({ path, method, call }) => {
      const schema = call.requestBody?.content['application/json']?.schema as
        { $ref?: string } | undefined
      const name = schema?.$ref?.split('/').at(-1)
      const body = name ? document.components.schemas[name] : schema
      const isObject = body && 'properties' in body
      return isObject && (body as { additionalProperties?: unknown }).additionalProperties !== false
        ? [`${method} ${path}`]
        : []
    })
    expect(loose).toEqual([])
  })
})

describe('every call', () => {
  it('asks for a key, but for those that say they do not', async () => {
    const opens: string[] = []
    for (const { path, method, call } of calls) {
      const url = `http://localhost${path.replaceAll(/\{\w+\}/g, 'x')}`
      const answer = await engine.app.fetch(new Request(url, { method: method.toUpperCase() }), {})
      await answer.body?.cancel()
      const isOpen = answer.status !== 401
      expect([path, method, isOpen]).toEqual([path, method, call.security?.length === 0])
      if (isOpen) opens.push(`${method} ${path}`)
    }
    expect(opens.toSorted()).toEqual([
      'get /downloads/{ticket}',
      'get /healthz',
      'get /study-file.schema.json',
      'post /ui/session',
    ])
  })
})

it('shows itself offline: the page asks nothing of anybody else', async () => {
  for (const path of ['/docs', '/docs/docs.js', '/docs/docs.css']) {
    const answer = await engine.app.fetch(new Request(`http://localhost${path}`), {})
    const text = await answer.text()
    expect([path, answer.status]).toEqual([path, 200])
    expect(text).not.toMatch(/https?:\/\//)
    // The policy lets no inline script run.
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  }
})
