import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LintSkillAnswer } from '../../src/shared/contract/skill-lint.ts'
import { openRest, type Rest } from '../helpers/rest.ts'

let rest: Rest
beforeAll(async () => {
  rest = await openRest()
})
afterAll(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

const body = {
  name: 'Tea',
  objective: 'Learn which tea is liked.',
  questions: [
    { id: 'fit', type: 'likert', text: 'How well does it fit?' },
    { id: 'tea', type: 'single', text: 'Which tea?', options: ['Green', 'Black'] },
  ],
}
const create = async () => (await rest.get('/skills', { body })).skill
const change = async (id: string, more: object) =>
  (await rest.get(`/skills/${id}`, { method: 'PATCH', body: more })).skill

describe('versions', () => {
  it('keep what they said, and tell what changed between any two', async () => {
    const first = await create()
    const second = await change(first.id, { objective: 'Learn which tea is best.' })
    const third = await change(first.id, { questions: [body.questions[1], body.questions[0]] })
    const path = `/skills/${first.id}/versions`
    const read = (await rest.get(`${path}/${first.versionId}`)).skill
    expect(read).toEqual({ ...first, updatedAt: expect.any(String) })

    const sentences = async (of: string, more = '') => {
      const { difference } = await rest.get(`${path}/${of}/difference${more}`)
      return difference.changes.map(({ sentence }: { sentence: string }) => sentence)
    }
    expect(await sentences(first.versionId)).toEqual([])
    expect(await sentences(second.versionId)).toEqual([
      'Objective reworded: “liked” became “best”.',
    ])
    expect(await sentences(third.versionId, `?with=${first.versionId}`)).toEqual([
      'Objective reworded: “liked” became “best”.',
      expect.stringMatching(/^Question “(?:tea|fit)” moved from \d to \d\.$/),
    ])
    expect(await sentences(first.versionId, `?with=${second.versionId}`)).toEqual([
      'Objective reworded: “best” became “liked”.',
    ])
  })

  it('come back as a new version; the newest makes none', async () => {
    const first = await create()
    const second = await change(first.id, { name: 'Coffee' })
    const restore = async (versionId: string) =>
      (await rest.get(`/skills/${first.id}/versions/${versionId}/restore`, { method: 'POST' }))
        .skill
    const third = await restore(first.versionId)
    expect([third.version, third.name]).toEqual([3, 'Tea'])
    expect((await restore(third.versionId)).version).toBe(3)
    const { skills } = await rest.get(`/skills/${first.id}/versions`)
    expect(skills.map(({ versionId }: { versionId: string }) => versionId)).toEqual([
      third.versionId,
      second.versionId,
      first.versionId,
    ])
  })

  it('are no other skill’s, and gone with their skill', async () => {
    const [one, other] = [await create(), await create()]
    const strange = `/skills/${one.id}/versions/${other.versionId}`
    const statuses = async (path: string) => [
      (await rest.ask(path)).status,
      (await rest.ask(`${path}/difference`)).status,
      (await rest.ask(`${path}/restore`, { method: 'POST' })).status,
    ]
    expect(await statuses(strange)).toEqual([404, 404, 404])
    const own = `/skills/${one.id}/versions/${one.versionId}`
    expect((await rest.ask(`${own}/difference?with=${other.versionId}`)).status).toBe(404)
    await rest.ask(`/skills/${one.id}`, { method: 'DELETE' })
    expect(await statuses(own)).toEqual([404, 404, 404])
  })

  it('are read with a read key and restored with a research key', async () => {
    const skill = await create()
    const key = await rest.newKey('read')
    const path = `/skills/${skill.id}/versions/${skill.versionId}`
    expect((await rest.ask(path, { key })).status).toBe(200)
    expect((await rest.ask(`${path}/difference`, { key })).status).toBe(200)
    expect((await rest.ask(`${path}/restore`, { key, method: 'POST' })).status).toBe(403)
  })
})

describe('POST /skills/lint', () => {
  it('reads a draft that could not be saved', async () => {
    const draft = {
      objective: 'Learn why people leave and what they would pay.',
      questions: [
        {},
        { id: '1', text: "Don't you like it?" },
        { id: 'age', type: 'single', text: 'How old are you?', options: ['0–20', '20–40', '41+'] },
      ],
    }
    const answer = LintSkillAnswer.parse(await rest.get('/skills/lint', { body: draft }))
    expect(answer.findings.map(({ rule, questionId, path }) => [rule, questionId, path])).toEqual([
      ['several-objectives', null, 'objective'],
      ['leading', '1', 'questions.1.text'],
      ['range-overlap', 'age', 'questions.2.options.1'],
    ])
  })

  it('takes what it advises: the change it names settles the finding', async () => {
    const questions = [{ id: 'q', type: 'yesno', text: 'Do you agree that rents are too high?' }]
    const { findings } = await rest.get('/skills/lint', { body: { questions } })
    const { value } = findings[0].suggestion.change
    const again = await rest.get('/skills/lint', {
      body: { questions: [{ ...questions[0], text: value }] },
    })
    expect([findings.length, again.findings]).toEqual([1, []])
  })

  it('refuses unknown fields by name, of a question too', async () => {
    const of = async (sent: object) => (await rest.ask('/skills/lint', { body: sent })).body
    expect(await of({ nmae: 'x' })).toMatchObject({ error: expect.stringContaining('nmae') })
    expect(await of({ questions: [{ txet: 'x' }] })).toMatchObject({
      code: 'invalid_input',
      details: [{ path: 'questions.0', message: expect.stringContaining('txet') }],
    })
  })
})
