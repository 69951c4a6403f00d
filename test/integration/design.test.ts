import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { openRest, seed, type Call, type Rest } from '../helpers/rest.ts'

let rest: Rest
beforeEach(async () => {
  rest = await openRest()
})
afterEach(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

const patch = (body: object): Call => ({ method: 'PATCH', body })
const remove: Call = { method: 'DELETE' }
const isCity = { field: 'attributes.area', op: 'eq', value: 'city' }

/** Thirty men and ten women, a third of each in a city. */
async function somePeople(): Promise<string[]> {
  const lines = Array.from({ length: 40 }, (_, i) => {
    const gender = i < 30 ? 'man' : 'woman'
    const attributes = { area: i % 3 === 0 ? 'city' : 'country' }
    return JSON.stringify(seed(`P${i}`, { age: 20 + i, gender, attributes }))
  })
  const headers = { 'content-type': 'application/x-ndjson' }
  await rest.get('/personas/import', { body: lines.join('\n'), headers })
  const { personas } = await rest.get('/personas?limit=200')
  return personas.map(({ id }: { id: string }) => id)
}

async function cohort(name: string, criteria: object, more: object = {}) {
  return (await rest.get('/cohorts', { body: { name, criteria, ...more } })).cohort
}

describe('skills', () => {
  const skill = {
    name: 'Lockers',
    objective: 'Learn who would use one',
    questions: [{ id: 'use', type: 'likert', text: 'I would use a locker.' }],
  }

  it('are versioned: a change makes a version, what changes nothing makes none', async () => {
    const first = (await rest.get('/skills', { body: skill })).skill
    expect(first).toMatchObject({ version: 1, ...skill, instructions: '' })
    const path = `/skills/${first.id}`
    rest.pass(1000)
    expect((await rest.get(path, patch({}))).skill).toEqual(first)
    expect((await rest.get(path, patch({ ...skill, instructions: '  ' }))).skill).toEqual(first)

    const { skill: second } = await rest.get(path, patch({ objective: 'Learn who would not' }))
    expect(second).toMatchObject({ id: first.id, version: 2, objective: 'Learn who would not' })
    expect(second.versionId).not.toBe(first.versionId)
    expect(second.createdAt).toBe(first.createdAt)
    expect(second.updatedAt > first.updatedAt).toBe(true)
    const { skills } = await rest.get(`${path}/versions`)
    expect(skills).toEqual([second, first])
    const back = (await rest.get(path, patch({ objective: skill.objective }))).skill
    expect(back).toMatchObject({ version: 3, objective: skill.objective })
  })

  it('keep what a change leaves out, decision and instructions too', async () => {
    const full = { ...skill, decision: 'Launch?', successSignal: '3.5', instructions: 'Read this.' }
    const { id } = (await rest.get('/skills', { body: full })).skill
    const changed = (await rest.get(`/skills/${id}`, patch({ name: 'Boxes' }))).skill
    expect(changed).toMatchObject({ ...full, name: 'Boxes', version: 2 })
    expect((await rest.get('/skills')).skills).toEqual([changed])
  })

  it('are refused with every fault named', async () => {
    const questions = [
      { id: 'a', type: 'single', text: 'Which?', options: ['one'] },
      { id: 'b', type: 'likert', text: '', labels: ['x', 'y'] },
      { id: 'c', type: 'numeric', text: 'How many?', min: 5, max: 1 },
      { id: '1', type: 'dance', text: '?' },
    ]
    const { status, body } = await rest.ask('/skills', { body: { ...skill, questions } })
    expect(status).toBe(400)
    const paths = body.details.map(({ path }: { path: string }) => path)
    for (const path of [
      'questions.0.options',
      'questions.1.text',
      'questions.1.labels',
      'questions.3.type',
    ])
      expect(paths).toContain(path)
    const twice = { ...skill, questions: [skill.questions[0], skill.questions[0]] }
    expect((await rest.ask('/skills', { body: twice })).body.error).toMatch(/different ids/)
  })

  it('go to the trash and come back with their versions', async () => {
    const { id } = (await rest.get('/skills', { body: skill })).skill
    await rest.get(`/skills/${id}`, patch({ name: 'Boxes' }))
    expect((await rest.get(`/skills/${id}`, remove)).skill.id).toBe(id)
    for (const [path, call] of [
      [`/skills/${id}`, {}],
      [`/skills/${id}/versions`, {}],
      [`/skills/${id}`, patch({ name: 'c' })],
      [`/skills/${id}`, remove],
    ] as const)
      expect((await rest.ask(path, call)).status).toBe(404)
    expect((await rest.get('/skills')).skills).toEqual([])
    await rest.get(`/skills/${id}/restore`, { method: 'POST' })
    expect((await rest.get(`/skills/${id}/versions`)).skills).toHaveLength(2)
    expect((await rest.ask(`/skills/${id}/restore`, { method: 'POST' })).status).toBe(404)
  })

  it('are listed in pages without gap or repetition', async () => {
    for (let i = 0; i < 7; i++) await rest.get('/skills', { body: { ...skill, name: `S${i}` } })
    const seen: string[] = []
    let cursor = ''
    do {
      const page = await rest.get(`/skills?limit=3${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.skills.map(({ id }: { id: string }) => id))
      cursor = page.nextCursor ?? ''
    } while (cursor)
    expect([seen.length, new Set(seen).size]).toEqual([7, 7])
  })
})

describe('cohorts', () => {
  it('are criteria, with people added and taken out by hand', async () => {
    const people = await somePeople()
    const plain = await cohort('City', isCity)
    expect(plain).toMatchObject({ size: 14, revision: 1, sentence: 'Everyone whose area is city' })
    const definition = { criteria: isCity }
    const preview = async (more: object) =>
      (await rest.get('/cohorts/preview', { body: { ...definition, ...more } })).size
    const inside = new Set<string>()
    for (const { id } of (await rest.get('/personas?limit=200')).personas)
      if ((await preview({ exclusions: [id] })) === 13) inside.add(id)
    expect(inside.size).toBe(14)
    const outside = people.filter((id) => !inside.has(id))
    const [member, stranger] = [[...inside][0]!, outside[0]!]
    expect(await preview({ additions: [stranger] })).toBe(15)
    expect(await preview({ additions: [member, member] })).toBe(14)
    expect(await preview({ exclusions: [stranger] })).toBe(14)
    // Who is in both is out: taking out is the later thought.
    expect(await preview({ additions: [stranger], exclusions: [stranger] })).toBe(14)
    expect(await preview({ additions: [crypto.randomUUID()] })).toBe(14)

    const body = { additions: [stranger], exclusions: [member] }
    const { cohort: changed } = await rest.get(`/cohorts/${plain.id}`, patch(body))
    expect(changed).toMatchObject({
      revision: 2,
      size: 14,
      ...body,
      sentence: 'Everyone whose area is city, plus 1 picked by hand, without 1 taken out by hand',
    })
    expect((await rest.get(`/cohorts/${plain.id}`, patch(body))).cohort.revision).toBe(2)
  })

  it('follow the people: who comes, changes or goes is counted at once', async () => {
    await somePeople()
    const { id } = await cohort('City', isCity)
    const size = async () => (await rest.get(`/cohorts/${id}`)).cohort.size
    const attributes = { area: 'city' }
    const { persona } = await rest.get('/personas', { body: { seed: seed('New', { attributes }) } })
    expect(await size()).toBe(15)
    await rest.get(`/personas/${persona.id}`, patch({ attributes: { area: 'country' } }))
    expect(await size()).toBe(14)
    await rest.get(`/personas/${persona.id}`, patch({ attributes }))
    expect(await size()).toBe(15)
    await rest.ask(`/personas/${persona.id}`, remove)
    expect(await size()).toBe(14)
    await rest.ask(`/personas/${persona.id}/restore`, { method: 'POST' })
    expect(await size()).toBe(15)
  })

  it('preview with a few faces, for nobody as for everybody', async () => {
    await somePeople()
    const preview = (criteria: object) => rest.get('/cohorts/preview', { body: { criteria } })
    const all = await preview({ all: [] })
    expect(all).toMatchObject({ sentence: 'Everyone', size: 40, of: 40 })
    expect(all.sample).toHaveLength(3)
    expect(new Set(all.sample.map(({ id }: { id: string }) => id)).size).toBe(3)
    expect(await preview({ field: 'age', op: 'gt', value: 200 })).toMatchObject({
      size: 0,
      of: 40,
      sample: [],
    })
    const both = {
      all: [
        isCity,
        {
          any: [
            { field: 'age', op: 'lt', value: 25 },
            { not: { field: 'gender', op: 'eq', value: 'MAN ' } },
          ],
        },
      ],
    }
    // Ages 20 and 23 in a city, and women 30, 33, 36, 39 counted from 0.
    expect((await preview(both)).size).toBe(6)
  })

  it('refuse a field no persona has, with its place in the tree', async () => {
    const criteria = { all: [{ not: { field: 'shoeSize', op: 'eq', value: 41 } }] }
    const { status, body } = await rest.ask('/cohorts', { body: { name: 'a', criteria } })
    expect([status, body.details]).toEqual([
      400,
      [{ path: 'criteria.all.0.not.field', message: 'is not a field of a persona' }],
    ])
  })

  it('go to the trash and come back', async () => {
    const { id } = await cohort('All', { all: [] })
    expect((await rest.ask(`/cohorts/${id}`, remove)).status).toBe(200)
    expect((await rest.ask(`/cohorts/${id}`)).status).toBe(404)
    expect((await rest.ask(`/cohorts/${id}`, patch({ name: 'b' }))).status).toBe(404)
    expect((await rest.get('/cohorts')).cohorts).toEqual([])
    expect((await rest.ask(`/cohorts/${id}/restore`, { method: 'POST' })).status).toBe(200)
    expect((await rest.get('/cohorts')).cohorts).toHaveLength(1)
  })
})

describe('populations', () => {
  const gender = {
    fields: ['gender'],
    targets: [
      { category: 'man', share: 0.5 },
      { category: 'woman', share: 0.5 },
    ],
  }
  const rural = { not: isCity }

  async function panel(more: object = {}) {
    await somePeople()
    const [city, country] = [await cohort('City', isCity), await cohort('Country', rural)]
    const cohorts = [
      { cohortId: city.id, targetShare: 0.6 },
      { cohortId: country.id, targetShare: 0.4 },
    ]
    return { city, country, body: { name: 'Market', cohorts, margins: [gender], ...more } }
  }

  it('weigh their members so that every margin is met', async () => {
    const { body } = await panel()
    const { population } = await rest.get('/populations', { body })
    expect(population).toMatchObject({ version: 1, size: 40, margins: [gender] })
    const { balance } = population
    expect(balance).toMatchObject({ converged: true, conflicts: [] })
    expect(balance.maxGapPoints).toBeLessThan(0.01)
    const fit = (name: string) =>
      balance.margins.find((margin: { name: string }) => margin.name === name).categories
    expect(fit('gender')).toEqual([
      { category: 'man', n: 30, target: 0.5, before: 0.75, after: expect.closeTo(0.5, 6) },
      { category: 'woman', n: 10, target: 0.5, before: 0.25, after: expect.closeTo(0.5, 6) },
    ])
    expect(fit('cohort')).toEqual([
      { category: 'City', n: 14, target: 0.6, before: 0.35, after: expect.closeTo(0.6, 6) },
      { category: 'Country', n: 26, target: 0.4, before: 0.65, after: expect.closeTo(0.4, 6) },
    ])
    expect(balance.effectiveN).toBeCloseTo(40 / balance.designEffect, 9)
    expect(balance.warnings.join(' ')).toContain('City has 14 personas')
  })

  it('make a version when the definition or the members change, else none', async () => {
    const { body } = await panel()
    const { population: first } = await rest.get('/populations', { body })
    const path = `/populations/${first.id}`
    expect((await rest.get(path, patch({}))).population).toEqual(first)
    const attributes = { area: 'city' }
    await rest.get('/personas', { body: { seed: seed('New', { gender: 'woman', attributes }) } })
    expect((await rest.get(path)).population).toEqual(first)
    const { population: second } = await rest.get(path, patch({}))
    expect(second).toMatchObject({ version: 2, size: 41 })
    const { population: third } = await rest.get(path, patch({ trim: { lower: 0.5, upper: 2 } }))
    expect(third).toMatchObject({ version: 3, trim: { lower: 0.5, upper: 2 } })
    expect(third.balance.maxWeight).toBeLessThanOrEqual(2 + 1e-9)
    expect((await rest.get(path, patch({ trim: null }))).population.trim).toBeUndefined()
    const { populations } = await rest.get(`${path}/versions`)
    expect(populations.map(({ version, size }: Record<string, number>) => [version, size])).toEqual(
      [
        [4, 41],
        [3, 41],
        [2, 41],
        [1, 40],
      ],
    )
  })

  it('show what a change would amount to, and store nothing', async () => {
    const { body } = await panel({ margins: [] })
    const { population } = await rest.get('/populations', { body })
    const path = `/populations/${population.id}`
    const { balance } = await rest.get(`${path}/balance`, { body: { margins: [gender] } })
    expect(balance.margins).toHaveLength(2)
    expect(balance.effectiveN).toBeLessThan(population.balance.effectiveN)
    expect((await rest.get(path)).population).toEqual(population)
  })

  it.each([
    [
      'an empty category',
      { fields: ['gender'], targets: [...gender.targets, { category: 'other', share: 0.1 }] },
      'gender',
    ],
    [
      'a category without a target',
      { fields: ['gender'], targets: [{ category: 'man', share: 1 }] },
      'gender',
    ],
    [
      'a field nobody has',
      { fields: ['attributes.car'], targets: [{ category: 'yes', share: 1 }] },
      'car',
    ],
    [
      'bands that do not ascend',
      { fields: ['age'], bands: [55, 18], targets: [{ category: '18+', share: 1 }] },
      'must ascend',
    ],
    [
      'a category named twice',
      {
        fields: ['gender'],
        targets: [
          { category: 'man', share: 0.5 },
          { category: 'Man', share: 0.5 },
        ],
      },
      'gender',
    ],
  ])('refuse a margin with %s, by its name', async (_, margin, name) => {
    const { body } = await panel({ margins: [margin] })
    const { status, body: answer } = await rest.ask('/populations', { body })
    expect([status, answer.code]).toEqual([400, 'invalid_input'])
    expect(answer.error).toContain(name)
    expect(answer.details[0].path).toMatch(/^margins/)
    expect((await rest.get('/populations')).populations).toEqual([])
  })

  it('count a persona of several cohorts once, in the first, and say so', async () => {
    const { city, country, body } = await panel({ margins: [] })
    const all = await cohort('All', { all: [] })
    const cohorts = [
      { cohortId: city.id, targetShare: 0.5 },
      { cohortId: all.id, targetShare: 0.5 },
    ]
    const { population } = await rest.get('/populations', { body: { ...body, cohorts } })
    expect(population.size).toBe(40)
    expect(population.balance.conflicts).toEqual([
      { cohortId: all.id, countedIn: city.id, personas: 14 },
    ])
    // Everybody of the third is counted before it: nobody is left to carry its share.
    const covered = [city, all, country].map(({ id }, i) => ({
      cohortId: id,
      targetShare: [0.5, 0.3, 0.2][i],
    }))
    const { status, body: answer } = await rest.ask('/populations', {
      body: { ...body, cohorts: covered },
    })
    expect([status, answer.details[0].path]).toEqual([400, 'cohorts.2'])
    expect(answer.error).toContain('Country')
  })

  it('refuse cohorts that are not there, are empty, or come twice', async () => {
    const { city, body } = await panel({ margins: [] })
    const create = (cohorts: object[]) => rest.ask('/populations', { body: { ...body, cohorts } })
    expect((await create([{ cohortId: crypto.randomUUID(), targetShare: 1 }])).status).toBe(404)
    const nobody = await cohort('Nobody', { field: 'age', op: 'gt', value: 200 })
    const empty = await create([{ cohortId: nobody.id, targetShare: 1 }])
    expect([empty.status, empty.body.error]).toEqual([400, expect.stringMatching(/member|Nobody/)])
    const half = { cohortId: city.id, targetShare: 0.5 }
    expect((await create([half, half])).status).toBe(400)
  })
})

describe('people', () => {
  it('are generated again from their export as who they are, twins too', async () => {
    const lines = [seed(), seed(), seed('Ada')].map((one) => JSON.stringify(one)).join('\n')
    const headers = { 'content-type': 'application/x-ndjson' }
    await rest.get('/personas/import?randomSeed=7', { body: lines, headers })
    const other = await openRest()
    const exported = await rest.get('/personas/export?format=jsonl')
    await other.get('/personas/import', { body: exported, headers })
    const everybody = async ({ get }: Rest) => {
      const { personas } = await get('/personas')
      const ids: string[] = personas.map(({ id }: { id: string }) => id)
      const read = async (id: string) => (await get(`/personas/${id}`)).persona
      return (await Promise.all(ids.map(read))).map(
        ({ personaKey, randomSeed, traits, summary }) => ({
          personaKey,
          randomSeed,
          traits,
          summary,
        }),
      )
    }
    const people = await everybody(rest)
    expect(people.map(({ randomSeed }) => randomSeed)).toEqual([7, 8, 7])
    expect(await everybody(other)).toEqual(people)
    await other.close()
  })
})

describe('study files', () => {
  const people = [
    'firstName,lastName,age,location,baseOccupation,gender',
    'Maya,Chen,32,Lyon,Nurse,woman',
    'Tom,Ruiz,45,Seville,Driver,man',
  ]
  const text = `workbench: 1
name: Small
personas: { file: people.csv }
cohorts:
  - name: Everyone
    criteria: { all: [] }
population:
  targetShares: { Everyone: 1 }
skill:
  name: Small
  objective: Test
  questions:
    - { id: q, type: likert, text: "Fine?" }
`
  const files = { 'people.csv': people.join('\n') }
  const send = (file: unknown, sent: object = files) =>
    rest.ask('/study-files', { body: { file, files: sent } })
  const count = async (path: string) => Object.values<unknown[]>(await rest.get(path))[0]!.length

  it('make everything, from YAML as from the same object', async () => {
    const { status, body } = await send(text)
    expect(status).toBe(201)
    expect(body.study).toMatchObject({ name: 'Small', model: 'offline', runCount: 0 })
    expect((await send(parse(text))).status).toBe(201)
    expect([await count('/personas'), await count('/studies')]).toEqual([2, 2])
  })

  it('reuse people who are there, and keep everybody else out of their cohorts', async () => {
    await rest.get('/personas', { body: { seed: seed('Somebody') } })
    const first = (await send(text)).body.study
    const ids = async () =>
      (await rest.get('/personas')).personas.map(({ id }: { id: string }) => id)
    const before = await ids()
    const second = (await send(text)).body.study
    expect(await ids()).toEqual(before)
    expect(before).toHaveLength(3)
    for (const { populationId } of [first, second])
      expect((await rest.get(`/populations/${populationId}`)).population.size).toBe(2)
  })

  it('are read back from their export with the same people, panel and questions', async () => {
    const sample = (name: string) => readFileSync(`resources/samples/${name}`, 'utf8')
    const { body } = await send(sample('parcel-lockers.yaml'), {
      'people.csv': sample('people.csv'),
      'margins.csv': sample('margins.csv'),
    })
    const exported = await rest.get(`/studies/${body.study.id}/file`)
    const again = await send(exported, {})
    expect([again.status, again.text.slice(0, 300)]).toEqual([201, expect.any(String)])
    expect(await rest.get(`/studies/${again.body.study.id}/file`)).toBe(exported)
    const skill = async ({ skillId }: { skillId: string }) =>
      (await rest.get(`/skills/${skillId}`)).skill.questions
    expect(await skill(again.body.study)).toEqual(await skill(body.study))
    const panel = async ({ populationId }: { populationId: string }) =>
      (await rest.get(`/populations/${populationId}`)).population
    const [one, other] = [await panel(body.study), await panel(again.body.study)]
    expect(other.size).toBe(200)
    expect(other.balance.effectiveN).toBeCloseTo(one.balance.effectiveN, 9)
    expect((await rest.get('/workspace')).counts.personas).toBe(200)
  })

  it.each<[string, string | object, object, RegExp, string]>([
    [
      'bad YAML with its line',
      text.replace('  objective: Test', '  objective: [Test'),
      files,
      /cannot be read/,
      'line 1',
    ],
    ['an unknown field', text.replace('objective', 'objectiv'), files, /skill/, 'skill'],
    [
      'a share for a cohort that is not there',
      text.replace('{ Everyone: 1 }', '{ Everyone: 0.5, Ghosts: 0.5 }'),
      files,
      /names no cohort/,
      'population.targetShares.Ghosts',
    ],
    [
      'a cohort without a share',
      text.replace('{ Everyone: 1 }', '{}'),
      files,
      /gives no share to the cohort "Everyone"/,
      'population.targetShares',
    ],
    [
      'a file that was not sent along',
      text,
      {},
      /names "people.csv", which was not sent along/,
      'files.people.csv',
    ],
    [
      'a bad line of people',
      text,
      { 'people.csv': [...people, 'Eve,Gray,forty,Rome,Cook,woman'].join('\n') },
      /1 bad line; line 4: age/,
      'people.csv:4',
    ],
    [
      'a cohort without people',
      text.replace('{ all: [] }', '{ field: age, op: gt, value: 99 }'),
      files,
      /Nobody of the study's people is in "Everyone"/,
      '',
    ],
    [
      'another version',
      text.replace('workbench: 1', 'workbench: 2'),
      files,
      /workbench/,
      'workbench',
    ],
    [
      'a comparison on no question',
      `${text}study: { comparisons: [{ questionId: z, by: cohort }] }`,
      files,
      /is not a question of the skill/,
      'study.comparisons.0.questionId',
    ],
    [
      'two cohorts of one name',
      text.replace('population:', '  - { name: Everyone, criteria: { all: [] } }\npopulation:'),
      files,
      /different names/,
      'cohorts',
    ],
    [
      'long text with its line',
      `${text}# ${'x'.repeat(20_000)}\nstudy: [`,
      files,
      /cannot be read/,
      'line 1',
    ],
    ['text that is no mapping', 'just words', files, /expected object/, ''],
    ['an alias bomb', bomb(), files, /cannot be read/, ''],
    ['an alias of nothing', `${text}study: *none`, files, /cannot be read: .*none/, ''],
  ])('refuse %s', async (_, file, sent, words, path) => {
    const { status, body } = await send(file, sent)
    expect([status, body.error]).toEqual([400, expect.stringMatching(words)])
    if (path) expect(body.details[0].path).toContain(path)
    const made = await Promise.all(['/cohorts', '/populations', '/skills', '/studies'].map(count))
    expect(made).toEqual([0, 0, 0, 0])
  })

  it('refuse margins that cannot be read or met, by file and row, and leave nothing behind', async () => {
    const withMargins = text.replace('targetShares:', 'marginsFile: margins.csv\n  targetShares:')
    for (const [margins, words] of [
      [
        'variable,category,share\ngender,man,half',
        /margins\.csv: Row 2 of the margins: the share “half”/,
      ],
      ['variable,category,share\ngender,man,0.5,1', /margins\.csv: Row 2 .*4 cells under 3/],
      ['variable,category\ngender,man', /margins\.csv: The first line must name/],
      ['variable,category,share\nshoe,41,1', /shoe/],
      ['variable,category,share\ngender,man,1', /gender: 1 persona is in “woman”/],
    ] as const) {
      const { status, body } = await send(withMargins, { ...files, 'margins.csv': margins })
      expect([margins, status, body.error]).toEqual([margins, 400, expect.stringMatching(words)])
    }
    expect([await count('/cohorts'), await count('/populations')]).toEqual([0, 0])
  })
})

/** Few lines that would unfold to millions. */
function bomb(): string {
  const levels = Array.from(
    { length: 12 },
    (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`,
  )
  return ['a0: &a0 [x]', ...levels].join('\n')
}
