import { expect, it } from 'vitest'
import { generatePersona } from './generate-persona.ts'

const now = Date.UTC(2026, 10, 24)
const occupations = [
  'Nurse',
  'Teacher',
  'Software engineer',
  'Bus driver',
  'Retired cook',
  'Student',
  'Accountant',
  'Farmer',
]
const cities = ['Lyon', 'Leeds', 'Porto', 'Kraków', 'Nowhere']

/** 200 people as alike as a survey sample gets: few occupations, few places, common names. */
const people = Array.from({ length: 200 }, (_, i) =>
  generatePersona(
    {
      firstName: ['Ana', 'Tom', 'Li', 'Sam'][i % 4]!,
      lastName: `Doe ${i}`,
      age: 18 + ((i * 7) % 65),
      location: cities[i % cities.length]!,
      baseOccupation: occupations[i % occupations.length]!,
      ...(i % 3 === 0 ? {} : { gender: i % 3 === 1 ? 'woman' : 'man' }),
    },
    { randomSeed: 0, now },
  ),
)

const sentencesOf = (text: string) => text.split(/(?<=[.!?]) /)

/** Share of sentences that another of the 200 says too. */
function sharedRate(texts: readonly string[][]): number {
  const speakers = new Map<string, Set<number>>()
  texts.forEach((sentences, i) => {
    for (const sentence of sentences) {
      speakers.set(sentence, (speakers.get(sentence) ?? new Set()).add(i))
    }
  })
  const all = texts.flat()
  return all.filter((sentence) => speakers.get(sentence)!.size > 1).length / all.length
}

it('lets fewer than three in ten sentences be heard from somebody else', () => {
  const told = people.map(({ biography }) =>
    biography.flatMap(({ facts, feelings, interpretation }) =>
      sentencesOf(`${facts} ${feelings} ${interpretation}`),
    ),
  )
  expect(sharedRate(told)).toBeLessThan(0.3)
})

it('tells no fact in the very words of somebody else, nearly', () => {
  const facts = people.map(({ biography }) => biography.map((entry) => entry.facts))
  expect(sharedRate(facts)).toBeLessThan(0.01)
})

it('hardly ever lets one person say the same thing twice', () => {
  const repeated = people.filter(({ biography }) => {
    const sentences = biography.flatMap((entry) => [
      entry.facts,
      entry.feelings,
      entry.interpretation,
    ])
    return new Set(sentences).size < sentences.length
  })
  expect(repeated.length).toBeLessThan(10)
})

it('writes a summary of three to five sentences, no two alike', () => {
  for (const { summary } of people) {
    expect(sentencesOf(summary).length, summary).toBeGreaterThanOrEqual(3)
    expect(sentencesOf(summary).length, summary).toBeLessThanOrEqual(5)
  }
  expect(new Set(people.map(({ summary }) => summary)).size).toBe(people.length)
})

it('gives two people of one seed and another number another voice', () => {
  const voices = Array.from({ length: 50 }, (_, randomSeed) =>
    JSON.stringify(
      generatePersona(
        { firstName: 'Ana', lastName: 'Doe', age: 40, location: 'Lyon', baseOccupation: 'Nurse' },
        { randomSeed, now },
      ).profile.communicationStyle,
    ),
  )
  expect(new Set(voices).size).toBe(voices.length)
})
