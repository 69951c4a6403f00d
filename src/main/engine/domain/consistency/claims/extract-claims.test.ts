import { expect, it } from 'vitest'
import { aPersona } from '../../../../../../test/helpers/a-persona.ts'
import { speakerOf } from '../checked-persona.ts'
import type { Claim } from './claim.ts'
import { dayOf } from './days.ts'
import { extractClaims } from './extract-claims.ts'

const speaker = speakerOf(
  aPersona({
    firstName: 'Maya',
    lastName: 'Chen',
    age: 45,
    location: 'Boston, USA',
    gender: 'woman',
  }),
)

function claimsOf(text: string): Claim[] {
  return extractClaims(text, {
    ...speaker,
    field: 'facts',
    eventDay: dayOf(2018, 5, 5),
    pastIsEventDay: true,
  })
}

const short = ({ attribute, object, value, polarity }: Claim) =>
  `${attribute}${object && object !== value ? ` ${object}` : ''}: ${polarity ? '' : 'not '}${value}`

it.each([
  ['I was living in Manchester at the time.', 'home: manchester'],
  ["I'd been living in Madrid for two years by then.", 'home: madrid'],
  ['I was brought up in Sheffield.', 'childhood-place: sheffield'],
  ['I was working as a waitress at a diner.', 'job: waitress'],
  ['I worked for Google from 2012 to 2018.', 'employer: google'],
  ['I have a degree in law.', 'field of the degree: law'],
  ["I don't have any brothers or sisters.", 'siblings: 0'],
  ['I have three brothers.', 'brothers: 3'],
  ['We have three kids.', 'children: 3'],
  ['I lost my mother to cancer when I was twelve.', 'alive: not '],
  ["I'm happily married to Daniel.", 'marital status: married'],
  ['My husband Daniel snores.', "partner's name spouse: daniel"],
  ['I was born at home in Cork in 1971.', 'birthplace: cork'],
  ['My birthday is July 4th.', 'birthday: 7-4'],
  ['I have a severe peanut allergy.', 'allergy: peanut'],
  ['I was diagnosed with type 2 diabetes.', 'condition: diabetes'],
  ['I gave up smoking in 2010.', 'smokes: not tobacco'],
  ["I've been a strict vegetarian for ten years.", 'diet: vegetarian'],
  ['I ordered the lamb.', 'eats: meat'],
  ['I adopted a rescue dog named Milo.', "pet's name dog: milo"],
  ["I don't have a car, so I bike everywhere.", 'owns: not car'],
  ['I speak fluent Portuguese.', 'speaks: Portuguese'],
  ["I can't stand cilantro.", 'likes: not cilantro'],
  ["I'm terrified of flying.", 'afraid of: fly'],
  ['I have never been out of the country.', 'having been abroad: not '],
  ["I've never been on an airplane.", 'having flown: not '],
  ['I never learned how to swim.', 'able to: not swim'],
  ['I have never run a marathon.', 'having done: not run marathon'],
  ["I'm a devout Catholic.", 'religion: christian'],
  ["I've never been in the military.", 'military service: not '],
])('reads "%s" as %s', (text, claim) => {
  const asserted = claimsOf(text).filter(({ modality }) => modality === 'asserted')
  expect(asserted.map(short)).toContain(claim)
})

it.each([
  ['Maya lives in Boston.', 'home: boston'],
  ['She moved to Boston in 2016. Maya works as a nurse.', 'job: nurse'],
  ['Moved to Boston in 2016.', 'home: boston'],
  ['I left the ward late and moved to Boston in 2016.', 'home: boston'],
])('finds the persona in "%s"', (text, claim) => {
  expect(claimsOf(text).map(short)).toContain(claim)
})

it.each([
  'Maybe I lived in Leeds as a baby.',
  'If I lived in Leeds I would swim.',
  'I want to live in Leeds.',
  'I almost moved to Leeds.',
  'My sister lives in Leeds.',
  'Tom lives in Leeds.',
  '"I live in Leeds," said the man.',
  'I dreamed that I lived in Leeds.',
  'Everyone thought I lived in Leeds.',
  'Do I live in Leeds?',
  'In the play I lived in Leeds.',
  'We wish we lived in Leeds.',
  'I used to live in Leeds.',
  'Ich lebe in Leeds und arbeite nicht mit der Bahn. I live in Leeds.',
])('asserts no home in "%s"', (text) => {
  const homes = claimsOf(text).filter(
    ({ attribute, modality }) => attribute === 'home' && modality === 'asserted',
  )
  expect(homes).toEqual([])
})

it('slices the text by the spans of its claims', () => {
  const text = "It's late. I've been living in São Paulo since 2010, and I don't own a “car”."
  for (const claim of claimsOf(text)) {
    expect(text.slice(claim.start, claim.end)).toBe(claim.text)
    expect(claim.valueStart).toBeGreaterThanOrEqual(claim.start)
    expect(claim.valueEnd).toBeLessThanOrEqual(claim.end)
  }
  const home = claimsOf(text).find(({ attribute }) => attribute === 'home')!
  expect(text.slice(home.valueStart, home.valueEnd)).toBe('São Paulo')
})
