import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SkillFilePreview } from '../../src/shared/contract/skill-files.ts'
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
  name: 'Tea & cake',
  objective: 'Learn which tea is liked.',
  decision: 'Which tea to sell.',
  questions: [
    { id: 'tea', type: 'single', text: 'Which tea?', options: ['Green', 'Black'] },
    {
      id: 'buy',
      type: 'price',
      text: 'Would you buy it?',
      prices: [1, 2, 3],
      currency: 'EUR',
      showIf: { questionId: 'tea', op: 'eq', value: 'Green' },
    },
  ],
}
const send = (path: string, format: string, text: string, more = {}) =>
  rest.ask(path, { body: { format, text, ...more } })
const ids = ({ questions }: { questions: { id: string }[] }) => questions.map(({ id }) => id)

describe('a skill', () => {
  it('comes back from JSON exactly, kept under another name if asked', async () => {
    const { skill } = await rest.get('/skills', { body })
    const file = await rest.ask(`/skills/${skill.id}/export?format=json`)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="tea-cake.json"')
    const { status, body: kept } = await send('/skills/import', 'json', file.text, { name: 'Copy' })
    expect(status).toBe(201)
    const { id, versionId, createdAt, updatedAt, ...said } = skill
    expect(kept).toMatchObject({ skill: { ...said, name: 'Copy' }, losses: [], found: 2, taken: 2 })
    expect(kept.skill.id).not.toBe(id)
    expect([versionId, createdAt, updatedAt]).not.toContain(undefined)
  })

  it('says before it goes to QSF what is lost, and of an older version too', async () => {
    const { skill } = await rest.get('/skills', { body })
    await rest.get(`/skills/${skill.id}`, {
      method: 'PATCH',
      body: { questions: body.questions.slice(0, 1) },
    })
    const path = `/skills/${skill.id}/export`
    const losses = async (query: string) =>
      (await rest.get(`${path}/losses?format=qsf${query}`)).losses.map(
        (loss: { questionId: string | null }) => loss.questionId,
      )
    expect(await losses('')).toEqual([null])
    expect(await losses(`&version=${skill.versionId}`)).toEqual([null, 'buy'])
    const file = await rest.ask(`${path}?format=qsf`)
    expect(file.headers.get('content-disposition')).toContain('tea-cake.qsf')
    const preview = await send('/skills/import/preview', 'qsf', file.text)
    expect(SkillFilePreview.parse(preview.body).skill).toMatchObject({ name: body.name })
    expect(ids(preview.body.skill)).toEqual(['tea'])
  })

  it('is stored by the import alone, not by its preview', async () => {
    const count = async () => (await rest.get('/skills?limit=200')).skills.length
    const before = await count()
    const text = JSON.stringify(body)
    expect((await send('/skills/import/preview', 'json', text)).status).toBe(200)
    expect(await count()).toBe(before)
    expect((await send('/skills/import', 'json', text)).status).toBe(201)
    expect(await count()).toBe(before + 1)
  })

  it('may be previewed and exported with a key that reads, not imported', async () => {
    const { skill } = await rest.get('/skills', { body })
    const key = await rest.newKey('read')
    const call = { key, body: { format: 'json', text: JSON.stringify(body) } }
    expect((await rest.ask('/skills/import/preview', call)).status).toBe(200)
    expect((await rest.ask('/skills/import', call)).status).toBe(403)
    expect((await rest.ask(`/skills/${skill.id}/export`, { key })).status).toBe(200)
  })
})

describe('a file that is no survey', () => {
  it.each([
    ['no JSON', 'qsf', '<xml/>', /^Wanted a file of JSON.*found text that is not/],
    ['another JSON', 'qsf', '{"a":1}', /"SurveyElements"; found an object with "a"/],
    ['a number', 'qsf', '7', /found the JSON value 7/],
    ['an empty survey', 'qsf', '{"SurveyElements":[]}', /found 0 questions/],
    ['nested deeply', 'qsf', `${'['.repeat(1e6)}`, /nests at most 100 levels/],
    ['a survey as a skill', 'json', '{"SurveyElements":[]}', /import it as QSF/],
    ['a skill without questions', 'json', '{"name":"x"}', /^Invalid skill: objective/],
    [
      'a polluting one',
      'qsf',
      '{"__proto__":{"SurveyElements":[]},"constructor":1}',
      /found an object/,
    ],
  ])('is refused in words: %s', async (_, format, text, message) => {
    const { status, body: error } = await send('/skills/import/preview', format, text)
    expect([status, error.code]).toEqual([400, 'invalid_input'])
    expect(error.error).toMatch(message)
    expect(({} as Record<string, unknown>)['SurveyElements']).toBeUndefined()
  })

  it('of 9 MB of open tags is read or refused, not hung on', async () => {
    const text = (words: string) =>
      JSON.stringify({
        SurveyElements: [
          {
            Element: 'BL',
            Payload: [{ ID: 'B', BlockElements: [{ Type: 'Question', QuestionID: 'QID1' }] }],
          },
          {
            Element: 'SQ',
            Payload: { QuestionID: 'QID1', QuestionType: 'TE', QuestionText: words },
          },
        ],
      })
    for (const words of [
      '<a '.repeat(3e6),
      '<script>'.repeat(1e6),
      ' '.repeat(9e6),
      '${'.repeat(4e6),
    ]) {
      const { status, body: answer } = await send('/skills/import/preview', 'qsf', text(words))
      expect([200, 400]).toContain(status)
      expect(answer.code ?? 'read').toMatch(/^(?:read|invalid_input)$/)
    }
  })
})
