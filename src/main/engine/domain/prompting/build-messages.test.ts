import { expect, it } from 'vitest'
import { aPersona } from '../../../../../test/helpers/seeded-persona.ts'
import { buildMessages, type PromptParts } from './build-messages.ts'

const persona = aPersona()
const parts: PromptParts = {
  persona,
  mood: persona.moodBaseline,
  recalled: [],
  history: [],
  userPrompt: 'How was your day?',
  today: '2026-03-01',
}
const system = (overrides: Partial<PromptParts> = {}) =>
  buildMessages({ ...parts, ...overrides })[0]!.content

it('says who the persona is and keeps it in the part', () => {
  const text = system()
  for (const fact of [
    'Ada Lind',
    '39',
    'nurse',
    'Lyon',
    'security',
    persona.summary,
    'to be fair',
  ]) {
    expect(text).toContain(fact)
  }
  expect(text).toContain('Never step out of the part')
})

it('puts traits and mood into words, not numbers', () => {
  const text = system({ persona: aPersona({ traits: { ...persona.traits, extraversion: 97 } }) })
  expect(text).toContain('very outgoing')
  expect(text).not.toContain('97')
})

it('sends two personas that differ in voice different instructions', () => {
  const terse = { ...persona.communicationStyle, verbosity: 5, warmth: 5, habits: [] }
  expect(system({ persona: aPersona({ communicationStyle: terse }) })).not.toBe(system())
})

it('keeps the newest exchanges when a conversation is long, oldest first', () => {
  const history = Array.from({ length: 60 }, (_, i) => ({
    prompt: `question ${i}`,
    response: 'word '.repeat(50),
  }))
  const sent = buildMessages({ ...parts, history })
  const prompts = sent.filter(({ role }) => role === 'user').map(({ content }) => content)
  expect(prompts.at(-1)).toBe('How was your day?')
  expect(prompts.at(-2)).toBe('question 59')
  expect(prompts.length).toBeGreaterThan(10)
  expect(prompts.length).toBeLessThan(40)
  expect(prompts.slice(0, -1)).toEqual(
    prompts.slice(0, -1).toSorted((a, b) => Number(a.slice(9)) - Number(b.slice(9))),
  )
})

it('says what day it is, and leaves out what is not known of an earlier one', () => {
  const then = aPersona({ location: '', baseOccupation: '', summary: '', domainKnowledge: [] })
  const text = system({ persona: { ...then, age: 29 }, today: '2016-05-01' })
  expect(text).toContain('Today is 2016-05-01')
  expect(text).toContain('You are Ada Lind, 29 years old.\n')
  expect(text).not.toMatch(/undefined|living in|You know {2}/)
})

it('asks for the language of the persona', () => {
  expect(system({ persona: aPersona({ language: 'pt-BR' }) })).toContain('pt-BR')
})

it.each(['second-person', 'third-person', 'list'] as const)(
  'tells the same of the persona in each format: %s',
  (format) => {
    const text = system({ portrait: { told: 'whole', format } })
    for (const fact of ['Ada Lind', '39', 'nurse', 'Lyon', 'security', persona.summary])
      expect(text).toContain(fact)
    for (const { topic, origin } of persona.domainKnowledge) {
      expect(text).toContain(topic)
      expect(text).toContain(origin)
    }
    expect(text).toContain('Never step out of the part')
  },
)

it('tells of demographics alone, or of nobody, what it says', () => {
  const demographics = system({ portrait: { told: 'demographics', format: 'second-person' } })
  expect(demographics).toContain('You are 39 years old, nurse, living in Lyon')
  expect(demographics).not.toMatch(/Ada|Lind|temperament|security|Right now you are/)
  const nothing = system({ portrait: { told: 'nothing', format: 'second-person' } })
  expect(nothing).toBe(
    'Today is 2026-03-01. Nothing later has happened yet.\n\nNot knowing, not caring and not wanting to answer are answers.',
  )
})
