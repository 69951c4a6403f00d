import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeparationJob } from '../../src/shared/contract/cohort-analysis.ts'
import type { Cohort, CriteriaTree } from '../../src/shared/contract/cohorts.ts'
import type { Skill } from '../../src/shared/contract/skills.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import { openTestEngine, type TestEngine } from '../helpers/test-engine.ts'

// Says yes in Lyon and no elsewhere, is drawn by lot on the scale, and tells nobody its age.
const opinionated = createFakeChatModel({
  answer: ({ context: { persona, survey }, seed }) => {
    if (survey?.question.id === 'like')
      return `Answer: ${persona.location === 'Lyon' ? 'Yes' : 'No'}`
    if (survey?.question.id === 'years') return `Answer: ${persona.age}`
    return `Answer: ${['Disagree', 'Neither agree nor disagree', 'Agree'][seed % 3]!}`
  },
})
const silent = createFakeChatModel({ answer: () => 'I would rather not answer that.' })
const stalling = createFakeChatModel({ answer: () => 'Answer: Yes', stallAfterWords: 1 })
const models = { opinionated, silent, stalling }

let engine: TestEngine
let lyon: Cohort
let lille: Cohort
let skillId: string
const questions = [
  { id: 'like', type: 'yesno', text: 'Do you like {{thing}}?' },
  { id: 'mood', type: 'likert', text: 'Today is a good day.' },
  { id: 'years', type: 'numeric', text: 'How old are you?', min: 0, max: 120 },
]
const living = (location: string): CriteriaTree => ({
  field: 'location',
  op: 'eq',
  value: location,
})
const save = async (name: string, criteria: CriteriaTree) =>
  (await engine.call<{ cohort: Cohort }>('POST', '/cohorts', { name, criteria })).cohort
async function fill() {
  for (let i = 0; i < 24; i++) {
    const seed = {
      firstName: `P${i}`,
      lastName: 'N',
      baseOccupation: 'nurse',
      age: 20 + i,
      location: i % 2 === 0 ? 'Lyon' : 'Lille',
    }
    await engine.call('POST', '/personas', { seed, randomSeed: i })
  }
  lyon = await save('Lyon', living('Lyon'))
  lille = await save('Lille', living('Lille'))
  const body = { name: 'Apart', objective: 'Learn', questions }
  skillId = (await engine.call<{ skill: Skill }>('POST', '/skills', body)).skill.id
}
beforeEach(async () => {
  engine = await openTestEngine(models)
  await fill()
})
afterEach(() => engine.close())

const start = (more: object = {}, cohort = lyon, neighbour = lille) =>
  engine.call<{ jobId: string }>('POST', `/cohorts/${cohort.id}/separation`, {
    neighbourId: neighbour.id,
    skillId,
    model: 'opinionated',
    perCohort: 10,
    variables: { thing: 'tea' },
    ...more,
  })
const read = (jobId: string, cohort = lyon) =>
  engine.call<SeparationJob>('GET', `/cohorts/${cohort.id}/separations/${jobId}`)
async function over(jobId: string, cohort = lyon): Promise<SeparationJob> {
  for (;;) {
    const job = await read(jobId, cohort)
    if (!['queued', 'running'].includes(job.status)) return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const refusal = (more: object, cohort = lyon, neighbour = lille) =>
  start(more, cohort, neighbour).then(String, String)

describe('cohorts that answer apart', () => {
  it('are told apart by the question that does it, and by it alone', async () => {
    const { jobId } = await start()
    const job = await over(jobId)
    expect(job).toMatchObject({
      status: 'succeeded',
      neighbourName: 'Lille',
      skillName: 'Apart',
      isCurrent: true,
      progress: { done: 20, total: 20 },
      result: {
        asked: [10, 10],
        inBoth: 0,
        verdict: 'apart',
        modelName: 'fake-1',
        rehearsal: true,
      },
    })
    const [first, ...rest] = job.result!.questions
    expect(first).toMatchObject({ questionId: 'like', n: [10, 10], distance: 1, p: 0.003 })
    expect(rest.every(({ p }) => p! > 0.05)).toBe(true)
    expect(job.result!.sentence).toContain('“Lyon” and “Lille” answer apart')
    const { separations } = await engine.call<{ separations: SeparationJob[] }>(
      'GET',
      `/cohorts/${lyon.id}/separations`,
    )
    expect(separations).toEqual([job])
    await expect(read(jobId, lille)).rejects.toThrow('404')
  })

  it('are out of date once one of them is defined otherwise, not once it is renamed', async () => {
    const { jobId } = await start()
    await over(jobId)
    await engine.call('PATCH', `/cohorts/${lille.id}`, { name: 'Up north' })
    expect((await read(jobId)).isCurrent).toBe(true)
    await engine.call('PATCH', `/cohorts/${lille.id}`, { criteria: { all: [] } })
    expect((await read(jobId)).isCurrent).toBe(false)
    await engine.call('DELETE', `/cohorts/${lille.id}`)
    expect(await read(jobId)).toMatchObject({ isCurrent: false, neighbourName: 'Lille' })
  })

  it('say nothing by a question that asks for what defines them', async () => {
    const young = await save('Young', { field: 'age', op: 'lt', value: 32 })
    const old = await save('Old', { field: 'age', op: 'gte', value: 32 })
    const { jobId } = await start({ perCohort: 12 }, young, old)
    const { result } = await over(jobId, young)
    expect(result!.verdict).toBe('not_told_apart')
    const years = result!.questions.find(({ questionId }) => questionId === 'years')
    expect(years).toMatchObject({ byConstruction: true, distance: 1, p: null })
  })
})

describe('cohorts that cannot be told apart', () => {
  it('are too few where nobody answers', async () => {
    const { jobId } = await start({ model: 'silent' })
    const { status, result } = await over(jobId)
    expect(status).toBe('succeeded')
    expect(result).toMatchObject({ verdict: 'too_few', energy: null, p: null, asked: [10, 10] })
  })

  it('are asked without those who are in both, and refused where nobody else is left', async () => {
    const older = await save('Older', { field: 'age', op: 'gte', value: 30 })
    const { jobId } = await start({ perCohort: 200 }, lyon, older)
    const { result } = await over(jobId)
    expect(result).toMatchObject({ asked: [5, 7], inBoth: 7 })
    const same = await save('Also Lyon', living('Lyon'))
    expect(await refusal({}, lyon, same)).toContain('12 are in both and are asked of neither')
  })
})

it('refuses what could not be asked, by name', async () => {
  expect(await refusal({}, lyon, lyon)).toContain('must be another cohort')
  expect(await refusal({ variables: {} })).toContain('{{thing}}')
  expect(await refusal({ model: 'nobody' })).toContain('not a configured model')
  expect(await refusal({ skillId: crypto.randomUUID() })).toContain('404')
  expect(await refusal({ perCohort: 4 })).toContain('perCohort')
})

it('stops mid-way when it is cancelled', async () => {
  const { jobId } = await start({ model: 'stalling' })
  while (stalling.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  const path = `/cohorts/${lyon.id}/separations/${jobId}/cancel`
  expect(await engine.call<SeparationJob>('POST', path)).toMatchObject({ status: 'cancelled' })
  while (stalling.abandoned() === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  const asked = stalling.requests.length
  expect(asked).toBeLessThanOrEqual(4)
  expect(await over(jobId)).toMatchObject({ status: 'cancelled' })
  expect((await read(jobId)).result).toBeUndefined()
})

it('goes on after a restart and comes to the same', async () => {
  const workspaceDir = mkdtempSync(join(tmpdir(), 'separation-'))
  await engine.close()
  const open = (stalls = stalling) =>
    openTestEngine({ ...models, stalling: stalls }, { workspaceDir, vectorIndex: 'exact' })
  engine = await open()
  await fill()
  const { jobId: whole } = await start()
  const { result } = await over(whole)
  const asked = stalling.requests.length
  const { jobId } = await start({ model: 'stalling' })
  while (stalling.requests.length === asked) await new Promise((resolve) => setTimeout(resolve, 5))
  await engine.close()
  // The endpoint has recovered meanwhile.
  engine = await open(opinionated)
  const again = await over(jobId)
  expect(again.status).toBe('succeeded')
  expect(again.result).toEqual(result)
  await engine.close()
  rmSync(workspaceDir, { recursive: true, force: true })
  engine = await openTestEngine(models)
})

describe('the readiness of a study', () => {
  type Study = { study: { id: string } }
  type Item = { id: string; state: string; explanation: string }
  async function aStudy() {
    const cohorts = [lyon, lille].map(({ id }) => ({ cohortId: id, targetShare: 0.5 }))
    const { population } = await engine.call<{ population: { id: string } }>(
      'POST',
      '/populations',
      { name: 'Both', cohorts },
    )
    const conditions = [{ id: 'a', name: 'A', variables: { thing: 'tea' } }]
    const of = { populationId: population.id, skillId, conditions, model: 'opinionated' }
    return (await engine.call<Study>('POST', '/studies', { name: 'S', ...of })).study.id
  }
  async function itemOf(studyId: string, id: 'cohortCalibration' | 'cohortSeparation') {
    const path = `/studies/${studyId}/readiness`
    const { readiness } = await engine.call<{ readiness: { items: Item[] } }>('GET', path)
    return readiness.items.find((item) => item.id === id)!
  }

  it('asks for cohorts that have been asked, as they are defined today', async () => {
    const studyId = await aStudy()
    expect(await itemOf(studyId, 'cohortCalibration')).toMatchObject({ state: 'attention' })
    await over((await start()).jobId)
    expect(await itemOf(studyId, 'cohortCalibration')).toMatchObject({ state: 'ready' })
    await engine.call('PATCH', `/cohorts/${lille.id}`, { criteria: living('Nice') })
    const { state, explanation } = await itemOf(studyId, 'cohortCalibration')
    expect(state).toBe('attention')
    for (const name of ['“Lyon”', '“Lille”']) expect(explanation).toContain(name)
  })

  it('names two that were not told apart', async () => {
    const studyId = await aStudy()
    const only = { ...questions[1]!, text: 'Today is a {{thing}} day.' }
    const body = { name: 'Mood', objective: 'Learn', questions: [only] }
    const { skill } = await engine.call<{ skill: Skill }>('POST', '/skills', body)
    const job = await over((await start({ skillId: skill.id })).jobId)
    expect(job.result!.verdict).toBe('not_told_apart')
    const { state, explanation } = await itemOf(studyId, 'cohortSeparation')
    expect(state).toBe('attention')
    expect(explanation).toContain('“Lyon” and “Lille” were not told apart')
  })
})
