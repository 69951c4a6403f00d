import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import type { PromptAnswer } from '../../src/shared/contract/prompts.ts'
import type { RecalledMemory } from '../../src/shared/contract/recall.ts'
import type { NewTimelineEntry, TimelineEntry } from '../../src/shared/contract/timeline.ts'
import { createRecordingModel, type RecordingModel } from '../helpers/recording-model.ts'
import { openRest, seed, type Rest } from '../helpers/rest.ts'
import { anEntry } from '../helpers/seeded-persona.ts'

let rest: Rest
let model: RecordingModel
let personaId: string
beforeEach(async () => {
  model = createRecordingModel()
  rest = await openRest({
    models: {
      get: () => model,
      list: () => [{ name: model.name, rehearsal: true }],
      embedding: createOfflineEmbedding(),
    },
  })
  personaId = (await rest.get('/personas', { body: { seed: seed('Maya') } })).persona.id
})
afterEach(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

const fire: Partial<NewTimelineEntry> = {
  eventLabel: 'The fire at the cabin',
  facts: 'I left a candle burning and the cabin burned down. Two goats died in it.',
  feelings: 'Terror and disbelief.',
  interpretation: 'Nobody may ever hear it was me.',
  memoryType: 'repressed',
  memoryStrength: 50,
}
const theft: Partial<NewTimelineEntry> = {
  eventLabel: 'The stolen bicycle',
  facts: 'I stole a bicycle from the station. I sold it for forty crowns.',
  feelings: 'Cheap and small.',
  interpretation: 'I was a thief that summer.',
  memoryType: 'shame',
  memoryStrength: 80,
}

async function remember(...entries: Partial<NewTimelineEntry>[]): Promise<TimelineEntry[]> {
  const body = { entries: entries.map(anEntry) }
  return (await rest.get(`/personas/${personaId}/timeline`, { body })).entries
}

/** An interview, question by question; a question may come with more of the request. */
async function interview(...asked: (string | [string, object])[]): Promise<PromptAnswer[]> {
  const answers: PromptAnswer[] = []
  for (const one of asked) {
    const [userPrompt, more] = typeof one === 'string' ? [one, {}] : one
    const sessionId = answers[0]?.sessionId
    const body = { personaId, userPrompt, ...(sessionId ? { sessionId } : {}), ...more }
    answers.push(await rest.get('/personas/prompt', { body }))
  }
  return answers
}

const told = (answer: PromptAnswer, label: string) =>
  answer.recalled.find(({ eventLabel }) => eventLabel === label)
const kinds = (answers: readonly PromptAnswer[], label: string) =>
  answers.map((answer) => told(answer, label)?.directive.kind)
/** What the model was sent, the interviewer's own words aside. */
const sent = (turn: number) =>
  JSON.stringify(model.requests.at(turn)!.messages.filter(({ role }) => role !== 'user'))

describe('a shame', () => {
  const label = 'The stolen bicycle'

  it('is deflected at first, admitted in part on the second probe, and never told whole', async () => {
    await remember(theft)
    const answers = await interview(
      'What about the stolen bicycle?',
      'The stolen bicycle, please.',
      'And the bicycle you stole, what became of it?',
    )
    expect(kinds(answers, label)).toEqual(['deflect', 'admit-part', 'admit-part'])
    expect(sent(0)).not.toMatch(/station|crowns|Cheap|thief/)
    expect(sent(2)).toContain('from the station')
    expect(sent(2)).not.toMatch(/crowns|thief/)
    expect(answers[0]!.response).not.toMatch(/stole|station/i)
    expect(answers[1]!.response).toMatch(/stole a bicycle from the station/)
  })

  it('cools down while other things are asked about', async () => {
    await remember(theft)
    const answers = await interview(
      'What about the stolen bicycle?',
      'What do you do for work?',
      'What about the stolen bicycle?',
      'The stolen bicycle, please.',
    )
    // 25, 10, 35, 60 hundredths.
    expect(kinds(answers, label)).toEqual(['deflect', undefined, 'deflect', 'admit-part'])
  })

  it('is pressed by going on about it without naming it', async () => {
    await remember(theft)
    const answers = await interview('What about the stolen bicycle?', 'Please, tell me.')
    expect(kinds(answers, label)).toEqual(['deflect', 'admit-part'])
  })

  it('is pressed from the floor that a request sets, when it is asked about and not else', async () => {
    await remember(theft)
    const answers = await interview(
      ['What do you do for work?', { pressure: 1 }],
      'What about the stolen bicycle?',
      ['The stolen bicycle, please.', { pressure: 0.9 }],
    )
    expect(kinds(answers, label)).toEqual([undefined, 'deflect', 'admit-part'])
  })

  it('leaves alone a question that merely grazes it', async () => {
    await remember(theft, {
      eventLabel: 'The new station',
      facts: 'They built a new station in our town, all glass.',
    })
    const graze = 'What is the new station like?'
    const answers = await interview(graze, 'And the station clock?', graze)
    for (const { response } of answers) expect(response).not.toMatch(/stole|bicycle/)
    expect(answers[0]!.response).toMatch(/glass/)
    const { sessionId } = answers[0]!
    const probe: [string, object] = ['What about the stolen bicycle?', { sessionId }]
    expect(kinds(await interview(probe), label)).toEqual(['deflect'])
  })
})

describe('a repressed memory', () => {
  const label = 'The fire at the cabin'
  const probe = 'What about the fire at the cabin?'
  const secrets = /candle|goats|Terror|disbelief|ever hear|The fire at the cabin/

  it.each([
    { memoryStrength: 50, opensOn: 3 },
    { memoryStrength: 51, opensOn: 4 },
  ])('of strength $memoryStrength opens on probe $opensOn', async ({ memoryStrength, opensOn }) => {
    await remember({ ...fire, memoryStrength })
    const answers = await interview(...Array.from({ length: opensOn }, () => probe))
    const shut = Array.from({ length: opensOn - 1 }, () => 'avoid')
    expect(kinds(answers, label)).toEqual([...shut, 'surface'])
    for (let turn = 0; turn < opensOn - 1; turn++) {
      expect(sent(turn)).toContain('There is something around this topic that you avoid')
      expect(sent(turn)).not.toMatch(secrets)
      expect(JSON.stringify(model.requests[turn]!.context.recalled)).not.toMatch(secrets)
      expect(answers[turn]!.response).not.toMatch(secrets)
    }
    expect(sent(-1)).toContain('candle')
    expect(answers.at(-1)!.response).toMatch(/candle/)
    // Fragmented, the feeling first.
    expect(answers.at(-1)!.response).toMatch(/^Terror[^.]*…/)
  })

  it('stays up for the session once it has surfaced, and only for that', async () => {
    await remember(fire)
    const answers = await interview(
      [probe, { pressure: 1 }],
      'What do you do for work?',
      'What do you like to eat?',
      'And where do you live?',
      'What is your street like?',
      probe,
    )
    expect(kinds(answers, label).at(-1)).toBe('surface')
    expect(kinds(await interview(probe), label)).toEqual(['avoid'])
  })

  it('opens at once to one of its triggers', async () => {
    await remember({ ...fire, memoryStrength: 100, metadata: { triggers: ['smell of smoke'] } })
    const answers = await interview('Do you mind the smell of smoke?', 'And the smoke?')
    expect(kinds(answers, label)[0]).toBe('surface')
  })

  it('opens to a trigger whatever else the question brings to mind', async () => {
    const others = Array.from({ length: 12 }, (_, i) => ({
      eventLabel: `Smoke over the village, year ${i}`,
      facts: `The smell of smoke lay over the village for the ${i}th time, from kiln number ${i}.`,
    }))
    const metadata = { triggers: ['smell of smoke'] }
    await remember({ ...fire, memoryStrength: 100, metadata }, ...others)
    const answers = await interview('Tell me about the smell of smoke over the village')
    expect(kinds(answers, label)).toEqual(['surface'])
  })

  it('keeps quiet when a question does not go to it', async () => {
    await remember(fire, {
      eventLabel: 'Candles for the winter',
      facts: 'We pour our own candles for the winter.',
    })
    const [answer] = await interview('Do you pour your candles yourself?')
    expect(sent(0)).not.toContain('that you avoid')
    expect(answer!.response).toMatch(/candles for the winter/)
  })

  it('is named to who inspects recall, but tells them nothing of itself', async () => {
    await remember(fire)
    const { recalled } = await rest.get(
      `/personas/${personaId}/recall?q=${encodeURIComponent(probe)}`,
    )
    const [memory] = recalled as RecalledMemory[]
    expect(memory).toMatchObject({ eventLabel: label, text: '', directive: { kind: 'avoid' } })
  })
})

describe('a pride', () => {
  it('comes up unasked at most once per answer, and not in the same session again', async () => {
    await remember(
      ...['choir', 'marathon', 'novel'].map((what) => ({
        eventLabel: `Won with the ${what}`,
        facts: `I won a prize with the ${what} in the city hall.`,
        feelings: 'Proud.',
        interpretation: 'I can win.',
        memoryType: 'pride' as const,
        memoryStrength: 95,
      })),
    )
    const answers = await interview(
      'Did anybody at the hall know the mayor of the old harbour district by name?',
      'Do you go to the city?',
      'What is your favourite hall in the city?',
      'What is it like to win?',
    )
    for (const { recalled } of answers) {
      const unasked = recalled.filter(({ directive }) => directive.kind === 'volunteer')
      expect(unasked.length).toBeLessThanOrEqual(1)
    }
    const talk = answers.map(({ response }) => response).join(' ')
    for (const what of ['choir', 'marathon', 'novel'])
      expect(talk.split(`I won a prize with the ${what}`).length).toBeLessThanOrEqual(2)
    const [direct] = await interview('What about the marathon?')
    expect(direct!.response).toMatch(/prize with the marathon/)
  })
})

describe('a correction', () => {
  it('takes the place of what it corrects at once, which stays in the history', async () => {
    const [old] = await remember({
      eventLabel: 'Our dog Biscuit',
      facts: 'We had a beagle called Biscuit.',
    })
    const entry = anEntry({ eventLabel: 'Our dog Crumb', facts: 'We had a terrier called Crumb.' })
    const path = `/personas/${personaId}/timeline`
    await rest.get(`${path}/${old!.id}/supersede`, { body: { reason: 'It was Crumb', entry } })
    const [answer] = await interview('Tell me about your dog')
    expect(sent(0)).toMatch(/terrier[^]*Tell it as the truth/)
    expect(sent(0)).not.toMatch(/Biscuit|beagle/)
    expect(answer!.response).toMatch(/terrier/)
    const { entries }: { entries: TimelineEntry[] } = await rest.get(`${path}?limit=200`)
    expect(entries.find(({ id }) => id === old!.id)).toMatchObject({
      facts: 'We had a beagle called Biscuit.',
      supersedeReason: 'It was Crumb',
    })
  })
})

describe('an exaggerated memory', () => {
  it('is told bigger than it was, and stays as it was', async () => {
    const facts = 'We caught three pike on the lake. I was 9 that summer of 2003.'
    const [entry] = await remember({
      eventLabel: 'The pike',
      facts,
      memoryType: 'exaggerated',
      memoryStrength: 70,
    })
    const [answer] = await interview('Tell me about the pike')
    expect(answer!.response).toMatch(/pike/)
    expect(answer!.response).not.toMatch(/three pike/)
    expect(answer!.response).not.toMatch(/I was 27|6009/)
    expect(sent(0)).toContain(facts)
    expect(sent(0)).toContain('bigger than it was')
    const { entries }: { entries: TimelineEntry[] } = await rest.get(
      `/personas/${personaId}/timeline?limit=200`,
    )
    expect(entries.find(({ id }) => id === entry!.id)!.facts).toBe(facts)
  })
})

describe('a faded memory', () => {
  it.each(['normal', 'pride', 'exaggerated', 'shame', 'repressed'] as const)(
    'of type %s gives the gist and no detail',
    async (memoryType) => {
      await remember({
        eventLabel: 'The concert with Ludovic in Graz in 1998',
        facts: 'Ludovic played the oboe for 300 people in Graz.',
        feelings: 'Carried away. Ludovic cried.',
        interpretation: 'Music matters. Ludovic showed me in 1998.',
        memoryType,
        memoryStrength: 20,
      })
      const probe = 'What about the concert with Ludovic?'
      const answers = await interview(...Array.from({ length: 4 }, () => probe))
      for (const [turn, { response }] of answers.entries()) {
        expect(sent(turn)).not.toMatch(/Ludovic|oboe|300|Graz|1998/)
        expect(response).not.toMatch(/Ludovic|oboe|300|Graz|1998/)
      }
      if (memoryType === 'normal' || memoryType === 'repressed') expect(sent(3)).toMatch(/concert/)
    },
  )
})
