import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Task } from '../../src/shared/contract/runs.ts'
import { openRest, type Rest } from '../helpers/rest.ts'

let rest: Rest
beforeEach(async () => {
  rest = await openRest()
})
afterEach(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

const conditions = [
  { id: 'a', name: 'Low', variables: { price: '9' } },
  { id: 'b', name: 'High', variables: { price: '19' } },
]

async function aStudy(design: object = {}, people = 40) {
  const file = {
    workbench: 1,
    name: 'Bus pass',
    personas: {
      inline: Array.from({ length: people }, (_, i) => ({
        firstName: `Ada${i}`,
        lastName: 'Berg',
        age: 25 + (i % 40),
        gender: i % 2 === 0 ? 'woman' : 'man',
        location: i % 4 === 0 ? 'Lyon, France' : 'Lille, France',
        baseOccupation: 'Nurse',
      })),
    },
    cohorts: [
      { name: 'Women', criteria: { all: [{ field: 'gender', op: 'eq', value: 'woman' }] } },
      { name: 'Men', criteria: { all: [{ field: 'gender', op: 'eq', value: 'man' }] } },
    ],
    population: {},
    skill: {
      name: 'Bus pass',
      objective: 'Test',
      questions: [
        { id: 'fair', type: 'likert', text: 'A bus pass at {{price}} euros is fair.' },
        { id: 'buy', type: 'single', text: 'Buy it for {{price}}?', options: ['Yes', 'No'] },
      ],
    },
    study: { conditions, ...design },
  }
  return (await rest.get('/study-files', { body: { file } })).study
}
const patch = (id: string, body: object) => rest.ask(`/studies/${id}`, { method: 'PATCH', body })

async function finished(studyId: string, body: object = {}) {
  const { run } = await rest.get(`/studies/${studyId}/runs`, { body })
  await expect
    .poll(async () => (await rest.get(`/runs/${run.id}`)).run.status, { timeout: 20_000 })
    .toBe('succeeded')
  return run
}

it('says what a design can see, with Holm over its primary comparisons and an SD from people', async () => {
  const study = await aStudy({
    comparisons: [
      { questionId: 'fair', by: 'condition' },
      { questionId: 'buy', by: 'gender' },
    ],
  })
  const { power } = await rest.get(`/studies/${study.id}/power`)
  expect(power).toMatchObject({
    alpha: 0.05,
    power: 0.8,
    personas: 40,
    effectiveN: 40,
    designEffect: 1,
    tasks: 40,
    iccSource: 'assumed',
  })
  const [fair, buy] = power.differences
  // power.t.test(n = 20, power = .8): d = 0.9091; a quarter of a five-point range is 1.
  expect(fair).toMatchObject({ kind: 'primary', measure: 'mean', sdSource: 'assumed', alpha: 0.05 })
  expect(fair.standardised).toBeCloseTo(0.9091, 3)
  // Two options: two tests.
  expect(buy).toMatchObject({ by: 'gender', measure: 'share', alpha: 0.025 })
  expect(power.warnings.join()).toContain('rule of thumb')

  const humanSds = [{ questionId: 'fair', sd: 2, source: 'ESS round 9' }]
  await rest.get(`/studies/${study.id}`, { method: 'PATCH', body: { power: { humanSds } } })
  const again = (await rest.get(`/studies/${study.id}/power?alpha=0.01`)).power
  expect(again.differences[0]).toMatchObject({
    sdSource: 'human',
    sdNote: 'ESS round 9',
    alpha: 0.01,
  })
  expect(again.differences[0].smallestDifference).toBeGreaterThan(2 * 0.9091)
})

it('sees less within personas the less alike they answer, and takes a design that is not saved', async () => {
  const study = await aStudy({ design: 'within' })
  const { populationId, skillId } = study
  const at = async (icc: number) => {
    const body = { populationId, skillId, conditions, design: 'within', power: { icc } }
    return (await rest.get('/studies/power', { body })).power.differences
  }
  const [low, high] = [await at(0.1), await at(0.8)]
  expect(high[0]).toMatchObject({ design: 'within', kind: 'exploratory', by: 'condition' })
  expect(high[0].smallestDifference).toBeLessThan(low[0].smallestDifference)
  expect(high[1].smallestDifference).toBeLessThan(low[1].smallestDifference)

  const broken = await rest.ask('/studies/power', { body: { populationId, skillId } })
  expect(broken.status).toBe(400)
  expect(broken.body.details[0].path).toBe('conditions')
})

it('previews a study of which nothing is stored as it would be once it is', async () => {
  const study = await aStudy({ replicates: 2 })
  const saved = {
    power: (await rest.get(`/studies/${study.id}/power`)).power,
    estimate: (await rest.get(`/studies/${study.id}/estimate`, { body: {} })).estimate,
  }
  const { skill } = await rest.get(`/skills/${study.skillId}`)
  const { instructions, questions } = skill
  const cohort = (name: string, value: string, targetShare: number | null) => ({
    name,
    criteria: { all: [{ field: 'gender', op: 'eq', value }] },
    targetShare,
  })
  const people = (shares: readonly (number | null)[]) => ({
    cohorts: [cohort('Women', 'woman', shares[0]!), cohort('Men', 'man', shares[1]!)],
  })
  const body = { conditions, replicates: 2 }
  const preview = (parts: object) => rest.get('/studies/preview', { body: { ...body, ...parts } })

  const stored = await preview({
    skill: { skillId: study.skillId },
    people: { populationId: study.populationId },
  })
  expect(stored.power).toEqual(saved.power)
  expect(stored.estimate).toEqual(saved.estimate)
  const unsaved = await preview({
    skill: { instructions, questions },
    people: people([null, null]),
  })
  expect(unsaved.problems).toEqual([])
  expect(unsaved.power).toEqual(saved.power)
  expect(unsaved.estimate).toMatchObject({ tasks: 80, calls: 160, basis: { kind: 'prompts' } })

  // Weights cost: 0.9² / 20 + 0.1² / 20 gives an effective n of 24.4 of 40.
  const uneven = await preview({ skill: { instructions, questions }, people: people([0.9, 0.1]) })
  expect(uneven.power.effectiveN).toBeCloseTo(24.39, 2)
})

it('says in a preview what keeps a study from being launched, and refuses an unknown skill', async () => {
  const { skillId, populationId } = await aStudy()
  const people = { populationId }
  const { problems, estimate } = await rest.get('/studies/preview', {
    body: {
      skill: { skillId },
      people,
      model: 'gone',
      comparisons: [{ questionId: 'gone', by: 'cohort' }],
    },
  })
  expect(problems.map(({ path }: { path: string }) => path)).toEqual([
    'conditions',
    'comparisons.0.questionId',
  ])
  expect(estimate).toBeNull()
  const unknown = await rest.ask('/studies/preview', {
    body: { skill: { skillId: populationId }, people },
  })
  expect(unknown.status).toBe(404)
})

it('warns where the SD comes from personas', async () => {
  const study = await aStudy({ comparisons: [{ questionId: 'fair', by: 'condition' }] })
  await finished(study.id)
  const { power } = await rest.get(`/studies/${study.id}/power`)
  expect(power.differences[0]).toMatchObject({
    sdSource: 'synthetic',
    sdNote: 'Run 1, a rehearsal',
  })
  expect(power.warnings[0]).toContain('a study of people needs more')
})

it('keeps what a study was, and a run what it was launched with', async () => {
  const study = await aStudy({ hypothesis: 'Cheaper is fairer' })
  const run = await finished(study.id)
  const changed = await patch(study.id, { hypothesis: 'Dearer is fairer', note: 'Talked to Kim' })
  expect(changed.body.study).toMatchObject({ revision: 2, hypothesis: 'Dearer is fairer' })
  // Nothing changed: no revision.
  expect((await patch(study.id, { hypothesis: 'Dearer is fairer' })).body.study.revision).toBe(2)
  expect((await patch(study.id, { hypothesis: null })).body.study.hypothesis).toBeUndefined()

  const { revisions } = await rest.get(`/studies/${study.id}/revisions`)
  expect(
    revisions.map((it: { revision: number; runs: number[] }) => [it.revision, it.runs]),
  ).toEqual([
    [3, []],
    [2, []],
    [1, [1]],
  ])
  expect(revisions[1]).toMatchObject({
    note: 'Talked to Kim',
    changes: [{ sentence: 'Hypothesis: “Cheaper is fairer” became “Dearer is fairer”.' }],
  })
  const manifest = JSON.parse(await rest.get(`/runs/${run.id}/export?format=manifest`).then(asText))
  expect(manifest.study).toMatchObject({ revision: 1, design: { hypothesis: 'Cheaper is fairer' } })
})

const asText = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body))

it('refuses a change by the field at fault', async () => {
  const study = await aStudy()
  const cases: [object, string][] = [
    [{ comparisons: [{ questionId: 'nope', by: 'cohort' }] }, 'comparisons.0.questionId'],
    [{ conditions: [] }, 'conditions'],
    [{ replicates: 0 }, 'replicates'],
    [{ model: 'unheard-of' }, 'model'],
    [{ surprise: 1 }, ''],
  ]
  for (const [body, path] of cases) {
    const answer = await patch(study.id, body)
    expect([answer.status, answer.body.details[0].path]).toEqual([400, path])
  }
  expect((await rest.get(`/studies/${study.id}`)).study.revision).toBe(1)
})

it('pins the newest versions only when asked to', async () => {
  const study = await aStudy()
  const { skill } = await rest.get(`/skills/${study.skillId}`)
  const questions = [...skill.questions, { id: 'why', type: 'open', text: 'Why?' }]
  await rest.get(`/skills/${study.skillId}`, { method: 'PATCH', body: { questions } })
  const item = async () => {
    const { readiness } = await rest.get(`/studies/${study.id}/readiness`)
    return readiness.items.find(({ id }: { id: string }) => id === 'versions')
  }
  expect(await item()).toMatchObject({ state: 'attention' })
  expect((await item()).explanation).toContain('skill version 2')
  await patch(study.id, { pinNewest: true })
  expect(await item()).toMatchObject({ state: 'ready' })
})

it('locks a plan once and shows what is changed afterwards, in the evidence and the report too', async () => {
  const study = await aStudy()
  const register = () => rest.ask(`/studies/${study.id}/registration`, { body: {} })
  expect((await rest.get(`/studies/${study.id}/registration`)).registration).toBeNull()
  const lacking = await register()
  expect(lacking.status).toBe(400)
  expect(lacking.body.details.map(({ path }: { path: string }) => path)).toEqual([
    'hypothesis',
    'comparisons',
    'exclusions',
  ])
  await patch(study.id, {
    hypothesis: 'Cheaper is fairer',
    comparisons: [{ questionId: 'fair', by: 'condition' }],
    exclusions: 'None',
  })
  const made = await register()
  expect(made.status).toBe(201)
  expect(made.body.registration).toMatchObject({
    runsBefore: 0,
    changes: [],
    plan: { plannedPersonas: 40, plannedTasks: 40, hypothesis: 'Cheaper is fairer' },
  })
  expect((await register()).status).toBe(409)

  const asPlanned = await finished(study.id)
  await patch(study.id, { hypothesis: 'Dearer is fairer' })
  const { registration } = await rest.get(`/studies/${study.id}/registration`)
  expect(registration.hash).toBe(made.body.registration.hash)
  expect(registration.changes.map(({ path }: { path: string }) => path)).toEqual(['hypothesis'])

  const otherwise = await finished(study.id)
  const codes = async (id: string) =>
    (await rest.get(`/runs/${id}/evidence`)).warnings.map(({ code }: { code: string }) => code)
  expect(await codes(asPlanned.id)).not.toContain('changed_since_registration')
  expect(await codes(otherwise.id)).toContain('changed_since_registration')
  expect(asText(await rest.get(`/runs/${otherwise.id}/export?format=html`))).toContain(
    'Changed since registration',
  )
})

it('says that a run before registration was not registered beforehand', async () => {
  const study = await aStudy({
    hypothesis: 'x',
    exclusions: 'None',
    comparisons: [{ questionId: 'fair', by: 'condition' }],
  })
  const run = await finished(study.id)
  rest.pass(1000)
  const { registration } = await rest.get(`/studies/${study.id}/registration`, { body: {} })
  expect(registration.runsBefore).toBe(1)
  const { warnings } = await rest.get(`/runs/${run.id}/evidence`)
  expect(warnings.map(({ code }: { code: string }) => code)).toContain('registered_after_launch')
})

it('names what to look at before launch, and keeps what was gone on with', async () => {
  const study = await aStudy()
  const { readiness } = await rest.get(`/studies/${study.id}/readiness`)
  const states = Object.fromEntries(
    readiness.items.map(({ id, state }: { id: string; state: string }) => [id, state]),
  )
  expect(readiness.state).toBe('attention')
  expect(states).toMatchObject({
    objective: 'attention',
    hypothesis: 'attention',
    decisionOwner: 'attention',
    comparisons: 'attention',
    versions: 'ready',
    members: 'ready',
    cohortSize: 'attention',
    calibration: 'attention',
    cohortCalibration: 'attention',
    consistency: 'attention',
    budget: 'ready',
    model: 'ready',
  })
  const unknown = await rest.ask(`/studies/${study.id}/runs`, { body: { acknowledged: ['nope'] } })
  expect([unknown.status, unknown.body.details[0].path]).toEqual([400, 'acknowledged.0'])

  const run = await finished(study.id, { acknowledged: ['hypothesis', 'versions'] })
  const manifest = JSON.parse(asText(await rest.get(`/runs/${run.id}/export?format=manifest`)))
  expect(manifest.acknowledged.map(({ id }: { id: string }) => id)).toEqual(['hypothesis'])
})

it('is blocked while a member is in the trash', async () => {
  const study = await aStudy()
  const { personas } = await rest.get('/personas?limit=1')
  await rest.get(`/personas/${personas[0].id}`, { method: 'DELETE' })
  const { readiness } = await rest.get(`/studies/${study.id}/readiness`)
  expect(readiness.state).toBe('blocked')
  expect(readiness.items.find(({ id }: { id: string }) => id === 'members').explanation).toBe(
    'In the trash: 1 of 40 personas.',
  )
})

it('lets nobody change or register with a key that may only read', async () => {
  const study = await aStudy()
  const key = await rest.newKey('read')
  expect((await rest.ask(`/studies/${study.id}`, { method: 'PATCH', body: {}, key })).status).toBe(
    403,
  )
  expect((await rest.ask(`/studies/${study.id}/registration`, { body: {}, key })).status).toBe(403)
  expect((await rest.ask(`/studies/${study.id}/power`, { key })).status).toBe(200)
})

it('counts a calibration of the pinned version, and names whom it did not ask', async () => {
  const study = await aStudy()
  const states = async () => {
    const { items } = (await rest.get(`/studies/${study.id}/readiness`)).readiness
    const find = (id: string) => items.find((item: { id: string }) => item.id === id)
    return [find('calibration'), find('cohortCalibration')]
  }
  const calibrate = async (body: object) => {
    const path = `/skills/${study.skillId}`
    const variables = { price: '9' }
    const { jobId } = await rest.get(`${path}/calibrate`, { body: { variables, ...body } })
    const job = async () => rest.get(`${path}/calibrations/${jobId}`)
    await expect.poll(async () => (await job()).status).toBe('succeeded')
    return job()
  }
  // A run is no calibration.
  await finished(study.id)
  expect((await states())[0].explanation).toContain('Skill version 1 was never calibrated')

  const women = (await rest.get('/cohorts')).cohorts.find(
    ({ name }: { name: string }) => name === 'Women',
  )
  const first = await calibrate({ personas: 3, cohortId: women.id })
  expect(first.skillVersionId).toBe(study.skillVersionId)
  const [calibration, cohorts] = await states()
  expect(calibration.explanation).toMatch(/^Version 1 was put to 3 people/)
  expect(cohorts.state).toBe('attention')
  expect(cohorts.explanation).toContain('anybody of “Men”')

  await calibrate({ personas: 12, skillVersionId: study.skillVersionId })
  expect((await states())[1].state).toBe('ready')

  // What is asked now is another wording.
  await rest.ask(`/skills/${study.skillId}`, { method: 'PATCH', body: { objective: 'Learn' } })
  await patch(study.id, { pinNewest: true })
  expect((await states())[0].explanation).toContain('Skill version 2 was never calibrated')
})

it('tells in which place somebody was asked under a condition, in answers and files', async () => {
  const study = await aStudy({ design: 'within' }, 4)
  const run = await finished(study.id)
  const { tasks } = await rest.get(`/runs/${run.id}/tasks`)
  const places = Map.groupBy(tasks as Task[], ({ personaId }) => personaId)
  for (const own of places.values())
    expect(own.map(({ conditionOrder }) => conditionOrder).toSorted()).toEqual([1, 2])
  const firsts = (tasks as Task[]).filter(({ conditionOrder }) => conditionOrder === 1)
  expect(new Set(firsts.map(({ condition }) => condition)).size).toBe(2)

  const { task } = await rest.get(`/tasks/${tasks[0].id}/results`)
  expect(task.conditionOrder).toBe(tasks[0].conditionOrder)
  const lines = asText(await rest.get(`/runs/${run.id}/export?format=jsonl`))
    .trim()
    .split('\n')
  const rows = lines.map((line) => JSON.parse(line))
  const known = new Map((tasks as Task[]).map(({ id, conditionOrder }) => [id, conditionOrder]))
  expect(rows.length).toBe(16)
  for (const row of rows) expect(row.conditionOrder).toBe(known.get(row.taskId))
})
