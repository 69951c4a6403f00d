import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PromptAnswer } from '../../src/shared/contract/prompts.ts'
import type { TimelineEntry } from '../../src/shared/contract/timeline.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { ordinaryInterviews } from '../fixtures/ordinary-interviews.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import { parseEvents } from '../helpers/prompt-app.ts'
import { openRest, seed, type Rest } from '../helpers/rest.ts'

let rest: Rest
let personaId: string
/** What the model answers next, and what it judges. */
let answer: string
let judgement: string

beforeEach(async () => {
  answer = 'Fine.'
  judgement = ''
  const model = createFakeChatModel({
    answer: ({ answerSchema }) => (answerSchema ? judgement : answer),
    rehearsal: false,
  })
  rest = await openRest({
    models: {
      get: () => model,
      list: () => [{ name: model.name, rehearsal: false }],
      embedding: createOfflineEmbedding(),
    },
  })
  personaId = (await rest.get('/personas', { body: { seed: seed() } })).persona.id
})
afterEach(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

const ask = (userPrompt: string, more: object = {}): Promise<PromptAnswer> =>
  rest.get('/personas/prompt', { body: { personaId, userPrompt, ...more } })
function say(said: string, userPrompt = 'What else?', more: object = {}) {
  answer = said
  return ask(userPrompt, more)
}
async function timeline(): Promise<TimelineEntry[]> {
  return (await rest.get(`/personas/${personaId}/timeline?limit=200`)).entries
}
const conversational = async () =>
  (await timeline()).filter(({ source }) => source === 'conversation')
const append = async (entry: object): Promise<TimelineEntry> =>
  (await rest.get(`/personas/${personaId}/timeline`, { body: { entries: [entry] } })).entries[0]

const news = 'My wife and I adopted a greyhound called Pixel in May 2019.'

describe('an exchange that says something new', () => {
  it('becomes a memory of the conversation, dated by its words', async () => {
    const { consolidation, turnId, sessionId } = await say(
      `${news} I was so happy that day. It taught me that patience pays.`,
    )
    const [added, ...others] = await conversational()
    expect(others).toEqual([])
    expect(consolidation).toEqual({
      action: 'add',
      entryId: added!.id,
      reason: expect.stringContaining('greyhound'),
      decidedBy: 'rules',
      issues: [],
    })
    expect(added).toMatchObject({
      eventAt: '2019-05-01T00:00:00.000Z',
      eventLabel: 'My wife and I adopted a greyhound called Pixel in May 2019',
      facts: news,
      feelings: 'I was so happy that day.',
      interpretation: 'It taught me that patience pays.',
      memoryType: 'normal',
      source: 'conversation',
      metadata: { sessionId, turnId },
    })
    const age = Date.now() - Date.parse(added!.knownAt)
    expect(age).toBeLessThan(60_000)
  })

  it('is recalled from then on', async () => {
    await say(news)
    const query = encodeURIComponent('Do you have a dog, a greyhound?')
    const { recalled } = await rest.get(`/personas/${personaId}/recall?q=${query}`)
    expect(recalled[0].text).toContain('Pixel')
  })

  it('may come from the interviewer, and is told as the persona would', async () => {
    const { consolidation } = await say(
      'Oh! Did she.',
      'Your mother called and said she sold the house.',
    )
    const [added] = await conversational()
    expect(consolidation).toMatchObject({ action: 'add', entryId: added!.id })
    expect(added).toMatchObject({ facts: 'My mother called and said she sold the house.' })
  })

  it('is nothing when the persona rejects it', async () => {
    const { consolidation } = await say(
      "No, that can't be.",
      'Your mother called and said she sold the house.',
    )
    expect(consolidation).toMatchObject({ action: 'ignore', entryId: null })
    expect(await conversational()).toEqual([])
  })

  it('is remembered at the clock of the session', async () => {
    const asOf = '2020-02-02T12:00:00.000Z'
    await say('Last week I broke my arm on the ice rink.', 'How are you?', { asOf })
    expect(await conversational()).toMatchObject([
      { eventAt: '2020-01-26T12:00:00.000Z', knownAt: asOf },
    ])
    const ice = encodeURIComponent('the ice rink and the broken arm')
    const before = `/personas/${personaId}/recall?q=${ice}&asOf=2020-02-01T00:00:00Z`
    const { recalled, cut } = await rest.get(before)
    expect(JSON.stringify({ recalled, cut })).not.toContain('rink')
  })
})

describe('an exchange that says nothing new', () => {
  it('reinforces the memory that it repeats, once per turn', async () => {
    const { consolidation: first } = await say(news)
    const { consolidation, turnId } = await say(
      'We adopted our greyhound Pixel in May 2019, my wife and I.',
    )
    expect(consolidation).toMatchObject({ action: 'reinforce', entryId: first!.entryId })
    const path = `/personas/${personaId}/timeline/${first!.entryId}/forgetting`
    const { curve } = await rest.get(path)
    expect(curve.rehearsals.map((one: { turnId: string }) => one.turnId)).toContain(turnId)
  })

  it('adds one memory when the same is said a hundred times', async () => {
    for (let i = 0; i < 100; i++) {
      await say(i % 2 === 0 ? news : `You know, ${news[0]!.toLowerCase()}${news.slice(1)}`)
    }
    expect(await conversational()).toHaveLength(1)
    const { statistics } = await rest.get(`/personas/${personaId}/memory-statistics`)
    expect(statistics.consolidations).toEqual({ add: 1, reinforce: 99, flag: 0, ignore: 0 })
  })

  it('knows a short answer again, whatever was asked', async () => {
    const { consolidation } = await say('Two girls, Ana and Rita.', 'Do you have children?')
    expect(consolidation).toMatchObject({ action: 'add' })
    expect(await conversational()).toMatchObject([
      {
        eventLabel: 'Two girls, Ana and Rita',
        facts: 'Asked "Do you have children?", I answered: Two girls, Ana and Rita.',
      },
    ])
    const again = await say('Ana and Rita, two girls.', 'How many kids do you have?')
    expect(again.consolidation).toMatchObject({
      action: 'reinforce',
      entryId: consolidation!.entryId,
    })
  })

  it('adds one memory when two sessions are told the same at once', async () => {
    answer = news
    const results = await Promise.all([ask('What is new?'), ask('Any news?'), ask('Well?')])
    const actions = results.map(({ consolidation }) => consolidation!.action)
    expect(actions.toSorted()).toEqual(['add', 'reinforce', 'reinforce'])
    expect(await conversational()).toHaveLength(1)
  })

  it('adds nothing when the same interviews are held again', async () => {
    const hold = async () => {
      for (const [prompt, reply] of ordinaryInterviews) await say(reply, prompt)
      return (await conversational()).length
    }
    const once = await hold()
    expect(once).toBeGreaterThan(5)
    expect(await hold()).toBe(once)
  }, 60_000)

  it('adds nothing in a thousand turns of small talk', async () => {
    const before = (await timeline()).length
    for (let i = 0; i < 1000; i++) {
      const [prompt, reply] = [smallPrompts, smallReplies].map((list, at) => {
        const index = (i * (at * 6 + 1) + Math.floor(i / 7)) % list.length
        return list[index]!
      })
      const { consolidation } = await say(reply!, prompt)
      expect([prompt, reply, consolidation?.action]).toEqual([prompt, reply, 'ignore'])
    }
    expect(await timeline()).toHaveLength(before)
  }, 120_000)

  it.each([
    ["I don't remember when I moved there.", 'hazy'],
    ["I'd rather not talk about my divorce.", 'would not talk'],
    ['I think everybody should move to the country once.', 'Small talk'],
  ])('leaves nothing: %s', async (reply, why) => {
    const { consolidation } = await say(reply)
    expect(consolidation).toMatchObject({ action: 'ignore', reason: expect.stringContaining(why) })
  })
})

describe('off the record', () => {
  it('nothing is kept, rehearsed or noted', async () => {
    const before = await timeline()
    const { consolidation } = await say(news, 'Well?', { remember: false })
    expect(consolidation).toBeNull()
    expect(await timeline()).toEqual(before)
    const list = await rest.get(`/personas/${personaId}/consolidations`)
    expect(list).toEqual({ consolidations: [], nextCursor: null })
  })

  it('nothing is kept where the workspace does not consolidate, but recall rehearses', async () => {
    const body = { consolidation: { enabled: false } }
    await rest.get('/settings/memory', { method: 'PUT', body })
    const { id } = await append(secret({ memoryType: 'normal' }))
    const { consolidation } = await say(news, 'Tell me about the lighthouse and the letter')
    expect(consolidation).toBeNull()
    expect(await conversational()).toEqual([])
    const { curve } = await rest.get(`/personas/${personaId}/timeline/${id}/forgetting`)
    expect(curve.rehearsals).toHaveLength(1)
  })
})

describe('a memory that surfaces', () => {
  it('gives what comes of it its type and a link', async () => {
    const { id } = await append(secret())
    const { recalled, consolidation } = await say(
      'I stole the letter. My aunt went to prison because of me in 2004.',
      'What about the lighthouse and the letter?',
      { pressure: 1 },
    )
    expect(recalled.find(({ entryId }) => entryId === id)!.directive.kind).toBe('surface')
    expect(consolidation).toMatchObject({ action: 'add' })
    expect(await conversational()).toMatchObject([
      { memoryType: 'repressed', metadata: { from: id }, facts: expect.stringContaining('aunt') },
    ])
  })

  it('leaves what came of it open for the session, and shut for the next', async () => {
    await append(secret())
    const { sessionId, consolidation } = await say(
      'I stole the letter. My aunt went to prison because of me in 2004.',
      'What about the lighthouse and the letter?',
      { pressure: 1 },
    )
    const kindIn = async (more: object) => {
      const { recalled } = await ask('Your aunt in prison because of the letter?', more)
      return recalled.find(({ entryId }) => entryId === consolidation!.entryId)!.directive.kind
    }
    expect(await kindIn({ sessionId, remember: false })).toBe('surface')
    expect(await kindIn({ remember: false })).toBe('avoid')
  })

  it('says nothing of itself while it stays shut', async () => {
    await append(secret())
    const { consolidation } = await say(
      "I can't think about that.",
      'Your uncle was arrested because you hid the letter in the lighthouse.',
    )
    expect(consolidation).toMatchObject({ action: 'ignore', entryId: null })
    expect(JSON.stringify(consolidation)).not.toMatch(/letter|lighthouse|uncle/i)
  })
})

const secret = (more: object = {}) => ({
  eventAt: '2003-04-01',
  eventLabel: 'The letter in the lighthouse',
  facts: 'I hid the letter in the lighthouse and my uncle was arrested.',
  feelings: 'Dread.',
  interpretation: 'I must never speak of it.',
  memoryType: 'repressed',
  memoryStrength: 60,
  ...more,
})

describe('every way to ask', () => {
  it('consolidates alike: a stream and a job too', async () => {
    answer = news
    const body = { personaId, userPrompt: 'What is new?' }
    const text = (await rest.ask('/personas/prompt/stream', { body })).text
    const done = parseEvents(text).at(-1)!
    expect(done).toMatchObject({ event: 'done', data: { consolidation: { action: 'add' } } })

    answer = 'I sold my violin last winter to pay for a boat.'
    const { jobId } = await rest.get('/personas/prompt', { body: { ...body, mode: 'async' } })
    let job = await rest.get(`/personas/prompt/jobs/${jobId}`)
    while (['queued', 'running'].includes(job.status)) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      job = await rest.get(`/personas/prompt/jobs/${jobId}`)
    }
    const { entryId } = job.result.consolidation
    expect((await conversational()).map(({ id }) => id)).toContain(entryId)
    expect(await conversational()).toHaveLength(2)
  })

  it('is listed newest first, a page at a time', async () => {
    await say(news)
    await say('Fine, thanks.')
    const last = await say('I moved to Lisbon in 2014 with my cousin.')
    const path = `/personas/${personaId}/consolidations?limit=2`
    const page = await rest.get(path)
    expect(page.consolidations.map(({ action }: { action: string }) => action)).toEqual([
      'add',
      'ignore',
    ])
    expect(page.consolidations[0]).toMatchObject({
      turnId: last.turnId,
      sessionId: last.sessionId,
      ...last.consolidation,
    })
    const rest2 = await rest.get(`${path}&cursor=${page.nextCursor}`)
    expect(rest2).toMatchObject({ consolidations: [{ action: 'add' }], nextCursor: null })
  })
})

describe('a language model that is asked to judge', () => {
  beforeEach(() =>
    rest.get('/settings/memory', { method: 'PUT', body: { consolidation: { useModel: true } } }),
  )
  const judge = (fields: object) => {
    judgement = JSON.stringify({ statement: '', day: '', memory: 0, reason: 'Because.', ...fields })
  }

  it('adds what rules would not see', async () => {
    judge({ action: 'add', statement: 'I keep carrier pigeons on the roof.', day: '2019-04-02' })
    const { consolidation } = await say('The roof? Pigeons, thirty of them, since that April.')
    const [added] = await conversational()
    expect(consolidation).toEqual({
      action: 'add',
      entryId: added!.id,
      reason: 'Because.',
      decidedBy: 'model',
      issues: [],
    })
    expect(added).toMatchObject({
      facts: 'I keep carrier pigeons on the roof.',
      eventAt: '2019-04-02T00:00:00.000Z',
    })
  })

  it('adds the same but once, however often it says so', async () => {
    judge({ action: 'add', statement: 'I keep carrier pigeons on the roof.' })
    await say('Pigeons.')
    const { consolidation } = await say('Pigeons again.')
    expect(consolidation).toMatchObject({ action: 'reinforce', decidedBy: 'model' })
    expect(await conversational()).toHaveLength(1)
  })

  it.each([
    ['I cannot say.', 'did not answer in the shape'],
    ['{"action":"add"}', 'did not answer in the shape'],
    ['{"action":"reinforce","statement":"","day":"","memory":99,"reason":"x"}', 'names memory 99'],
  ])('leaves it to the rules when it answers %s', async (text, why) => {
    judgement = text
    const { consolidation } = await say(news)
    expect(consolidation).toMatchObject({
      action: 'add',
      decidedBy: 'rules',
      reason: expect.stringContaining(why),
    })
  })
})

const smallPrompts = [
  'Hello, how are you?',
  'Nice weather today.',
  'Did you sleep well?',
  'Thanks for taking the time.',
  'What do you think of the news?',
  'Any plans for the weekend?',
  'Good morning!',
  'You have such a nice voice.',
  'That is interesting.',
  'Would you like some coffee?',
  'I had terrible traffic on the way here.',
]
const smallReplies = [
  "I'm fine, thank you. And you?",
  'Oh, it rained all morning but now it is lovely.',
  'I slept well and had a coffee.',
  "You're welcome, it's my pleasure.",
  'I think people worry too much.',
  'Nothing special, I will probably read a little.',
  'Good morning to you too!',
  'How kind of you to say so.',
  'Yes, I find that too.',
  "I'd love one, with milk please.",
  "I'm a bit tired today, but it will pass.",
  'Ha, that made me laugh.',
  'I had a quiet evening and watched a film.',
  'It depends on the day, really.',
  'I like your question.',
  "Well, I can't complain.",
  'I walked here, it was pleasant.',
  "I'm doing well, thanks for asking.",
  'I had a lovely weekend, nothing special.',
  'I went to the supermarket this morning.',
  'I like this weather.',
  'I love your accent.',
  'I have a headache today.',
  "I'm looking forward to the weekend.",
  'I had pasta for lunch.',
  'I was stuck in traffic for an hour.',
  'I met a friend for coffee yesterday.',
  'I always enjoy a good chat.',
  'I never know what to say to that.',
  "I've been busy lately.",
  'I have a few minutes.',
  "I'm happy to be here.",
  'I have a question for you.',
  "I'm not in the mood today.",
  "I've never thought about it that way.",
  'I bought some bread on the way home.',
  'I left my umbrella at home.',
  "I'm a big fan of long walks.",
  'I lost my train of thought.',
  "I won't bore you with that.",
  'I have no plans for tonight.',
  'I got up early today.',
  'My day was fine, and yours?',
  'I started reading the paper this morning.',
  "I'm a morning person, I suppose.",
  'I called my mother this morning.',
  "I've had better days.",
  'I saw a nice sunset last night.',
  "I'm an open book, ask away.",
  'I found my keys, thank goodness.',
  'We had guests on Sunday.',
  'I passed by the market earlier.',
  'I took the bus today.',
  "I have to say, it's been a nice talk.",
  "I'm a little under the weather.",
  'I burned my toast this morning.',
  'I worked late yesterday.',
  "I'm the wrong person to ask.",
  'I work tomorrow.',
  'I live for Fridays!',
  'I have a dentist appointment later.',
  'My dog is asleep on the sofa.',
  'I won at cards last night.',
  'I joined a call this morning.',
  'I finished work early today.',
  'I bought a coffee.',
]
