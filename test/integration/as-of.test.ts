import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PersonaVersion } from '../../src/shared/contract/personas.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { createFakeChatModel, type FakeChatModel } from '../helpers/fake-chat-model.ts'
import { openRest, seed, type Call, type Rest } from '../helpers/rest.ts'

const DAY_MS = 86_400_000

let rest: Rest
let model: FakeChatModel
beforeEach(async () => {
  model = createFakeChatModel({ answer: () => 'Mm.' })
  rest = await openRest({
    models: {
      get: () => model,
      list: () => [{ name: 'fake', rehearsal: true }],
      embedding: createOfflineEmbedding(),
    },
  })
})
afterEach(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

const patch = (body: object): Call => ({ method: 'PATCH', body })
const isoIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

async function newPersona(more: object = {}): Promise<string> {
  const body = { seed: seed('Maya', { household: 'two cats', ...more }) }
  return (await rest.get('/personas', { body })).persona.id
}

async function ask(personaId: string, userPrompt: string, more: object = {}) {
  return rest.ask('/personas/prompt', { body: { personaId, userPrompt, ...more } })
}

/** What the model was told of who it is, in the last prompt. */
const told = () => model.requests.at(-1)!.messages[0]!.content
/** What the model was shown of the talk so far, in the last prompt. */
const talk = () =>
  model.requests
    .at(-1)!
    .messages.slice(1)
    .map(({ content }) => content)

describe('a profile', () => {
  it('is kept with every edit and can be had back as a new version', async () => {
    const id = await newPersona()
    const path = `/personas/${id}`
    const one: { versions: PersonaVersion[] } = await rest.get(`${path}/versions`)
    expect(one.versions).toMatchObject([{ version: 1, isCurrent: true, changed: [] }])

    rest.pass(DAY_MS)
    await rest.get(path, patch({ location: 'Ghent', gender: 'woman' }))
    await rest.get(path, patch({ location: 'Ghent' }))
    rest.pass(DAY_MS)
    await rest.get(path, patch({ lastName: 'Chen-Roux' }))
    const { versions }: { versions: PersonaVersion[] } = await rest.get(`${path}/versions`)
    expect(versions.map(({ version, changed }) => [version, changed.toSorted()])).toEqual([
      [3, ['lastName']],
      [2, ['gender', 'location']],
      [1, []],
    ])
    expect(versions[2]).toMatchObject({ isCurrent: false, persona: { id, location: 'Lyon' } })

    const { persona } = await rest.get(`${path}/versions/1/restore`, { method: 'POST' })
    expect(persona).toMatchObject({ location: 'Lyon', lastName: 'Chen' })
    expect(persona.gender).toBeUndefined()
    const { version } = await rest.get(`${path}/versions/4`)
    expect(version).toMatchObject({ isCurrent: true, persona })
    expect((await rest.ask(`${path}/versions/5`)).status).toBe(404)
  })

  it('is the one of its day', async () => {
    const id = await newPersona()
    rest.pass(10 * DAY_MS)
    await rest.get(`/personas/${id}`, patch({ location: 'Ghent', household: 'alone' }))
    await ask(id, 'Where do you live?')
    expect(told()).toMatch(/living in Ghent[^]*household: alone/)
    await ask(id, 'Where do you live?', { asOf: isoIn(5) })
    expect(told()).toMatch(/living in Lyon[^]*household: two cats/)
    expect(told()).not.toMatch(/Ghent|household: alone/)
  })

  it('goes with a fork, which was described when the original was', async () => {
    const id = await newPersona()
    rest.pass(10 * DAY_MS)
    await rest.get(`/personas/${id}`, patch({ location: 'Ghent' }))
    const { persona } = await rest.get(`/personas/${id}/fork`, { method: 'POST' })
    await ask(persona.id, 'Where do you live?', { asOf: isoIn(5) })
    expect(told()).toMatch(/living in Lyon/)
  })
})

describe('before a persona was described', () => {
  it('it is as old as then, and its circumstances are those of its memories', async () => {
    const id = await newPersona({ age: 52, baseOccupation: 'Headteacher', income: '90000' })
    const { persona } = await rest.get(`/personas/${id}`)
    const { entries } = await rest.get(`/personas/${id}/timeline?limit=200`)
    const [birth] = entries
    // Old enough to know where it was born.
    const asOf = new Date(Date.parse(birth.knownAt) + 1000).toISOString()
    await ask(id, 'Tell me about yourself', { asOf })
    const years = Math.floor((Date.parse(asOf) - Date.parse(birth.eventAt)) / (365.25 * DAY_MS))
    const [first] = told().split('\n')
    expect(first).toMatch(new RegExp(`^You are Maya Chen, (${years}|${years + 1}) years old`))
    expect(first).toContain(`living in ${birth.metadata.place}`)
    expect(told()).toContain(`Today is ${asOf.slice(0, 10)}`)
    for (const later of [persona.summary, '90000', 'two cats', 'Headteacher'])
      expect(told()).not.toContain(later)
    for (const { origin } of persona.domainKnowledge) expect(told()).not.toContain(origin)
  })

  it('and before its birth, it cannot be asked', async () => {
    const id = await newPersona()
    const asOf = '1950-01-01T00:00:00.000Z'
    const sync = await ask(id, 'Hello', { asOf })
    const later = await ask(id, 'Hello', { asOf, mode: 'async' })
    for (const { status, body } of [sync, later]) {
      expect({ status, body }).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
      expect(body.error).toMatch(/asOf: must not be before the birth of Maya Chen, born on/)
    }
    expect(model.requests).toEqual([])
    const recalled = await rest.get(`/personas/${id}/recall?q=school&asOf=${asOf}`)
    expect(recalled).toMatchObject({ recalled: [], cut: [] })
  })
})

describe('a session taken up at another instant', () => {
  it('knows what had been said by then, and all of it in order on its return', async () => {
    const id = await newPersona()
    const { sessionId } = (await ask(id, 'One', { asOf: isoIn(-20) })).body
    await ask(id, 'Three', { sessionId })
    await ask(id, 'Two', { sessionId, asOf: isoIn(-10) })
    expect(talk()).toEqual(['One', 'Mm.', 'Two'])
    await ask(id, 'Zero', { sessionId, asOf: isoIn(-30) })
    expect(talk()).toEqual(['Zero'])
    await ask(id, 'Four', { sessionId })
    const prompts = talk().filter((text) => text !== 'Mm.')
    expect(prompts).toEqual(['Zero', 'One', 'Two', 'Three', 'Four'])
  })

  it('is as pressed, and as open, as it was then', async () => {
    const id = await newPersona()
    const secret = {
      eventAt: '2015-06-01',
      eventLabel: 'The fire at the cabin',
      facts: 'I left the candle burning.',
      feelings: 'Terror.',
      interpretation: 'It was me.',
      memoryType: 'repressed',
      memoryStrength: 40,
    }
    await rest.get(`/personas/${id}/timeline`, { body: secret })
    const probe = 'What about the fire at the cabin?'
    const { sessionId } = (await ask(id, probe, { asOf: isoIn(-9) })).body
    await ask(id, probe, { sessionId, asOf: isoIn(-8) })
    await ask(id, probe, { sessionId, asOf: isoIn(-7) })
    expect(told()).toContain('candle')
    // One probe had been made by then: this is the second, and the memory stays shut.
    await ask(id, probe, { sessionId, asOf: isoIn(-8.5) })
    expect(JSON.stringify(model.requests.at(-1)!.messages.slice(0, -1))).not.toContain('candle')
    // Today it has come up, and it stays up.
    await ask(id, probe, { sessionId })
    expect(told()).toContain('candle')
  })

  it('lets mood settle while nobody talks', async () => {
    const id = await newPersona()
    const { moodBaseline } = (await rest.get(`/personas/${id}`)).persona
    const kind = 'You are wonderful, I love how kind and warm you are, thanks, what joy'
    const { sessionId, mood } = (await ask(id, kind)).body
    rest.pass(DAY_MS)
    const later = (await ask(id, 'And the bus?', { sessionId })).body.mood
    expect(mood.valence - moodBaseline.valence).toBeGreaterThan(0.1)
    expect(later.valence).toBeCloseTo(moodBaseline.valence, 3)
  })
})

describe('a study', () => {
  const file = (study: object, people: readonly object[]) => ({
    workbench: 1,
    name: 'Then',
    personas: { inline: people },
    cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
    population: {},
    skill: {
      name: 'Then',
      objective: 'Test',
      questions: [{ id: 'q', type: 'open', text: 'What do you do for work?' }],
    },
    study: { model: 'fake', ...study },
  })

  async function launch(study: object, people: readonly object[]) {
    const { study: made } = await rest.get('/study-files', { body: { file: file(study, people) } })
    return { study: made, launched: await rest.ask(`/studies/${made.id}/runs`, { body: {} }) }
  }

  async function promptsOf(runId: string): Promise<string[]> {
    while ((await rest.get(`/runs/${runId}`)).run.finishedAt === null)
      await new Promise((resolve) => setTimeout(resolve, 5))
    const { tasks } = await rest.get(`/runs/${runId}/tasks`)
    const turns = await Promise.all(
      tasks.map(({ id }: { id: string }) => rest.get(`/tasks/${id}/turns`)),
    )
    return turns.flatMap((one) => one.turns.map(({ messages }: never) => JSON.stringify(messages)))
  }

  it('of a fixed instant sends the same prompts on every day, whatever was learnt since', async () => {
    const asOf = isoIn(0)
    rest.pass(1000)
    const { study, launched } = await launch({ asOf: isoIn(-1) }, [seed('Maya')])
    const first = await promptsOf(launched.body.run.id)
    expect(first[0]).toContain(`Today is ${isoIn(-1).slice(0, 10)}`)

    const [{ id }] = (await rest.get('/personas')).personas
    const news = {
      eventAt: asOf,
      eventLabel: 'A new work as a diver',
      facts: 'My work is diving.',
      feelings: 'Wet.',
      interpretation: 'Work is work.',
    }
    await rest.get(`/personas/${id}/timeline`, { body: news })
    await rest.get(`/personas/${id}`, patch({ baseOccupation: 'Diver' }))
    rest.pass(30 * DAY_MS)
    const again = await rest.get(`/studies/${study.id}/runs`, { body: {} })
    expect(await promptsOf(again.run.id)).toEqual(first)
  })

  it('keeps to the profiles of its launch, though one is edited while it runs', async () => {
    const { launched } = await launch({}, [seed('Maya', { location: 'Lyon' })])
    rest.pass(1000)
    const [{ id }] = (await rest.get('/personas')).personas
    await rest.get(`/personas/${id}`, patch({ location: 'Ghent' }))
    for (const prompt of await promptsOf(launched.body.run.id))
      expect(prompt).not.toContain('Ghent')
  })

  it.each([
    { when: 'yet to come', asOf: isoIn(400), says: /must not be later than the launch/ },
    {
      when: 'before a birth',
      asOf: '2000-01-01T00:00:00Z',
      says: /birth of a participant: Kim Chen/,
    },
  ])('of an instant $when is refused at the launch', async ({ asOf, says }) => {
    const { launched } = await launch({ asOf }, [seed('Maya'), seed('Kim', { age: 20 })])
    expect(launched).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    expect(JSON.stringify(launched.body)).toMatch(says)
  })
})
