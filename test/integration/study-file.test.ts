import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { PersonaList } from '../../src/shared/contract/personas.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import { StudyFile } from '../../src/shared/contract/study-file.ts'
import { studyFileSchema } from '../../src/main/engine/studies/study-file.ts'
import { anyStudyFile } from '../helpers/any-study-file.ts'
import { aMemory, livedInStudy } from '../helpers/lived-in-study.ts'
import { fieldsMissingFrom } from '../helpers/fields-of-schema.ts'
import { importStudy, openTestEngine, runStudy, type TestEngine } from '../helpers/test-engine.ts'
import { withoutIds } from '../helpers/without-ids.ts'

const engines: TestEngine[] = []
afterAll(async () => {
  for (const engine of engines) await engine.close()
})

/** Every file that went there and back in this file's tests. */
const seen: unknown[] = []

async function emptyWorkspace(now?: number): Promise<TestEngine> {
  const started = Date.now()
  const clock = now === undefined ? {} : { now: () => now + Date.now() - started }
  const engine = await openTestEngine({}, clock)
  engines.push(engine)
  return engine
}

async function exportFile(engine: TestEngine, { id }: Study): Promise<string> {
  const request = new Request(`http://localhost/studies/${id}/file`)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  expect(answer.status).toBe(200)
  return answer.text()
}

/** Evidence and answers of a new run, without what is new in every workspace. */
async function foundBy(engine: TestEngine, study: Study) {
  const run = await runStudy(engine, study)
  expect(run).toMatchObject({ status: 'succeeded', tasks: { failed: 0 } })
  const evidence = await engine.call('GET', `/runs/${run.id}/evidence`)
  const request = new Request(`http://localhost/runs/${run.id}/export?format=csv`)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  const rows = withoutIds(await answer.text())
    .split('\n')
    .toSorted()
  expect(rows.length).toBeGreaterThan(60)
  return { evidence: JSON.parse(withoutIds(JSON.stringify(evidence))) as unknown, rows }
}

/** People in the order of their making, each with what is said for all. */
function meaning(file: unknown): StudyFile {
  const parsed = StudyFile.parse(file)
  const { describedAt: timeOfAll, inline = [] } = parsed.personas
  const people = inline.map((person) => ({ describedAt: timeOfAll, ...person }))
  const ordered = people.toSorted((a, b) => Date.parse(a.describedAt!) - Date.parse(b.describedAt!))
  return { ...parsed, personas: { inline: ordered, randomSeed: parsed.personas.randomSeed } }
}

const published = JSON.parse(readFileSync('docs/study-file.schema.json', 'utf8')) as Record<
  string,
  unknown
>
const accepts = z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0])

describe('the published schema', () => {
  it('is what the code says (else: npx workbench study schema docs)', async () => {
    expect(published).toEqual(studyFileSchema())
    const engine = await emptyWorkspace()
    const answer = await engine.app.fetch(
      new Request('http://localhost/study-file.schema.json'),
      {},
    )
    expect(await answer.json()).toEqual(published)
  })

  it.each(['resources/samples/parcel-lockers.yaml', 'resources/samples/quick-try.json'])(
    'accepts %s',
    (path) => {
      expect(accepts.safeParse(parse(readFileSync(path, 'utf8'))).error).toBeUndefined()
    },
  )

  it.each([
    [{ workbench: 2 }],
    [{ colour: 'red' }],
    [{ study: { replicates: 0 } }],
    [{ skill: { name: 'x', objective: 'x', questions: [{ id: 'q', type: 'single', text: 'x' }] } }],
  ])('refuses %j', (change) => {
    const file = parse(readFileSync('resources/samples/quick-try.json', 'utf8')) as object
    expect(accepts.safeParse({ ...file, ...change }).success).toBe(false)
  })
})

describe('any study', () => {
  it('goes to YAML and back without loss', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyStudyFile, async (file) => {
        const first = await emptyWorkspace()
        const text = await exportFile(first, await importStudy(first, { file }))
        const second = await emptyWorkspace()
        const again = await exportFile(second, await importStudy(second, { file: text }))
        for (const engine of engines.splice(-2)) await engine.close()

        expect(text.split('\n', 1)).toEqual([
          '# yaml-language-server: $schema=study-file.schema.json',
        ])
        expect(again).toBe(text)
        const read: unknown = parse(text)
        expect(meaning(read)).toEqual(meaning(file))
        expect(accepts.safeParse(read).error).toBeUndefined()
        seen.push(read)
      }),
      { numRuns: 25, seed: 20260105, endOnFailure: true },
    )
  })

  it('made again on an empty workspace gives the same evidence', { timeout: 55_000 }, async () => {
    const first = await emptyWorkspace(Date.UTC(2026, 5, 1))
    const study = await livedInStudy(first)
    const text = await exportFile(first, study)
    const second = await emptyWorkspace(Date.UTC(2027, 10, 11))
    const rebuilt = await importStudy(second, { file: text })
    expect(await exportFile(second, rebuilt)).toBe(text)
    const [found, wanted] = [await foundBy(second, rebuilt), await foundBy(first, study)]
    expect(found.rows).toEqual(wanted.rows)
    expect(found.evidence).toEqual(wanted.evidence)
    const read: unknown = parse(text)
    expect(accepts.safeParse(read).error).toBeUndefined()
    seen.push(read)
  })

  it('finds the people of its file again', async () => {
    const engine = await emptyWorkspace(Date.UTC(2026, 5, 1))
    const text = await exportFile(engine, await livedInStudy(engine))
    const before = await engine.call<{ total: number }>('GET', '/personas')
    const again = await importStudy(engine, { file: text })
    expect((await engine.call<{ total: number }>('GET', '/personas')).total).toBe(before.total)
    expect(await exportFile(engine, again)).toBe(text)

    // Who has lived on is not any more who the file tells of.
    const { personas } = await engine.call<PersonaList>('GET', '/personas?q=nurse')
    await engine.call('POST', `/personas/${personas[0]!.id}/timeline`, aMemory)
    await importStudy(engine, { file: text })
    const after = await engine.call<{ total: number }>('GET', '/personas')
    expect(after.total).toBe(before.total + 1)
  })

  it('has no field that none of these had', () => {
    // Only read: an export writes people and margins into the file itself.
    const readOnly = ['$schema', 'personas.file', 'population.marginsFile']
    const missing = fieldsMissingFrom(published, seen)
    expect(missing).toEqual(readOnly.map((path) => `StudyFile.${path}`))
  })
})
