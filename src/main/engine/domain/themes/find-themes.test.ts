import { expect, it } from 'vitest'
import { stopWords } from '../text/stop-words.ts'
import { hashingEmbedding } from '../text/hashing-embedding.ts'
import { words } from '../text/tokenize.ts'
import { findThemes } from './find-themes.ts'
import { saysLittle } from './says-little.ts'
import { wordsOfThemes } from './theme-words.ts'

const kinds = [
  ['waiting room', 'late appointment', 'doctor'],
  ['ticket price', 'expensive fare', 'budget'],
  ['muddy garden', 'tomato seeds', 'watering'],
  ['noisy neighbours', 'loud music', 'party'],
]
const answers = kinds.flatMap(([a, b, c], kind) =>
  Array.from(
    { length: 15 },
    (_, i) =>
      `${['I think of the', 'It is the', 'Mostly the'][i % 3]} ${a}, the ${b} and the ${c} of day ${kind}`,
  ),
)
const shrugs = ['It is fine', 'Nothing to add', 'Good and bad, it depends', 'All good really']

it('leaves answers that say little to no theme, and changes no other theme for them', () => {
  const texts = [...answers, ...shrugs]
  const { themeOf, labels } = findThemes(texts, texts.map(hashingEmbedding), 's')
  expect(labels.length).toBeGreaterThanOrEqual(4)
  expect(themeOf.slice(answers.length)).toEqual(shrugs.map(() => -1))
  const plain = findThemes(answers, answers.map(hashingEmbedding), 's')
  expect(themeOf.slice(0, answers.length)).toEqual(plain.themeOf)
})

it('takes a short answer at its word when others speak of the same', () => {
  expect([...saysLittle(['The price', 'Too high a price', 'It is fine', 'Tax'])]).toEqual([
    0, 0, 1, 1,
  ])
})

it('looks for as many themes as it is told', () => {
  const vectors = answers.map(hashingEmbedding)
  for (const themes of [2, 3, 4])
    expect(findThemes(answers, vectors, 's', { themes }).labels).toHaveLength(themes)
})

it('names no theme by stop words or numbers, and no two themes alike', () => {
  const { labels } = findThemes(answers, answers.map(hashingEmbedding), 's')
  for (const { keywords } of labels)
    for (const word of keywords.flatMap(words)) {
      expect(stopWords.has(word)).toBe(false)
      expect(word).not.toMatch(/^\d+$/)
    }
  expect(new Set(labels.map(({ label }) => label)).size).toBe(labels.length)
})

it('names no theme by the grammar of another language', () => {
  const german = Array.from({ length: 24 }, (_, i) =>
    i % 2 === 0
      ? `Das Frühstück war sehr gut und der Kaffee auch, ${i}`
      : `Wir konnten wegen dem Lärm in der Nacht nicht schlafen, ${i}`,
  )
  const themeOf = german.map((_, i) => i % 2)
  const [breakfast, noise] = wordsOfThemes(german, themeOf, { themes: 2 })
  expect(breakfast!.keywords).toEqual(expect.arrayContaining(['frühstück', 'kaffee']))
  expect(noise!.keywords).toEqual(expect.arrayContaining(['lärm', 'schlafen']))
  for (const { keywords } of [breakfast!, noise!])
    expect(keywords.flatMap(words)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(das|war|und|der|wir|dem|nicht|sehr|auch)$/),
      ]),
    )
})

it('names a theme by a phrase where its words are said together', () => {
  const [theme] = wordsOfThemes(
    [...answers.slice(0, 15), ...answers.slice(15, 30)],
    [...new Array(15).fill(0), ...new Array(15).fill(1)],
    { themes: 2 },
  )
  expect(theme!.keywords).toContain('waiting room')
  expect(theme!.keywords).not.toContain('waiting')
  expect(theme!.label).toMatch(/^[A-Z]/)
})

it('takes vectors of any length, also shorter than its number of directions', () => {
  const vectors = Array.from({ length: 24 }, (_, i) =>
    Float32Array.of(i % 2, 1 - (i % 2), i / 1000),
  )
  const texts = vectors.map((_, i) => (i % 2 === 0 ? `cats purr ${i}` : `dogs bark ${i}`))
  const { themeOf } = findThemes(texts, vectors, 's', { themes: 2 })
  expect(new Set(themeOf.filter((_, i) => i % 2 === 0)).size).toBe(1)
  expect(themeOf[0]).not.toBe(themeOf[1])
})

it('stands answers that are all the same', () => {
  const texts = new Array(20).fill('The same thing')
  const { themeOf } = findThemes(texts, texts.map(hashingEmbedding), 's')
  expect(themeOf).toHaveLength(20)
})

it('names no theme by the words of the question', () => {
  const asked = 'What about tomato seeds and the waiting room?'
  const { labels } = findThemes(answers, answers.map(hashingEmbedding), 's', { asked })
  const keywords = labels.flatMap((theme) => theme.keywords)
  expect(keywords.join(' ')).not.toMatch(/tomato|seeds|waiting|room/)
  expect(keywords).toContain('muddy garden')
})
