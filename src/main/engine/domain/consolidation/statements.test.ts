import { describe, expect, it } from 'vitest'
import { dateOf } from './dates.ts'
import { toFirstPerson } from './first-person.ts'
import { findKnown } from './known.ts'
import { statementsOfAnswer, statementsOfPrompt } from './statements.ts'
import { tokenize } from '../text/tokenize.ts'

const calendar = {
  clock: Date.parse('2026-03-10T12:00:00.000Z'),
  bornAt: Date.parse('1986-09-01T00:00:00.000Z'),
}
const textsOf = (statements: { text: string }[]) => statements.map(({ text }) => text)
const day = (text: string) => new Date(dateOf(text, calendar).eventAtMs).toISOString().slice(0, 10)

describe('what a persona says of itself', () => {
  it.each([
    'I moved to Lisbon in 2014.',
    'My brother Tom died last winter.',
    'I have two daughters, Ana and Rita.',
    'I broke my leg when I was nine.',
    'We bought a house in May 2019.',
    "I'm allergic to peanuts.",
    'I have never been to Italy.',
    "I'm a carpenter by trade.",
    'My wife works at the harbour.',
    'I speak Portuguese and a little Danish.',
    'I adopted a greyhound called Pixel three weeks ago.',
    'In 2009 I hitched across Finland with a saxophone player.',
    'I grew up in a small village near Gdansk.',
    'We have a cat named Miso.',
    'I play the cello in an amateur orchestra.',
    "I can't swim.",
    'My sister Clara is a dentist.',
    'I once shook hands with the queen.',
    "I've got three kids.",
    'I was in the army for four years.',
    'I stopped talking to my brother after the funeral.',
    'I spent a year in Peru teaching English.',
    'I had an affair with my boss.',
    'Yesterday I was fired.',
  ])('is worth remembering: %s', (sentence) => {
    expect(textsOf(statementsOfAnswer({ prompt: 'And?', response: sentence }, calendar))).toEqual([
      sentence,
    ])
  })

  it.each([
    "I'm fine, thank you.",
    'I slept well and had coffee this morning.',
    'It was a lovely walk yesterday.',
    'I watched a film last night.',
    'I think people should move to smaller towns.',
    'If I had the money, I would have bought a house.',
    'Maybe I moved there in 2014.',
    'I wish I had married him.',
    "I don't remember when I moved.",
    "I'd rather not talk about my divorce.",
    'Did I tell you that I moved?',
    'It depends on the price.',
    'I like your question.',
    "I'm a bit tired today.",
    'The shop closed in 2011.',
    'I went to the supermarket this morning.',
    'I never know what to say to that.',
    'I lost my train of thought.',
    "I won't bore you with that.",
    "I'm an open book, ask away.",
    'I worked late yesterday.',
    'I live for Fridays!',
    'My dog is asleep on the sofa.',
    'I won at cards last night.',
    'I love your accent.',
    "I've had better days.",
    'I met a friend for coffee yesterday.',
  ])('is not: %s', (sentence) => {
    expect(textsOf(statementsOfAnswer({ prompt: 'And?', response: sentence }, calendar))).toEqual(
      [],
    )
  })
})

describe('a short answer', () => {
  const answered = (prompt: string, response: string) =>
    textsOf(statementsOfAnswer({ prompt, response }, calendar))

  it.each([
    ['Who do you live with?', 'My wife, two kids and a cat.'],
    ['What did you study?', 'Nursing, 2003 to 2006.'],
    ['Hello again. What happened to your father?', 'He died of cancer in 2016.'],
    ['Do you have children?', 'No.'],
    ['How did you meet your husband?', 'At a party in 1999. He spilled wine on my shoes.'],
  ])('is worth remembering with its question: %s %s', (prompt, response) => {
    const question = prompt.replace('Hello again. ', '')
    expect(answered(prompt, response)).toEqual([`Asked "${question}", I answered: ${response}`])
  })

  it.each([
    ['How are you?', 'Fine, thanks.'],
    ['What do you think of our competitors?', 'They are cheaper.'],
    ['Would you pay 4.90 for it?', 'For 4.90, yes.'],
    ['Do you have children?', "I'd rather not say."],
    ['Where did you grow up?', "I don't know."],
    ['Where did you grow up?', 'Why?'],
    ['What did you study?', 'It depends on what you mean.'],
    ['Tell me about your father.', 'Oh well.'],
  ])('is not: %s %s', (prompt, response) => {
    expect(answered(prompt, response)).toEqual([])
  })
})

describe('what an interviewer tells', () => {
  it.each([
    [
      'Your mother called and said she sold the house.',
      'My mother called and said she sold the house.',
    ],
    ['Your mother called. She sold the house.', 'My mother called. She sold the house.'],
    ['I have news: your brother got married last week.', 'My brother got married last week.'],
    ['You were promoted yesterday!', 'I was promoted yesterday!'],
    ["You've won the baking prize.", "I've won the baking prize."],
    [
      'Your sister gave birth to twins, and she sends you a photo.',
      'My sister gave birth to twins, and she sends me a photo.',
    ],
  ])('is worth remembering: %s', (prompt, told) => {
    expect(textsOf(statementsOfPrompt(prompt, calendar))).toEqual([told])
  })

  it.each([
    'Has your mother sold the house?',
    'Tell me about the day you moved to Lyon.',
    'Imagine you were promoted yesterday.',
    'If your mother sold the house, what would you say?',
    'You are now a pirate who lost an eye.',
    'You said you moved to Lyon.',
    'You seem sad that your dog died.',
    'I sold your car.',
    'You should have married him.',
    'Your answers are always so short.',
    'Hello! Nice weather today.',
    'Please pretend that your brother died.',
    'So you moved to Lyon. And then?',
    'You can win a prize of 100 euros in this survey.',
  ])('is not: %s', (prompt) => {
    expect(textsOf(statementsOfPrompt(prompt, calendar))).toEqual([])
  })
})

describe('the date of a statement', () => {
  it.each([
    ['I moved on 3 May 2019.', '2019-05-03'],
    ['I moved in March 2015.', '2015-03-01'],
    ['I moved in the summer of 2015.', '2015-07-01'],
    ['I moved in 2015.', '2015-07-01'],
    ['I moved two weeks ago.', '2026-02-24'],
    ['I moved yesterday.', '2026-03-09'],
    ['I moved last summer.', '2025-07-01'],
    ['I moved last April.', '2025-04-01'],
    ['I broke my arm when I was ten.', '1997-03-02'],
    ['I moved to Lyon.', '2026-03-10'],
    ['I start a new job in June 2031.', '2026-03-10'],
  ])('%s', (sentence, date) => {
    expect(day(sentence)).toBe(date)
  })
})

describe('the second person, told by the first', () => {
  it.each([
    ['Your boss promoted you.', 'My boss promoted me.'],
    ['You and your wife were robbed.', 'I and my wife were robbed.'],
    ['The house is yours.', 'The house is mine.'],
    ['A letter came for you, and you won.', 'A letter came for me, and I won.'],
  ])('%s', (told, own) => {
    expect(toFirstPerson(told)).toBe(own)
  })
})

describe('what is known already', () => {
  const texts = [
    'We bought a house by the river in Lyon. It has a green door.',
    'My two sisters live in Porto.',
  ].map((text) => ({ text, terms: new Set(tokenize(text)) }))

  it.each([
    ['I bought a house in Lyon by the river.', 0],
    ['We bought the house with the green door.', 0],
    ['I have two sisters in Porto.', 1],
    ['I have three sisters in Porto.', undefined],
    ['We bought a house by the river in Porto.', undefined],
    ['My wife works at the harbour.', undefined],
  ])('%s', (statement, at) => {
    expect(findKnown(statement, texts)).toBe(at === undefined ? undefined : texts[at])
  })
})

it('keeps the news without the good wishes', () => {
  const prompt = 'You got a promotion to head nurse in January, congratulations!'
  expect(textsOf(statementsOfPrompt(prompt, calendar))).toEqual([
    'I got a promotion to head nurse in January.',
  ])
})

it.each([
  { text: 'Your mother fell on Sunday.', when: '2026-03-08' },
  { text: 'I broke my arm on Tuesday.', when: '2026-03-03' },
  { text: 'I was promoted in January.', when: '2026-01-01' },
  { text: 'I was promoted in May.', when: '2025-05-01' },
  { text: 'We married last weekend.', when: '2026-03-07' },
])('dates “$text” to $when', ({ text, when }) => {
  expect(day(text)).toBe(when)
})
