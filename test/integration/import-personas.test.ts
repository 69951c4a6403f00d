import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportReport, Persona } from '../../src/shared/contract/personas.ts'
import { readLines, type ImportLine } from '../../src/main/engine/personas/import-lines.ts'
import { importPersonas } from '../../src/main/engine/personas/import-personas.ts'
import { listAllPersonas } from '../../src/main/engine/personas/find-personas.ts'
import { startPersonaApp } from '../helpers/persona-app.ts'

let app: Awaited<ReturnType<typeof startPersonaApp>>

beforeEach(async () => {
  app = await startPersonaApp()
})
afterEach(() => app.close())

const header = 'firstName,lastName,age,location,baseOccupation'
const seed = {
  firstName: 'Ana',
  lastName: 'Doe',
  age: 30,
  location: 'Lyon',
  baseOccupation: 'Cook',
}

async function post(body: string, type = 'text/csv', query = '') {
  const answer = await app.send('POST', `/personas/import${query}`, body, type)
  expect(answer.status, answer.text).toBe(200)
  return answer.body as ImportReport
}
const stored = () => listAllPersonas(app.db, app.tenantId)

describe('a CSV', () => {
  it('becomes personas with memories, in order, unknown columns as attributes', async () => {
    const report = await post(
      [
        '\uFEFFFirst name;last_name;AGE;City;Occupation;Gender;attributes.smoker;rent;zip;note',
        'Ana;Doe;30;"Lyon; France";Cook;woman;TRUE;712.5;01234;',
        'Bo;Ek;41;Oslo;Driver;;false;-3;99;007',
      ].join('\r\n'),
      'text/csv; charset=utf-8',
    )
    expect(report).toMatchObject({ imported: 2, failed: 0, errors: [] })
    const people = await stored()
    expect(people.map(({ id }) => id)).toEqual(report.personaIds)
    expect(people[0]).toMatchObject({
      firstName: 'Ana',
      age: 30,
      location: 'Lyon; France',
      baseOccupation: 'Cook',
      gender: 'woman',
      attributes: { smoker: true, rent: 712.5, zip: '01234' },
    })
    expect(people[1]).toMatchObject({
      attributes: { smoker: false, rent: -3, zip: 99, note: '007' },
    })
    expect(people[1]!.gender).toBeUndefined()
    expect(people[0]!.timelineLength).toBeGreaterThanOrEqual(8)
  })

  it('reports bad lines by number, past quoted line breaks and empty lines, and takes the rest', async () => {
    const report = await post(
      [
        `${header},note`,
        'Ana,Doe,30,Lyon,Cook,"two', // line 2 …
        'lines"', // … and 3
        '', // 4
        'Bo,Ek,very old,Oslo,Driver,x', // 5
        'Cy,,20,Oslo,Driver,x', // 6
        'Di,Ek,20,Oslo,Driver,x,one too many', // 7
        'Ed,Ek,20.5,"Os',
        'lo",Driver,x', // 8 and 9
        'Flo,Ek,20,Oslo,Driver,"a ""quoted"" word"', // 10
      ].join('\n'),
    )
    expect(report).toMatchObject({ imported: 2, failed: 4 })
    expect(report.errors.map(({ line, path }) => ({ line, path }))).toEqual([
      { line: 5, path: 'age' },
      { line: 6, path: 'lastName' },
      { line: 7, path: '' },
      { line: 8, path: 'age' },
    ])
    const people = await stored()
    expect(people.map(({ firstName, attributes }) => [firstName, attributes])).toEqual([
      ['Ana', { note: 'two\nlines' }],
      ['Flo', { note: 'a "quoted" word' }],
    ])
  })

  it('keeps a stray quote as a letter and reports one that never closes', async () => {
    const report = await post(
      `${header}\nAna,Doe,30,Lyon,Cook\nBo,"E"k,41,Oslo,Driver\nCy,Ek,20,Oslo,"Cook\nDi,Ek,20,Oslo,Cook`,
    )
    expect(report).toMatchObject({ imported: 2, failed: 1, errors: [{ line: 4, path: '' }] })
    expect((await stored())[1]).toMatchObject({ lastName: '"E"k' })
  })

  it.each([
    { body: 'name,age\nAna,3', missing: ['firstName', 'lastName', 'location', 'baseOccupation'] },
    {
      body: 'Ana,Doe,30,Lyon,Cook',
      missing: ['firstName', 'lastName', 'age', 'location', 'baseOccupation'],
    },
    { body: '', missing: ['firstName', 'lastName', 'age', 'location', 'baseOccupation'] },
  ])(
    'without the required columns in "$body" is refused as a whole, naming them',
    async ({ body, missing }) => {
      const answer = await app.send('POST', '/personas/import', body, 'text/csv')
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
      const { details } = answer.body as { details: { path: string }[] }
      expect(details.map(({ path }) => path)).toEqual(missing)
    },
  )

  it('prefers the column named like the field to a synonym', async () => {
    await post(`${header},city,job\nAna,Doe,30,Lyon,Cook,Oslo,Baker`)
    expect((await stored())[0]).toMatchObject({
      location: 'Lyon',
      baseOccupation: 'Cook',
      attributes: { city: 'Oslo', job: 'Baker' },
    })
  })

  it('refuses two columns of one name', async () => {
    const answer = await app.send('POST', '/personas/import', `${header},x,x\n`, 'text/csv')
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringContaining('"x"') } })
  })

  it('makes different people of equal lines, the same ones each time', async () => {
    const lines = `${header}\nAna,Doe,30,Lyon,Cook\nAna,Doe,30,Lyon,Cook\n`
    await post(lines)
    await post(lines, 'text/csv', '?randomSeed=1')
    const keys = (await stored()).map(({ personaKey }) => personaKey)
    expect(keys[0]).not.toBe(keys[1])
    expect(keys[2]).toBe(keys[1])
  })
})

describe('JSONL', () => {
  it('takes seeds, wrapped seeds and their random seed, and reports what is neither', async () => {
    const report = await post(
      [
        JSON.stringify(seed),
        '',
        JSON.stringify({ seed: { ...seed, firstName: 'Bo', attributes: { a: 1 } }, randomSeed: 7 }),
        '{"firstName": ',
        JSON.stringify({ ...seed, salary: 3 }),
        JSON.stringify({ seed: { ...seed, age: 200 } }),
        '[]',
        'null',
      ].join('\n'),
      'application/x-ndjson',
    )
    expect(report).toMatchObject({ imported: 2, failed: 5 })
    expect(report.errors.map(({ line, path }) => ({ line, path }))).toEqual([
      { line: 4, path: '' },
      { line: 5, path: '' },
      { line: 6, path: 'seed.age' },
      { line: 7, path: '' },
      { line: 8, path: '' },
    ])
    expect((await stored()).map(({ firstName }) => firstName)).toEqual(['Ana', 'Bo'])
  })

  it.each([
    {
      what: 'an array',
      body: JSON.stringify([seed, { ...seed, age: -1 }]),
      imported: 1,
      failed: 1,
    },
    {
      what: 'one object over several lines',
      body: JSON.stringify(seed, null, 2),
      imported: 1,
      failed: 0,
    },
    {
      what: 'lines sent as JSON',
      body: `${JSON.stringify(seed)}\n${JSON.stringify(seed)}`,
      imported: 2,
      failed: 0,
    },
  ])('also comes as $what', async ({ body, imported, failed }) => {
    expect(await post(body, 'application/json')).toMatchObject({ imported, failed })
  })

  it('reports no more than a thousand errors and counts all', async () => {
    const report = await post('{}\n'.repeat(1500), 'application/jsonl')
    expect(report.failed).toBe(1500)
    expect(report.errors).toHaveLength(1000)
  })
})

it.each(['application/xml', 'multipart/form-data; boundary=x', 'application/vnd.ms-excel'])(
  'refuses %s',
  async (type) => {
    const answer = await app.send('POST', '/personas/import', 'x', type)
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } })
  },
)

it('fails when its source fails', async () => {
  async function* broken() {
    yield `${header}\nAna,Doe,30,Lyon,Cook\n`
    throw new Error('connection lost')
  }
  const request = { source: broken(), format: 'csv' as const }
  await expect(importPersonas(app.deps, app.tenantId, request)).rejects.toThrow('connection lost')
  expect(await stored()).toEqual([])
})

it('stops at an abort', async () => {
  const signal = AbortSignal.abort()
  const request = { source: `${header}\nAna,Doe,30,Lyon,Cook`, format: 'csv' as const }
  await expect(importPersonas(app.deps, app.tenantId, request, { signal })).rejects.toMatchObject({
    name: 'AbortError',
  })
  expect(await stored()).toEqual([])
})

it('needs room for all of a file before any of it goes in', async () => {
  const small = await startPersonaApp({ room: 1 })
  const body = `${header}\nAna,Doe,30,Lyon,Cook\nBo,Doe,30,Lyon,Cook`
  const answer = await small.send('POST', '/personas/import', body, 'text/csv')
  expect(answer).toMatchObject({ status: 403, body: { code: 'usage_limit_exceeded' } })
  expect(await listAllPersonas(small.db, small.tenantId)).toEqual([])
  await small.close()
})

describe('an export', () => {
  const odd = [
    {
      ...seed,
      attributes: { 'odd, "name"': 'a\nb', flag: false, score: -1.5, code: '007', '=sum': '=1+1' },
    },
    {
      ...seed,
      firstName: '-Bo',
      gender: 'woman',
      education: 'PhD',
      income: 'high',
      household: 'alone',
      language: 'pt-BR',
    },
  ]

  it.each([
    { format: 'csv', type: 'text/csv' },
    { format: 'jsonl', type: 'application/x-ndjson' },
  ])('as $format is read back as the same people', async ({ format, type }) => {
    await post(odd.map((one) => JSON.stringify(one)).join('\n'), 'application/x-ndjson')
    const before = await stored()
    const { text, status } = await app.send('GET', `/personas/export?format=${format}`)
    expect(status).toBe(200)

    const other = await startPersonaApp()
    const answer = await other.send('POST', '/personas/import', text, type)
    expect(answer.body).toMatchObject({ imported: 2, failed: 0 })
    const after = await listAllPersonas(other.db, other.tenantId)
    const person = (persona: Persona) => ({ ...persona, id: '', tenantId: '' })
    expect(after.map(person)).toEqual(before.map(person))
    await other.close()
  })

  it('leaves out the trash and other tenants, and has a header even when empty', async () => {
    const { personaIds } = await post(JSON.stringify(seed), 'application/json')
    await app.send('DELETE', `/personas/${personaIds[0]}`)
    const { text } = await app.send('GET', '/personas/export?format=csv')
    expect(text.trim().split('\n')).toHaveLength(1)
    expect((await app.send('GET', '/personas/export?format=jsonl')).text).toBe('')
  })
})

it('gives every record of any CSV the line it begins on', async () => {
  const cell = fc.constantFrom('x', 'a "b"', 'two\nlines', '\n\n', ' pad ', 'é,;', '')
  const record = fc.tuple(fc.constant('Ana'), cell, cell)
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      async (records, cut) => {
        const top = 'firstName,lastName,age,location,baseOccupation,a,b'
        const rows = records.map(([name, a, b]) => [name, 'Doe', '30', 'Lyon', 'Cook', a, b])
        const body = stringify(rows, { quoted: true })
        const text = `${top}\n${body}`
        // In pieces of any size, as a stream brings them.
        const pieces = async function* () {
          for (let i = 0; i < text.length; i += cut) yield text.slice(i, i + cut)
        }
        const found: ImportLine[] = []
        for await (const line of readLines(pieces(), 'csv')) found.push(line)
        let next = 2
        const expected = rows.map((row) => {
          const line = next
          next += stringify([row], { quoted: true }).split('\n').length - 1
          return line
        })
        expect(found.map(({ line }) => line)).toEqual(expected)
      },
    ),
    { numRuns: 60 },
  )
})
