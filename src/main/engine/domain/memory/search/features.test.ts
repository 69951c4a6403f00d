import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../text/times/days.ts'
import { tokenize } from '../../text/tokenize.ts'
import { CUES } from './cues.ts'
import { decodeFeatures, encodeFeatures, entryFeatures, type FeatureSource } from './features.ts'
import { termHash } from './term-hash.ts'

function anEntry(overrides: Partial<FeatureSource> = {}): FeatureSource {
  return {
    eventLabel: 'A talk',
    facts: 'We talked.',
    feelings: 'Calm.',
    interpretation: 'So it goes.',
    emotionTags: [],
    memoryType: 'normal',
    ...overrides,
  }
}

const anyEntry = fc
  .record({
    eventLabel: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    facts: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
      fc.constantFrom('Ada: I ran yesterday.\nBen: In May 2019 I did.', 'Really?', 'the and of'),
    ),
    feelings: fc.string({ maxLength: 60 }),
  })
  .map(anEntry)

describe('features', () => {
  it('come back from their bytes as they were, wherever the bytes lie', () => {
    fc.assert(
      fc.property(anyEntry, fc.integer({ min: 0, max: 7 }), (entry, offset) => {
        const features = entryFeatures(entry, '2020-05-08T10:00:00.000Z')
        const bytes = encodeFeatures(features)
        const somewhere = new Uint8Array(bytes.length + offset)
        somewhere.set(bytes, offset)
        expect(decodeFeatures(somewhere.subarray(offset))).toEqual(features)
      }),
    )
  })

  it('hold each term once, ascending, as often as it is said', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const { terms, counts, length } = entryFeatures(entry, '2020-05-08T10:00:00.000Z')
        expect([...terms]).toEqual([...new Set(terms)].sort((a, b) => a - b))
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(length)
      }),
    )
  })

  it('are small: a turn of a conversation takes less than 200 bytes', () => {
    const facts =
      'Ada: I finally went to the pottery class on Saturday with my cousin, and made two bowls that lean like old friends.'
    expect(
      encodeFeatures(entryFeatures(anEntry({ facts }), '2020-05-08T10:00:00.000Z')).length,
    ).toBeLessThan(200)
  })

  it('are not read from bytes of another version, or cut short', () => {
    const bytes = encodeFeatures(entryFeatures(anEntry(), '2020-05-08T10:00:00.000Z'))
    expect(decodeFeatures(bytes.with(0, 99))).toBeNull()
    expect(decodeFeatures(bytes.subarray(0, bytes.length - 1))).toBeNull()
    expect(decodeFeatures(new Uint8Array(0))).toBeNull()
  })

  it('say who speaks, and keep the name out of what is said', () => {
    const { speakers, terms } = entryFeatures(
      anEntry({ facts: 'Caroline: I paint.\nMel Ortiz: So do I, Ruth.' }),
      '2020-05-08T10:00:00.000Z',
    )
    const hashes = (text: string) => tokenize(text).map(termHash)
    expect([...speakers]).toEqual(hashes('caroline mel'))
    expect([...terms]).toEqual(expect.arrayContaining(hashes('paint ruth')))
    expect([...terms]).not.toEqual(expect.arrayContaining(hashes('caroline')))
  })

  it.each([
    ['Caroline said, "I paint."', 'Chat', 1],
    ['Caroline (laughing): I paint.', 'Chat with a friend', 1],
    ['[8 May 2023, 13:56] Caroline: I paint.', 'Chat with a friend', 1],
    ['I paint.', 'Caroline says', 1],
    ['I paint.', 'Caroline', 1],
    ['I paint: mostly walls.', 'A hobby of mine', 0],
    ['Caroline paints.', 'In the studio', 0],
  ])('find the speaker of "%s", labelled "%s"', (facts, eventLabel, count) => {
    const { speakers } = entryFeatures(anEntry({ facts, eventLabel }), '2020-05-08T10:00:00.000Z')
    expect(speakers).toHaveLength(count)
  })

  it('date what the text mentions from the day it is told', () => {
    const { days } = entryFeatures(
      anEntry({ facts: 'Ada: I ran yesterday, and in March 2018.' }),
      '2020-05-08T10:00:00.000Z',
    )
    const yesterday = dayOf(2020, 4, 7)
    expect([...days]).toEqual([yesterday, yesterday, dayOf(2018, 2, 1), dayOf(2018, 2, 31)])
  })

  it('take the date of the entry itself for no mention of a time', () => {
    const { days } = entryFeatures(
      anEntry({ eventLabel: 'Chat on 8 May 2020', facts: '[2020-05-08] Ada: I paint.' }),
      '2020-05-08T10:00:00.000Z',
    )
    expect([...days]).toEqual([])
  })

  it.each([
    ['Do you paint?', CUES.asks],
    ['I have three cats.', CUES.number],
    ['We call her Juno.', CUES.name],
    ['the one called "Handoff"', CUES.name],
    ['Then I went home.', 0],
  ])('show by which words "%s" might answer', (facts, cues) => {
    expect(entryFeatures(anEntry({ facts }), '2020-05-08T10:00:00.000Z').cues).toBe(cues)
  })
})
