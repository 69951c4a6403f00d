import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ErrorBody } from '../../src/shared/contract/errors.ts'
import { openRest, seed, type Answer, type Call, type Rest } from '../helpers/rest.ts'

/** Parameters that are no id but a number of one of its versions. */
const NUMBERED = new Set(['version', 'revision'])
/** Parameters that may be any text. */
const NAMES = new Set(['questionId'])
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
type Operation = { method: string; path: string; params: string[]; query: string[] }

let rest: Rest
let operations: Operation[]
let ids: Record<string, string>
let small: Record<string, object>

beforeAll(async () => {
  rest = await openRest()
  operations = await documented(rest)
  ids = await something(rest)
  small = bodies(ids)
})
afterEach(() => {
  expect(rest.bugs.splice(0)).toEqual([])
})
afterAll(() => rest.close())

/** Every operation of /openapi.json. */
async function documented({ get }: Rest): Promise<Operation[]> {
  type Documented = { parameters?: { name: string; in: string }[] }
  const { paths } = await get('/openapi.json')
  return Object.entries<Record<string, Documented>>(paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method]).map((method) => {
      const parameters = methods[method]!.parameters ?? []
      const named = (where: string) =>
        parameters.filter((one) => one.in === where).map(({ name }) => name)
      return { method: method.toUpperCase(), path, params: named('path'), query: named('query') }
    }),
  )
}

/** One of everything, by the name its path parameter has. */
async function something({ get }: Rest): Promise<Record<string, string>> {
  const file = {
    workbench: 1,
    name: 'Small',
    personas: { inline: ['Maya', 'Ada', 'Ben', 'Cleo', 'Dora'].map((name) => seed(name)) },
    cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
    population: {},
    skill: {
      name: 'Small',
      objective: 'Test',
      questions: [
        { id: 'q', type: 'likert', text: 'Fine?' },
        { id: 'why', type: 'open', text: 'Why?' },
      ],
    },
  }
  const { study } = await get('/study-files', { body: { file } })
  const { run } = await get(`/studies/${study.id}/runs`, { body: {} })
  while (!['succeeded', 'failed'].includes((await get(`/runs/${run.id}`)).run.status))
    await new Promise((resolve) => setTimeout(resolve, 10))
  const [persona] = (await get('/personas')).personas
  const [cohort] = (await get('/cohorts')).cohorts
  const [task] = (await get(`/runs/${run.id}/tasks`)).tasks
  const [entry] = (await get(`/personas/${persona.id}/timeline`)).entries
  const ask = { personaId: persona.id, userPrompt: 'Hello', mode: 'async' }
  const { jobId } = await get('/personas/prompt', { body: ask })
  const { file: brought } = await get(`/personas/${persona.id}/files`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nIn 2004 I moved.\r\n--x--\r\n',
  })
  const { survey } = await get('/human-surveys', {
    body: { text: 'q,sex\n1,man\n2,woman', about: { name: 'Small' } },
  })
  const people = [{ questionId: 'q', counts: [{ value: 1, count: 1 }] }]
  const { validation } = await get(`/runs/${run.id}/validation`, { body: { items: people } })
  return {
    personaId: persona.id,
    version: '1',
    revision: '1',
    entryId: entry.id,
    cohortId: cohort.id,
    populationId: study.populationId,
    skillId: study.skillId,
    versionId: (await get(`/skills/${study.skillId}`)).skill.versionId,
    studyId: study.id,
    runId: run.id,
    scheduleId: (await get('/schedules', { body: { studyId: study.id, cron: '0 9 * * 1' } }))
      .schedule.id,
    taskId: task.id,
    sessionId: task.sessionId,
    jobId,
    fileId: brought.id,
    keyId: (await get('/keys')).keys[0].id,
    ticket: 'none',
    surveyId: survey.id,
    validationId: validation.id,
    issueId: crypto.randomUUID(),
    questionId: 'why',
    sampleId: crypto.randomUUID(),
  }
}

/** A body that each call accepts. */
function bodies(ids: Record<string, string>) {
  const { personaId, cohortId, populationId, skillId, studyId } = ids
  const entry = {
    eventAt: '2015-06-01',
    eventLabel: 'a',
    facts: 'b',
    feelings: 'c',
    interpretation: 'd',
  }
  return {
    'POST /ui/session': { token: 'x' },
    'POST /runs/{runId}/scale': { items: [{ questionId: 'q' }, { questionId: 'r' }] },
    'POST /runs/{runId}/regression': {
      outcome: { questionId: 'q' },
      predictors: [{ kind: 'cohort' }],
    },
    'POST /downloads': { path: '/personas' },
    'PUT /personas/safety-policy': { blockedTerms: ['acme'] },
    'PUT /personas/{personaId}/consistency-checks/issues/{issueId}': { dismissed: true },
    'PUT /settings/memory': { forgetting: { enabled: false } },
    'POST /personas/prompt': { personaId, userPrompt: 'Hello' },
    'POST /personas/prompt/stream': { personaId, userPrompt: 'Hello' },
    'POST /personas': { seed: seed() },
    'PATCH /personas/{personaId}': { lastName: 'Chen' },
    'POST /personas/{personaId}/timeline': entry,
    'POST /personas/{personaId}/timeline/{entryId}/supersede': { reason: 'r', entry },
    'POST /personas/{personaId}/files/{fileId}/keep': { entries: [entry] },
    'POST /skills': {
      name: 'a',
      objective: 'b',
      questions: [{ id: 'q', type: 'open', text: 'Well?' }],
    },
    'PATCH /skills/{skillId}': { name: 'b' },
    'POST /skills/lint': { questions: [{ id: 'q', text: 'Well?' }] },
    'POST /cohorts/preview': { criteria: { all: [] } },
    'POST /cohorts/analysis': { criteria: { all: [] } },
    'POST /cohorts/{cohortId}/separation': { neighbourId: crypto.randomUUID(), skillId },
    'POST /cohorts': { name: 'a', criteria: { all: [] } },
    'PATCH /cohorts/{cohortId}': { name: 'b' },
    'POST /populations': { name: 'a', cohorts: [{ cohortId, targetShare: 1 }] },
    'PATCH /populations/{populationId}': {},
    'POST /populations/{populationId}/balance': {},
    'POST /study-files': { file: {} },
    'POST /studies': { name: 'a', populationId, skillId },
    'POST /studies/{studyId}/runs': {},
    'POST /studies/power': { populationId, skillId },
    'POST /studies/preview': { skill: { skillId }, people: { populationId } },
    'PATCH /studies/{studyId}': {},
    'POST /studies/{studyId}/registration': {},
    'POST /runs/{runId}/validation': {
      items: [{ questionId: 'q', counts: [{ value: 1, count: 1 }] }],
    },
    'POST /validations/{validationId}/people-plan': {},
    'POST /runs/{runId}/codebooks/{questionId}': {},
    'POST /runs/{runId}/codebooks/{questionId}/edits': {
      edit: { type: 'add', label: 'a', keywords: ['b'] },
    },
    'POST /runs/{runId}/codebooks/{questionId}/samples': {},
    'PUT /runs/{runId}/codebooks/{questionId}/samples/{sampleId}/codes': {
      codes: [{ taskId: crypto.randomUUID(), themeId: null }],
    },
    'POST /runs/{runId}/mixed-estimates': { items: [{ questionId: 'q', pairs: [] }] },
    'POST /runs/{runId}/validation/matches': { surveyId: ids.surveyId },
    'POST /human-surveys/preview': { text: 'q\n1\n2' },
    'POST /human-surveys': { text: 'q\n1\n2', about: { name: 'Small' } },
    'PATCH /human-surveys/{surveyId}': {},
    'POST /schedules': { studyId, cron: '0 9 * * 1' },
    'PATCH /schedules/{scheduleId}': {},
    'POST /keys': { profile: 'read' },
    'PATCH /usage': { plan: 'local' },
  } as Record<string, object>
}

/** An answer of the contract: a success, or an error in its shape that is no fault of ours. */
function expectContract(what: unknown, { status, headers, body, text }: Answer): void {
  if (status < 400) return
  expect([what, status]).toEqual([what, expect.toSatisfy((code: number) => code < 500)])
  expect([what, headers.get('content-type')]).toEqual([
    what,
    expect.stringContaining('application/json'),
  ])
  expect(ErrorBody.safeParse(body).error, `${JSON.stringify(what)}: ${text}`).toBeUndefined()
  expect(text).not.toMatch(/\n\s+at |node_modules|SQLITE|SqliteError/)
}

/** What some calls must have in their query. */
const needed: Readonly<Record<string, string>> = {
  '/personas/{personaId}/recall': '?q=work',
  '/personas/{personaId}/timeline/matches': '?q=work',
  '/runs/{runId}/export': '?format=csv',
  '/runs/{runId}/crosstab': '?rows=cohort&columns=field:gender',
  '/runs/{runId}/difference': '?with=7d9c1f8e-4b2a-4c3d-9e5f-6a7b8c9d0e1f',
}
const address = (path: string, value: (name: string) => string) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => value(name)) + (needed[path] ?? '')
const known = (path: string) => address(path, (name) => ids[name] ?? 'missing')

async function ask(call: Operation, path: string, more: Call = {}) {
  const answer = await rest.ask(path, { method: call.method, ...more })
  expectContract([call.method, path, more.body], answer)
  return answer
}

/** What changes or destroys what the other tests need is asked about strangers only. */
const isHarmless = ({ method, path }: Operation) =>
  method !== 'DELETE' && !path.endsWith('/cancel') && path !== '/study-files'

describe('every path of the document', () => {
  it('is there: none is missing and none is taken by another', async () => {
    expect(operations.length).toBeGreaterThan(60)
    for (const call of operations.filter(isHarmless)) {
      const body = small[`${call.method} ${call.path}`]
      const answer = await ask(call, known(call.path), body ? { body } : {})
      expect([call.method, call.path, answer.text]).toEqual([
        call.method,
        call.path,
        expect.not.stringMatching(/No route|Invalid param/),
      ])
    }
  })

  it('names its own parameter when that is no id', async () => {
    for (const call of operations.filter(({ params }) => params.length > 0)) {
      const body = small[`${call.method} ${call.path}`]
      const { status, body: answer } = await ask(
        call,
        address(call.path, () => 'no-such-id'),
        body ? { body } : {},
      )
      if (call.path === '/downloads/{ticket}') continue
      expect([call.path, status, answer.error]).toEqual([
        call.path,
        400,
        expect.stringMatching(/^Invalid param/),
      ])
      const named = answer.details.map(({ path }: { path: string }) => path)
      const wanted = call.params.filter((name) => !NAMES.has(name))
      expect([call.path, named.toSorted()]).toEqual([call.path, wanted.toSorted()])
    }
  })

  it('says 404 to an id that nothing has', async () => {
    for (const call of operations.filter(({ params }) => params.length > 0)) {
      const body = small[`${call.method} ${call.path}`]
      // A version or revision is a number: none is unknown but that of an unknown persona.
      const path = address(call.path, (name) => (NUMBERED.has(name) ? '1' : crypto.randomUUID()))
      const { status } = await ask(call, path, body ? { body } : {})
      expect([call.method, call.path, status]).toEqual([call.method, call.path, 404])
    }
  })

  it('says 404 to an id of another tenant', async () => {
    const other = await openRest()
    const theirs = await something(other)
    for (const call of operations.filter(({ params }) => params.length > 0)) {
      const body = small[`${call.method} ${call.path}`]
      const path = address(call.path, (name) => theirs[name]!)
      const { status } = await ask(call, path, body ? { body } : {})
      expect([call.method, call.path, status]).toEqual([call.method, call.path, 404])
    }
    await other.close()
  })

  it('withstands parameters that are not even text', async () => {
    const values = [
      '%00',
      '%E0%A4%A',
      '%ff',
      '..%2f..%2fetc',
      "'%20OR%201=1--",
      '💥',
      'a'.repeat(5000),
    ]
    for (const call of operations.filter(({ params }) => params.length > 0))
      for (const value of values) {
        const { status } = await ask(
          call,
          address(call.path, () => value),
        )
        expect([call.path, value, status]).toEqual([
          call.path,
          value,
          expect.toSatisfy((code: number) => code === 400 || code === 404),
        ])
      }
  })

  it('withstands queries that are none of its own', async () => {
    const cursors = [
      '[]',
      '[{}]',
      '["a","b"]',
      '[1]',
      '[1,2,3]',
      '[null,null]',
      '"x"',
      '[1e308,"x"]',
      '[-1,""]',
    ]
    const values = [
      '',
      '-1',
      '0',
      'abc',
      '1e9',
      '"',
      '"" OR *',
      'NEAR(',
      'a*',
      '%00',
      '%ff',
      '[]',
      '__proto__',
      ...cursors.map((text) => Buffer.from(text).toString('base64url')),
    ]
    for (const call of operations.filter(({ query }) => query.length > 0))
      for (const name of call.query)
        for (const value of values)
          await ask(call, `${known(call.path).split('?')[0]}?${name}=${encodeURIComponent(value)}`)
  })

  it('withstands bodies that are none', async () => {
    const texts = [
      '{',
      '',
      '[]',
      'null',
      '"x"',
      '1e999',
      '{"__proto__":{"a":1}}',
      '{"a":1,"a":2}',
      '{"constructor":{}}',
      '\u0000',
      '\uFEFF{}',
      `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`,
    ]
    for (const call of operations.filter(({ method }) => method !== 'GET' && method !== 'DELETE'))
      for (const body of texts) {
        if (!isHarmless(call) || call.path.endsWith('restore')) continue
        await ask(call, known(call.path), { body, headers: { 'content-type': 'application/json' } })
      }
  })

  it('withstands every field of its body being something else', async () => {
    const junk = [
      null,
      true,
      -1,
      1e308,
      '',
      'x',
      '\u0000',
      '\ud800',
      'a'.repeat(20_000),
      [],
      [null],
      {},
      { __proto__: null, constructor: 1 },
      JSON.parse('{"__proto__":{"x":1}}'),
    ]
    for (const call of operations.filter(isHarmless)) {
      const body = small[`${call.method} ${call.path}`]
      if (!body) continue
      for (const spoiled of junk.flatMap((value) => spoil(body, value)))
        await ask(call, known(call.path), { body: spoiled })
      const { status, body: answer } = await ask(call, known(call.path), {
        body: { ...body, zzz: 1 },
      })
      expect([call.path, status, answer.error]).toEqual([
        call.path,
        400,
        expect.stringContaining('zzz'),
      ])
    }
  }, 60_000)
})

/** The body with one field after the other replaced, at every depth. */
function spoil(body: unknown, value: unknown): unknown[] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, inner]) => {
    const put = (replaced: unknown) =>
      Array.isArray(body)
        ? body.map((one, i) => (String(i) === name ? replaced : one))
        : { ...body, [name]: replaced }
    return [put(value), ...spoil(inner, value).map(put)]
  })
}
