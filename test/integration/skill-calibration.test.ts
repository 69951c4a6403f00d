import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  findSigns,
  type CalibrationAnswer,
} from '../../src/main/engine/domain/skills/calibration/find-signs.ts'
import { Question } from '../../src/shared/contract/questions.ts'
import type { CalibrationJob } from '../../src/shared/contract/skill-calibration.ts'
import type { Skill } from '../../src/shared/contract/skills.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import { openTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await openTestEngine()
})
afterEach(() => engine.close())

const questions = [
  { id: 'like', type: 'likert', text: 'I like {{thing}}.' },
  { id: 'why', type: 'open', text: 'Why?' },
  {
    id: 'children',
    type: 'yesno',
    text: 'Does your child like it?',
    showIf: { questionId: 'like', op: 'eq', value: 1 },
  },
]

async function calibrated(skillId: string, body: object): Promise<CalibrationJob> {
  const { jobId } = await engine.call<{ jobId: string }>(
    'POST',
    `/skills/${skillId}/calibrate`,
    body,
  )
  for (;;) {
    const job = await engine.call<CalibrationJob>('GET', `/skills/${skillId}/calibrations/${jobId}`)
    if (!['queued', 'running'].includes(job.status)) return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const aSkill = async () =>
  (
    await engine.call<{ skill: Skill }>('POST', '/skills', {
      name: 'Tea',
      objective: 'Learn',
      questions,
    })
  ).skill.id
async function somebody(age: number) {
  const seed = {
    firstName: 'P',
    lastName: `N${age}`,
    age,
    location: 'Leeds, UK',
    baseOccupation: 'nurse',
  }
  await engine.call('POST', '/personas', { seed })
}

it('asks a few people who are far apart twice each, and keeps what they said', async () => {
  for (let age = 20; age < 80; age += 6) await somebody(age)
  const skillId = await aSkill()
  const job = await calibrated(skillId, { personas: 4, variables: { thing: 'tea' } })
  expect(job).toMatchObject({ status: 'succeeded', progress: { done: 8, total: 8 } })
  const { personas, questions: found, rehearsal } = job.result!
  expect(rehearsal).toBe(true)
  expect(new Set(personas.map(({ id }) => id)).size).toBe(4)
  expect(found[0]!.answers).toHaveLength(8)
  expect(found[1]!.answers.every(({ words }) => words.length > 10)).toBe(true)
  const asked = found[2]!.answers.length
  expect(asked).toBe(found[0]!.answers.filter(({ words }) => words === 'Strongly disagree').length)
  const { calibrations } = await engine.call<{ calibrations: CalibrationJob[] }>(
    'GET',
    `/skills/${skillId}/calibrations`,
  )
  expect(calibrations.map(({ jobId }) => jobId)).toEqual([job.jobId])
})

it('tells statements that say the same from statements that climb', async () => {
  for (let age = 20; age < 80; age += 12) await somebody(age)
  const climbing = ['I hate tea', 'I dislike tea', 'I am used to tea', 'I like tea', 'I love tea']
  const rated = (id: string, references: string[]) => ({
    id,
    text: 'How do you like tea?',
    type: 'likert',
    mode: 'similarity',
    references: [references],
  })
  const same = climbing.map((_, i) => `I like tea${'!'.repeat(i)}`)
  const { skill } = await engine.call<{ skill: Skill }>('POST', '/skills', {
    name: 'Tea',
    objective: 'Learn',
    questions: [rated('climbing', climbing), rated('same', same), questions[1]],
  })
  const { result } = await calibrated(skill.id, { personas: 4 })
  const [first, second, third] = result!.questions.map((each) => each.referenceQuality)
  expect(first!.verdict).not.toBe('poor')
  expect(second).toMatchObject({ verdict: 'poor', rated: 8, unmapped: 8 })
  expect(second!.findings.join()).toContain('nearly the same')
  expect(third).toBeUndefined()
})

it('is stopped on request, and stays listed with its version', async () => {
  await engine.close()
  const stalling = createFakeChatModel({ rehearsal: false, stallAfterWords: 0 })
  engine = await openTestEngine({ slow: stalling })
  await somebody(30)
  const skillId = await aSkill()
  const { jobId } = await engine.call<{ jobId: string }>('POST', `/skills/${skillId}/calibrate`, {
    model: 'slow',
    variables: { thing: 'tea' },
  })
  const at = `/skills/${skillId}/calibrations/${jobId}`
  await expect.poll(() => stalling.requests.length).toBe(1)
  expect(await engine.call('GET', at)).toMatchObject({
    status: 'running',
    progress: { done: 0 },
  })
  expect(await engine.call('POST', `${at}/cancel`)).toMatchObject({ status: 'cancelled' })
  await expect.poll(() => stalling.abandoned()).toBe(1)
  // Of another version nothing was asked.
  await engine.call('PATCH', `/skills/${skillId}`, { objective: 'Learn more' })
  const { calibrations } = await engine.call<{ calibrations: CalibrationJob[] }>(
    'GET',
    `/skills/${skillId}/calibrations`,
  )
  const { skill } = await engine.call<{ skill: Skill }>('GET', `/skills/${skillId}`)
  expect(calibrations.map(({ status }) => status)).toEqual(['cancelled'])
  expect(calibrations[0]!.skillVersionId).not.toBe(skill.versionId)
})

it('refuses what could not be asked, by name', async () => {
  const skillId = await aSkill()
  const refused = async (body: object) =>
    String(
      await engine
        .call('POST', `/skills/${skillId}/calibrate`, body)
        .catch((error: unknown) => error),
    )
  expect(await refused({})).toContain('{{thing}}')
  const variables = { thing: 'tea' }
  expect(await refused({ variables, model: 'nobody' })).toContain('not a configured model')
  expect(await refused({ variables })).toContain('must have somebody to ask')
})

describe('the signs of an unclear question', () => {
  const question = Question.parse({ id: 'q', type: 'yesno', text: 'Is it good?' })
  const answer = (person: string, replicate: number, more: Partial<CalibrationAnswer> = {}) => ({
    person,
    replicate,
    status: 'valid' as const,
    value: 'yes',
    text: 'Answer: Yes',
    repaired: false,
    ...more,
  })
  const codes = (answers: CalibrationAnswer[]) =>
    findSigns(question, answers, 4).map(({ code, count, of }) => `${code} ${count}/${of}`)

  it('are none where people differ and stay with what they said', () => {
    const no = { value: 'no' }
    expect(codes([answer('a', 1), answer('a', 2), answer('b', 1, no), answer('b', 2, no)])).toEqual(
      [],
    )
  })
  it('are what could not be read, was asked back, changed, or was the same for all', () => {
    expect(codes([])).toEqual(['not_asked 4/4'])
    expect(
      codes([answer('a', 1), answer('a', 2, { value: 'no' }), answer('b', 1), answer('b', 2)]),
    ).toEqual(['unstable 1/2'])
    expect(
      codes([1, 2].flatMap((replicate) => [answer('a', replicate), answer('b', replicate)])),
    ).toEqual(['alike 4/4'])
    expect(
      codes([
        answer('a', 1, { repaired: true, text: 'What do you mean by good?' }),
        answer('b', 1, { status: 'invalid', value: null, repaired: true }),
      ]),
    ).toEqual(['invalid 1/2', 'asked_back 1/2', 'repaired 1/2'])
  })
})
